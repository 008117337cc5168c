/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of one item and year lie side by side: its observations are read once. */
#include "indicators/disclosure/magnitudes.h"

#include "indicators/items.h"
#include "indicators/observations.h"

#include <string.h>

/* The observations of one item in one year, and room for those of a group. */
typedef struct Reports {
    const Item *item;
    const Year *year;
    const double *values; /* by partner */
    Contribution *list;
    size_t count;
} Reports;

static bool is_total(const Item *item)
{
    return item->measure->estimate == ESTIMATE_TOTAL ||
           item->measure->estimate == ESTIMATE_REPORTED;
}

static const Item *find_total(const Item *items, size_t count, const Cell *cell)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].indicator == cell->indicator &&
            items[i].measure_order == cell->measure_order && is_total(&items[i]))
            return &items[i];
    return NULL;
}

static const Year *find_year(const Monitor *monitor, int year)
{
    for (size_t i = 0; i < monitor->n_years; i++)
        if (monitor->years[i].year == year)
            return &monitor->years[i];
    g_assert_not_reached();
}

static void take(Reports *reports, size_t partner)
{
    if (reports->values[partner] > 0)
        reports->list[reports->count++] = (Contribution){
            reports->year->monitor->holding[partner], reports->values[partner]};
}

static void take_members(Reports *reports, const char *alliance_id)
{
    const Year *year = reports->year;
    for (size_t g = 0; g < year->n_groups; g++)
        for (size_t m = 0; strcmp(year->groups[g].id, alliance_id) == 0 &&
                           m < year->groups[g].n_members;
             m++)
            take(reports, year->groups[g].members[m]);
}

static void take_partners(Reports *reports, int sector)
{
    const Year *year = reports->year;
    for (size_t row = 0; row < year->monitor->partners->n_rows; row++)
        if (year->is_national[row] &&
            (sector == CELL_ALL ||
             (size_t)sector == monitor_sector(year->monitor, row)))
            take(reports, row);
}

void magnitudes_find(const Monitor *monitor, Cells *cells)
{
    g_autoptr(Arena) arena = arena_new();
    size_t n_items         = 0;
    const Item *items      = items_all(arena, &n_items);
    Reports reports        = {.list =
                                  arena_array(arena, Contribution, monitor->partners->n_rows)};
    for (size_t i = 0; i < cells_count(cells); i++) {
        Cell *cell       = cells_at(cells, i);
        const Item *item = find_total(items, n_items, cell);
        if (item == NULL)
            continue;
        if (reports.item != item || reports.year->year != cell->year) {
            reports.item   = item;
            reports.year   = find_year(monitor, cell->year);
            reports.values = observations(arena, item, reports.year);
        }
        reports.count = 0;
        if (cell->alliance_id != NULL)
            take_members(&reports, cell->alliance_id);
        else
            take_partners(&reports, cell->sector);
        cell->contributions = contributions_of(reports.list, reports.count);
    }
}
