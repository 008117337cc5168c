/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of collaborations, sorted and folded into distinct ties. */
#include "indicators/network/ties.h"

#include "indicators/core/rows.h"

#include <stdlib.h>

typedef struct Report {
    size_t low; /* the smaller node of the two */
    size_t high;
    bool by_low;
    bool is_new;
    int strength;
} Report;

static int report_compare(const void *first, const void *second)
{
    const Report *a = first;
    const Report *b = second;
    if (a->low != b->low)
        return a->low < b->low ? -1 : 1;
    return (a->high > b->high) - (a->high < b->high);
}

/* Nodes in order of partner_id; `node` gets the node of each row of partners, -1. */
static size_t find_nodes(const Year *year, const Group *group, size_t *partners,
                         int32_t *node)
{
    const Monitor *monitor = year->monitor;
    size_t n               = 0;
    size_t n_rows          = monitor->partners->n_rows;
    for (size_t row = 0; row < n_rows; row++)
        node[row] = NO_ROW;
    if (group != NULL)
        for (; n < group->n_members; n++)
            partners[n] = group->members[n];
    for (size_t i = 0; group == NULL && i < n_rows; i++)
        if (year->is_national[monitor->order[i]])
            partners[n++] = monitor->order[i];
    for (size_t i = 0; i < n; i++)
        node[partners[i]] = (int32_t)i;
    return n;
}

static size_t find_reports(const Year *year, const int32_t *node, Report *reports)
{
    const Table *table     = year->collaborations;
    const Monitor *monitor = year->monitor;
    size_t n               = 0;
    for (size_t row = 0; row < table->n_rows; row++) {
        int32_t from = monitor_partner(
            monitor, table_text(table, COLUMN(collaborations, partner_id), row));
        int32_t to = monitor_partner(
            monitor, table_text(table, COLUMN(collaborations, with_partner), row));
        if (from == NO_ROW || to == NO_ROW || from == to || node[from] == NO_ROW ||
            node[to] == NO_ROW)
            continue;
        size_t a     = (size_t)node[from];
        size_t b     = (size_t)node[to];
        reports[n++] = (Report){
            .low      = MIN(a, b),
            .high     = MAX(a, b),
            .by_low   = a < b,
            .is_new   = table_bool(table, COLUMN(collaborations, new), row) == 1,
            .strength = table_code(table, COLUMN(collaborations, strength), row) + 1};
    }
    if (n > 1)
        qsort(reports, n, sizeof *reports, report_compare);
    return n;
}

/* Reports of one pair lie side by side. */
static void fold_reports(Arena *arena, Ties *ties, const Report *reports, size_t n)
{
    Tie *list     = arena_array(arena, Tie, n);
    bool *is_new  = arena_array(arena, bool, n);
    int *strength = arena_array(arena, int, n);
    size_t last   = 0;
    for (size_t i = 0; i < n; i++) {
        bool is_same = i > 0 && report_compare(&reports[i - 1], &reports[i]) == 0;
        if (!is_same)
            last = ties->network.tie_count++;
        list[last].a = reports[i].low;
        list[last].b = reports[i].high;
        list[last].reported_by_a |= reports[i].by_low;
        list[last].reported_by_b |= !reports[i].by_low;
        is_new[last] |= reports[i].is_new;
        strength[last] = MAX(strength[last], reports[i].strength);
    }
    ties->network.ties = list;
    ties->is_new       = is_new;
    ties->strength     = strength;
}

const Ties *ties_find(Arena *arena, const Year *year, const Group *group)
{
    if (year->collaborations == NULL)
        return NULL;
    size_t n_rows            = year->monitor->partners->n_rows;
    size_t n_reports         = year->collaborations->n_rows;
    Ties *ties               = arena_alloc(arena, sizeof *ties);
    size_t *partners         = arena_array(arena, size_t, n_rows);
    g_autofree int32_t *node = g_new0(int32_t, n_rows);
    size_t nodes             = find_nodes(year, group, partners, node);
    size_t *sectors          = arena_array(arena, size_t, nodes);
    bool *answered           = arena_array(arena, bool, nodes);
    for (size_t i = 0; i < nodes; i++) {
        sectors[i]  = monitor_sector(year->monitor, partners[i]);
        answered[i] = year->answer[partners[i]] != NO_ROW;
    }
    ties->partners             = partners;
    ties->network              = (Network){.nodes        = nodes,
                                           .sectors      = sectors,
                                           .answered     = answered,
                                           .sector_count = year->monitor->settings->sectors.n_codes};
    g_autofree Report *reports = g_new0(Report, n_reports);
    fold_reports(arena, ties, reports, find_reports(year, node, reports));
    return ties;
}

size_t ties_answers(const Ties *ties)
{
    size_t n = 0;
    for (size_t i = 0; i < ties->network.nodes; i++)
        n += ties->network.answered[i];
    return n;
}

static void add_tie(Table *table, const Year *year, const Ties *ties, size_t tie)
{
    const Monitor *monitor  = year->monitor;
    const CodeList *sectors = &monitor->settings->sectors;
    const Tie *pair         = &ties->network.ties[tie];
    const size_t ends[]     = {ties->partners[pair->a], ties->partners[pair->b]};
    size_t row              = table_add_row(table);
    const char *reported_by = pair->reported_by_a && pair->reported_by_b ? "both"
                              : pair->reported_by_a                      ? "a"
                                                                         : "b";
    table_set(table, COLUMN(network_ties, year), row, (Value){.count = year->year});
    for (size_t i = 0; i < 2; i++) {
        table_set(table, COLUMN(network_ties, partner_a) + i, row,
                  (Value){.text = table_text(monitor->partners,
                                             COLUMN(partners, partner_id), ends[i])});
        table_set(table, COLUMN(network_ties, sector_a) + i, row,
                  (Value){.text = sectors->codes[monitor_sector(monitor, ends[i])]});
    }
    table_set(table, COLUMN(network_ties, reported_by), row,
              (Value){.text = reported_by});
    table_set(table, COLUMN(network_ties, new), row,
              (Value){.truth = ties->is_new[tie]});
    if (ties->strength[tie] > 0)
        table_set(table, COLUMN(network_ties, strength), row,
                  (Value){.count = ties->strength[tie]});
}

Table *ties_table(const Monitor *monitor)
{
    Table *table = rows_new(monitor->schema, TABLE_network_ties);
    for (size_t y = 0; y < monitor->n_years; y++) {
        g_autoptr(Arena) arena = arena_new();
        const Ties *ties       = ties_find(arena, &monitor->years[y], NULL);
        for (size_t i = 0; ties != NULL && i < ties->network.tie_count; i++)
            add_tie(table, &monitor->years[y], ties, i);
    }
    return table;
}

void ties_compute(const Indicator *self, const Year *year,
                  void (*add)(const Indicator *self, const Year *year,
                              const Group *group, Cells *cells),
                  Cells *cells)
{
    if (year->collaborations == NULL) {
        indicator_add_absent(self, year, cells);
        return;
    }
    add(self, year, NULL, cells);
    for (size_t g = 0; g < year->n_groups; g++)
        add(self, year, &year->groups[g], cells);
}
