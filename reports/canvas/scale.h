/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* From data to places on the picture, and the round numbers that an axis shows. Charts
 * that stand side by side share a Scale, so that lengths compare. */
typedef struct Scale {
    double low, high;  /* data; low < high */
    double start, end; /* points on the picture; start may exceed end (upward) */
} Scale;

enum { TICKS_MOST = 40 };

typedef struct Ticks {
    double low, high, step; /* first and last tick, and the distance between two */
    size_t count;
    double values[TICKS_MOST];
} Ticks;

/* Where `value` lies; not cut at the ends. */
double scale_position(const Scale *scale, double value);

/* Is `value` inside the scale's data range? NAN is not. */
bool scale_holds(const Scale *scale, double value);

/* Ticks for data from `low` to `high` (finite, low <= high), about `wanted` (>= 2) of
 * them. `loose` makes the ticks enclose the data. Equal ends are widened: around zero
 * to 0..1, else by a tenth. Source: J. Talbot, S. Lin, P. Hanrahan, "An extension of
 * Wilkinson's algorithm for positioning tick labels on axes", IEEE TVCG 16(6), 2010;
 * Q = 1, 5, 2, 2.5, 4, 3 and weights .25 .2 .5 .05. */
Ticks ticks_choose(double low, double high, size_t wanted, bool loose);

/* Ticks from zero that enclose `high` (>= 0). */
Ticks ticks_from_zero(double high, size_t wanted);

/* As ticks_from_zero for proportions: never beyond 1 where `high` <= 1. */
Ticks ticks_of_share(double high, size_t wanted);

/* Whole years from `first` to `last` (first <= last), both shown, at most `most` (>=
 * 2). */
Ticks ticks_of_years(int first, int last, size_t most);

/* Decimals that tell two neighbouring ticks apart, 0 to 15. */
int ticks_decimals(const Ticks *ticks);
