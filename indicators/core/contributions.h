/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Who made a sum. Where one organisation is nearly all of it, the sum tells what that
 * one reported; organisations that belong together know each other's part and count as
 * one (holding rule, tau-ARGUS manual). */

typedef struct Contribution {
    size_t holding;
    double amount; /* at least 0 */
} Contribution;

/* What dominance is judged by. All 0: not a sum of contributions. */
typedef struct Contributions {
    double total;
    double first;  /* the largest of one holding */
    double second; /* the next */
} Contributions;

/* Adds up by holding; `list` is sorted in place. */
Contributions contributions_of(Contribution *list, size_t count);

/* The p% rule: unsafe when the second largest contributor, who knows his own part,
 * could tell the largest within p percent: total - first - second < p/100 first.
 * (Hundepool et al. 2012, 4.2.2.) One or two contributors are always unsafe; no
 * contribution is safe. */
bool contributions_are_dominated(const Contributions *contributions, double percent);
