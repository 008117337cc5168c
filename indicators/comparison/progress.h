/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Is a target within reach? The required path is the straight line from the baseline to
 * the target: it gives the same answer for a share and for its complement, and it
 * stands a target of zero. The verdict weighs the uncertainty of what was measured. */
typedef struct TargetPath {
    double baseline_year;
    double baseline;
    double target_year;
    double target;
} TargetPath;

/* What was measured in one year, variances without the finite-population factor. */
typedef struct Progress {
    double year;
    double value;
    double variance;
    double baseline_variance; /* 0 for a published baseline */
    double covariance;        /* of value and baseline */
    size_t answers;
    bool share; /* a share of yes: reached is judged by its Beta distribution */
} Progress;

typedef enum Verdict {
    VERDICT_CANNOT_TELL,
    VERDICT_ON_TRACK,
    VERDICT_BEHIND,
    VERDICT_REACHED,
    VERDICT_MISSED,
    VERDICT_COUNT,
} Verdict;

/* The word for it in progress.csv: "on_track". */
const char *verdict_name(Verdict verdict);

/* (value - baseline) / (lambda (target - baseline)), lambda = the part of the time that
 * has passed; 1 is exactly on the path. NAN until the year after the baseline, or when
 * target and baseline are equal. */
double progress_ratio(const TargetPath *path, double year, double value);

/* Yearly growth seen to yearly growth needed, as Eurostat and Open SDG have it: for
 * comparison only, it differs between a share and its complement. NAN unless baseline,
 * value and target are above 0. */
double progress_growth_ratio(const TargetPath *path, double year, double value);

/* Variance of a share that also serves 0 and 1: p (1 - p) / (n + 2) with
 * p = (share n + 0.5) / (n + 1), times the design effect model_variance /
 * (share (1 - share) / (n - 1)); 1 where that is not defined. NAN without answers. */
double smoothed_variance(double share, double model_variance, size_t answers);

/* Probability that the value lies at or beyond the path of its year,
 * Phi(d (y_t - (1 - lambda) y_0 - lambda y_T) / se), with
 * V = V_t + (1 - lambda)^2 V_0 - 2 (1 - lambda) Cov and d the direction of the target.
 * NAN where the path or V does not exist. */
double progress_probability(const TargetPath *path, const Progress *progress);

/* reached: beyond the target with probability >= 0.9. Until the target year on_track
 * for a probability >= 0.9, behind <= 0.1; after it missed <= 0.1 of being beyond the
 * target. Anything else, fewer than five answers or no path: cannot tell. */
Verdict progress_verdict(const TargetPath *path, const Progress *progress);

/* For register counts and reported sums, which are not estimated: compared directly. */
Verdict progress_verdict_of_count(const TargetPath *path, double year, double value);

/* For a value of which only bounds are known: what holds for both, else cannot tell. */
Verdict progress_verdict_of_bounds(const TargetPath *path, double year, double lower,
                                   double upper);
