/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One look at the figures before they are read: what the last of them shows holds for
 * the first too. */
#include "ingest/thousands.h"

#include "ingest/rules.h"

#include <string.h>

/* 481,8 or 0.5, also with a star; not 12,0, which is a whole number. */
static bool has_decimals(CsvCell cell)
{
    size_t length    = cell.length;
    const char *text = text_trimmed(cell.text, &length);
    size_t whole     = strspn(text, "0123456789");
    if (whole == 0 || (text[whole] != ',' && text[whole] != '.'))
        return false;
    const char *decimals = text + whole + 1;
    size_t digits        = strspn(decimals, "0123456789");
    return (digits == 1 || digits == 2) && strspn(decimals, "0") < digits &&
           strspn(decimals + digits, "*") + whole + 1 + digits == length;
}

/* A column of counts that the codebook maps and whose header says nothing of a scale.
 */
static bool may_be_scaled(const Intake *intake, const PlannedColumn *column)
{
    const Variable *variable = &intake->spec->variables[column->targets[0].variable];
    const char *header       = intake->layout->headers[column->column].text;
    return variable->type == VALUE_COUNT && column->scale == 1 &&
           codebook_variable(intake->spec, header) == intake->spec->n_variables;
}

static void mark_scaled(const Intake *intake, const CsvRecord *record, bool *is_scaled)
{
    const Plan *plan = intake->plan;
    for (size_t i = 0; i < plan->n_columns; i++) {
        const PlannedColumn *column = &plan->columns[i];
        if (column->column < record->n_cells && may_be_scaled(intake, column))
            is_scaled[i] |= has_decimals(record->cells[column->column]);
    }
}

static void note_scaled(const Intake *intake, const PlannedColumn *column)
{
    const char *name = intake->spec->variables[column->targets[0].variable].name;
    findings_add(intake->task->findings,
                 &(Finding){.code     = FINDING_thousands_assumed,
                            .file     = intake->source->path,
                            .row      = intake->layout->header_row,
                            .line     = intake->layout->header_line,
                            .column   = column->column + 1,
                            .variable = name,
                            .value    = intake->layout->headers[column->column].text});
}

/* A copy of the plan with the scale of the columns that are marked. */
static const Plan *scale_plan(const Intake *intake, const bool *is_scaled)
{
    Arena *arena           = intake->task->arena;
    Plan *plan             = arena_alloc(arena, sizeof *plan);
    *plan                  = *intake->plan;
    PlannedColumn *columns = arena_array(arena, PlannedColumn, plan->n_columns);
    memcpy(columns, plan->columns, plan->n_columns * sizeof *columns);
    for (size_t i = 0; i < plan->n_columns; i++)
        if (is_scaled[i]) {
            columns[i].scale = 1000;
            note_scaled(intake, &columns[i]);
        }
    plan->columns = columns;
    return plan;
}

const Plan *thousands_find(const Intake *intake)
{
    if (!rules_of(intake->id)->is_statistics || intake->codebook == NULL)
        return intake->plan;
    bool *is_scaled = arena_array(intake->task->arena, bool, intake->plan->n_columns);
    g_autoptr(CsvReader) reader =
        layout_reader(intake->layout, intake->source, &csv_limits_default);
    CsvRecord record;
    while (csv_reader_next(reader, &record))
        if (record.fault == CSV_FAULT_NONE)
            mark_scaled(intake, &record, is_scaled);
    return scale_plan(intake, is_scaled);
}
