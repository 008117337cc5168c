/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For each target the cells of its figure by year; then path, verdict and projection.
 */
#include "indicators/tables/progresses.h"

#include "indicators/comparison/progress.h"
#include "indicators/comparison/trend.h"
#include "indicators/core/observations.h"
#include "indicators/core/rows.h"

#include <stdlib.h>
#include <string.h>

/* One row of targets.csv with its figure by year. */
typedef struct Goal {
    const Monitor *monitor;
    size_t row;         /* in targets */
    Cell key;           /* of its figure */
    const Item *item;   /* NULL: not observed answer by answer */
    const Cell **cells; /* by year of the monitor; NULL: none */
    TargetPath path;
    size_t base;           /* the year of the baseline, n_years: none of ours */
    bool base_is_estimate; /* the baseline is our own figure */
} Goal;

/* ---- finding the figure ---- */

static bool is_same_key(const Cell *a, const Cell *b)
{
    return a->indicator == b->indicator && g_strcmp0(a->measure, b->measure) == 0 &&
           a->sector == b->sector && a->opgave == b->opgave &&
           g_strcmp0(a->alliance_id, b->alliance_id) == 0 &&
           g_strcmp0(a->category, b->category) == 0;
}

static Cell target_key(const Monitor *monitor, size_t row)
{
    const Table *targets = monitor->targets;
    Cell key             = cell_empty;
    key.indicator =
        indicator_find(table_text(targets, COLUMN(targets, indicator), row));
    key.measure = table_text(targets, COLUMN(targets, measure), row);
    key.measure_order =
        key.indicator < 0 ? -1 : measure_find(key.indicator, key.measure);
    key.sector      = table_code(targets, COLUMN(targets, sector), row);
    key.opgave      = table_code(targets, COLUMN(targets, opgave), row);
    key.category    = table_text(targets, COLUMN(targets, category), row);
    key.alliance_id = table_text(targets, COLUMN(targets, alliance_id), row);
    return key;
}

static const Item *find_item(Arena *arena, const Monitor *monitor, const Cell *key)
{
    size_t n_items    = 0;
    const Item *items = items_all(arena, &n_items);
    for (size_t i = 0; i < n_items; i++) {
        Cell cell        = item_cell(&items[i], &monitor->years[0]);
        cell.sector      = key->sector;
        cell.alliance_id = key->alliance_id;
        if (is_same_key(&cell, key))
            return &items[i];
    }
    return NULL;
}

static void find_cells(Arena *arena, Goal *goal, const Cells *cells)
{
    const Monitor *monitor = goal->monitor;
    goal->cells            = arena_array(arena, const Cell *, monitor->n_years);
    for (size_t i = 0; i < cells_count(cells); i++) {
        const Cell *cell = cells_get(cells, i);
        if (!is_same_key(cell, &goal->key))
            continue;
        for (size_t y = 0; y < monitor->n_years; y++)
            if (monitor->years[y].year == cell->year)
                goal->cells[y] = cell;
    }
}

static bool has_value(const Goal *goal, size_t year)
{
    return goal->cells[year] != NULL && !isnan(goal->cells[year]->value);
}

/* Only bounds, no value: coverage of the target population. */
static bool has_bounds(const Goal *goal, size_t year)
{
    return goal->cells[year] != NULL && isnan(goal->cells[year]->value) &&
           !isnan(goal->cells[year]->ci_low) && !isnan(goal->cells[year]->ci_high);
}

/* ---- the baseline ---- */

/* Given in targets.csv, or else our own figure of the year given or the first there
 * is. */
