/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The estimators over what was tallied, and what is said where they cannot say
 * anything. */
#include "indicators/tables/estimates.h"

#include <math.h>

typedef struct Estimation {
    const Year *year;
    Cells *cells;
    size_t n_sectors;
    double confidence;
} Estimation;

static Stratum stratum_from(const Moments *moments, size_t population, Estimator kind)
{
    if (kind == ESTIMATE_SHARE || kind == ESTIMATE_SHARE_ALONE)
        return stratum_of_counts(population, moments->n, (size_t)moments->sum);
    double variance = moments->n < 2 ? 0 : moments->squares / (double)(moments->n - 1);
    Stratum stratum = stratum_of_moments(
        population, moments->n, moments->n == 0 ? 0 : moments->sum / (double)moments->n,
        variance);
    stratum.sum = moments->sum;
    return stratum;
}

static Method estimator_method(Estimator kind, bool is_national)
{
    static const Method national[] = {
        [ESTIMATE_CENSUS]      = METHOD_CENSUS,
        [ESTIMATE_SHARE]       = METHOD_STRATIFIED_XLOGIT,
        [ESTIMATE_SHARE_ALONE] = METHOD_STRATIFIED_XLOGIT,
        [ESTIMATE_MEAN]        = METHOD_STRATIFIED_T,
        [ESTIMATE_TOTAL]       = METHOD_STRATIFIED_T,
        [ESTIMATE_REPORTED]    = METHOD_REPORTED,
    };
    if (is_national || kind == ESTIMATE_REPORTED)
        return national[kind];
    return national[kind] == METHOD_STRATIFIED_XLOGIT ? METHOD_HYPERGEOMETRIC
                                                      : METHOD_SRS_T;
}

/* What was not asked is one national cell that says so. */
static void add_not_asked(const Estimation *estimation, const Tally *tally)
{
    Cell cell       = item_cell(tally->item, estimation->year);
    cell.method     = estimator_method(tally->item->measure->estimate, true);
    cell.obs_status = OBS_MISSING;
    cells_add(estimation->cells, &cell);
    if (tally->item->measure->estimate != ESTIMATE_SHARE)
        return;
    cell.measure_order++;
    cell.measure = "reported";
    cell.unit    = UNIT_COUNT;
    cell.method  = METHOD_REPORTED;
    cells_add(estimation->cells, &cell);
    cell.measure_order++;
    cell.measure = "bounds";
    cell.unit    = UNIT_PROPORTION;
    cell.method  = METHOD_BOUNDS;
    cells_add(estimation->cells, &cell);
}

/* Statuses and notes that any cell of the item bears. */
static void finish_cell(const Estimation *estimation, const Tally *tally, Cell *cell)
{
    if (item_is_changed(tally->item, estimation->year))
        cell_set_status(cell, OBS_BREAK);
    if (tally->source == ITEM_DERIVED)
        cell_add_note(estimation->cells, cell, "derived");
}

/* The basis of a cell when nobody is eligible or nobody answered: true when there is
 * nothing more to say. */
static bool is_without_value(Cell *cell, const Estimate *estimate)
{
    cell->n = (double)estimate->answers;
    cell->N = (double)estimate->eligible;
    if (estimate->flags & ESTIMATE_NO_POPULATION)
        cell_set_status(cell, OBS_CANNOT_EXIST);
    else if (estimate->flags & ESTIMATE_NO_ANSWERS)
        cell_set_status(cell, OBS_MISSING);
    return (estimate->flags & (ESTIMATE_NO_POPULATION | ESTIMATE_NO_ANSWERS)) != 0;
}

static void set_estimate(Cell *cell, const Estimate *estimate)
{
    cell->method = estimate->method;
    if (is_without_value(cell, estimate))
        return;
    cell->N        = (double)estimate->population;
    cell->value    = estimate->value;
    cell->se       = estimate->se;
    cell->model_se = estimate->model_se;
    cell->ci_low   = estimate->interval.low;
    cell->ci_high  = estimate->interval.high;
    if (estimate->flags & ESTIMATE_UNRELIABLE)
        cell_set_status(cell, OBS_UNRELIABLE);
}

