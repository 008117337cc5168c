/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/estimation/interval.h"
#include "indicators/estimation/strata.h"

/* What an indicator calls: the estimate of one item with the interval and the method
 * that its answers allow. The choice is made here, once, for all indicators:
 *
 *   everybody answered          the point, METHOD_CENSUS
 *   all answers no, or all yes  exact, METHOD_HYPERGEOMETRIC
 *   a share                     METHOD_STRATIFIED_XLOGIT; none when its variance is 0
 *   a mean or total             METHOD_STRATIFIED_T
 *   a subgroup                  exact for a share, METHOD_SRS_T for a mean or total
 *   no degrees of freedom       no interval, the method that would have been used */
typedef enum Method {
    METHOD_CENSUS,
    METHOD_STRATIFIED_XLOGIT,
    METHOD_STRATIFIED_T,
    METHOD_SRS_T,
    METHOD_HYPERGEOMETRIC,
    METHOD_BOUNDS,
    METHOD_NETWORK,
    METHOD_REPORTED,
    METHOD_COUNT,
} Method;

/* Beside STRATA_LONELY, STRATA_EMPTY and STRATA_FULL. */
enum {
    ESTIMATE_NO_POPULATION = 1 << 8,  /* nobody is eligible: the value cannot exist */
    ESTIMATE_NO_ANSWERS    = 1 << 9,  /* nobody answered: the value is missing */
    ESTIMATE_UNRELIABLE    = 1 << 10, /* lonely or empty strata, or no variance seen */
};

typedef struct Estimate {
    double value;      /* share 0..1, mean or total; NAN when missing */
    double se;         /* with the finite-population factor; NAN when unknown */
    double model_se;   /* without it: to compare years and alliances */
    Interval interval; /* NAN, NAN: none */
    size_t df;
    size_t population; /* N: partners that the estimate is about */
    size_t eligible;   /* U: all eligible; above N where strata have no answers */
    size_t answers;    /* n */
    Method method;
    unsigned flags; /* of STRATA_... and ESTIMATE_... */
} Estimate;

/* To be called once by a program before anything else here, before threads: GSL reports
 * trouble by return values, which are checked, instead of ending the program. */
void estimation_begin(void);

/* The version of GSL. */
const char *estimation_version(void);

/* The word for it in indicators.csv: "stratified-xlogit". */
const char *method_name(Method method);

/* National share of yes (values 0 and 1), mean, and total over the strata. */
Estimate estimate_share(const Stratum *strata, size_t count, double confidence);
Estimate estimate_mean(const Stratum *strata, size_t count, double confidence);
Estimate estimate_total(const Stratum *strata, size_t count, double confidence);

/* The same of a group taken by itself: a sector, a local alliance. The interval of the
 * share is K_lo/N .. K_hi/N. */
Estimate estimate_subgroup_share(Proportion share, size_t population,
                                 double confidence);
Estimate estimate_subgroup_mean(const Stratum *group, double confidence);
Estimate estimate_subgroup_total(const Stratum *group, double confidence);
