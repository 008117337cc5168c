/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two organisations share at most as many people as the smaller of them reached, and a
 * pair is one pair whoever reports it. Reach is read before; where it has no count for
 * one of them, nothing can be said. */
#include "ingest/rules.h"

#include <string.h>

/* Whether the row of reach is about the same people as the overlap, reached by
 * `partner`; potential reach is no reach. */
static bool is_reach_of(const Table *reach, size_t r, const Table *overlaps, size_t row)
{
    const char *place = table_text(overlaps, COLUMN(overlaps, municipality), row);
    const char *other = table_text(reach, COLUMN(reach, municipality), r);
    return table_code(reach, COLUMN(reach, opgave), r) ==
               table_code(overlaps, COLUMN(overlaps, opgave), row) &&
           table_code(reach, COLUMN(reach, unit), r) ==
               table_code(overlaps, COLUMN(overlaps, unit), row) &&
           table_code(reach, COLUMN(reach, basis), r) != CODE_VALUE(basis, potential) &&
           (place == NULL || g_strcmp0(place, other) == 0);
}

/* The most that `partner` can have reached of them; -1 when it is not known. */
static int64_t reach_of(const Intake *intake, size_t row, size_t column)
{
    const Table *reach  = intake->task->reach;
    const char *partner = table_text(intake->table, column, row);
    int64_t most        = -1;
    for (size_t r = 0; reach != NULL && r < reach->n_rows; r++)
        if (strcmp(table_text(reach, COLUMN(reach, partner_id), r), partner) == 0 &&
            is_reach_of(reach, r, intake->table, row))
            most = MAX(most, (int64_t)0) + table_count(reach, COLUMN(reach, count), r);
    return most;
}

/* Who is named first makes no difference: put in order, a pair that both organisations
 * report is seen to be one. */
static void order_pair(Table *table, size_t row)
{
    const char *a = table_text(table, COLUMN(overlaps, partner_a), row);
    const char *b = table_text(table, COLUMN(overlaps, partner_b), row);
    if (strcmp(a, b) <= 0)
        return;
    table_put(table, COLUMN(overlaps, partner_a), row, (Value){.text = b});
    table_put(table, COLUMN(overlaps, partner_b), row, (Value){.text = a});
}

static void check(Intake *intake, size_t row)
{
    Table *table     = intake->table;
    const char *a    = table_text(table, COLUMN(overlaps, partner_a), row);
    const char *b    = table_text(table, COLUMN(overlaps, partner_b), row);
    const char *code = table_text(table, COLUMN(overlaps, municipality), row);
    const char *new  = task_municipality(intake->task, code, intake->task->year);
    if (new != code)
        table_set(table, COLUMN(overlaps, municipality), row, (Value){.text = new});
    if (strcmp(a, b) == 0) {
        intake_set_apart(intake, FINDING_refers_to_itself, COLUMN(overlaps, partner_b),
                         b, NULL);
        return;
    }
    int64_t count  = table_count(table, COLUMN(overlaps, count), row);
    int64_t first  = reach_of(intake, row, COLUMN(overlaps, partner_a));
    int64_t second = reach_of(intake, row, COLUMN(overlaps, partner_b));
    int64_t most   = first < 0 ? second : second < 0 ? first : MIN(first, second);
    if (most < 0 || count <= most) {
        order_pair(table, row);
        return;
    }
    char found[32], expected[32];
    g_snprintf(found, sizeof found, "%" G_GINT64_FORMAT, (gint64)count);
    g_snprintf(expected, sizeof expected, "<= %" G_GINT64_FORMAT, (gint64)most);
    intake_set_apart(intake, FINDING_overlap_too_large, COLUMN(overlaps, count), found,
                     expected);
}

const TableRules rules_overlaps = {.check = check};
