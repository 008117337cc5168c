/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals against published numbers, against R 4.2.2, and against their definitions.
 */
#include "indicators/estimation/interval.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "indicators/estimation/estimate.h"
#include "indicators/estimation/hypergeometric.h"
#include "mini.h"

static void assert_interval(Interval actual, double low, double high, double tolerance)
{
    assert_close(actual.low, low, tolerance);
    assert_close(actual.high, high, tolerance);
}

/* Newcombe 1998; OHID's technical guide; R. */
static void test_wilson(void)
{
    assert_interval(interval_wilson((Proportion){65, 100}, 0.95), 0.55254443296887967,
                    0.73635751756902468, 1e-13);
    assert_interval(interval_wilson((Proportion){1045, 5000}, 0.95),
                    0.19795549880013297, 0.22049130373189027, 1e-13);
    assert_interval(interval_wilson((Proportion){81, 263}, 0.95), 0.255288519878,
                    0.366209576983, 1e-11);
    g_assert_cmpfloat(interval_wilson((Proportion){0, 7}, 0.95).low, ==, 0);
    g_assert_cmpfloat(interval_wilson((Proportion){7, 7}, 0.95).high, ==, 1);
    g_assert_true(isnan(interval_wilson((Proportion){0, 0}, 0.95).low));
}

/* Newcombe 1998, examples of methods 5 (one share) and 10 (difference). */
static void test_exact_and_difference(void)
{
    assert_interval(interval_clopper_pearson((Proportion){15, 148}, 0.95),
                    0.0578440100834, 0.161650490349, 1e-11);
    assert_interval(interval_newcombe((Proportion){56, 70}, (Proportion){48, 80}, 0.95),
                    0.0524314724024, 0.333872654037, 1e-11);
    const Interval none = interval_clopper_pearson((Proportion){0, 9}, 0.95);
    assert_interval(none, 0, 1 - pow(0.025, 1.0 / 9), 1e-13);
}

/* The quantile inverts the distribution, also where gsl_cdf_beta_Pinv does not. */
static void test_beta_quantile(void)
{
    static const double shapes[] = {0.5, 1, 1.5, 12, 238.5, 5000.5};
    static const double tails[]  = {1e-6, 0.001, 0.025, 0.5, 0.9, 0.975, 0.999};
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++)
        for (size_t j = 0; j < G_N_ELEMENTS(shapes); j++)
            for (size_t k = 0; k < G_N_ELEMENTS(tails); k++) {
                const double a     = shapes[i];
                const double b     = shapes[j];
                const double x     = beta_quantile(tails[k], a, b);
                const double slope = gsl_ran_beta_pdf(x, a, b);
                const double miss  = gsl_cdf_beta_P(x, a, b) - tails[k];
                g_assert_cmpfloat(fabs(miss), <=, 1e-12 + slope * x * 1e-15);
            }
    /* R: qbeta(0.975, 0.5, 238.5) */
    assert_close(beta_quantile(0.975, 0.5, 238.5), 0.0104879066322084, 1e-12);
}

static void assert_range(CountRange actual, size_t low, size_t high)
{
    g_assert_cmpuint(actual.low, ==, low);
    g_assert_cmpuint(actual.high, ==, high);
}

static void test_hypergeometric(void)
{
    assert_range(hypergeometric_range((Proportion){3, 8}, 12, 0.95), 3, 7);
    assert_range(hypergeometric_range((Proportion){0, 8}, 12, 0.95), 0, 2);
    assert_range(hypergeometric_range((Proportion){8, 8}, 12, 0.95), 10, 12);
    assert_range(hypergeometric_range((Proportion){2, 5}, 6, 0.95), 2, 3);
    assert_range(hypergeometric_range((Proportion){20, 45}, 60, 0.95), 22, 31);
    assert_range(hypergeometric_range((Proportion){4, 9}, 9, 0.95), 4, 4);
    assert_range(hypergeometric_range((Proportion){0, 0}, 5, 0.95), 0, 5);
    assert_range(hypergeometric_range((Proportion){0, 0}, 0, 0.95), 0, 0);
}

/* log C(n, k) from a table of log-factorials in long double: another road to the tails.
 */
static long double log_choose(const long double *factorial, size_t n, size_t k)
{
    return factorial[n] - factorial[k] - factorial[n - k];
}

