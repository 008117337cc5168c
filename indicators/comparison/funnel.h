/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stddef.h>

#include "indicators/estimation/interval.h"

/* Do local alliances differ more than chance makes them differ? A funnel plot shows
 * each share against its number of answers, with limits that narrow as answers grow,
 * around the national share p0, 0 < p0 < 1, taken as known. Small alliances are then
 * not ranked for being small. */
enum { FUNNEL_ALLIANCES = 10 }; /* fewer: no funnel */

typedef struct FunnelLimits {
    Interval limits_95;
    Interval limits_998;
} FunnelLimits;

typedef enum Zone {
    ZONE_NONE, /* no answers, or p0 is 0 or 1 */
    ZONE_WITHIN,
    ZONE_LOW_95,
    ZONE_LOW_998,
    ZONE_HIGH_95,
    ZONE_HIGH_998,
    ZONE_COUNT,
} Zone;

/* What all alliances together say about one p0. */
typedef struct Dispersion {
    double chi2; /* sum of (x - n p0)^2 / (n p0 (1 - p0)) */
    size_t df;   /* alliances with answers - 1 */
    double
        p_value; /* of chi2; below 0.05 the alliances differ more than chance allows */
    double phi;  /* mean of the squared z, on the arcsine scale, winsorised at 10 % */
    double tau2; /* variance between alliances on that scale (Spiegelhalter 2005) */
} Dispersion;

/* The word for it in comparison.csv: "high_95"; "" for ZONE_NONE. */
const char *zone_name(Zone zone);

/* Limits for n answers: the lower one interpolates the binomial quantile (Spiegelhalter
 * 2005, A.1.1), the upper one is 1 - the lower one of the complement. NAN for n = 0 or
 * p0 of 0 or 1. */
FunnelLimits funnel_limits(size_t answers, double p0);

/* By exact tails, not by the drawn limits: high_95 iff P(X >= x) <= 0.025, high_998 iff
 * <= 0.001, low likewise. */
Zone funnel_zone(Proportion share, double p0);

/* min(1, 2 min(P(X <= x), P(X >= x))); NAN where there is no zone. */
double funnel_p_value(Proportion share, double p0);

/* Benjamini and Hochberg (1995): the smallest false discovery rate at which each would
 * be called different. NANs are left out and stay NAN. */
void adjust_p_values(const double *p_values, double *adjusted, size_t count);

/* phi and tau2 as FunnelPlotR has them. Alliances without answers are left out; fewer
 * than two that have some, or p0 of 0 or 1: NAN. */
Dispersion funnel_dispersion(const Proportion *shares, size_t count, double p0);

/* What an alliance's own mix of sectors would give at the national share of each
 * sector: sum n_s m_s / n. NAN without answers, or when a sector that answered has no
 * share. */
double case_mix_expected(const size_t *answers, const double *shares, size_t sectors);
