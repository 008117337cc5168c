/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/arena.h"

/* Numbers as people read them. Every report, sheet and chart takes its digits from
 * here, so that the same figure reads the same everywhere. What is rounded is the
 * shortest decimal that reads back to the same double, half away from zero: 0.285 is 29
 * percent, although the double lies below. */
typedef struct NumberFormat {
    const char *language;  /* BCP 47 */
    const char *decimal;   /* decimal separator */
    const char *thousands; /* between groups of three; NULL or "": none */
    const char *minus;
} NumberFormat;

extern const NumberFormat number_format_nl; /* 1.234,5 and U+2212 minus */
extern const NumberFormat number_format_en; /* 1,234.5 and U+2212 minus */

/* What a figure counts, and so how it is written. */
typedef enum NumberUnit {
    NUMBER_COUNT,      /* whole numbers */
    NUMBER_PROPORTION, /* 0.63 as 63% */
    NUMBER_MEAN,       /* one decimal */
    NUMBER_INDEX       /* two decimals */
} NumberUnit;

/* All results are allocated in `arena`; `value` must be finite, `decimals` 0 to 15. */

/* 1234.5 with one decimal as "1.234,5". A value that rounds to zero has no minus. */
char *format_number(Arena *arena, const NumberFormat *format, double value,
                    int decimals);

/* A proportion as a percentage with its sign: 0.6312 as "63%". */
char *format_percent(Arena *arena, const NumberFormat *format, double value,
                     int decimals);

/* A value of this unit with the unit's own decimals. */
char *format_value(Arena *arena, const NumberFormat *format, double value,
                   NumberUnit unit);

/* A difference, signed unless zero, as "+6%" of a proportion: percentage points, which
 * the words beside it must say. */
char *format_difference(Arena *arena, const NumberFormat *format, double value,
                        NumberUnit unit);

/* The digits alone of value x 10^shift, "." as separator, no groups, "-" as minus:
 * for machines that show the same number. */
char *format_digits(Arena *arena, double value, int shift, int decimals);
