/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often do verdicts and zones say more than is so? Probabilities are exact where x
 * can be enumerated, simulated where strata matter. */
#include <math.h>

#include "indicators/comparison/funnel.h"
#include "indicators/comparison/progress.h"
#include "indicators/comparison/shrinkage.h"
#include "indicators/estimation/estimate.h"
#include "indicators/estimation/strata.h"
#include "simulation.h"

static const TargetPath PATH = {2019, 0.4, 2030, 0.6};

/* The smoothed variance of x of n, a simple random sample. */
static double variance_of(double share, size_t n)
{
    const double plain = n > 1 ? share * (1 - share) / (double)(n - 1) : 0;
    return smoothed_variance(share, plain, n);
}

/* Adds to `chances` the probability of each verdict in `year` when the true share is
 * `truth`, of n answers, times `weight`. */
static void add_verdicts(const TargetPath *path, Progress measure, double truth,
                         double weight, double *chances)
{
    const size_t n = measure.answers;
    for (size_t x = 0; x <= n; x++) {
        measure.value    = (double)x / (double)n;
        measure.variance = variance_of(measure.value, n);
        chances[progress_verdict(path, &measure)] +=
            weight * gsl_ran_binomial_pdf((unsigned)x, truth, (unsigned)n);
    }
}

/* Nothing has moved since the baseline: "reached" at most 2 % of the time, at any
 * number of answers for which a verdict is given. */
static void test_false_reached(void)
{
    double largest = 0;
    for (size_t n = 5; n <= 400; n++) {
        double chances[VERDICT_COUNT] = {0};
        const Progress measure        = {.year = 2025, .answers = n, .share = true};
        add_verdicts(&PATH, measure, 0.4, 1, chances);
        largest = fmax(largest, chances[VERDICT_REACHED]);
    }
    g_test_message("false reached: at most %.4f", largest);
    g_assert_cmpfloat(largest, <=, 0.02);
    g_assert_cmpfloat(largest, >, 0);
}

static double truth_on_path(double year)
{
    return PATH.baseline + (PATH.target - PATH.baseline) * (year - 2019) / 11;
}

/* Both estimated, n answers each: the baseline may be any x of n. */
static void verdicts_on_path(size_t n, double year, double *chances)
{
    for (size_t x = 0; x <= n; x++) {
        const double weight =
            gsl_ran_binomial_pdf((unsigned)x, PATH.baseline, (unsigned)n);
        TargetPath path        = PATH;
        path.baseline          = (double)x / (double)n;
        const Progress measure = {.year              = year,
                                  .answers           = n,
                                  .share             = true,
                                  .baseline_variance = variance_of(path.baseline, n)};
        if (weight > 1e-7)
            add_verdicts(&path, measure, truth_on_path(year), weight, chances);
    }
}

static void check_boundary(const char *name, const double *largest)
{
    g_test_message("on the path, %s: on_track %.4f, behind %.4f", name,
                   largest[VERDICT_ON_TRACK], largest[VERDICT_BEHIND]);
    g_assert_cmpfloat(largest[VERDICT_ON_TRACK], <=, 0.13);
    g_assert_cmpfloat(largest[VERDICT_BEHIND], <=, 0.13);
}

static void keep_largest(double *largest, const double *chances)
{
    for (size_t i = 0; i < VERDICT_COUNT; i++)
        largest[i] = fmax(largest[i], chances[i]);
}

/* Exactly on the path: on_track and behind at most 13 % each. With fewer answers than
 * here single values of x weigh more than that. */
static void test_boundary(void)
{
    double estimated[VERDICT_COUNT] = {0};
    double published[VERDICT_COUNT] = {0};
    for (double year = 2021; year <= 2029; year += 2) {
        for (size_t n = 20; n <= 120; n += 5) {
            double chances[VERDICT_COUNT] = {0};
            verdicts_on_path(n, year, chances);
            keep_largest(estimated, chances);
        }
        for (size_t n = 100; n <= 400; n++) {
            double chances[VERDICT_COUNT] = {0};
            const Progress measure        = {.year = year, .answers = n, .share = true};
            add_verdicts(&PATH, measure, truth_on_path(year), 1, chances);
            keep_largest(published, chances);
        }
    }
    check_boundary("own baseline", estimated);
    check_boundary("published baseline", published);
}

/* Fifteen alliances of the example's sizes, all with the same true share: outside the
 * 95 % zone at most 5 % of the time; exact. */
static void test_zones(void)
{
    static const size_t sizes[]  = {3,  4,  5,  7,  8,  10, 12, 14,
                                    18, 20, 24, 30, 38, 45, 62};
    static const double shares[] = {0.1, 0.35, 0.5, 0.65, 0.9};
    for (size_t p = 0; p < G_N_ELEMENTS(shares); p++)
        for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
            double outside = 0;
            for (size_t x = 0; x <= sizes[i]; x++)
                if (funnel_zone((Proportion){x, sizes[i]}, shares[p]) != ZONE_WITHIN)
                    outside += gsl_ran_binomial_pdf((unsigned)x, shares[p],
                                                    (unsigned)sizes[i]);
            g_assert_cmpfloat(outside, <=, 0.05);
        }
}

enum { ALLIANCES = 15, ROUNDS = 4000 };

/* The true ranks of alliances that differ lie in their sets all together in at least 95
 * % of the rounds; the shrunken values lie closer to the truth than the plain ones. */
static void test_ranks_and_shrinkage(void)
{
    gsl_rng *random = simulation_random(4);
    Rate ranked     = {.name = "all true ranks within their sets"};
    double plain    = 0;
    double shrunk   = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        Proportion shares[ALLIANCES];
        double truth[ALLIANCES];
        RankSet sets[ALLIANCES];
        for (size_t i = 0; i < ALLIANCES; i++) {
            const unsigned n = (unsigned)(3 + i * 4);
            truth[i]         = gsl_ran_beta(random, 12, 12);
            shares[i]        = (Proportion){gsl_ran_binomial(random, truth[i], n), n};
        }
        const Shrinkage fit = shrinkage_fit(shares, ALLIANCES);
        rank_sets(shares, ALLIANCES, 0.95, sets);
        bool within = true;
        for (size_t i = 0; i < ALLIANCES; i++) {
            size_t rank = 1;
            for (size_t j = 0; j < ALLIANCES; j++)
                rank += truth[j] > truth[i] ? 1 : 0;
            within = within && sets[i].low <= rank && rank <= sets[i].high;
            plain += pow(
                (double)shares[i].positives / (double)shares[i].answers - truth[i], 2);
            shrunk += pow(shrunken_value(&fit, shares[i]) - truth[i], 2);
        }
        rate_add(&ranked, within);
    }
    gsl_rng_free(random);
    rate_check(&ranked, 0.95, 1);
    g_test_message("squared error: plain %.1f, shrunken %.1f", plain, shrunk);
    g_assert_cmpfloat(shrunk, <, plain);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add_func("/decisions/false-reached", test_false_reached);
    g_test_add_func("/decisions/boundary", test_boundary);
    g_test_add_func("/decisions/zones", test_zones);
    g_test_add_func("/decisions/ranks-and-shrinkage", test_ranks_and_shrinkage);
    return g_test_run();
}
