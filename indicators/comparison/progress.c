/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything is turned into the direction of the target first, so that falling and
 * rising targets take one road. */
#include "indicators/comparison/progress.h"

#include <glib.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

static const double CERTAIN  = 0.9;
static const double UNLIKELY = 0.1;
enum { FEWEST_ANSWERS = 5 };

const char *verdict_name(Verdict verdict)
{
    static const char *const names[VERDICT_COUNT] = {
        [VERDICT_CANNOT_TELL] = "cannot_tell", [VERDICT_ON_TRACK] = "on_track",
        [VERDICT_BEHIND] = "behind",           [VERDICT_REACHED] = "reached",
        [VERDICT_MISSED] = "missed",
    };
    g_assert(verdict < VERDICT_COUNT);
    return names[verdict];
}

/* The part of the time that has passed; above 1 after the target year. */
static double time_passed(const TargetPath *path, double year)
{
    return (year - path->baseline_year) / (path->target_year - path->baseline_year);
}

static bool has_path(const TargetPath *path, double year)
{
    return year > path->baseline_year && path->target_year > path->baseline_year &&
           fabs(path->target - path->baseline) > 0;
}

/* 1 when more is better, -1 when less is. */
static double direction_of(const TargetPath *path)
{
    return path->target > path->baseline ? 1 : -1;
}

/* How far beyond the path of that year, in the direction of the target. */
static double lead_on_path(const TargetPath *path, double year, double value)
{
    const double lambda = time_passed(path, year);
    return direction_of(path) *
           (value - (1 - lambda) * path->baseline - lambda * path->target);
}

double progress_ratio(const TargetPath *path, double year, double value)
{
    if (!has_path(path, year))
        return NAN;
    return (value - path->baseline) /
           (time_passed(path, year) * (path->target - path->baseline));
}

double progress_growth_ratio(const TargetPath *path, double year, double value)
{
    if (!has_path(path, year) || !(path->baseline > 0 && path->target > 0 && value > 0))
        return NAN;
    const double seen = log(value / path->baseline) / (year - path->baseline_year);
    const double needed =
        log(path->target / path->baseline) / (path->target_year - path->baseline_year);
    return expm1(seen) / expm1(needed);
}

double smoothed_variance(double share, double model_variance, size_t answers)
{
    if (answers == 0 || isnan(share))
        return NAN;
    const double n      = (double)answers;
    const double p      = (share * n + 0.5) / (n + 1);
    const double simple = answers > 1 ? share * (1 - share) / (n - 1) : 0;
    const double effect =
        simple > 0 && model_variance > 0 ? model_variance / simple : 1;
    return p * (1 - p) / (n + 2) * effect;
}

double progress_probability(const TargetPath *path, const Progress *progress)
{
    if (!has_path(path, progress->year))
        return NAN;
    const double left     = 1 - time_passed(path, progress->year);
    const double variance = progress->variance +
                            left * left * progress->baseline_variance -
                            2 * left * progress->covariance;
    if (!(variance > 0))
        return NAN;
    const double lead = lead_on_path(path, progress->year, progress->value);
    return gsl_cdf_ugaussian_P(lead / sqrt(variance));
}

/* Shares: the posterior Beta(x + 0.5, n - x + 0.5) beyond the target. */
static double probability_beyond_target(const TargetPath *path,
                                        const Progress *progress)
{
    const double direction = direction_of(path);
    const double n         = (double)progress->answers;
    const double x         = progress->value * n;
    if (progress->share) {
        const double target = fmin(1, fmax(0, path->target));
        return direction > 0 ? gsl_cdf_beta_Q(target, x + 0.5, n - x + 0.5)
                             : gsl_cdf_beta_P(target, x + 0.5, n - x + 0.5);
    }
    if (!(progress->variance > 0))
        return NAN;
    const double lead = direction * (progress->value - path->target);
    return gsl_cdf_ugaussian_P(lead / sqrt(progress->variance));
}

Verdict progress_verdict(const TargetPath *path, const Progress *progress)
{
    if (!has_path(path, progress->year) || progress->answers < FEWEST_ANSWERS)
        return VERDICT_CANNOT_TELL;
    const double beyond = probability_beyond_target(path, progress);
    if (beyond >= CERTAIN)
        return VERDICT_REACHED;
    if (progress->year > path->target_year)
        return beyond <= UNLIKELY ? VERDICT_MISSED : VERDICT_CANNOT_TELL;
    const double probability = progress_probability(path, progress);
    if (probability >= CERTAIN)
        return VERDICT_ON_TRACK;
    return probability <= UNLIKELY ? VERDICT_BEHIND : VERDICT_CANNOT_TELL;
}

Verdict progress_verdict_of_count(const TargetPath *path, double year, double value)
{
    if (!has_path(path, year) || isnan(value))
        return VERDICT_CANNOT_TELL;
    if (direction_of(path) * (value - path->target) >= 0)
        return VERDICT_REACHED;
    if (year > path->target_year)
        return VERDICT_MISSED;
    return lead_on_path(path, year, value) >= 0 ? VERDICT_ON_TRACK : VERDICT_BEHIND;
}

Verdict progress_verdict_of_bounds(const TargetPath *path, double year, double lower,
                                   double upper)
{
    const Verdict low  = progress_verdict_of_count(path, year, lower);
    const Verdict high = progress_verdict_of_count(path, year, upper);
    return low == high ? low : VERDICT_CANNOT_TELL;
}
