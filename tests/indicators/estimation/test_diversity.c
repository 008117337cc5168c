/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diversity over categories and representativity of response. */
#include "indicators/estimation/diversity.h"

#include "indicators/estimation/nonresponse.h"
#include "mini.h"

/* Blau of 1/2, 1/4, 1/4 is 5/8; of k equal parts 1 - 1/k. */
static void test_diversity(void)
{
    const double halves[] = {2, 0, 1, 1};
    const double equal[]  = {7, 7, 7, 7};
    const double one[]    = {0, 3};
    const double none[]   = {0, 0};
    assert_close(diversity_blau(halves, 4), 0.625, 1e-15);
    assert_close(diversity_iqv(halves, 4), 0.9375, 1e-15);
    assert_close(diversity_blau(equal, 4), 0.75, 1e-15);
    assert_close(diversity_iqv(equal, 4), 1, 1e-15);
    assert_close(diversity_blau(one, 2), 0, 0);
    g_assert_true(isnan(diversity_iqv(one, 2)));
    g_assert_true(isnan(diversity_blau(none, 2)));
    g_assert_true(isnan(diversity_iqv(NULL, 0)));
}

/* R: the sectors of mini.csv. */
static void test_representativity(void)
{
    const Stratum strata[] = {{40, 22, 0, 0, 0}, {25, 11, 0, 0, 0}, {12, 6, 0, 0, 0},
                              {6, 3, 0, 0, 0},   {3, 3, 0, 0, 0},   {5, 1, 0, 0, 0}};
    assert_close(representativity_indicator(strata, 6), 0.8565606117242, 1e-12);
}

/* All alike: no spread is left after the correction. One silent half of two: 2 S = 1.
 */
static void test_representativity_ends(void)
{
    const Stratum alike[] = {{50, 30, 0, 0, 0}, {100, 60, 0, 0, 0}};
    const Stratum apart[] = {{100, 100, 0, 0, 0}, {100, 0, 0, 0, 0}};
    assert_close(representativity_indicator(alike, 2), 1, 0);
    assert_close(representativity_indicator(apart, 2), 0, 1e-15);
    g_assert_true(isnan(representativity_indicator(NULL, 0)));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diversity/indices", test_diversity);
    g_test_add_func("/diversity/representativity", test_representativity);
    g_test_add_func("/diversity/representativity-ends", test_representativity_ends);
    return g_test_run();
}