static void find_baseline(Goal *goal)
{
    const Table *targets = goal->monitor->targets;
    int64_t year   = table_count(targets, COLUMN(targets, baseline_year), goal->row);
    double given   = table_number(targets, COLUMN(targets, baseline), goal->row);
    size_t n_years = goal->monitor->n_years;
    goal->base     = 0;
    while (goal->base < n_years &&
           (year > 0 ? goal->monitor->years[goal->base].year != year
                     : !isnan(given) || (!has_value(goal, goal->base) &&
                                         !has_bounds(goal, goal->base))))
        goal->base++;
    bool is_ours        = goal->base < n_years && has_value(goal, goal->base);
    double own          = is_ours ? goal->cells[goal->base]->value : (double)NAN;
    goal->path.baseline = isnan(given) ? own : given;
    goal->base_is_estimate =
        isnan(given) || (is_ours && fabs(given - own) <= 1e-12 * fmax(1, fabs(own)));
    goal->path.baseline_year = year > 0 ? (double)year
                               : goal->base < n_years
                                   ? (double)goal->monitor->years[goal->base].year
                                   : (double)NAN;
    goal->path.target = table_number(targets, COLUMN(targets, target), goal->row);
    goal->path.target_year =
        (double)table_count(targets, COLUMN(targets, target_year), goal->row);
}

/* ---- variances ---- */

/* Of a year's figure, without the finite-population factor; NaN when it is no
 * estimate. */
static double variance_of(const Goal *goal, size_t year)
{
    const Cell *cell = goal->cells[year];
    if (goal->item == NULL || goal->item->measure->estimate == ESTIMATE_REPORTED)
        return (double)NAN;
    if (item_is_share(goal->item))
        return smoothed_variance(cell->value, cell->model_se * cell->model_se,
                                 (size_t)cell->n);
    return cell->model_se * cell->model_se;
}

/* A total is N times its mean: so is its covariance. */
static double covariance_of(const Goal *goal, size_t from, size_t to)
{
    const Monitor *monitor = goal->monitor;
    const Year *years[2]   = {&monitor->years[from], &monitor->years[to]};
    Scope scope            = {goal->key.sector, goal->key.alliance_id};
    g_autoptr(Arena) arena = arena_new();
    double covariance = panel_covariance(panel_make(arena, goal->item, years, &scope));
    if (goal->item->measure->estimate == ESTIMATE_TOTAL)
        covariance *= goal->cells[from]->N * goal->cells[to]->N;
    return isnan(covariance) ? 0 : covariance;
}

static bool is_comparable(const Goal *goal, size_t from, size_t to)
{
    return goal->item == NULL ||
           item_is_comparable(goal->item, &goal->monitor->years[from],
                              &goal->monitor->years[to]);
}

/* ---- verdicts ---- */

/* What one row says. */
typedef struct Judgement {
    double ratio;
    double growth_ratio;
    double probability;
    Verdict verdict;
} Judgement;

static const Judgement nothing_known = {(double)NAN, (double)NAN, (double)NAN,
                                        VERDICT_CANNOT_TELL};

static Judgement judge_count(const Goal *goal, size_t year)
{
    double value = goal->cells[year]->value;
    double when  = (double)goal->monitor->years[year].year;
    return (Judgement){progress_ratio(&goal->path, when, value),
                       progress_growth_ratio(&goal->path, when, value), (double)NAN,
                       progress_verdict_of_count(&goal->path, when, value)};
}

static Judgement judge_estimate(const Goal *goal, size_t year)
{
    Judgement judgement = judge_count(goal, year);
    bool is_own = goal->base_is_estimate && goal->base < goal->monitor->n_years &&
                  has_value(goal, goal->base);
    Progress progress = {
        .year              = (double)goal->monitor->years[year].year,
        .value             = goal->cells[year]->value,
        .variance          = variance_of(goal, year),
        .baseline_variance = is_own ? variance_of(goal, goal->base) : 0,
        .covariance =
            is_own && goal->base != year ? covariance_of(goal, goal->base, year) : 0,
        .answers = (size_t)goal->cells[year]->n,
        .share   = item_is_share(goal->item)};
    judgement.probability = progress_probability(&goal->path, &progress);
    judgement.verdict     = progress_verdict(&goal->path, &progress);
    return judgement;
}

