/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closed formulas, but for the beta quantile. */
#include "indicators/estimation/interval.h"

#include <glib.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>

static double upper_tail(double confidence)
{
    g_assert(confidence > 0 && confidence < 1);
    return (1 - confidence) / 2;
}

Interval interval_t(double value, double se, double df, double confidence)
{
    const double tail = upper_tail(confidence);
    if (!(df > 0) || isnan(se))
        return INTERVAL_NONE;
    const double margin = gsl_cdf_tdist_Qinv(tail, df) * se;
    return (Interval){value - margin, value + margin};
}

static double logistic(double x)
{
    return 1 / (1 + exp(-x));
}

Interval interval_xlogit(double share, double se, double df, double confidence)
{
    const double spread = share * (1 - share);
    if (!(se > 0) || !(spread > 0))
        return INTERVAL_NONE;
    const double logit   = log(share) - log1p(-share);
    const Interval range = interval_t(logit, se / spread, df, confidence);
    return (Interval){logistic(range.low), logistic(range.high)};
}

Interval interval_bounds(Proportion share, size_t population)
{
    g_assert(share.positives <= share.answers && share.answers <= population);
    if (population == 0)
        return INTERVAL_NONE;
    const size_t silent = population - share.answers;
    return (Interval){(double)share.positives / (double)population,
                      (double)(share.positives + silent) / (double)population};
}

Interval interval_wilson(Proportion share, double confidence)
{
    g_assert(share.positives <= share.answers);
    const double z = gsl_cdf_ugaussian_Qinv(upper_tail(confidence));
    if (share.answers == 0)
        return INTERVAL_NONE;
    const double n      = (double)share.answers;
    const double x      = (double)share.positives;
    const double centre = x + z * z / 2;
    const double margin = z * sqrt(x * (n - x) / n + z * z / 4);
    const double size   = n + z * z;
    const double low    = share.positives == 0 ? 0 : (centre - margin) / size;
    const double high = share.positives == share.answers ? 1 : (centre + margin) / size;
    return (Interval){low, high};
}

Interval interval_clopper_pearson(Proportion share, double confidence)
{
    g_assert(share.positives <= share.answers);
    const double tail = upper_tail(confidence);
    if (share.answers == 0)
        return INTERVAL_NONE;
    const double x = (double)share.positives;
    const double y = (double)(share.answers - share.positives);
    return (Interval){x > 0 ? beta_quantile(tail, x, y + 1) : 0,
                      y > 0 ? beta_quantile(1 - tail, x + 1, y) : 1};
}

Interval interval_newcombe(Proportion first, Proportion second, double confidence)
{
    if (first.answers == 0 || second.answers == 0)
        return INTERVAL_NONE;
    const double p       = (double)first.positives / (double)first.answers;
    const double q       = (double)second.positives / (double)second.answers;
    const Interval one   = interval_wilson(first, confidence);
    const Interval other = interval_wilson(second, confidence);
    return (Interval){p - q - hypot(p - one.low, other.high - q),
                      p - q + hypot(one.high - p, q - other.low)};
}

typedef struct BetaTarget {
    double probability;
    double a;
    double b;
} BetaTarget;

static double beta_miss(double x, void *parameters)
{
    const BetaTarget *target = parameters;
    return gsl_cdf_beta_P(x, target->a, target->b) - target->probability;
}

/* Narrows until neighbouring numbers are reached or 200 steps are done. */
static double find_root(gsl_root_fsolver *solver)
{
    for (int step = 0; step < 200; step++) {
        if (gsl_root_fsolver_iterate(solver) != GSL_SUCCESS)
            return NAN;
        const double low  = gsl_root_fsolver_x_lower(solver);
        const double high = gsl_root_fsolver_x_upper(solver);
        if (gsl_root_test_interval(low, high, 0, 4 * DBL_EPSILON) == GSL_SUCCESS)
            return gsl_root_fsolver_root(solver);
    }
    return NAN;
}

double beta_quantile(double probability, double a, double b)
{
    g_assert(probability >= 0 && probability <= 1 && a > 0 && b > 0);
    if (probability <= 0 || probability >= 1)
        return probability;
    BetaTarget target        = {probability, a, b};
    gsl_function function    = {beta_miss, &target};
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    double root              = NAN;
    if (gsl_root_fsolver_set(solver, &function, 0, 1) == GSL_SUCCESS)
        root = find_root(solver);
    gsl_root_fsolver_free(solver);
    return root;
}
