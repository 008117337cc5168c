/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tick search walks through candidate axes from simple to less simple and stops as
 * soon as the best that could still come is no better than what was found. */
#include "reports/canvas/scale.h"

#include <float.h>
#include <glib.h>
#include <math.h>

static const double nice_numbers[] = {1, 5, 2, 2.5, 4, 3};
static const double SIMPLICITY     = 0.25;
static const double COVERAGE       = 0.2;
static const double DENSITY        = 0.5;
static const double LEGIBILITY     = 0.05;
static const double NEARLY_ZERO    = DBL_EPSILON * 100;

double scale_position(const Scale *scale, double value)
{
    double share = (value - scale->low) / (scale->high - scale->low);
    return scale->start + share * (scale->end - scale->start);
}

bool scale_holds(const Scale *scale, double value)
{
    return value >= scale->low && value <= scale->high;
}

/* The search and the candidate it looks at: every `skip`-th multiple of
 * nice_numbers[rank], `count` ticks, `step` apart. */
typedef struct Search {
    double low, high;
    size_t wanted;
    bool loose;
    size_t rank;
    int skip;
    int count;
    double step;
    double best_score, best_low, best_high, best_step;
} Search;

static double simplicity(const Search *search, bool through_zero)
{
    double order = (double)search->rank / (G_N_ELEMENTS(nice_numbers) - 1);
    return 1 - order - search->skip + (through_zero ? 1 : 0);
}

static double coverage(const Search *search, double low, double high)
{
    double tenth = 0.1 * (search->high - search->low);
    double above = search->high - high;
    double below = search->low - low;
    return 1 - 0.5 * (above * above + below * below) / (tenth * tenth);
}

static double coverage_best(const Search *search)
{
    double range = search->high - search->low;
    double span  = search->step * (search->count - 1);
    if (span <= range)
        return 1;
    double half = (span - range) / 2;
    return coverage(search, search->low - half, search->high + half);
}

static double density(const Search *search, double low, double high)
{
    double here   = (search->count - 1) / (high - low);
    double spread = MAX(high, search->high) - MIN(search->low, low);
    double asked  = ((double)search->wanted - 1) / spread;
    return 2 - MAX(here / asked, asked / here);
}

static double density_best(const Search *search)
{
    if ((size_t)search->count < search->wanted)
        return 1;
    return 2 - (search->count - 1) / ((double)search->wanted - 1);
}

static bool is_beaten(const Search *search, double simple, double cover, double dense)
{
    return SIMPLICITY * simple + COVERAGE * cover + DENSITY * dense + LEGIBILITY <
           search->best_score;
}

static void axis_judge(Search *search, double start)
{
    double low    = start * (search->step / search->skip);
    double high   = low + search->step * (search->count - 1);
    double rest   = low - search->step * floor(low / search->step);
    bool on_grid  = rest < NEARLY_ZERO || search->step - rest < NEARLY_ZERO;
    double simple = simplicity(search, on_grid && low <= 0 && high >= 0);
    double cover  = coverage(search, low, high);
    double dense  = density(search, low, high);
    double score =
        SIMPLICITY * simple + COVERAGE * cover + DENSITY * dense + LEGIBILITY;
    bool encloses  = low <= search->low && high >= search->high;
    bool allowed   = !search->loose || encloses;
    bool is_better = score > search->best_score;
    if (!allowed || !is_better)
        return;
    search->best_score = score;
    search->best_low   = low;
    search->best_high  = high;
    search->best_step  = search->step;
}

/* All steps of ten times the same nice number, and all places where they may start. */
static void steps_try(Search *search, double dense)
{
    double simple = simplicity(search, true);
    double delta  = (search->high - search->low) / (search->count + 1) / search->skip /
                   nice_numbers[search->rank];
    for (double power = ceil(log10(delta));; power++) {
        search->step = search->skip * nice_numbers[search->rank] * pow(10, power);
        if (is_beaten(search, simple, coverage_best(search), dense))
            return;
        double first =
            (floor(search->high / search->step) - (search->count - 1)) * search->skip;
        double last = ceil(search->low / search->step) * search->skip;
        for (int i = 0; first + i <= last; i++)
            axis_judge(search, first + i);
    }
}

static void counts_try(Search *search)
{
    double simple = simplicity(search, true);
    for (search->count = 2;; search->count++) {
        double dense = density_best(search);
        if (is_beaten(search, simple, 1, dense))
            return;
        steps_try(search, dense);
    }
}

static void axes_search(Search *search)
{
    for (search->skip = 1;; search->skip++) {
        for (search->rank = 0; search->rank < G_N_ELEMENTS(nice_numbers);
             search->rank++) {
            if (is_beaten(search, simplicity(search, true), 1, 1))
                return;
            counts_try(search);
        }
    }
}

/* Values are counted from zero in whole steps where zero is on the grid, so that a tick
 * at 0.3 is not 0.30000000000000004 more than once. */
static Ticks ticks_fill(double low, double high, double step)
{
    Ticks ticks  = {.low = low, .high = high, .step = step};
    double count = round((high - low) / step) + 1;
    ticks.count  = (size_t)MIN(count, (double)TICKS_MOST);
    for (size_t i = 0; i < ticks.count; i++) {
        double value    = low + step * (double)i;
        ticks.values[i] = fabs(value) < step * 1e-9 ? 0 : value;
    }
    return ticks;
}

Ticks ticks_choose(double low, double high, size_t wanted, bool loose)
{
    g_assert(isfinite(low) && isfinite(high) && low <= high && wanted >= 2);
    if (high - low < NEARLY_ZERO * MAX(fabs(low), fabs(high)) || high == low) {
        double room = low == 0 ? 1 : fabs(low) / 10;
        high += room;
        low -= low == 0 ? 0 : room;
    }
    Search search = {
        .low = low, .high = high, .wanted = wanted, .loose = loose, .best_score = -2};
    axes_search(&search);
    return ticks_fill(search.best_low, search.best_high, search.best_step);
}

Ticks ticks_from_zero(double high, size_t wanted)
{
    g_assert(high >= 0);
    return ticks_choose(0, high, wanted, true);
}

Ticks ticks_of_share(double high, size_t wanted)
{
    Ticks ticks = ticks_from_zero(high, wanted);
    if (high > 1 || ticks.high <= 1 + NEARLY_ZERO)
        return ticks;
    return ticks_fill(0, 1, wanted >= 5 ? 0.2 : 0.25);
}

/* A step that divides the span shows even years; where only a coarse one does, the
 * years are counted from the first and the one before the last may stand further away.
 */
Ticks ticks_of_years(int first, int last, size_t most)
{
    g_assert(first <= last && most >= 2);
    int span  = last - first;
    int least = MAX(1, (span + (int)most - 2) / ((int)most - 1));
    int step  = least;
    while (step < span && span % step != 0)
        step++;
    if (step < 2 * least)
        return ticks_fill(first, last, step);
    Ticks ticks = {.low = first, .high = last, .step = least};
    for (int year = first; year <= last - least && ticks.count < TICKS_MOST - 1;
         year += least)
        ticks.values[ticks.count++] = year;
    ticks.values[ticks.count++] = last;
    return ticks;
}

int ticks_decimals(const Ticks *ticks)
{
    int decimals  = 0;
    double scaled = ticks->step;
    while (decimals < 15 && fabs(scaled - round(scaled)) > 1e-6 * fabs(scaled)) {
        scaled *= 10;
        decimals++;
    }
    return decimals;
}