/* A verdict for the lower and one for the upper bound, each on its own path; what they
 * have in common. */
static Judgement judge_bounds(const Goal *goal, size_t year)
{
    Judgement judgement = nothing_known;
    const Cell *cell    = goal->cells[year];
    double when         = (double)goal->monitor->years[year].year;
    TargetPath lower = goal->path, upper = goal->path;
    if (isnan(goal->path.baseline) && goal->base < goal->monitor->n_years &&
        has_bounds(goal, goal->base)) {
        lower.baseline = goal->cells[goal->base]->ci_low;
        upper.baseline = goal->cells[goal->base]->ci_high;
    }
    Verdict low  = progress_verdict_of_count(&lower, when, cell->ci_low);
    Verdict high = progress_verdict_of_count(&upper, when, cell->ci_high);
    if (low == high)
        judgement.verdict = low;
    return judgement;
}

static Judgement judge(const Goal *goal, size_t year)
{
    bool is_ours = goal->base < goal->monitor->n_years && goal->base_is_estimate;
    if (is_ours && goal->base <= year && !is_comparable(goal, goal->base, year))
        return nothing_known;
    if (has_bounds(goal, year))
        return judge_bounds(goal, year);
    if (!has_value(goal, year))
        return nothing_known;
    if (goal->item == NULL || goal->item->measure->estimate == ESTIMATE_REPORTED)
        return judge_count(goal, year);
    return judge_estimate(goal, year);
}

/* ---- projection ---- */

/* The years up to `year` since the question last changed. */
static size_t series_years(const Goal *goal, size_t year, size_t *years)
{
    size_t n = 0;
    for (size_t y = 0; y <= year; y++)
        if (has_value(goal, y) && is_comparable(goal, y, year))
            years[n++] = y;
    return n;
}

static Trend project(const Goal *goal, size_t year)
{
    g_autoptr(Arena) arena = arena_new();
    size_t n_years         = goal->monitor->n_years;
    size_t *years          = arena_array(arena, size_t, n_years);
    size_t n               = series_years(goal, year, years);
    double *when           = arena_array(arena, double, n);
    double *values         = arena_array(arena, double, n);
    double *covariance     = arena_array(arena, double, n *n);
    size_t *answers        = arena_array(arena, size_t, n);
    for (size_t i = 0; i < n; i++) {
        when[i]    = (double)goal->monitor->years[years[i]].year;
        values[i]  = goal->cells[years[i]]->value;
        answers[i] = (size_t)goal->cells[years[i]]->n;
        for (size_t j = 0; j < i; j++)
            covariance[i * n + j] = covariance[j * n + i] =
                covariance_of(goal, years[j], years[i]);
        covariance[i * n + i] = variance_of(goal, years[i]);
    }
    Series series = {when, values, covariance, answers, n, item_is_share(goal->item)};
    return trend_fit(&series, goal->path.target_year,
                     goal->monitor->settings->monitor_confidence);
}

/* ---- rows ---- */

static void set_note(Table *table, size_t row, const Goal *goal, size_t year,
                     const Trend *trend)
{
    g_autoptr(GString) note = g_string_new(NULL);
    bool is_ours = goal->base < goal->monitor->n_years && goal->base_is_estimate;
    if (!goal->base_is_estimate)
        g_string_append(note, "base=published ");
    if (has_bounds(goal, year))
        g_string_append(note, "bounds ");
    if (is_ours && goal->base <= year && !is_comparable(goal, goal->base, year))
        g_string_append(note, "break ");
    if (trend->diagonal)
        g_string_append(note, "projection=diagonal ");
    g_strchomp(note->str);
    table_set(table, COLUMN(progress, note), row,
              (Value){.text = *note->str != '\0' ? note->str : NULL});
}

