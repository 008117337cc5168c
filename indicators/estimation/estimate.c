/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that choose an interval, in the order in which they apply. */
#include "indicators/estimation/estimate.h"

#include <glib.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_version.h>
#include <stdbool.h>

#include "indicators/estimation/hypergeometric.h"

void estimation_begin(void)
{
    gsl_set_error_handler_off();
}

const char *estimation_version(void)
{
    return gsl_version;
}

const char *method_name(Method method)
{
    static const char *const names[METHOD_COUNT] = {
        [METHOD_CENSUS]            = "census",
        [METHOD_STRATIFIED_XLOGIT] = "stratified-xlogit",
        [METHOD_STRATIFIED_T]      = "stratified-t",
        [METHOD_SRS_T]             = "srs-t",
        [METHOD_HYPERGEOMETRIC]    = "hypergeometric",
        [METHOD_BOUNDS]            = "bounds",
        [METHOD_NETWORK]           = "network",
        [METHOD_REPORTED]          = "reported",
    };
    g_assert(method < METHOD_COUNT);
    return names[method];
}

/* The estimate before an interval is chosen. */
static Estimate estimate_of(const StratifiedEstimate *stratified, Method method)
{
    Estimate estimate = {
        .value      = stratified->value,
        .se         = sqrt(stratified->variance),
        .model_se   = sqrt(stratified->model_variance),
        .interval   = INTERVAL_NONE,
        .df         = stratified->df,
        .population = stratified->population,
        .eligible   = stratified->eligible,
        .answers    = stratified->answers,
        .method     = method,
        .flags      = stratified->flags,
    };
    if (estimate.eligible == 0)
        estimate.flags |= ESTIMATE_NO_POPULATION;
    else if (estimate.answers == 0)
        estimate.flags |= ESTIMATE_NO_ANSWERS;
    if (estimate.flags & (STRATA_LONELY | STRATA_EMPTY))
        estimate.flags |= ESTIMATE_UNRELIABLE;
    return estimate;
}

/* Full response leaves nothing to chance. */
static void become_census(Estimate *estimate)
{
    estimate->method   = METHOD_CENSUS;
    estimate->se       = 0;
    estimate->interval = (Interval){estimate->value, estimate->value};
}

/* All answers equal: no spread was seen, yet the silent ones may differ. */
static void become_all_equal(Estimate *estimate, size_t unseen)
{
    const double N     = (double)estimate->population;
    estimate->method   = METHOD_HYPERGEOMETRIC;
    estimate->se       = 0;
    estimate->model_se = 0;
    if (estimate->value < 0.5)
        estimate->interval = (Interval){0, (double)unseen / N};
    else
        estimate->interval = (Interval){(double)(estimate->population - unseen) / N, 1};
}

static double positives_of(const Stratum *strata, size_t count)
{
    double positives = 0;
    for (size_t h = 0; h < count; h++)
        positives += strata[h].sum;
    return positives;
}

Estimate estimate_share(const Stratum *strata, size_t count, double confidence)
{
    const StratifiedEstimate mean = strata_mean(strata, count);
    const double positives        = positives_of(strata, count);
    Estimate share                = estimate_of(&mean, METHOD_STRATIFIED_XLOGIT);
    if (share.answers == 0)
        return share;
    const bool all_no  = positives <= 0;
    const bool all_yes = positives >= (double)share.answers;
    if (all_no || all_yes)
        share.value = all_yes ? 1 : 0;
    if (share.flags & STRATA_FULL)
        become_census(&share);
    else if (all_no || all_yes)
        become_all_equal(&share, unseen_positives(strata, count, confidence));
    else
        share.interval =
            interval_xlogit(share.value, share.se, (double)share.df, confidence);
    if (share.method == METHOD_STRATIFIED_XLOGIT && !(share.se > 0))
        share.flags |= ESTIMATE_UNRELIABLE;
    return share;
}

static Estimate with_t_interval(Estimate estimate, double confidence)
{
    if (estimate.flags & STRATA_FULL)
        become_census(&estimate);
    else
        estimate.interval =
            interval_t(estimate.value, estimate.se, (double)estimate.df, confidence);
    return estimate;
}

Estimate estimate_mean(const Stratum *strata, size_t count, double confidence)
{
    const StratifiedEstimate mean = strata_mean(strata, count);
    return with_t_interval(estimate_of(&mean, METHOD_STRATIFIED_T), confidence);
}

Estimate estimate_total(const Stratum *strata, size_t count, double confidence)
{
    const StratifiedEstimate total = strata_total(strata, count);
    return with_t_interval(estimate_of(&total, METHOD_STRATIFIED_T), confidence);
}

Estimate estimate_subgroup_share(Proportion share, size_t population, double confidence)
{
    const Stratum group = stratum_of_counts(population, share.answers, share.positives);
    const StratifiedEstimate mean = strata_mean(&group, 1);
    Estimate estimate             = estimate_of(&mean, METHOD_HYPERGEOMETRIC);
    /* The exact interval borrows nothing: one answer is few, not unreliable. */
    if (estimate.answers > 0)
        estimate.flags &= ~(unsigned)(STRATA_LONELY | ESTIMATE_UNRELIABLE);
    if (estimate.answers == 0)
        return estimate;
    if (estimate.flags & STRATA_FULL) {
        become_census(&estimate);
        return estimate;
    }
    if (group.answers == 1)
        estimate.se = estimate.model_se = 0;
    const CountRange range = hypergeometric_range(share, population, confidence);
    estimate.interval      = (Interval){(double)range.low / (double)population,
                                        (double)range.high / (double)population};
    return estimate;
}

Estimate estimate_subgroup_mean(const Stratum *group, double confidence)
{
    const StratifiedEstimate mean = strata_mean(group, 1);
    return with_t_interval(estimate_of(&mean, METHOD_SRS_T), confidence);
}

Estimate estimate_subgroup_total(const Stratum *group, double confidence)
{
    const StratifiedEstimate total = strata_total(group, 1);
    return with_t_interval(estimate_of(&total, METHOD_SRS_T), confidence);
}
