/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>

#include "indicators/estimation/interval.h"

/* A line through the years, and where it leads: generalised least squares, because the
 * same partners answer year after year. Shares are fitted on the logit scale, so that
 * no projection leaves 0..1. */
enum { TREND_YEARS = 3, PROJECTION_YEARS = 5 };

/* Borrowed; years with an estimate only. Values and their covariance matrix (count by
 * count, in rows, without the finite-population factor) are on the values' scale. */
typedef struct Series {
    const double *years;
    const double *values;
    const double *covariance;
    const size_t *answers; /* of each year; used for shares of 0 and 1 */
    size_t count;
    bool share;
} Series;

typedef struct Trend {
    double slope;      /* per year; of a share on the logit scale */
    double slope_se;   /* Var = (X' S^-1 X)^-1 max(1, chi2/df) */
    double p_value;    /* of slope = 0: normal while chi2/df <= 1, else t */
    double dispersion; /* chi2/df; above 1: the years scatter more than sampling
                          explains */
    bool diagonal;     /* S was not positive definite: its variances alone were used */
    double projection; /* at the target year, on the scale of the indicator */
    Interval interval; /* of what would be measured then */
} Trend;

/* Fits the series and projects it to `target_year`. Fewer than TREND_YEARS years, or no
 * variances: all NAN. Fewer than PROJECTION_YEARS: no projection. The variance of a
 * prediction adds mean S_ii max(0, chi2/df - 1) + S of the last year. */
Trend trend_fit(const Series *series, double target_year, double confidence);
