/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers are compared folded, so that a capital or a hard space makes no difference.
 */
#include "ingest/options.h"

#include <stdlib.h>
#include <string.h>

static const void *look_up(GHashTable *answers, const char *text, size_t length)
{
    /* Most answers stand as the codebook has them. */
    g_autoptr(Arena) arena = arena_new();
    return g_hash_table_lookup(answers, text_folded(arena, text, length));
}

bool target_translate(const Target *target, CsvCell cell, Value *value)
{
    if (target->answers == NULL && target->any == NULL)
        return false;
    size_t length    = cell.length;
    const char *text = text_trimmed(cell.text, &length);
    if (length == 0)
        return false;
    const Value *known =
        target->answers != NULL ? look_up(target->answers, text, length) : NULL;
    if (known == NULL)
        known = target->any;
    if (known != NULL)
        *value = *known;
    return known != NULL;
}

static int name_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *options_nearest(GHashTable *answers, const char *text)
{
    if (answers == NULL)
        return NULL;
    guint n                    = 0;
    g_autofree gpointer *names = g_hash_table_get_keys_as_array(answers, &n);
    qsort(names, n, sizeof *names, name_compare);
    return text_nearest(text, (const char *const *)(void *)names, n);
}

static void report_option(Intake *intake, const PlannedColumn *column, const char *text)
{
    const char *near = options_nearest(column->options, text);
    intake_report(intake, FINDING_unknown_option, (int)column->targets[0].variable,
                  near != NULL ? text : NULL, near);
}

bool options_says_none(const char *option)
{
    static const char *const words[] = {
        "geen van deze", "geen van bovenstaande", "geen",
        "none of these", "none of the above",     "none"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_ascii_strcasecmp(option, words[i]) == 0)
            return true;
    return false;
}

static void tick(Intake *intake, const PlannedColumn *column, size_t row,
                 const char *option)
{
    const Tick *tick = look_up(column->options, option, strlen(option));
    if (tick == NULL && !options_says_none(option))
        report_option(intake, column, option);
    for (; tick != NULL; tick = tick->next)
        table_put(intake->table, tick->variable, row, tick->value);
}

static void say_no_to_all(Intake *intake, const PlannedColumn *column, size_t row)
{
    for (size_t t = 0; t < column->n_targets; t++)
        if (intake->spec->variables[column->targets[t].variable].type == VALUE_BOOL)
            table_put(intake->table, column->targets[t].variable, row,
                      (Value){.truth = 0});
}

void options_take(Intake *intake, const PlannedColumn *column, CsvCell cell, size_t row)
{
    size_t length        = cell.length;
    const char *text     = text_trimmed(cell.text, &length);
    g_autofree char *all = g_strndup(text, length);
    if (length > 0 || intake->blank_is_no)
        say_no_to_all(intake, column, row);
    g_auto(GStrv) options = g_strsplit(all, ";", -1);
    for (size_t i = 0; options[i] != NULL; i++) {
        size_t size           = strlen(options[i]);
        const char *option    = text_trimmed(options[i], &size);
        g_autofree char *copy = g_strndup(option, size);
        if (size > 0)
            tick(intake, column, row, copy);
    }
}

/* ---- one column an option ---- */

static bool says_no(Intake *intake, const PlannedColumn *column, CsvCell cell)
{
    const Target *target = &column->targets[0];
    Value value          = {.truth = -1};
    if (!target_translate(target, cell, &value))
        cell_read(&intake->cells, &intake->spec->variables[target->variable], cell,
                  &value);
    return value.truth == 0;
}

/* Clears the groups of which this record has a no; returns how many are left. */
static size_t clear_groups(Intake *intake, const CsvRecord *record, bool *is_ticked)
{
    size_t left = 0;
    for (size_t i = 0; i < intake->plan->n_columns; i++) {
        const PlannedColumn *column = &intake->plan->columns[i];
        if (column->group == 0 || !is_ticked[column->group - 1])
            continue;
        if (column->column < record->n_cells &&
            says_no(intake, column, record->cells[column->column]))
            is_ticked[column->group - 1] = false;
        left += is_ticked[column->group - 1];
    }
    return left;
}

void options_find_ticked(Intake *intake)
{
    const Plan *plan = intake->plan;
    bool *is_ticked  = arena_array(intake->task->arena, bool, plan->n_groups);
    size_t left      = 0;
    for (size_t i = 0; i < plan->n_columns; i++)
        if (plan->columns[i].group > 0) {
            is_ticked[plan->columns[i].group - 1] = true;
            left++;
        }
    intake->is_ticked = is_ticked;
    if (left == 0)
        return;
    g_autoptr(CsvReader) reader =
        layout_reader(intake->layout, intake->source, &csv_limits_default);
    CsvRecord record;
    while (left > 0 && csv_reader_next(reader, &record))
        if (record.fault == CSV_FAULT_NONE)
            left = clear_groups(intake, &record, is_ticked);
}

static bool is_filled(const CsvRecord *record, size_t column)
{
    if (column >= record->n_cells)
        return false;
    size_t length = record->cells[column].length;
    text_trimmed(record->cells[column].text, &length);
    return length > 0;
}

static bool is_answered(const CsvRecord *record, const OptionGroup *group)
{
    for (size_t i = group->first; i <= group->last; i++)
        if (is_filled(record, i))
            return true;
    return false;
}

void options_fill_group(Intake *intake, const PlannedColumn *column, size_t row)
{
    const OptionGroup *group = &intake->plan->groups[column->group - 1];
    if (!intake->is_ticked[column->group - 1] ||
        is_filled(intake->record, column->column))
        return;
    if (intake->blank_is_no || is_answered(intake->record, group))
        table_put(intake->table, column->targets[0].variable, row, (Value){.truth = 0});
}
