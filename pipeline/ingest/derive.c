/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Survey answers as rows of reach and collaborations; attendance as counts of events.
 */
#include "ingest/derive.h"

#include "data/number.h"

#include <string.h>

enum { OPGAVEN = 10 };

static Table *copy_table(const Task *task, TableId id, const Intake *from)
{
    Table *table = table_new(schema_table(task->schema, id));
    for (size_t v = 0; v < table->spec->n_variables; v++)
        if (from != NULL && table_has(from->table, v))
            table_add_column(table, v);
    for (size_t row = 0; from != NULL && row < from->table->n_rows; row++)
        table_copy_row(table, table_add_row(table), from->table, row);
    return table;
}

static bool is_complete(const Table *survey, size_t row)
{
    return table_date(survey, COLUMN(survey, submitted), row) != DATE_MISSING;
}

static bool has_any(const Table *survey, size_t first, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (table_has(survey, first + i))
            return true;
    return false;
}

/* ---- reach ---- */

/* The municipality of an organisation that works in one alone, else NULL. */
static const char *own_municipality(const Task *task, const char *partner_id)
{
    const Table *partners = task->partners.table;
    guint32 row           = key_index_find(task->partners.index, partner_id);
    if (row == KEY_NEW || table_code(partners, COLUMN(partners, role), row) !=
                              CODE_VALUE(role, local_only))
        return NULL;
    return task_municipality(
        task, table_text(partners, COLUMN(partners, municipality), row), task->year);
}

static void report_contradiction(Intake *survey, size_t row, size_t column,
                                 const Table *reach, size_t earlier)
{
    char found[NUMBER_SIZE], counts[NUMBER_SIZE];
    g_snprintf(found, sizeof found, "%" G_GINT64_FORMAT,
               (gint64)table_count(survey->table, column, row));
    g_snprintf(counts, sizeof counts, "%" G_GINT64_FORMAT,
               (gint64)table_count(reach, COLUMN(reach, count), earlier));
    intake_report_row(survey, row,
                      &(Finding){.code       = FINDING_reach_contradicts,
                                 .column     = survey->plan->places[column],
                                 .variable   = survey->spec->variables[column].name,
                                 .partner_id = table_text(
                                     survey->table, COLUMN(survey, partner_id), row),
                                 .value    = found,
                                 .expected = counts});
}

/* One count of the survey as a row of reach, unless that has it already. */
static void add_reach(Table *reach, KeyIndex *keys, Intake *survey, size_t row,
                      size_t column)
{
    const Table *answers   = survey->table;
    const char *partner_id = table_text(answers, COLUMN(survey, partner_id), row);
    int basis              = table_code(answers, COLUMN(survey, reach_basis), row);
    bool is_families       = column >= COLUMN(survey, reach_families);
    size_t first =
        is_families ? COLUMN(survey, reach_families) : COLUMN(survey, reach_children);
    int64_t count = table_count(answers, column, row);
    size_t new    = table_add_row(reach);
    table_set(reach, COLUMN(reach, partner_id), new, (Value){.text = partner_id});
    table_put(reach, COLUMN(reach, opgave), new,
              (Value){.code = (int16_t)(column - first)});
    table_put(reach, COLUMN(reach, unit), new,
              (Value){.code = is_families ? CODE_VALUE(unit, families)
                                          : CODE_VALUE(unit, children)});
    table_put(reach, COLUMN(reach, count), new, (Value){.count = count});
    table_set(reach, COLUMN(reach, municipality), new,
              (Value){.text = own_municipality(survey->task, partner_id)});
    table_put(reach, COLUMN(reach, basis), new,
              (Value){.code = basis != CODE_NONE ? (int16_t)basis
                                                 : CODE_VALUE(basis, counted)});
    guint32 earlier = key_index_add(keys, new);
    if (earlier == KEY_NEW)
        return;
    if (table_count(reach, COLUMN(reach, count), earlier) != count)
        report_contradiction(survey, row, column, reach, earlier);
    table_drop_row(reach);
}

Table *derive_reach(const Task *task, const Intake *reach, Intake *survey)
{
    const size_t first = COLUMN(survey, reach_children), count = 2 * OPGAVEN;
    bool is_asked = survey != NULL && has_any(survey->table, first, count);
    if (reach == NULL && !is_asked)
        return NULL;
    Table *all = copy_table(task, TABLE_reach, reach);
    if (!is_asked)
        return all;
    for (size_t v = 0; v < all->spec->n_variables; v++)
        table_add_column(all, v);
    g_autoptr(KeyIndex) keys = key_index_new(all);
    for (size_t row = 0; row < all->n_rows; row++)
        key_index_add(keys, row);
    for (size_t row = 0; row < survey->table->n_rows; row++)
        for (size_t i = 0; is_complete(survey->table, row) && i < count; i++)
            if (table_count(survey->table, first + i, row) >= 0)
                add_reach(all, keys, survey, row, first + i);
    return all;
}

/* ---- collaborations ---- */

static int sector_of(const Task *task, const char *partner_id)
{
    guint32 row = key_index_find(task->partners.index, partner_id);
    return row == KEY_NEW
               ? CODE_NONE
               : table_code(task->partners.table, COLUMN(partners, sector), row);
}