static Estimate estimate_national(const Estimation *estimation, const Stratum *strata,
                                  Estimator kind)
{
    static Estimate (*const estimators[])(const Stratum *, size_t, double) = {
        [ESTIMATE_SHARE]       = estimate_share,
        [ESTIMATE_SHARE_ALONE] = estimate_share,
        [ESTIMATE_MEAN]        = estimate_mean,
        [ESTIMATE_TOTAL]       = estimate_total,
    };
    return estimators[kind](strata, estimation->n_sectors, estimation->confidence);
}

static void add_national(const Estimation *estimation, const Tally *tally,
                         const Stratum *strata)
{
    Estimator kind    = tally->item->measure->estimate;
    Estimate estimate = estimate_national(estimation, strata, kind);
    Cell filled       = item_cell(tally->item, estimation->year);
    Cell *cell        = cells_add(estimation->cells, &filled);
    set_estimate(cell, &estimate);
    if (!isnan(cell->value)) {
        cell->df = (double)estimate.df;
        if (kind != ESTIMATE_TOTAL) {
            cell->numerator   = (double)estimate.population * estimate.value;
            cell->denominator = (double)estimate.population;
        }
        cell_note_coverage(estimation->cells, cell, (double)estimate.eligible);
    }
    finish_cell(estimation, tally, cell);
}

/* The plain counts behind a national share: how many said yes, and what is certain
 * whatever the silent ones would have said. */
static void add_certainties(const Estimation *estimation, const Tally *tally,
                            const Moments *all)
{
    const Year *year = estimation->year;
    Cell reported    = item_cell(tally->item, estimation->year);
    double x         = all->sum;
    Interval bounds =
        interval_bounds((Proportion){(size_t)x, all->n}, year->n_eligible);
    reported.n          = (double)all->n;
    reported.N          = (double)year->n_eligible;
    reported.obs_status = year->n_eligible == 0 ? OBS_CANNOT_EXIST
                          : all->n == 0         ? OBS_MISSING
                                                : OBS_NORMAL;
    Cell certain        = reported;
    bool is_there       = reported.obs_status == OBS_NORMAL;
    reported.measure_order += 1;
    reported.measure = "reported";
    reported.unit    = UNIT_COUNT;
    reported.method  = METHOD_REPORTED;
    certain.measure_order += 2;
    certain.measure = "bounds";
    certain.method  = METHOD_BOUNDS;
    if (is_there) {
        reported.value  = x;
        certain.ci_low  = bounds.low;
        certain.ci_high = bounds.high;
    }
    finish_cell(estimation, tally, cells_add(estimation->cells, &reported));
    finish_cell(estimation, tally, cells_add(estimation->cells, &certain));
}

static Estimate estimate_subgroup(const Estimation *estimation, const Stratum *group,
                                  Estimator kind)
{
    if (kind == ESTIMATE_MEAN)
        return estimate_subgroup_mean(group, estimation->confidence);
    if (kind == ESTIMATE_TOTAL)
        return estimate_subgroup_total(group, estimation->confidence);
    Proportion share = {(size_t)group->sum, group->answers};
    return estimate_subgroup_share(share, group->population, estimation->confidence);
}

/* One sector or local alliance. */
static void add_subgroup(const Estimation *estimation, const Tally *tally,
                         const Cell *key, const Stratum *group)
{
    Estimator kind    = tally->item->measure->estimate;
    Estimate estimate = estimate_subgroup(estimation, group, kind);
    Cell *cell        = cells_add(estimation->cells, key);
    set_estimate(cell, &estimate);
    if (!isnan(cell->value) && kind != ESTIMATE_TOTAL) {
        cell->numerator   = group->sum;
        cell->denominator = (double)group->answers;
    }
    if (kind != ESTIMATE_SHARE && !isnan(cell->value))
        cell->df = (double)estimate.df;
    /* One answer of several shows no spread to make an error of. */
    if (estimate.method != METHOD_CENSUS && estimate.answers == 1)
        cell->se = (double)NAN;
    finish_cell(estimation, tally, cell);
}

