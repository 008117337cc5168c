/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tails start from Loader's saddle-point form of the probability (Fast and accurate
 * computation of binomial probabilities, 2000), which keeps 14 digits for a population
 * of a million where sums of log-factorials keep 9, and go on by recurrence. */
#include "indicators/estimation/hypergeometric.h"

#include <glib.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>

/* K positives among N, of whom n are drawn. */
typedef struct Urn {
    double N;
    double K;
    double n;
} Urn;

/* x log(x / mean) + mean - x, without cancellation near x = mean. */
static double deviance(double x, double mean)
{
    return -x * gsl_sf_log_1plusx_mx((mean - x) / x);
}

/* log of P(X = x), X ~ Binomial(n, p), q = 1 - p, 0 < p < 1. */
static double log_binomial(double x, double n, double p, double q)
{
    if (n <= 0)
        return 0;
    if (x <= 0)
        return p < 0.5 ? n * log1p(-p) : n * log(q);
    if (x >= n)
        return q < 0.5 ? n * log1p(-q) : n * log(p);
    const double stirling =
        log(gsl_sf_gammastar(n) / gsl_sf_gammastar(x)) - log(gsl_sf_gammastar(n - x));
    return stirling - deviance(x, n * p) - deviance(n - x, n * q) +
           0.5 * log(n / (2 * G_PI * x * (n - x)));
}

/* P(X = x), by the binomials of positives, negatives and both. 0 < n < N. */
static double urn_probability(const Urn *urn, double x)
{
    if (x < 0 || x > urn->K || x > urn->n || urn->n - x > urn->N - urn->K)
        return 0;
    const double p = urn->n / urn->N;
    const double q = (urn->N - urn->n) / urn->N;
    return exp(log_binomial(x, urn->K, p, q) +
               log_binomial(urn->n - x, urn->N - urn->K, p, q) -
               log_binomial(urn->n, urn->N, p, q));
}

/* P(X >= x), summed upwards until nothing is added. */
static double sum_upwards(const Urn *urn, double x)
{
    double term = urn_probability(urn, x);
    double sum  = 0;
    while (term > sum * DBL_EPSILON / 4) {
        sum += term;
        term *= (urn->K - x) * (urn->n - x) /
                ((x + 1) * (urn->N - urn->K - urn->n + x + 1));
        x += 1;
    }
    return sum;
}

/* P(X <= x) is P(n - X >= n - x) of the negatives. */
static double sum_downwards(const Urn *urn, double x)
{
    const Urn negatives = {urn->N, urn->N - urn->K, urn->n};
    return sum_upwards(&negatives, urn->n - x);
}

/* P(X >= x), from the side where terms fall. */
static double urn_upper(const Urn *urn, double x)
{
    if (x <= fmax(0, urn->n - (urn->N - urn->K)))
        return 1;
    if (x > urn->n * urn->K / urn->N)
        return sum_upwards(urn, x);
    return 1 - sum_downwards(urn, x - 1);
}

static double possible_above(double confidence)
{
    g_assert(confidence > 0 && confidence < 1);
    return (1 - confidence) / 2 * (1 + 1e-9);
}

/* The smallest K in [x, N - n + x] with P(X >= x | K) above the threshold; the tail
 * grows with K and is 1 at the end. */
static size_t smallest_possible(Proportion share, size_t population, double threshold)
{
    size_t low  = share.positives;
    size_t high = population - share.answers + share.positives;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const Urn urn = {(double)population, (double)middle, (double)share.answers};
        if (urn_upper(&urn, (double)share.positives) > threshold)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

CountRange hypergeometric_range(Proportion share, size_t population, double confidence)
{
    g_assert(share.positives <= share.answers && share.answers <= population);
    const double threshold = possible_above(confidence);
    const Proportion no    = {share.answers - share.positives, share.answers};
    return (CountRange){smallest_possible(share, population, threshold),
                        population - smallest_possible(no, population, threshold)};
}

/* The next positive goes to the stratum whose factor falls least. The factors of a
 * stratum fall with every positive, so taking the largest each time is the best
 * allocation. */
size_t unseen_positives(const Stratum *strata, size_t count, double confidence)
{
    const double threshold   = possible_above(confidence);
    g_autofree size_t *given = g_new0(size_t, MAX(count, 1));
    double product           = 1;
    for (size_t positives = 0;; positives++) {
        double largest = 0;
        size_t best    = 0;
        for (size_t h = 0; h < count; h++) {
            const size_t left = strata[h].population - given[h];
            if (strata[h].answers == 0 || left <= strata[h].answers)
                continue;
            const double factor = (double)(left - strata[h].answers) / (double)left;
            best                = factor > largest ? h : best;
            largest             = fmax(factor, largest);
        }
        product *= largest;
        if (!(product > threshold))
            return positives;
        given[best]++;
    }
}