static long double tail_above(const long double *factorial, Proportion share,
                              size_t population, size_t K)
{
    long double sum = 0;
    for (size_t x = share.positives; x <= MIN(share.answers, K); x++)
        if (share.answers - x <= population - K)
            sum += expl(log_choose(factorial, K, x) +
                        log_choose(factorial, population - K, share.answers - x) -
                        log_choose(factorial, population, share.answers));
    return sum;
}

/* Every (x, n, N) up to 24 by the definition, K after K; the upper end by mirroring the
 * lower one of the complement is checked the other way round by test_hypergeometric. */
static void test_hypergeometric_definition(void)
{
    long double factorial[25] = {0};
    for (size_t i = 1; i < G_N_ELEMENTS(factorial); i++)
        factorial[i] = factorial[i - 1] + logl((long double)i);
    const long double threshold = 0.025L * (1 + 1e-9L);
    for (size_t N = 1; N <= 24; N++)
        for (size_t n = 1; n <= N; n++)
            for (size_t x = 0; x <= n; x++) {
                const Proportion share = {x, n};
                size_t K               = x;
                while (tail_above(factorial, share, N, K) <= threshold)
                    K++;
                const CountRange yes = hypergeometric_range(share, N, 0.95);
                const CountRange no =
                    hypergeometric_range((Proportion){n - x, n}, N, 0.95);
                g_assert_cmpuint(yes.low, ==, K);
                g_assert_cmpuint(no.high, ==, N - K);
            }
}

/* A million partners: R 4.2.2 by bisection on phyper. */
static void test_hypergeometric_large(void)
{
    assert_range(hypergeometric_range((Proportion){300, 1000}, 1000000, 0.95), 271735,
                 329447);
    assert_range(hypergeometric_range((Proportion){199000, 600000}, 1000000, 0.95),
                 330913, 332421);
    assert_range(hypergeometric_range((Proportion){0, 2}, 1000000, 0.95), 0, 841885);
}

/* One stratum is the exact interval; more strata are searched exhaustively. */
static void test_unseen_one(void)
{
    for (size_t N = 1; N <= 60; N++)
        for (size_t n = 1; n <= N; n++) {
            const Stratum stratum  = stratum_of_counts(N, n, 0);
            const CountRange range = hypergeometric_range((Proportion){0, n}, N, 0.95);
            g_assert_cmpuint(unseen_positives(&stratum, 1, 0.95), ==, range.high);
        }
}

/* P(no positive among n | K of N). */
static double none_seen(const Stratum *stratum, size_t K)
{
    double product = 1;
    for (size_t i = 0; i < K; i++)
        product *= (double)(stratum->population - stratum->answers - i) /
                   (double)(stratum->population - i);
    return product;
}

static void test_unseen_exhaustive(void)
{
    const Stratum strata[] = {stratum_of_counts(9, 5, 0),
                              stratum_of_counts(12, 4, 0),
                              stratum_of_counts(6, 1, 0),
                              {.population = 7}};
    size_t best            = 0;
    for (size_t a = 0; a <= 4; a++)
        for (size_t b = 0; b <= 8; b++)
            for (size_t c = 0; c <= 5; c++)
                if (none_seen(&strata[0], a) * none_seen(&strata[1], b) *
                        none_seen(&strata[2], c) >
                    0.025 * (1 + 1e-9))
                    best = MAX(best, a + b + c);
    g_assert_cmpuint(unseen_positives(strata, 4, 0.95), ==, best);
    g_assert_cmpuint(unseen_positives(strata, 0, 0.95), ==, 0);
}

static void test_bounds(void)
{
    assert_interval(interval_bounds((Proportion){3, 8}, 12), 0.25, 7.0 / 12, 1e-15);
    assert_interval(interval_bounds((Proportion){5, 8}, 8), 0.625, 0.625, 0);
    assert_interval(interval_bounds((Proportion){0, 0}, 8), 0, 1, 0);
    g_assert_true(isnan(interval_bounds((Proportion){0, 0}, 0).low));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add_func("/interval/wilson", test_wilson);
    g_test_add_func("/interval/exact-and-difference", test_exact_and_difference);
    g_test_add_func("/interval/beta-quantile", test_beta_quantile);
    g_test_add_func("/interval/hypergeometric", test_hypergeometric);
    g_test_add_func("/interval/hypergeometric-definition",
                    test_hypergeometric_definition);
    g_test_add_func("/interval/hypergeometric-large", test_hypergeometric_large);
    g_test_add_func("/interval/unseen-one", test_unseen_one);
    g_test_add_func("/interval/unseen-exhaustive", test_unseen_exhaustive);
    g_test_add_func("/interval/bounds", test_bounds);
    return g_test_run();
}
