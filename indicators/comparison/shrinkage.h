/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/estimation/interval.h"

/* What is known of a small alliance is its own few answers and that it is an alliance
 * like the others. The shrunken value weighs the two: a beta-binomial model, its
 * parameters by maximum likelihood (empirical Bayes; Efron and Morris 1975). */
typedef struct Shrinkage {
    double mean; /* of the alliances; NAN without answers */
    double size; /* a + b: as many answers the common mean is worth; INFINITY when the
                    alliances differ no more than chance: all get the pooled share */
} Shrinkage;

/* a = mean size, b = (1 - mean) size. Alliances without answers are left out. */
Shrinkage shrinkage_fit(const Proportion *shares, size_t count);

/* The posterior mean (a + x) / (a + b + n). */
double shrunken_value(const Shrinkage *shrinkage, Proportion share);

/* The ranks that an alliance may have, 1 = highest share. */
typedef struct RankSet {
    size_t low;
    size_t high;
} RankSet;

/* Simultaneous rank sets (Klein, Wright and Wieczorek 2020) of Wilson intervals, each
 * at confidence^(1/K): with that confidence all true ranks lie within their sets.
 * Alliances without answers take no part: 0, 0. */
void rank_sets(const Proportion *shares, size_t count, double confidence,
               RankSet *ranks);
