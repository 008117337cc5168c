/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stddef.h>

/* Every eligible partner is asked and some answer. Given who answered an item, its
 * answers are a stratified simple random sample without replacement: strata are
 * sectors, N_h their eligible partners, n_h the answers to that item. This module turns
 * the answers per stratum into an estimate with its two variances (Cochran, Sampling
 * Techniques, 3rd ed., 5.3 and 6.11; Lumley, Complex Surveys, 2.2). */

/* One stratum of one item. */
typedef struct Stratum {
    size_t population; /* N_h: eligible partners; 0: the stratum does not exist */
    size_t answers;    /* n_h: answers to this item, at most N_h */
    double sum;        /* of the answers; exact for counts and for yes = 1, no = 0 */
    double mean;       /* sum / n_h; 0 without answers */
    double variance;   /* s2_h, divisor n_h - 1; 0 with fewer than two answers */
} Stratum;

/* What was met on the way: the reader must be told. */
enum {
    STRATA_LONELY = 1 << 0, /* n_h = 1 < N_h somewhere: its variance is borrowed */
    STRATA_EMPTY  = 1 << 1, /* n_h = 0 < N_h somewhere: not covered */
    STRATA_FULL   = 1 << 2, /* everybody answered, in every stratum that is covered */
};

/* An estimate over the strata that have answers. */
typedef struct StratifiedEstimate {
    double value;          /* NAN without answers */
    double variance;       /* with the finite-population factor: of these partners; NAN
                              when no stratum has two answers to learn it from */
    double model_variance; /* without that factor: to compare years and alliances */
    size_t population;     /* N: partners of the strata with answers */
    size_t eligible;       /* U: partners of all strata; above N when some are empty */
    size_t answers;        /* n */
    size_t df;             /* n - strata with answers */
    unsigned flags;        /* of STRATA_... */
} StratifiedEstimate;

/* The answers of all strata in one array: values[i] (NAN is missing) lies in stratum
 * number strata[i]. */
typedef struct Sample {
    const double *values;
    const size_t *strata;
    size_t count;
} Sample;

/* A stratum in which `positives` of `answers` said yes. */
Stratum stratum_of_counts(size_t population, size_t answers, size_t positives);

/* A stratum of which mean and variance (divisor answers - 1) are known. */
Stratum stratum_of_moments(size_t population, size_t answers, double mean,
                           double variance);

/* A stratum of the `count` values that are not NAN: two passes. */
Stratum stratum_of_values(size_t population, const double *values, size_t count);

/* Fills everything but the populations of `strata` from `sample`: two passes. */
void strata_summarise(Stratum *strata, size_t count, const Sample *sample);

/* Share or mean: m = sum W_h ybar_h, V = sum W_h^2 (1 - f_h) s2_h / n_h. A lonely
 * stratum takes the pooled variance sum (n_g - 1) s2_g / sum (n_g - 1) of the others.
 */
StratifiedEstimate strata_mean(const Stratum *strata, size_t count);

/* Total: N m. */
StratifiedEstimate strata_total(const Stratum *strata, size_t count);

/* Ratio of the totals of x and y, by linearisation: V of the total of
 * u_i = (x_i - R y_i) / Yhat. x and y are known for the same partners; covariance[h] is
 * that of x and y within stratum h, divisor n_h - 1. */
StratifiedEstimate strata_ratio(const Stratum *x, const Stratum *y,
                                const double *covariance, size_t count);

/* Mean of a subset of the partners within the national design: V of the total of
 * u_i = d_i (y_i - m_d) / Nhat_d, the zeros of the others kept. `design` holds N_h and
 * all answers, `domain` those of the subset (its populations are not used). df counts
 * the subset's answers and strata, as survey::degf does. */
StratifiedEstimate strata_domain(const Stratum *design, const Stratum *domain,
                                 size_t count);
