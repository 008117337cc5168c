/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>

#include "indicators/estimation/interval.h"

/* Partners count whom they reached, the same child may be counted by several, and
 * nobody holds lists of names. What is certain of the number of different persons is a
 * lower and an upper bound. A catchment is one municipality (or all counts without
 * one), opgave and unit. */

/* Persons that two partners both reached; every pair occurs at most once. */
typedef struct Overlap {
    size_t a; /* numbers of counts */
    size_t b;
    double count; /* whole */
} Overlap;

typedef struct Catchment {
    const double *counts; /* by partner, whole */
    size_t partners;
    const Overlap *overlaps;
    size_t overlap_count;
} Catchment;

typedef struct ReachBounds {
    double gross;             /* the sum of the counts */
    double lower;             /* at least so many different persons */
    double upper;             /* at most */
    bool overlaps_impossible; /* they contradict the counts and were left out */
    bool cap_refuted; /* lower exceeds the target population: it was not applied */
} ReachBounds;

/* Counts alone: max n_i .. sum n_i (Frechet). With overlaps: the upper bound is that of
 * Hunter (1976) and Worsley (1982), sum n_i less the maximum spanning forest; the lower
 * ones, only when every pair has a figure, of Bonferroni, S1 - S2, and of Dawson and
 * Sankoff (1967), 2 S1/(k + 1) - 2 S2/(k (k + 1)) with k = 1 + floor(2 S2/S1), rounded
 * up. */
ReachBounds reach_bounds(const Catchment *catchment);

/* The range of a published population figure rounded to multiples of `rounding` (0:
 * exact): count -+ rounding / 2, not below 0. */
Interval population_range(double count, double rounding);

/* Nobody reaches more persons than there are: upper is at most `population_high`, the
 * upper end of the figure's range (NAN: not known, no cap). */
ReachBounds reach_cap(ReachBounds bounds, double population_high);

/* Catchments of different municipalities share no persons: all bounds add up. */
ReachBounds reach_sum(const ReachBounds *catchments, size_t count);

/* The country: `municipal` (a sum) and `elsewhere`, the counts without municipality,
 * may hold the same persons. lower = the larger of the two, upper = both, capped. Zeros
 * stand for a part without rows. Where there is no figure for the country the cap is
 * that of its municipalities. */
ReachBounds reach_national(ReachBounds municipal, ReachBounds elsewhere,
                           double population_high);

/* Share of the target population that was reached, `population` being the range of its
 * figure: lower / high .. the largest min(upper, D) / D over the range; where the cap
 * was refuted upper / low, which may exceed 1 and is not cut. NAN without population.
 */
Interval reach_coverage(ReachBounds bounds, Interval population);