static void set_numbers(Table *table, size_t row, const Goal *goal, size_t year,
                        const Trend *trend)
{
    Judgement judgement       = judge(goal, year);
    bool is_shown             = has_value(goal, year);
    const RowNumber numbers[] = {
        {COLUMN(progress, baseline), goal->path.baseline},
        {COLUMN(progress, value), is_shown ? goal->cells[year]->value : (double)NAN},
        {COLUMN(progress, target), goal->path.target},
        {COLUMN(progress, ratio_linear), judgement.ratio},
        {COLUMN(progress, probability), judgement.probability},
        {COLUMN(progress, ratio_cagr), judgement.growth_ratio},
        {COLUMN(progress, projection), trend->projection},
        {COLUMN(progress, projection_low), trend->interval.low},
        {COLUMN(progress, projection_high), trend->interval.high},
    };
    row_set_numbers(table, row, numbers, G_N_ELEMENTS(numbers));
    table_set(table, COLUMN(progress, verdict), row,
              (Value){.text = verdict_name(judgement.verdict)});
}

static void add_row(Table *table, const Goal *goal, size_t year)
{
    static const Trend no_trend = {.projection = (double)NAN,
                                   .interval   = {(double)NAN, (double)NAN}};
    size_t row                  = table_add_row(table);
    bool is_estimate            = goal->item != NULL && has_value(goal, year) &&
                       goal->item->measure->estimate != ESTIMATE_REPORTED;
    Trend trend = is_estimate ? project(goal, year) : no_trend;
    table_set(table, COLUMN(progress, year), row,
              (Value){.count = goal->monitor->years[year].year});
    row_set_key(table, COLUMN(progress, indicator), row, &goal->key,
                &goal->monitor->settings->sectors);
    if (!isnan(goal->path.baseline_year))
        table_set(table, COLUMN(progress, baseline_year), row,
                  (Value){.count = (int64_t)goal->path.baseline_year});
    table_set(table, COLUMN(progress, target_year), row,
              (Value){.count = (int64_t)goal->path.target_year});
    set_numbers(table, row, goal, year, &trend);
    set_note(table, row, goal, year, &trend);
}

/* Where a row stands: one goal in one year. */
typedef struct Place {
    const Goal *goal;
    size_t year;
    Cell key;
} Place;

/* As published; targets of one figure by their year. */
static int place_compare(const void *first, const void *second)
{
    const Place *a = first;
    const Place *b = second;
    int order      = cell_order(&a->key, &b->key);
    if (order == 0)
        order = (a->goal->path.target_year > b->goal->path.target_year) -
                (a->goal->path.target_year < b->goal->path.target_year);
    return order;
}

static bool find_goal(Arena *arena, Goal *goal, const Cells *cells)
{
    goal->key = target_key(goal->monitor, goal->row);
    if (goal->key.measure_order < 0)
        return false;
    goal->item = find_item(arena, goal->monitor, &goal->key);
    find_cells(arena, goal, cells);
    find_baseline(goal);
    return true;
}

Table *progresses_make(const Monitor *monitor, const Cells *cells)
{
    g_autoptr(Arena) arena = arena_new();
    Table *table           = rows_new(monitor->schema, TABLE_progress);
    size_t n_targets       = monitor->targets != NULL ? monitor->targets->n_rows : 0;
    Goal *goals            = arena_array(arena, Goal, n_targets);
    Place *places          = arena_array(arena, Place, n_targets * monitor->n_years);
    size_t n               = 0;
    for (size_t row = 0; monitor->n_years > 0 && row < n_targets; row++) {
        goals[row] = (Goal){.monitor = monitor, .row = row};
        if (!find_goal(arena, &goals[row], cells))
            continue;
        for (size_t year = 0; year < monitor->n_years; year++) {
            places[n]            = (Place){&goals[row], year, goals[row].key};
            places[n++].key.year = monitor->years[year].year;
        }
    }
    if (n > 1)
        qsort(places, n, sizeof *places, place_compare);
    for (size_t i = 0; i < n; i++)
        add_row(table, places[i].goal, places[i].year);
    return table;
}
