/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of one item and year lie side by side: its observations are read once. */
#include "indicators/disclosure/magnitudes.h"

#include "indicators/core/items.h"
#include "indicators/core/observations.h"

#include <string.h>

/* The observations of one item in one year, and who makes its sums. */
typedef struct Reports {
    const Item *item;
    const Year *year;
    Arena *arena;         /* of the values alone, which are many */
    const double *values; /* by partner */
    Contribution *list;   /* room for those of a group */
    Contributions national;
    Contributions sectors[SECTORS_LIMIT];
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

/* Adds what `partner` reported to the first `count` of the list; returns how many there
 * are then. */
static size_t take(const Reports *reports, size_t partner, size_t count)
{
    if (reports->values[partner] > 0)
        reports->list[count++] = (Contribution){
            reports->year->monitor->holding[partner], reports->values[partner]};
    return count;
}

static Contributions find_members(const Reports *reports, const char *alliance_id)
{
    const Year *year = reports->year;
    size_t count     = 0;
    for (size_t g = 0; g < year->n_groups; g++)
        for (size_t m = 0; strcmp(year->groups[g].id, alliance_id) == 0 &&
                           m < year->groups[g].n_members;
             m++)
            count = take(reports, year->groups[g].members[m], count);
    return contributions_of(reports->list, count);
}

static Contributions find_national(const Reports *reports)
{
    const Year *year = reports->year;
    size_t count     = 0;
    for (size_t row = 0; row < year->monitor->partners->n_rows; row++)
        if (year->is_national[row])
            count = take(reports, row, count);
    return contributions_of(reports->list, count);
}

/* The partners of each sector side by side in the list. */
static void find_sectors(Reports *reports)
{
    const Year *year                 = reports->year;
    const Monitor *monitor           = year->monitor;
    size_t starts[SECTORS_LIMIT + 1] = {0}, ends[SECTORS_LIMIT];
    for (size_t s = 0; s < monitor->settings->sectors.n_codes; s++) {
        starts[s + 1] = starts[s] + year->population[s];
        ends[s]       = starts[s];
    }
    for (size_t row = 0; row < monitor->partners->n_rows; row++) {
        if (!year->is_national[row])
            continue;
        size_t *end = &ends[monitor_sector(monitor, row)];
        *end        = take(reports, row, *end);
    }
    for (size_t s = 0; s < monitor->settings->sectors.n_codes; s++)
        reports->sectors[s] =
            contributions_of(reports->list + starts[s], ends[s] - starts[s]);
}

static void find_reports(Reports *reports, const Item *item, const Year *year)
{
    arena_free(reports->arena);
    reports->arena    = arena_new();
    reports->item     = item;
    reports->year     = year;
    reports->values   = observations(reports->arena, item, year);
    reports->national = find_national(reports);
    find_sectors(reports);
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
        if (reports.item != item || reports.year->year != cell->year)
            find_reports(&reports, item, find_year(monitor, cell->year));
        cell->contributions = cell->alliance_id != NULL
                                  ? find_members(&reports, cell->alliance_id)
                              : cell->sector != CELL_ALL ? reports.sectors[cell->sector]
                                                         : reports.national;
    }
    arena_free(reports.arena);
}
