/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact binomial tails throughout; the arcsine scale serves phi and tau2 only. */
#include "indicators/comparison/funnel.h"

#include <glib.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <stdbool.h>

static const double TAIL_95  = 0.025;
static const double TAIL_998 = 0.001;
static const double TRIMMED  = 0.1;

const char *zone_name(Zone zone)
{
    static const char *const names[ZONE_COUNT] = {
        [ZONE_NONE] = "",           [ZONE_WITHIN] = "within",
        [ZONE_LOW_95] = "low_95",   [ZONE_LOW_998] = "low_998",
        [ZONE_HIGH_95] = "high_95", [ZONE_HIGH_998] = "high_998",
    };
    g_assert(zone < ZONE_COUNT);
    return names[zone];
}

static bool has_funnel(size_t answers, double p0)
{
    g_assert(answers <= G_MAXUINT);
    return answers > 0 && p0 > 0 && p0 < 1;
}

/* P(X <= x) of answers n. */
static double tail_below(size_t x, size_t n, double p0)
{
    return gsl_cdf_binomial_P((unsigned)x, p0, (unsigned)n);
}

/* P(X >= x). */
static double tail_above(size_t x, size_t n, double p0)
{
    return x == 0 ? 1 : gsl_cdf_binomial_Q((unsigned)x - 1, p0, (unsigned)n);
}

/* The smallest x with P(X <= x) >= tail: steps from where a normal distribution has it,
 * each twice the one before, until it lies in between. */
static size_t binomial_quantile(double tail, size_t n, double p0)
{
    const double mean   = (double)n * p0;
    const double spread = sqrt(mean * (1 - p0)) * gsl_cdf_ugaussian_Pinv(tail);
    size_t low          = (size_t)fmin((double)n, fmax(0, mean + spread));
    size_t high         = low;
    for (size_t step = 1; low > 0 && tail_below(low - 1, n, p0) >= tail; step *= 2) {
        high = low - 1;
        low -= MIN(step, low);
    }
    for (size_t step = 1; high < n && tail_below(high, n, p0) < tail; step *= 2) {
        low = high + 1;
        high += MIN(step, n - high);
    }
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (tail_below(middle, n, p0) >= tail)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static double lower_limit(double tail, size_t n, double p0)
{
    const size_t x     = binomial_quantile(tail, n, p0);
    const double at    = tail_below(x, n, p0);
    const double under = x > 0 ? tail_below(x - 1, n, p0) : 0;
    const double part  = (at - tail) / (at - under);
    return fmax(0, ((double)x - part) / (double)n);
}

static Interval limits_of(double tail, size_t n, double p0)
{
    return (Interval){lower_limit(tail, n, p0), 1 - lower_limit(tail, n, 1 - p0)};
}

FunnelLimits funnel_limits(size_t answers, double p0)
{
    if (!has_funnel(answers, p0))
        return (FunnelLimits){INTERVAL_NONE, INTERVAL_NONE};
    return (FunnelLimits){limits_of(TAIL_95, answers, p0),
                          limits_of(TAIL_998, answers, p0)};
}

Zone funnel_zone(Proportion share, double p0)
{
    if (!has_funnel(share.answers, p0))
        return ZONE_NONE;
    const double below = tail_below(share.positives, share.answers, p0);
    const double above = tail_above(share.positives, share.answers, p0);
    if (below <= TAIL_95)
        return below <= TAIL_998 ? ZONE_LOW_998 : ZONE_LOW_95;
    if (above <= TAIL_95)
        return above <= TAIL_998 ? ZONE_HIGH_998 : ZONE_HIGH_95;
    return ZONE_WITHIN;
}

double funnel_p_value(Proportion share, double p0)
{
    if (!has_funnel(share.answers, p0))
        return NAN;
    const double below = tail_below(share.positives, share.answers, p0);
    const double above = tail_above(share.positives, share.answers, p0);
    return fmin(1, 2 * fmin(below, above));
}

void adjust_p_values(const double *p_values, double *adjusted, size_t count)
{
    g_autofree size_t *order = g_new(size_t, MAX(count, 1));
    g_autofree double *known = g_new(double, MAX(count, 1));
    size_t tests             = 0;
    for (size_t i = 0; i < count; i++) {
        adjusted[i] = NAN;
        known[i]    = isnan(p_values[i]) ? INFINITY : p_values[i];
        tests += isnan(p_values[i]) ? 0 : 1;
    }
    gsl_sort_index(order, known, 1, count);
    double smallest = 1;
    for (size_t rank = tests; rank > 0; rank--) {
        const size_t i = order[rank - 1];
        smallest       = fmin(smallest, p_values[i] * (double)tests / (double)rank);
        adjusted[i]    = smallest;
    }
}

static double clamp(double value, double low, double high)
{
    return fmin(high, fmax(low, value));
}

/* phi and tau2 from the z of `count` alliances with `weights` 4 n = 1 / s^2. */
static void excess_variance(double *z, const double *weights, size_t count,
                            Dispersion *result)
{
    g_autofree double *sorted = g_memdup2(z, count * sizeof *z);
    gsl_sort(sorted, 1, count);
    const double low = gsl_stats_quantile_from_sorted_data(sorted, 1, count, TRIMMED);
    const double high =
        gsl_stats_quantile_from_sorted_data(sorted, 1, count, 1 - TRIMMED);
    double squares = 0, sum = 0, sum_of_squares = 0;
    for (size_t i = 0; i < count; i++) {
        const double kept = clamp(z[i], low, high);
        squares += kept * kept;
        sum += weights[i];
        sum_of_squares += weights[i] * weights[i];
    }
    const double between = squares - (double)(count - 1);
    result->phi          = squares / (double)count;
    result->tau2         = fmax(0, between / (sum - sum_of_squares / sum));
}

Dispersion funnel_dispersion(const Proportion *shares, size_t count, double p0)
{
    Dispersion result          = {NAN, 0, NAN, NAN, NAN};
    g_autofree double *z       = g_new(double, MAX(count, 1));
    g_autofree double *weights = g_new(double, MAX(count, 1));
    size_t used                = 0;
    double chi2                = 0;
    for (size_t i = 0; i < count; i++) {
        if (!has_funnel(shares[i].answers, p0))
            continue;
        const double n = (double)shares[i].answers;
        const double x = (double)shares[i].positives;
        chi2 += (x - n * p0) * (x - n * p0) / (n * p0 * (1 - p0));
        z[used]         = 2 * sqrt(n) * (asin(sqrt(x / n)) - asin(sqrt(p0)));
        weights[used++] = 4 * n;
    }
    if (used < 2)
        return result;
    result.chi2    = chi2;
    result.df      = used - 1;
    result.p_value = gsl_cdf_chisq_Q(chi2, (double)result.df);
    excess_variance(z, weights, used, &result);
    return result;
}

double case_mix_expected(const size_t *answers, const double *shares, size_t sectors)
{
    double sum = 0;
    double n   = 0;
    for (size_t s = 0; s < sectors; s++) {
        if (answers[s] == 0)
            continue;
        sum += (double)answers[s] * shares[s];
        n += (double)answers[s];
    }
    return n > 0 ? sum / n : NAN;
}
