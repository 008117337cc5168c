/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells by themselves first, then whatever would give them away. */
#include "indicators/disclosure/disclosure.h"

#include "indicators/core/indicator.h"
#include "indicators/disclosure/magnitudes.h"
#include "indicators/disclosure/sector_puzzle.h"

#include <math.h>
#include <string.h>

static const double dominance_percent = 10;

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

/* ---- a cell by itself ---- */

static bool has_few_answers(const Monitor *monitor, const Cell *cell)
{
    double minimum = (double)monitor->settings->disclosure_minimum_answers;
    return (is_subgroup(cell) || cell->answer > 0) &&
           (cell->n < minimum || cell->fewest_answers < minimum);
}

static bool is_dominated(const Monitor *monitor, const Cell *cell)
{
    (void)monitor;
    return contributions_are_dominated(&cell->contributions, dominance_percent);
}

typedef bool Rule(const Monitor *monitor, const Cell *cell);
static Rule *const rules[] = {has_few_answers, is_dominated};

static void suppress_primary(const Monitor *monitor, Cells *cells)
{
    for (size_t i = 0; i < cells_count(cells); i++)
        for (size_t r = 0; r < G_N_ELEMENTS(rules); r++)
            if (rules[r](monitor, cells_get(cells, i)))
                empty_cell(cells_at(cells, i), CONF_PRIMARY);
}

/* ---- complement ---- */

/* Cells that add up: their total and its parts. */
typedef struct Breakdown {
    const Cell *total; /* NULL: not among the cells, but known */
    size_t n_parts;
    size_t n_missing; /* the total counted in */
    double answers;   /* of the parts, as they were */
    Cell *smallest;   /* of the parts still shown, NULL: none */
} Breakdown;

static void breakdown_add(Breakdown *breakdown, Cell *cell)
{
    breakdown->n_parts++;
    breakdown->answers += cell->answers;
    if (cell->conf_status != CONF_FREE)
        breakdown->n_missing++;
    else if (breakdown->smallest == NULL ||
             cell->answers < breakdown->smallest->answers)
        breakdown->smallest = cell;
}

static void breakdown_protect(const Breakdown *breakdown)
{
    if (breakdown->n_missing == 1 && breakdown->smallest != NULL)
        empty_cell(breakdown->smallest, CONF_SECONDARY);
}

static bool is_same_run(const Cell *a, const Cell *b)
{
    return a->year == b->year && a->indicator == b->indicator &&
           a->measure_order == b->measure_order;
}

/* Of one figure: same opgave and category. */
static bool is_same_figure(const Cell *a, const Cell *b)
{
    return a->opgave == b->opgave && a->category_order == b->category_order &&
           g_strcmp0(a->category, b->category) == 0;
}

/* Counts, shares and means follow from their parts; indices of a network do not. */
static bool adds_up(const Cell *total)
{
    return !isnan(total->answers) && total->unit != UNIT_INDEX &&
           total->method != METHOD_NETWORK;
}

/* The parts of the total in its run, from there on. */
static Breakdown find_breakdown(Cells *cells, size_t total, bool by_sector)
{
    Breakdown breakdown = {.total = cells_get(cells, total)};
    breakdown.n_missing = breakdown.total->conf_status != CONF_FREE;
    for (size_t i = total + 1; i < cells_count(cells); i++) {
        Cell *cell = cells_at(cells, i);
        if (!is_same_run(cell, breakdown.total))
            break;
        if ((by_sector ? cell->sector != CELL_ALL : cell->alliance_id != NULL) &&
            !isnan(cell->answers) && is_same_figure(cell, breakdown.total))
            breakdown_add(&breakdown, cell);
    }
    return breakdown;
}

/* Sectors are a division of the partners; local alliances only where no answer is in
 * two of them or in none. */
static void suppress_complement(Cells *cells, size_t total)
{
    Breakdown sectors   = find_breakdown(cells, total, true);
    Breakdown alliances = find_breakdown(cells, total, false);
    bool is_division    = !(fabs(alliances.answers - alliances.total->answers) > 0);
    breakdown_protect(&sectors);
    if (is_division)
        breakdown_protect(&alliances);
}

static void suppress_complements(Cells *cells)
{
    for (size_t i = 0; i < cells_count(cells); i++)
        if (!is_subgroup(cells_get(cells, i)) && adds_up(cells_get(cells, i)))
            suppress_complement(cells, i);
}

/* Pairs of sectors: their key is a sector and, as category, another; they add up to the
 * ties, which cross_sector_ties tells. */
static void suppress_pairs(Cells *cells)
{
    static const unsigned both = BY_SECTOR | BY_CATEGORY;
    for (size_t start = 0, end; start < cells_count(cells); start = end) {
        const Cell *first   = cells_get(cells, start);
        const Measure *made = measure_at(first->indicator, first->measure_order);
        Breakdown breakdown = {.n_parts = 0};
        for (end = start;
             end < cells_count(cells) && is_same_run(cells_get(cells, end), first);
             end++)
            if (made->estimate == ESTIMATE_CENSUS && (made->by & both) == both &&
                cells_get(cells, end)->sector != CELL_ALL)
                breakdown_add(&breakdown, cells_at(cells, end));
        breakdown_protect(&breakdown);
    }
}