/* The sum of what was reported: no estimate, no interval. */
static void add_reported(const Estimation *estimation, const Tally *tally,
                         const Cell *key, const Stratum *group)
{
    Cell *cell   = cells_add(estimation->cells, key);
    cell->method = METHOD_REPORTED;
    cell->n      = (double)group->answers;
    cell->N      = (double)group->population;
    if (group->population == 0)
        cell_set_status(cell, OBS_CANNOT_EXIST);
    else if (group->answers == 0)
        cell_set_status(cell, OBS_MISSING);
    else
        cell->value = group->sum;
    finish_cell(estimation, tally, cell);
}

static void add_group(const Estimation *estimation, const Tally *tally, const Cell *key,
                      const Stratum *group)
{
    if (tally->item->measure->estimate == ESTIMATE_REPORTED)
        add_reported(estimation, tally, key, group);
    else
        add_subgroup(estimation, tally, key, group);
}

static void add_breakdowns(const Estimation *estimation, const Tally *tally,
                           const Stratum *strata)
{
    const Year *year = estimation->year;
    if (tally->item->measure->by & BY_SECTOR)
        for (size_t s = 0; s < estimation->n_sectors; s++) {
            Cell key   = item_cell(tally->item, estimation->year);
            key.sector = (int)s;
            if (strata[s].population > 0)
                add_group(estimation, tally, &key, &strata[s]);
        }
    if (tally->item->measure->by & BY_ALLIANCE)
        for (size_t g = 0; g < year->n_groups; g++) {
            Cell key        = item_cell(tally->item, estimation->year);
            key.alliance_id = year->groups[g].id;
            Stratum group   = stratum_from(&tally->groups[g], year->groups[g].n_members,
                                           tally->item->measure->estimate);
            add_group(estimation, tally, &key, &group);
        }
}

static void add_item(Arena *arena, const Estimation *estimation, const Tally *tally)
{
    const Year *year = estimation->year;
    Estimator kind   = tally->item->measure->estimate;
    Stratum *strata  = arena_array(arena, Stratum, estimation->n_sectors);
    Moments all      = {0};
    for (size_t s = 0; s < estimation->n_sectors; s++) {
        strata[s] = stratum_from(&tally->sectors[s], year->population[s], kind);
        all.n += tally->sectors[s].n;
        all.sum += tally->sectors[s].sum;
    }
    Stratum whole = {.population = year->n_eligible, .answers = all.n, .sum = all.sum};
    Cell key      = item_cell(tally->item, estimation->year);
    if (tally->source == ITEM_ABSENT) {
        add_not_asked(estimation, tally);
        return;
    }
    if (kind == ESTIMATE_REPORTED)
        add_reported(estimation, tally, &key, &whole);
    else
        add_national(estimation, tally, strata);
    if (kind == ESTIMATE_SHARE)
        add_certainties(estimation, tally, &all);
    add_breakdowns(estimation, tally, strata);
}

void estimates_add(const Tallies *tallies, size_t year, Cells *cells)
{
    g_autoptr(Arena) arena = arena_new();
    const Monitor *monitor = tallies->monitor;
    Estimation estimation  = {
         .year       = &monitor->years[year],
         .cells      = cells,
         .n_sectors  = monitor->settings->sectors.n_codes,
         .confidence = monitor->settings->monitor_confidence,
    };
    for (size_t i = 0; i < tallies->n_items; i++)
        add_item(arena, &estimation, &tallies->years[year][i]);
}
