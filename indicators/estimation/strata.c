/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mean, total, ratio and domain are all totals of a linearised variable u; they differ
 * in the variance of u within a stratum only, so one function adds the variances up. */
#include "indicators/estimation/strata.h"

#include <glib.h>
#include <math.h>

Stratum stratum_of_counts(size_t population, size_t answers, size_t positives)
{
    g_assert(positives <= answers);
    const double n    = (double)answers;
    const double sum  = (double)positives;
    const double mean = answers > 0 ? sum / n : 0;
    const double s2   = answers > 1 ? sum * (n - sum) / (n * (n - 1)) : 0;
    return (Stratum){population, answers, sum, mean, s2};
}

Stratum stratum_of_moments(size_t population, size_t answers, double mean,
                           double variance)
{
    return (Stratum){population, answers, (double)answers * mean, mean, variance};
}

Stratum stratum_of_values(size_t population, const double *values, size_t count)
{
    Stratum stratum = {.population = population};
    for (size_t i = 0; i < count; i++) {
        stratum.answers += isnan(values[i]) ? 0 : 1;
        stratum.sum += isnan(values[i]) ? 0 : values[i];
    }
    if (stratum.answers == 0)
        return stratum;
    stratum.mean   = stratum.sum / (double)stratum.answers;
    double squares = 0;
    for (size_t i = 0; i < count; i++) {
        const double deviation = isnan(values[i]) ? 0 : values[i] - stratum.mean;
        squares += deviation * deviation;
    }
    if (stratum.answers > 1)
        stratum.variance = squares / (double)(stratum.answers - 1);
    return stratum;
}

void strata_summarise(Stratum *strata, size_t count, const Sample *sample)
{
    for (size_t h = 0; h < count; h++)
        strata[h] = (Stratum){.population = strata[h].population};
    for (size_t i = 0; i < sample->count; i++) {
        g_assert(sample->strata[i] < count);
        Stratum *stratum = &strata[sample->strata[i]];
        stratum->answers += isnan(sample->values[i]) ? 0 : 1;
        stratum->sum += isnan(sample->values[i]) ? 0 : sample->values[i];
    }
    for (size_t h = 0; h < count; h++)
        if (strata[h].answers > 0)
            strata[h].mean = strata[h].sum / (double)strata[h].answers;
    for (size_t i = 0; i < sample->count; i++) {
        Stratum *stratum       = &strata[sample->strata[i]];
        const double value     = sample->values[i];
        const double deviation = isnan(value) ? 0 : value - stratum->mean;
        stratum->variance += deviation * deviation;
    }
    for (size_t h = 0; h < count; h++)
        strata[h].variance /= (double)MAX(strata[h].answers, 2) - 1;
}

/* A linearised total: `scale` times the total of a variable with variance `spread`
 * within stratum h. */
typedef struct Linear Linear;
struct Linear {
    double (*spread)(const Linear *linear, size_t h);
    const Stratum *design;
    const Stratum *other;
    const double *covariance;
    size_t count;
    double centre;
    double scale;
};

/* What a stratum with one answer borrows; NAN when there is nobody to borrow from. */
static double pooled_spread(const Linear *linear)
{
    double sum     = 0;
    double freedom = 0;
    for (size_t h = 0; h < linear->count; h++) {
        if (linear->design[h].answers < 2)
            continue;
        const double weight = (double)(linear->design[h].answers - 1);
        sum += weight * linear->spread(linear, h);
        freedom += weight;
    }
    return freedom > 0 ? sum / freedom : NAN;
}

static void add_variances(const Linear *linear, StratifiedEstimate *estimate)
{
    const double pooled = pooled_spread(linear);
    double finite       = 0;
    double model        = 0;
    for (size_t h = 0; h < linear->count; h++) {
        const double N = (double)linear->design[h].population;
        const double n = (double)linear->design[h].answers;
        if (linear->design[h].answers == 0)
            continue;
        const double spread = n > 1 ? linear->spread(linear, h) : pooled;
        model += N * N * spread / n;
        if (n < N)
            finite += N * (N - n) * spread / n;
    }
    estimate->variance       = finite * linear->scale * linear->scale;
    estimate->model_variance = model * linear->scale * linear->scale;
}

