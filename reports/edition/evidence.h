/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/edition.h"

/* What may be claimed of a figure: whether it rose or fell by more than chance, how it
 * stands to its target, what answers it is made of, how a local alliance stands to the
 * whole. Read from what stage
 * 2 worked out; nothing is tested here. */

/* From the year before to the figure's year. Only a rise or a fall is a claim. */
typedef enum Movement {
    MOVEMENT_NONE,   /* not compared: another question, or no figure */
    MOVEMENT_RISE,   /* p below 1 - confidence */
    MOVEMENT_FALL,   /* likewise */
    MOVEMENT_EQUAL,  /* may be chance, and the two read the same when rounded */
    MOVEMENT_CHANCE, /* may be chance */
    MOVEMENT_COUNT
} Movement;

/* The movement of a national share or mean into the year of `key`. */
Movement evidence_movement(const Edition *edition, const FigureKey *key);

/* The way to a target. Numbers that are not there are NaN. */
typedef struct Progress {
    const char *verdict; /* "on_track", "behind", "reached", "missed", "cannot_tell" */
    int baseline_year;   /* 0: none */
    int target_year;
    double baseline;
    double target;
} Progress;

/* False: the figure has no target. */
bool evidence_progress(const Edition *edition, const FigureKey *key,
                       Progress *progress);

/* How an answer is spread: the share of the partners that gives answer `answer` (its
 * place on the scale, from 1) to the question of a figure, with basis and status and
 * without an interval. False: its answers are not told apart. */
bool evidence_answer(const Edition *edition, const FigureKey *key, int answer,
                     Figure *figure);

/* A local alliance's share beside the whole. Numbers that are not there are NaN. */
typedef struct Comparison {
    double x, n, N;       /* yes, answers, members */
    double value;         /* x of n */
    double low, high;     /* interval for comparing */
    double national;      /* estimate for the whole */
    double funnel_low_95; /* what chance alone gives at n answers; NaN: no funnel */
    double funnel_high_95;
    const char *zone; /* "within", "high_998", ..., "overdispersed"; NULL: none */
} Comparison;

/* False: there is no such row. */
bool evidence_comparison(const Edition *edition, const FigureKey *key,
                         Comparison *comparison);
