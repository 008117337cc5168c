/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beta-binomial shrinkage and rank sets against R 4.2.2 (tests/reference/comparison.R).
 */
#include "indicators/comparison/shrinkage.h"

#include "indicators/estimation/estimate.h"
#include "mini.h"

static const Proportion FIFTEEN[] = {{2, 3},  {1, 4},   {4, 5},   {2, 7},   {5, 8},
                                     {3, 10}, {8, 12},  {5, 14},  {6, 18},  {13, 20},
                                     {9, 24}, {18, 30}, {14, 38}, {25, 45}, {24, 62}};

static void test_fit(void)
{
    const Shrinkage fit = shrinkage_fit(FIFTEEN, 15);
    assert_close(fit.mean * fit.size, 25.77889073545, 1e-9);
    assert_close((1 - fit.mean) * fit.size, 29.3195654258, 1e-9);
    assert_close(fit.mean, 0.4678695653469, 1e-11);
    assert_close(shrunken_value(&fit, FIFTEEN[0]), 0.4781347486817, 1e-11);
    assert_close(shrunken_value(&fit, FIFTEEN[1]), 0.4531233550735, 1e-11);
    assert_close(shrunken_value(&fit, FIFTEEN[2]), 0.4955017589063, 1e-11);
    assert_close(shrunken_value(&fit, FIFTEEN[13]), 0.507289449636, 1e-11);
    assert_close(shrunken_value(&fit, FIFTEEN[14]), 0.425102878102, 1e-11);
    assert_close(shrunken_value(&fit, (Proportion){0, 0}), fit.mean, 1e-15);
}

/* A nearly flat likelihood; R's optim (BFGS) from five starts. */
static void test_flat(void)
{
    const Proportion ten[] = {{3, 4}, {4, 5}, {1, 1}, {1, 1}, {1, 1},
                              {6, 8}, {1, 2}, {4, 4}, {2, 2}, {2, 6}};
    const Shrinkage fit    = shrinkage_fit(ten, 10);
    assert_close(fit.mean, 0.7413653, 1e-6);
    assert_close(fit.size, 27.7512, 1e-3);
}

/* All shares equal, all yes, nobody: no spread, the pooled share for all. */
static void test_pooled(void)
{
    const Proportion equal[] = {{5, 10}, {10, 20}, {15, 30}};
    const Proportion yes[]   = {{3, 3}, {5, 5}};
    const Proportion none[]  = {{0, 0}};
    const Shrinkage fit      = shrinkage_fit(equal, 3);
    g_assert_true(isinf(fit.size));
    assert_close(shrunken_value(&fit, equal[0]), 0.5, 1e-15);
    assert_close(shrinkage_fit(yes, 2).mean, 1, 0);
    g_assert_true(isnan(shrinkage_fit(none, 1).mean));
}

/* Between two extremes the fit is a maximum: no neighbour is likelier; the complement
 * is its mirror. */
static void test_complement(void)
{
    for (int round = 0; round < 200; round++) {
        Proportion yes[12], no[12];
        for (size_t i = 0; i < 12; i++) {
            const size_t n = (size_t)g_test_rand_int_range(1, 80);
            const size_t x = (size_t)g_test_rand_int_range(0, (gint32)n + 1);
            yes[i]         = (Proportion){x, n};
            no[i]          = (Proportion){n - x, n};
        }
        const Shrinkage one   = shrinkage_fit(yes, 12);
        const Shrinkage other = shrinkage_fit(no, 12);
        assert_close(other.mean, 1 - one.mean, 1e-9);
        assert_close(other.size, one.size, 1e-8);
    }
}

/* The fifteen cannot be ranked at all; two far apart can. */
static void test_ranks(void)
{
    RankSet ranks[15];
    rank_sets(FIFTEEN, 15, 0.95, ranks);
    for (size_t i = 0; i < 15; i++) {
        g_assert_cmpuint(ranks[i].low, ==, 1);
        g_assert_cmpuint(ranks[i].high, ==, 15);
    }
    const Proportion apart[] = {{5, 100}, {0, 0}, {90, 100}, {88, 100}};
    rank_sets(apart, 4, 0.95, ranks);
    g_assert_cmpuint(ranks[0].low, ==, 3);
    g_assert_cmpuint(ranks[0].high, ==, 3);
    g_assert_cmpuint(ranks[1].high, ==, 0);
    g_assert_cmpuint(ranks[2].low, ==, 1);
    g_assert_cmpuint(ranks[2].high, ==, 2);
    g_assert_cmpuint(ranks[3].high, ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add_func("/shrinkage/fit", test_fit);
    g_test_add_func("/shrinkage/flat", test_flat);
    g_test_add_func("/shrinkage/pooled", test_pooled);
    g_test_add_func("/shrinkage/complement", test_complement);
    g_test_add_func("/shrinkage/ranks", test_ranks);
    return g_test_run();
}
