/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/charts/chart.h"

/* Made-up figures for every kind of chart, easy and hard, in both languages: what the
 * tests measure and what the contact sheet shows. */

typedef enum SampleCase {
    SAMPLE_EASY,       /* what a year really looks like */
    SAMPLE_LONG,       /* names of 3 to 80 characters, remarks, long words */
    SAMPLE_ONE,        /* one row, one year */
    SAMPLE_MANY,       /* forty rows */
    SAMPLE_GAPS,       /* missing years and cells */
    SAMPLE_ZERO,       /* nothing but zeros */
    SAMPLE_SUPPRESSED, /* nothing but words */
    SAMPLE_COUNT
} SampleCase;

extern const char *const sample_names[SAMPLE_COUNT];

/* The chart of this kind; the result lives in `arena`. */
const Chart *sample_chart(Arena *arena, const ChartKind *kind, SampleCase which,
                          const NumberFormat *format);
