/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds on the size of a union from the sizes of sets and of their pairs. */
#include "indicators/estimation/reach.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "indicators/estimation/forest.h"

static ReachBounds bounds_by_counts(const Catchment *catchment)
{
    ReachBounds bounds = {.gross = 0};
    for (size_t i = 0; i < catchment->partners; i++) {
        bounds.gross += catchment->counts[i];
        bounds.lower = fmax(bounds.lower, catchment->counts[i]);
    }
    bounds.upper = bounds.gross;
    return bounds;
}

/* Largest first; of equals the pair with the lower numbers. */
static int compare_overlaps(gconstpointer one, gconstpointer other)
{
    const Overlap *x = one;
    const Overlap *y = other;
    if (x->count < y->count || x->count > y->count)
        return x->count > y->count ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

/* Kruskal, largest overlaps first. */
static double spanning_forest(const Catchment *catchment)
{
    const size_t count         = catchment->overlap_count;
    g_autofree Overlap *sorted = g_memdup2(catchment->overlaps, count * sizeof *sorted);
    g_autofree size_t *parents = forest_new(catchment->partners);
    double weight              = 0;
    qsort(sorted, count, sizeof *sorted, compare_overlaps);
    for (size_t i = 0; i < count; i++) {
        g_assert(sorted[i].a < catchment->partners &&
                 sorted[i].b < catchment->partners);
        if (forest_join(parents, sorted[i].a, sorted[i].b))
            weight += sorted[i].count;
    }
    return weight;
}

/* (2 k S1 - 2 S2) / (k (k + 1)), rounded up: whole numbers throughout. */
static double dawson_sankoff(double S1, double S2)
{
    const double k           = 1 + floor(2 * S2 / S1);
    const double numerator   = 2 * k * S1 - 2 * S2;
    const double denominator = k * (k + 1);
    const double whole       = floor(numerator / denominator);
    return whole * denominator < numerator ? whole + 1 : whole;
}

ReachBounds reach_bounds(const Catchment *catchment)
{
    const ReachBounds counts = bounds_by_counts(catchment);
    const size_t pairs       = catchment->partners * (catchment->partners - 1) / 2;
    ReachBounds bounds       = counts;
    if (catchment->overlap_count == 0 || !(counts.gross > 0))
        return counts;
    double S2 = 0;
    for (size_t i = 0; i < catchment->overlap_count; i++)
        S2 += catchment->overlaps[i].count;
    if (catchment->overlap_count == pairs) {
        bounds.lower = fmax(bounds.lower, counts.gross - S2);
        bounds.lower = fmax(bounds.lower, dawson_sankoff(counts.gross, S2));
    }
    bounds.upper = fmin(bounds.upper, counts.gross - spanning_forest(catchment));
    if (bounds.upper < bounds.lower) {
        bounds                     = counts;
        bounds.overlaps_impossible = true;
    }
    return bounds;
}

Interval population_range(double count, double rounding)
{
    return (Interval){fmax(0, count - rounding / 2), count + rounding / 2};
}

ReachBounds reach_cap(ReachBounds bounds, double population_high)
{
    if (isnan(population_high))
        return bounds;
    if (bounds.lower > population_high)
        bounds.cap_refuted = true;
    else
        bounds.upper = fmin(bounds.upper, population_high);
    return bounds;
}

ReachBounds reach_sum(const ReachBounds *catchments, size_t count)
{
    ReachBounds sum = {.gross = 0};
    for (size_t i = 0; i < count; i++) {
        sum.gross += catchments[i].gross;
        sum.lower += catchments[i].lower;
        sum.upper += catchments[i].upper;
        sum.overlaps_impossible |= catchments[i].overlaps_impossible;
        sum.cap_refuted |= catchments[i].cap_refuted;
    }
    return sum;
}

ReachBounds reach_national(ReachBounds municipal, ReachBounds elsewhere,
                           double population_high)
{
    const ReachBounds parts[] = {municipal, elsewhere};
    ReachBounds national      = reach_sum(parts, G_N_ELEMENTS(parts));
    national.lower            = fmax(municipal.lower, elsewhere.lower);
    national.upper            = fmin(national.upper, population_high);
    national.upper            = fmax(national.upper, national.lower);
    national.cap_refuted      = isnan(population_high) ? municipal.cap_refuted
                                                       : national.lower > population_high;
    return national;
}

Interval reach_coverage(ReachBounds bounds, Interval population)
{
    if (isnan(population.low) || !(population.high > 0))
        return INTERVAL_NONE;
    const double low  = bounds.lower / population.high;
    const double high = bounds.upper > 0 ? bounds.upper / population.low : 0;
    if (bounds.cap_refuted)
        return (Interval){low, isfinite(high) ? high : NAN};
    return (Interval){low, fmin(1, high)};
}
