/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The old value is compared with what was read, or with the text of a cell that could
 * not be read. */
#include "ingest/corrections.h"

#include <string.h>

/* One line of corrections.csv. */
typedef struct Correction {
    const char *partner_id;
    const char *variable;
    const char *old; /* NULL: empty */
    const char *new;
    bool has_old; /* the file has the column */
} Correction;

static Correction correction_at(const Table *table, size_t row)
{
    const char *new = table_text(table, COLUMN(corrections, new), row);
    return (Correction){
        .partner_id = table_text(table, COLUMN(corrections, partner_id), row),
        .variable   = table_text(table, COLUMN(corrections, variable), row),
        .old        = table_text(table, COLUMN(corrections, old), row),
        .new        = new != NULL ? new : "",
        .has_old    = table_has(table, COLUMN(corrections, old)),
    };
}

static void report(Intake *corrections, size_t row, const Finding *finding)
{
    Finding copy = *finding;
    copy.partner_id =
        table_text(corrections->table, COLUMN(corrections, partner_id), row);
    intake_report_row(corrections, row, &copy);
}

static bool read_text(Intake *survey, const Variable *variable, const char *text,
                      Value *value)
{
    CellReader reader = survey->cells;
    reader.scale      = 1;
    CsvCell cell      = {text != NULL ? text : "", text != NULL ? strlen(text) : 0};
    return cell_read(&reader, variable, cell, value) == CELL_FINE;
}

static bool is_equal(const Variable *variable, Value a, Value b)
{
    char first[48], second[48];
    return strcmp(value_format(variable, a, first),
                  value_format(variable, b, second)) == 0;
}

/* Whether what was read is what the correction says that was there. */
static bool is_old(Intake *survey, const Correction *correction,
                   const Variable *variable, Value read)
{
    g_autofree char *key =
        g_strdup_printf("%s\n%s", correction->partner_id, variable->name);
    const char *refused = g_hash_table_lookup(survey->refused, key);
    Value old;
    if (!correction->has_old)
        return true;
    if (refused != NULL && g_strcmp0(refused, correction->old) == 0)
        return true;
    return read_text(survey, variable, correction->old, &old) &&
           is_equal(variable, old, read);
}

/* The variable in the survey, or NULL when it was not asked or cannot be corrected. */
static const Variable *find_variable(const Intake *survey, const char *name)
{
    const Variable *variable = schema_find(survey->spec, name);
    if (variable == NULL || (variable->flags & VARIABLE_KEY) ||
        !table_has(survey->table, (size_t)(variable - survey->spec->variables)))
        return NULL;
    return variable;
}

static void apply(Intake *corrections, Intake *survey, size_t row)
{
    Correction correction    = correction_at(corrections->table, row);
    const Variable *variable = find_variable(survey, correction.variable);
    guint32 answer           = key_index_find(survey->keys, correction.partner_id);
    if (variable == NULL || answer == KEY_NEW) {
        bool is_answer = answer == KEY_NEW;
        report(
            corrections, row,
            &(Finding){.code     = FINDING_correction_unknown,
                       .column   = corrections->plan->places[is_answer ? 0 : 1],
                       .variable = is_answer ? "partner_id" : "variable",
                       .value = is_answer ? correction.partner_id : correction.variable,
                       .expected = is_answer ? NULL
                                             : codebook_nearest(survey->spec,
                                                                correction.variable)});
        return;
    }
    size_t column = (size_t)(variable - survey->spec->variables);
    Value read    = table_get(survey->table, column, answer), value;
    char buffer[48];
    if (!is_old(survey, &correction, variable, read)) {
        report(corrections, row,
               &(Finding){.code   = FINDING_correction_old,
                          .column = corrections->plan->places[COLUMN(corrections, old)],
                          .variable = variable->name,
                          .value    = correction.old,
                          .expected = value_format(variable, read, buffer)});
        return;
    }
    if (!read_text(survey, variable, correction.new, &value)) {
        CsvCell cell = {correction.new, strlen(correction.new)};
        report(
            corrections, row,
            &(Finding){.code     = FINDING_correction_new,
                       .column   = corrections->plan->places[COLUMN(corrections, new)],
                       .variable = variable->name,
                       .value    = correction.new,
                       .expected = cell_expected(corrections->task->arena,
                                                 corrections->task->settings->language,
                                                 variable, CELL_FINE, cell)});
        return;
    }
    table_set(survey->table, column, answer, value);
    survey->counts.corrections++;
}

bool corrections_apply(Task *task, Intake *survey, GError **error)
{
    g_autoptr(GError) trouble = NULL;
    g_autoptr(Intake) file    = intake_read(task, TABLE_corrections, &trouble);
    if (trouble != NULL) {
        g_propagate_error(error, g_steal_pointer(&trouble));
        return false;
    }
    for (size_t row = 0; file != NULL && row < file->table->n_rows; row++)
        apply(file, survey, row);
    return file == NULL || intake_close(file, error);
}
