/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* All whole numbers (x, n) of a few hidden strata that fit what is published of the
 * whole: the sum of n, the sum of x, the weighted share in its printed digits, its
 * standard error, the number of strata that answered. An attacker who finds one
 * solution has undone the hiding; so he looks for a second one that is far enough from
 * the first. */

enum { HIDDEN_LIMIT = 12 }; /* strata; beyond them no whole number is told apart */

/* One stratum that is hidden, with what is known of it. */
typedef struct HiddenStratum {
    int size;          /* organisations */
    int n_low, n_high; /* answers */
    int own;        /* the attacker's own answer in it: 1 or 0; -1: he is not in it */
    bool is_narrow; /* published as one of two counts, which differ by design */
    int x_low;      /* the least x less n where `is_narrow`: 0, or -1 for n - 1 */
} HiddenStratum;

/* What is published of the whole, with the shown strata taken off. */
typedef struct HiddenSystem {
    HiddenStratum strata[HIDDEN_LIMIT];
    size_t n_strata;
    int n;             /* answers in the hidden strata */
    int x_low, x_high; /* yes among them */
    int size;          /* organisations in those that have an answer; -1: not told */
    int answering;     /* how many have an answer; -1: not told */
    double weighted;   /* the sum of size x / n, within `half`; NaN: not told */
    double half;
    double variance;      /* sum of their size^2 (1 - n/size) p(1-p)/(n-1); NaN */
    double variance_half; /* not told, or of a lonely stratum among them */
    size_t step_limit;    /* 0: the usual one */
} HiddenSystem;

/* What the solutions say of one stratum. */
typedef struct Solved {
    size_t n_solutions; /* until the search ended */
    int x_least, x_most;
    int n_least, n_most;
    double share_least, share_most; /* own answer taken off */
    bool is_safe;                   /* two x, and two shares at least 0.1 apart */
} Solved;

typedef enum SearchEnd {
    SEARCH_DONE,  /* all solutions were seen, or all strata are safe */
    SEARCH_LIMIT, /* the limit on steps was met: what is not safe is not shown to be */
} SearchEnd;

/* Fills `solved`, one for each stratum. */
SearchEnd enumeration_run(const HiddenSystem *system, Solved *solved);