static void add_sectors(const Task *task, Table *table, const Table *survey, size_t row)
{
    const char *partner_id = table_text(survey, COLUMN(survey, partner_id), row);
    for (size_t s = 0; s < task->settings->sectors.n_codes; s++) {
        if (table_bool(survey, COLUMN(survey, new_with) + s, row) != 1)
            continue;
        size_t new = table_add_row(table);
        table_set(table, COLUMN(collaborations, partner_id), new,
                  (Value){.text = partner_id});
        table_put(table, COLUMN(collaborations, with_sector), new,
                  (Value){.code = (int16_t)s});
        table_put(table, COLUMN(collaborations, new), new, (Value){.truth = 1});
    }
}

/* The sector that the row says to work with, by the register where it can. */
static int other_sector(const Task *task, const Table *table, size_t row)
{
    const char *other = table_text(table, COLUMN(collaborations, with_partner), row);
    int sector        = other != NULL ? sector_of(task, other) : CODE_NONE;
    return sector != CODE_NONE
               ? sector
               : table_code(table, COLUMN(collaborations, with_sector), row);
}

/* Marks, for each answer, whether a collaboration says 1 across sectors (1), or because
 * of an opgave (2). */
static guint8 *mark_new(const Task *task, const Table *table, const Intake *survey)
{
    guint8 *marks = g_new0(guint8, survey->table->n_rows + 1);
    for (size_t row = 0; row < table->n_rows; row++) {
        const char *own = table_text(table, COLUMN(collaborations, partner_id), row);
        guint32 answer  = key_index_find(survey->keys, own);
        if (answer == KEY_NEW ||
            table_bool(table, COLUMN(collaborations, new), row) != 1)
            continue;
        int other = other_sector(task, table, row);
        if (other != CODE_NONE && other != sector_of(task, own))
            marks[answer] |= 1;
        if (table_code(table, COLUMN(collaborations, opgave), row) != CODE_NONE)
            marks[answer] |= 2;
    }
    return marks;
}

static void check_answer(Intake *survey, size_t row, size_t column, bool is_reported)
{
    int answer = table_bool(survey->table, column, row);
    if (answer != 0 || !is_reported)
        return;
    intake_report_row(survey, row,
                      &(Finding){.code       = FINDING_answer_contradicts,
                                 .column     = survey->plan->places[column],
                                 .variable   = survey->spec->variables[column].name,
                                 .partner_id = table_text(
                                     survey->table, COLUMN(survey, partner_id), row),
                                 .value    = "0",
                                 .expected = "1"});
}

static void check_answers(const Task *task, const Table *table, Intake *survey)
{
    g_autofree guint8 *marks = mark_new(task, table, survey);
    for (size_t row = 0; row < survey->table->n_rows; row++) {
        if (!is_complete(survey->table, row))
            continue;
        check_answer(survey, row, COLUMN(survey, new_cross_sector), marks[row] & 1);
        check_answer(survey, row, COLUMN(survey, new_via_opgave), marks[row] & 2);
    }
}

Table *derive_collaborations(const Task *task, const Intake *collaborations,
                             Intake *survey)
{
    const size_t n_sectors = task->settings->sectors.n_codes;
    bool is_asked =
        survey != NULL && has_any(survey->table, COLUMN(survey, new_with), n_sectors);
    if (collaborations == NULL && !is_asked)
        return NULL;
    Table *all = copy_table(task, TABLE_collaborations, collaborations);
    if (is_asked) {
        table_add_column(all, COLUMN(collaborations, partner_id));
        table_add_column(all, COLUMN(collaborations, with_sector));
        table_add_column(all, COLUMN(collaborations, new));
        for (size_t row = 0; row < survey->table->n_rows; row++)
            if (is_complete(survey->table, row))
                add_sectors(task, all, survey->table, row);
    }
    if (survey != NULL)
        check_answers(task, all, survey);
    return all;
}

/* ---- attendance ---- */

static void put_present(Intake *events, size_t row, int64_t present)
{
    const size_t column = COLUMN(events, partners_present);
    int64_t given       = table_count(events->table, column, row);
    char found[NUMBER_SIZE], expected[NUMBER_SIZE];
    table_put(events->table, column, row, (Value){.count = present});
    if (given < 0 || given == present)
        return;
    g_snprintf(found, sizeof found, "%" G_GINT64_FORMAT, (gint64)given);
    g_snprintf(expected, sizeof expected, "%" G_GINT64_FORMAT, (gint64)present);
    intake_report_row(events, row,
                      &(Finding){.code     = FINDING_attendance_differs,
                                 .column   = events->plan->places[column],
                                 .variable = "partners_present",
                                 .value    = found,
                                 .expected = expected});
}

void derive_attendance(Intake *events, const Intake *attendance)
{
    if (events == NULL || attendance == NULL)
        return;
    g_autofree int64_t *present = g_new0(int64_t, events->table->n_rows + 1);
    for (size_t row = 0; row < attendance->table->n_rows; row++) {
        const char *id =
            table_text(attendance->table, COLUMN(attendance, event_id), row);
        guint32 event = key_index_find(events->keys, id);
        if (event != KEY_NEW)
            present[event]++;
    }
    table_add_column(events->table, COLUMN(events, partners_present));
    for (size_t row = 0; row < events->table->n_rows; row++)
        if (present[row] > 0)
            put_present(events, row, present[row]);
}
