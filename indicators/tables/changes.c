/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row for each item and pair of consecutive years that ask the same. */
#include "indicators/tables/changes.h"

#include "indicators/core/observations.h"
#include "indicators/core/rows.h"

typedef struct Changes {
    const Monitor *monitor;
    Table *table;
    int64_t minimum_answers;
} Changes;

static bool is_compared(const Item *item)
{
    return item_is_share(item) || item->measure->estimate == ESTIMATE_MEAN;
}

static void add_row(const Changes *changes, const Item *item, const Year *years[2],
                    const Change *change)
{
    Table *table = changes->table;
    size_t row   = table_add_row(table);
    Cell key     = item_cell(item, years[1]);
    bool is_few  = (int64_t)change->answered_both < changes->minimum_answers;
    table_set(table, COLUMN(change, year_from), row, (Value){.count = years[0]->year});
    table_set(table, COLUMN(change, year_to), row, (Value){.count = years[1]->year});
    row_set_key(table, COLUMN(change, indicator), row, &key,
                &changes->monitor->settings->sectors);
    const RowNumber numbers[] = {
        {COLUMN(change, n_both), (double)change->answered_both},
        {COLUMN(change, difference), change->difference},
        {COLUMN(change, se), change->se},
        {COLUMN(change, ci_low), change->interval.low},
        {COLUMN(change, ci_high), change->interval.high},
        {COLUMN(change, df), (double)change->df},
        {COLUMN(change, p_value), change->p_value},
        {COLUMN(change, mcnemar_p), is_few ? (double)NAN : change->mcnemar_p},
        {COLUMN(change, among_stayers), is_few ? (double)NAN : change->among_stayers},
        {COLUMN(change, composition), is_few ? (double)NAN : change->composition},
    };
    row_set_numbers(table, row, numbers, G_N_ELEMENTS(numbers));
}

static void add_pair(const Changes *changes, const Item *item, const Year *years[2])
{
    static const Scope national = {.sector = CELL_ALL};
    if (!item_is_comparable(item, years[0], years[1]))
        return;
    g_autoptr(Arena) arena = arena_new();
    const Panel *panel     = panel_make(arena, item, years, &national);
    Change change =
        change_between(panel, changes->monitor->settings->monitor_confidence);
    if (!isnan(change.difference))
        add_row(changes, item, years, &change);
}

/* Items that share a place in the order of publication: as in indicators.csv the year
 * comes before the item. */
static void add_indicator(const Changes *changes, const Item *items, size_t count)
{
    const Monitor *monitor = changes->monitor;
    for (size_t y = 1; y < monitor->n_years; y++)
        for (size_t i = 0; i < count; i++) {
            const Year *years[2] = {&monitor->years[y - 1], &monitor->years[y]};
            if (is_compared(&items[i]))
                add_pair(changes, &items[i], years);
        }
}

Table *changes_make(const Monitor *monitor, int64_t minimum_answers)
{
    g_autoptr(Arena) arena = arena_new();
    size_t n_items         = 0;
    const Item *items      = items_all(arena, &n_items);
    Changes changes        = {monitor, rows_new(monitor->schema, TABLE_change),
                              minimum_answers};
    for (size_t first = 0; first < n_items;) {
        size_t end = items_end(items, n_items, first);
        add_indicator(&changes, items + first, end - first);
        first = end;
    }
    return changes.table;
}