/* ---- difference ---- */

/* The first year whose own sum is not shown, of the indicator of a running sum. */
static int first_missing(const Cells *cells, const Cell *running)
{
    int first = G_MAXINT;
    for (size_t i = 0; i < cells_count(cells); i++) {
        const Cell *cell = cells_get(cells, i);
        if (cell->indicator == running->indicator && !is_subgroup(cell) &&
            strcmp(cell->measure, "reported") == 0 && cell->conf_status != CONF_FREE)
            first = MIN(first, cell->year);
    }
    return first;
}

static void suppress_differences(Cells *cells)
{
    for (size_t i = 0; i < cells_count(cells); i++) {
        Cell *cell = cells_at(cells, i);
        if (strcmp(cell->measure, "cumulative") == 0 && !isnan(cell->value) &&
            cell->year >= first_missing(cells, cell))
            empty_cell(cell, CONF_SECONDARY);
    }
}

/* ---- puzzles ---- */

enum { SHARE_DECIMALS = 3 };

/* The sectors of one national share. */
typedef struct Sectors {
    Cell *cells[PUZZLE_SECTORS];
    PuzzleSector puzzle[PUZZLE_SECTORS];
    size_t count;
} Sectors;

/* Nobody, where nobody answered or nobody is there. */
static int whole_number(double number)
{
    return isnan(number) ? 0 : (int)number;
}

static PuzzleSector puzzle_sector(const Cell *cell, int minimum)
{
    bool is_few = cell->conf_status == CONF_PRIMARY;
    return (PuzzleSector){
        .population = whole_number(cell->N),
        .answers    = whole_number(cell->answers),
        .positives  = whole_number(cell->positives),
        .is_hidden  = cell->conf_status != CONF_FREE,
        .fewest     = is_few ? 1 : minimum,
        .most =
            is_few ? MIN(minimum - 1, whole_number(cell->N)) : whole_number(cell->N),
    };
}

static void find_sectors(Cells *cells, size_t total, int minimum, Sectors *sectors)
{
    const Cell *whole = cells_get(cells, total);
    sectors->count    = 0;
    for (size_t i = total + 1; i < cells_count(cells); i++) {
        Cell *cell = cells_at(cells, i);
        if (!is_same_run(cell, whole))
            break;
        if (cell->sector == CELL_ALL || !is_same_figure(cell, whole))
            continue;
        sectors->cells[sectors->count]    = cell;
        sectors->puzzle[sectors->count++] = puzzle_sector(cell, minimum);
    }
}

/* The sector that is still shown and whose loss costs readers least. */
static Cell *smallest_shown(const Sectors *sectors)
{
    Cell *smallest = NULL;
    for (size_t s = 0; s < sectors->count; s++) {
        Cell *cell = sectors->cells[s];
        if (cell->conf_status == CONF_FREE && cell->answers > 0 &&
            (smallest == NULL || cell->answers < smallest->answers))
            smallest = cell;
    }
    return smallest;
}

/* Hides one more sector for as long as a hidden one can be worked out. */
static void suppress_sectors(Cells *cells, size_t total, int minimum)
{
    Sectors sectors;
    find_sectors(cells, total, minimum, &sectors);
    while (!puzzle_is_safe(sectors.puzzle, sectors.count, SHARE_DECIMALS)) {
        Cell *smallest = smallest_shown(&sectors);
        if (smallest == NULL)
            return;
        empty_cell(smallest, CONF_SECONDARY);
        find_sectors(cells, total, minimum, &sectors);
    }
}

static void suppress_solvable(const Monitor *monitor, Cells *cells)
{
    int minimum = (int)monitor->settings->disclosure_minimum_answers;
    for (size_t i = 0; i < cells_count(cells); i++) {
        const Cell *cell    = cells_get(cells, i);
        const Measure *made = measure_at(cell->indicator, cell->measure_order);
        bool is_share =
            made->estimate == ESTIMATE_SHARE || made->estimate == ESTIMATE_SHARE_ALONE;
        if (!is_subgroup(cell) && cell->answer == 0 && is_share &&
            cell->unit == UNIT_PROPORTION && cell->method != METHOD_BOUNDS)
            suppress_sectors(cells, i, minimum);
    }
}

typedef void Protection(Cells *cells);
static Protection *const protections[] = {suppress_complements, suppress_pairs,
                                          suppress_differences};

/* The answers behind each cell, kept for what comes after it is emptied. */
static void keep_answers(Cells *cells)
{
    for (size_t i = 0; i < cells_count(cells); i++) {
        Cell *cell      = cells_at(cells, i);
        cell->answers   = isnan(cell->n) ? cell->fewest_answers : cell->n;
        cell->positives = cell->numerator;
    }
}

void disclosure_suppress(const Monitor *monitor, Cells *cells)
{
    magnitudes_find(monitor, cells);
    keep_answers(cells);
    suppress_primary(monitor, cells);
    for (size_t p = 0; p < G_N_ELEMENTS(protections); p++)
        protections[p](cells);
    suppress_solvable(monitor, cells);
}
