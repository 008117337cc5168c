/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/estimation/interval.h"
#include "indicators/estimation/strata.h"

/* Exact inference on how many of a small group would say yes, when some of them
 * answered: sampling without replacement, no approximation. A tail counts as possible
 * when it is above (1 - confidence) / 2 times (1 + 1e-9); that factor settles exact
 * ties alike in every library. */

/* How many of the population: both ends included. */
typedef struct CountRange {
    size_t low;
    size_t high;
} CountRange;

/* All K for which `share` of a population of K positives is not surprising, over K in
 * [x, N - n + x]: low = min{K : P(X >= x | K) possible}, high = max{K : P(X <= x | K)
 * possible} (Konijn 1973; Buonaccorsi 1987). A full answer gives a point. */
CountRange hypergeometric_range(Proportion share, size_t population, double confidence);

/* When no answer was positive: the largest number of positives, over the strata that
 * have answers together, whose most favourable allocation makes that possible, i.e.
 * prod_h P(no positive among n_h | K_h) is. Uses population and answers only. */
size_t unseen_positives(const Stratum *strata, size_t count, double confidence);
