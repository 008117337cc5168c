/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small counts first, then whatever would give them away. */
#include "indicators/disclosure/disclosure.h"

#include <math.h>

static bool is_subgroup(const Cell *cell)
{
    return cell->sector != CELL_ALL || cell->alliance_id != NULL;
}

static void empty_cell(Cell *cell, ConfStatus status)
{
    cell->numerator = cell->denominator = cell->n = (double)NAN;
    cell->value = cell->se = cell->df = (double)NAN;
    cell->ci_low = cell->ci_high = (double)NAN;
    cell->conf_status            = status;
}

/* The sectors of one figure: same year, indicator, measure, opgave and category. */
static bool is_same_breakdown(const Cell *a, const Cell *b)
{
    return a->year == b->year && a->indicator == b->indicator &&
           a->measure_order == b->measure_order && a->opgave == b->opgave &&
           a->category_order == b->category_order &&
           g_strcmp0(a->category, b->category) == 0;
}

typedef struct Breakdown {
    const Cell *key;
    size_t n_suppressed;
    Cell *smallest; /* of those still shown, NULL: none */
} Breakdown;

static void breakdown_note(Breakdown *breakdown, Cell *cell)
{
    if (cell->conf_status != CONF_FREE)
        breakdown->n_suppressed++;
    else if (breakdown->smallest == NULL || cell->n < breakdown->smallest->n)
        breakdown->smallest = cell;
}

/* The sectors of one figure, from `start` on; cells of one figure with a category lie
 * apart, so the whole run of the measure is looked through. */
static Breakdown find_breakdown(Cells *cells, size_t start)
{
    Breakdown breakdown = {.key = cells_get(cells, start)};
    for (size_t i = start; i < cells_count(cells); i++) {
        Cell *cell = cells_at(cells, i);
        if (cell->indicator != breakdown.key->indicator ||
            cell->year != breakdown.key->year ||
            cell->measure_order != breakdown.key->measure_order)
            break;
        if (cell->sector != CELL_ALL && cell->alliance_id == NULL && !isnan(cell->N) &&
            is_same_breakdown(cell, breakdown.key))
            breakdown_note(&breakdown, cell);
    }
    return breakdown;
}

/* The national cell comes first in its breakdown; its sectors follow. */
static void suppress_secondary(Cells *cells)
{
    for (size_t i = 0; i < cells_count(cells); i++) {
        if (is_subgroup(cells_get(cells, i)))
            continue;
        Breakdown breakdown = find_breakdown(cells, i);
        if (breakdown.n_suppressed == 1 && breakdown.smallest != NULL)
            empty_cell(breakdown.smallest, CONF_SECONDARY);
    }
}

void disclosure_suppress(Cells *cells, int64_t minimum_answers)
{
    for (size_t i = 0; i < cells_count(cells); i++) {
        Cell *cell = cells_at(cells, i);
        if (is_subgroup(cell) && cell->n < (double)minimum_answers)
            empty_cell(cell, CONF_PRIMARY);
    }
    suppress_secondary(cells);
}
