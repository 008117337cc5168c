/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <math.h>
#include <stddef.h>

/* Intervals for a share, a mean or a total, each from the numbers that its formula
 * needs. `confidence` lies strictly between 0 and 1 (0.95). Where an interval cannot be
 * given both ends are NAN. */
typedef struct Interval {
    double low;
    double high;
} Interval;

#define INTERVAL_NONE ((Interval){NAN, NAN})

/* `positives` of `answers`. */
typedef struct Proportion {
    size_t positives;
    size_t answers;
} Proportion;

/* value -+ t se, t with df degrees of freedom; none for df = 0. */
Interval interval_t(double value, double se, double df, double confidence);

/* On the logit scale, logit(share) -+ t se / (share (1 - share)), transformed back:
 * stays within 0..1 (survey::svyciprop, method xlogit). None for df = 0, se = 0 or a
 * share of 0 or 1. */
Interval interval_xlogit(double share, double se, double df, double confidence);

/* What is certain whatever the silent ones would have said: positives / population to
 * (positives + population - answers) / population. None for an empty population. */
Interval interval_bounds(Proportion share, size_t population);

/* Wilson's score interval (1927). None without answers. */
Interval interval_wilson(Proportion share, double confidence);

/* Clopper and Pearson's exact binomial interval (1934). None without answers. */
Interval interval_clopper_pearson(Proportion share, double confidence);

/* Difference first - second of two independent shares: Newcombe's method 10 (1998).
 * None when either has no answers. */
Interval interval_newcombe(Proportion first, Proportion second, double confidence);

/* The x with P(X <= x) = probability for X ~ Beta(a, b), a and b > 0, by Brent's method
 * on the distribution function, as gsl_cdf_beta_Pinv fails on ordinary input. NAN when
 * it does not converge. */
double beta_quantile(double probability, double a, double b);