/* Everything about the design that the estimators share. */
static StratifiedEstimate survey_design(const Stratum *strata, size_t count)
{
    StratifiedEstimate estimate = {.value = NAN, .variance = NAN};
    estimate.model_variance     = NAN;
    for (size_t h = 0; h < count; h++) {
        g_assert(strata[h].answers <= strata[h].population);
        estimate.eligible += strata[h].population;
        estimate.answers += strata[h].answers;
        if (strata[h].answers > 0) {
            estimate.population += strata[h].population;
            estimate.df += strata[h].answers - 1;
        } else if (strata[h].population > 0) {
            estimate.flags |= STRATA_EMPTY;
        }
        if (strata[h].answers == 1 && strata[h].population > 1)
            estimate.flags |= STRATA_LONELY;
    }
    if (estimate.answers > 0 && estimate.answers == estimate.population)
        estimate.flags |= STRATA_FULL;
    return estimate;
}

static double spread_of_value(const Linear *linear, size_t h)
{
    return linear->design[h].variance;
}

static double total_of(const Stratum *strata, size_t count)
{
    double total = 0;
    for (size_t h = 0; h < count; h++)
        if (strata[h].answers > 0)
            total += (double)strata[h].population * strata[h].mean;
    return total;
}

static StratifiedEstimate scaled_total(const Stratum *strata, size_t count,
                                       StratifiedEstimate estimate, double scale)
{
    const Linear linear = {
        .spread = spread_of_value, .design = strata, .count = count, .scale = scale};
    estimate.value = total_of(strata, count) * scale;
    add_variances(&linear, &estimate);
    return estimate;
}

StratifiedEstimate strata_mean(const Stratum *strata, size_t count)
{
    const StratifiedEstimate design = survey_design(strata, count);
    if (design.answers == 0)
        return design;
    return scaled_total(strata, count, design, 1 / (double)design.population);
}

StratifiedEstimate strata_total(const Stratum *strata, size_t count)
{
    const StratifiedEstimate design = survey_design(strata, count);
    if (design.answers == 0)
        return design;
    return scaled_total(strata, count, design, 1);
}

static double spread_of_ratio(const Linear *linear, size_t h)
{
    const double R = linear->centre;
    return linear->design[h].variance - 2 * R * linear->covariance[h] +
           R * R * linear->other[h].variance;
}

StratifiedEstimate strata_ratio(const Stratum *x, const Stratum *y,
                                const double *covariance, size_t count)
{
    StratifiedEstimate estimate = survey_design(x, count);
    const double total          = total_of(y, count);
    if (estimate.answers == 0 || !(fabs(total) > 0))
        return estimate;
    estimate.value      = total_of(x, count) / total;
    const Linear linear = {.spread     = spread_of_ratio,
                           .design     = x,
                           .other      = y,
                           .covariance = covariance,
                           .count      = count,
                           .centre     = estimate.value,
                           .scale      = 1 / total};
    add_variances(&linear, &estimate);
    return estimate;
}

/* Of d_i (y_i - m_d) over all answers of the stratum, from the subset's mean and
 * variance: the others are zeros. */
static double spread_of_domain(const Linear *linear, size_t h)
{
    const Stratum *domain = &linear->other[h];
    const double n        = (double)linear->design[h].answers;
    const double part     = (double)domain->answers;
    if (domain->answers == 0)
        return 0;
    const double shift   = domain->mean - linear->centre;
    const double within  = (part - 1) * domain->variance;
    const double between = part * shift * shift * (1 - part / n);
    return (within + between) / (n - 1);
}

StratifiedEstimate strata_domain(const Stratum *design, const Stratum *domain,
                                 size_t count)
{
    StratifiedEstimate estimate = survey_design(design, count);
    double size                 = 0;
    double total                = 0;
    estimate.answers            = 0;
    estimate.df                 = 0;
    for (size_t h = 0; h < count; h++) {
        g_assert(domain[h].answers <= design[h].answers);
        if (domain[h].answers == 0)
            continue;
        const double weight = (double)design[h].population / (double)design[h].answers;
        size += weight * (double)domain[h].answers;
        total += weight * (double)domain[h].answers * domain[h].mean;
        estimate.answers += domain[h].answers;
        estimate.df += domain[h].answers - 1;
    }
    if (estimate.answers == 0)
        return estimate;
    estimate.value      = total / size;
    const Linear linear = {.spread = spread_of_domain,
                           .design = design,
                           .other  = domain,
                           .count  = count,
                           .centre = estimate.value,
                           .scale  = 1 / size};
    add_variances(&linear, &estimate);
    return estimate;
}
