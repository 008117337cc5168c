/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Funnel limits and zones, overdispersion, false discovery rate and case mix, against R
 * 4.2.2 (tests/reference/comparison.R) and FunnelPlotR's definitions. */
#include "indicators/comparison/funnel.h"

#include "indicators/estimation/estimate.h"
#include "mini.h"

static const Proportion FIFTEEN[] = {{2, 3},  {1, 4},   {4, 5},   {2, 7},   {5, 8},
                                     {3, 10}, {8, 12},  {5, 14},  {6, 18},  {13, 20},
                                     {9, 24}, {18, 30}, {14, 38}, {25, 45}, {24, 62}};
static const double POOLED        = 139.0 / 300;

static void assert_interval(Interval actual, double low, double high)
{
    assert_close(actual.low, low, 1e-11);
    assert_close(actual.high, high, 1e-11);
}

static void test_limits(void)
{
    const FunnelLimits ten    = funnel_limits(10, 0.4);
    const FunnelLimits twenty = funnel_limits(20, 0.4);
    assert_interval(ten.limits_95, 0.0470181438297, 0.7700818323206);
    assert_interval(ten.limits_998, 0, 0.9430883789063);
    assert_interval(twenty.limits_95, 0.1629160231958, 0.64440653668);
    assert_interval(twenty.limits_998, 0.05770789542771, 0.7736202280246);
    g_assert_true(isnan(funnel_limits(0, 0.4).limits_95.low));
    g_assert_true(isnan(funnel_limits(10, 1).limits_998.high));
}

/* Zones are exact and mirrored: 3 of 3 at 0.65 has probability 0.27 and says nothing.
 */
static void test_zones(void)
{
    g_assert_cmpint(funnel_zone((Proportion){3, 3}, 0.65), ==, ZONE_WITHIN);
    g_assert_cmpint(funnel_zone((Proportion){0, 0}, 0.65), ==, ZONE_NONE);
    for (size_t n = 1; n <= 60; n++)
        for (size_t x = 0; x <= n; x++) {
            static const Zone mirror[ZONE_COUNT] = {
                [ZONE_WITHIN] = ZONE_WITHIN,    [ZONE_LOW_95] = ZONE_HIGH_95,
                [ZONE_HIGH_95] = ZONE_LOW_95,   [ZONE_LOW_998] = ZONE_HIGH_998,
                [ZONE_HIGH_998] = ZONE_LOW_998,
            };
            const Zone zone = funnel_zone((Proportion){x, n}, 0.3);
            const double p  = funnel_p_value((Proportion){x, n}, 0.3);
            g_assert_cmpint(funnel_zone((Proportion){n - x, n}, 0.7), ==, mirror[zone]);
            g_assert_true((zone == ZONE_WITHIN) == (p > 0.05));
            g_assert_true((zone == ZONE_LOW_998 || zone == ZONE_HIGH_998) ==
                          (p <= 0.002));
        }
}

static void test_p_values(void)
{
    static const double p[] = {0.890197185185185, 0.738825302962963, 0.290038010455967,
                               0.581996689513309, 0.572840405124466, 0.477198080747258,
                               0.261602073966506, 0.602182399841054, 0.385990803231736,
                               0.146992320927979, 0.510016123519604, 0.187710457722885,
                               0.312152976943759, 0.275350149133411, 0.281398296627938};
    static const double q[] = {0.890197185185185, 0.791598538888889, 0.668899236308055,
                               0.694825845970447, 0.694825845970447, 0.694825845970447,
                               0.668899236308055, 0.694825845970447, 0.694825845970447,
                               0.668899236308055, 0.694825845970447, 0.668899236308055,
                               0.668899236308055, 0.668899236308055, 0.668899236308055};
    double found[16], adjusted[16];
    for (size_t i = 0; i < 15; i++) {
        found[i] = funnel_p_value(FIFTEEN[i], POOLED);
        assert_close(found[i], p[i], 1e-12);
    }
    found[15] = NAN;
    adjust_p_values(found, adjusted, 16);
    for (size_t i = 0; i < 15; i++)
        assert_close(adjusted[i], q[i], 1e-12);
    g_assert_true(isnan(adjusted[15]));
}

/* An alliance without answers changes nothing. */
static void test_dispersion(void)
{
    Proportion shares[16];
    for (size_t i = 0; i < 15; i++)
        shares[i + 1] = FIFTEEN[i];
    shares[0]              = (Proportion){0, 0};
    const Dispersion found = funnel_dispersion(shares, 16, POOLED);
    assert_close(found.chi2, 20.33971203882, 1e-12);
    g_assert_cmpuint(found.df, ==, 14);
    assert_close(found.p_value, 0.1197897246267, 1e-11);
    assert_close(found.phi, 1.362334766186, 1e-12);
    assert_close(found.tau2, 0.006041592959282, 1e-11);
    g_assert_true(isnan(funnel_dispersion(shares, 2, POOLED).phi));
    g_assert_true(isnan(funnel_dispersion(shares, 16, 0).chi2));
}

/* Four answers from one sector at 0.5, one from another at 0.2. */
static void test_case_mix(void)
{
    const size_t answers[] = {4, 0, 1};
    const double shares[]  = {0.5, NAN, 0.2};
    const size_t none[]    = {0, 0, 0};
    const size_t unknown[] = {4, 1, 0};
    assert_close(case_mix_expected(answers, shares, 3), 0.44, 1e-15);
    g_assert_true(isnan(case_mix_expected(none, shares, 3)));
    g_assert_true(isnan(case_mix_expected(unknown, shares, 3)));
}

static void test_names(void)
{
    g_assert_cmpstr(zone_name(ZONE_HIGH_998), ==, "high_998");
    for (Zone zone = 0; zone < ZONE_COUNT; zone++)
        g_assert_nonnull(zone_name(zone));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add_func("/funnel/limits", test_limits);
    g_test_add_func("/funnel/zones", test_zones);
    g_test_add_func("/funnel/p-values", test_p_values);
    g_test_add_func("/funnel/dispersion", test_dispersion);
    g_test_add_func("/funnel/case-mix", test_case_mix);
    g_test_add_func("/funnel/names", test_names);
    return g_test_run();
}
