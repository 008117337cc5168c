/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trend and projection against ordinary and generalised least squares by R 4.2.2
 * (tests/reference/comparison.R). */
#include "indicators/comparison/trend.h"

#include "indicators/estimation/estimate.h"
#include "mini.h"

/* Equal and tiny variances: the scatter decides, which is ordinary least squares. */
static void test_ordinary(void)
{
    const double values[8] = {0.21, 0.24, 0.23, 0.29, 0.31, 0.30, 0.36, 0.38};
    double years[8], covariance[64] = {0};
    for (size_t i = 0; i < 8; i++) {
        years[i]              = 2019 + (double)i;
        covariance[i * 8 + i] = 1e-6;
    }
    const Series series = {years, values, covariance, NULL, 8, false};
    const Trend trend   = trend_fit(&series, 2030, 0.95);
    assert_close(trend.slope, 0.0240476190476, 1e-11);
    assert_close(trend.slope_se, 0.0026063907736, 1e-10);
    assert_close(trend.slope / trend.slope_se, 9.22640583722, 1e-10);
    assert_close(sqrt(trend.dispersion * 1e-6), 0.0168913427624, 1e-10);
    g_assert_false(trend.diagonal);
}

static const double YEARS[]   = {2019, 2020, 2021, 2022, 2023, 2024};
static const double SHARES[]  = {0.31, 0.36, 0.34, 0.41, 0.46, 0.44};
static const size_t ANSWERS[] = {120, 130, 110, 150, 140, 160};

static void fill_covariance(double *covariance, double variance)
{
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++)
            covariance[i * 6 + j] = variance * pow(0.6, fabs((double)i - (double)j));
}

static void assert_trend(const Trend *trend, const double expected[6])
{
    assert_close(trend->slope, expected[0], 1e-10);
    assert_close(trend->slope_se, expected[1], 1e-10);
    assert_close(trend->dispersion, expected[2], 1e-10);
    assert_close(trend->projection, expected[3], 1e-10);
    assert_close(trend->interval.low, expected[4], 1e-10);
    assert_close(trend->interval.high, expected[5], 1e-10);
}

static void test_generalised(void)
{
    static const double share[]     = {0.1125622168819222, 0.0513635703467999,
                                       1.2008316898100360, 0.6197381269383515,
                                       0.3031829789557000, 0.8592482349509734};
    static const double scattered[] = {0.1125622168819224,  0.0513635703467999,
                                       30.0207922452508988, 0.6197381269383518,
                                       0.3013774949272517,  0.8602803785668299};
    static const double mean[]      = {0.270000000000000, 0.117764316936134,
                                       1.191818576388887, 6.122777777777777,
                                       2.984735292232272, 9.260820263323282};
    double covariance[36], tens[6];
    Series series = {YEARS, SHARES, covariance, ANSWERS, 6, true};
    fill_covariance(covariance, 0.0016);
    Trend trend = trend_fit(&series, 2030, 0.95);
    assert_trend(&trend, share);
    fill_covariance(covariance, 0.0016 / 25);
    trend = trend_fit(&series, 2030, 0.95);
    assert_trend(&trend, scattered);
    for (size_t i = 0; i < 6; i++)
        tens[i] = 10 * SHARES[i];
    fill_covariance(covariance, 0.16);
    series = (Series){YEARS, tens, covariance, NULL, 6, false};
    trend  = trend_fit(&series, 2030, 0.95);
    assert_trend(&trend, mean);
}

/* The share of no: the slope with the other sign, the projection mirrored. */
static void test_complement(void)
{
    double covariance[36], no[6];
    fill_covariance(covariance, 0.0009);
    for (size_t i = 0; i < 6; i++)
        no[i] = 1 - SHARES[i];
    const Series yes  = {YEARS, SHARES, covariance, ANSWERS, 6, true};
    const Series not  = {YEARS, no, covariance, ANSWERS, 6, true};
    const Trend one   = trend_fit(&yes, 2030, 0.95);
    const Trend other = trend_fit(&not, 2030, 0.95);
    assert_close(other.slope, -one.slope, 1e-11);
    assert_close(other.projection, 1 - one.projection, 1e-11);
    assert_close(other.interval.low, 1 - one.interval.high, 1e-11);
    assert_close(other.p_value, one.p_value, 1e-10);
}

/* Perfectly correlated years cannot be inverted: their variances alone are used. */
static void test_singular(void)
{
    double full[36], diagonal[36] = {0};
    for (size_t i = 0; i < 36; i++)
        full[i] = 0.001;
    for (size_t i = 0; i < 6; i++)
        diagonal[i * 7] = 0.001;
    const Series correlated = {YEARS, SHARES, full, ANSWERS, 6, false};
    const Series separate   = {YEARS, SHARES, diagonal, ANSWERS, 6, false};
    const Trend one         = trend_fit(&correlated, 2030, 0.95);
    const Trend other       = trend_fit(&separate, 2030, 0.95);
    g_assert_true(one.diagonal && !other.diagonal);
    assert_close(one.slope, other.slope, 1e-12);
    assert_close(one.interval.low, other.interval.low, 1e-12);
}

/* Three years for a trend, five for a projection, shares of 0 and 1 have a logit. */
static void test_short(void)
{
    const double values[]  = {0, 0.5, 1};
    double covariance[9]   = {0.01, 0, 0, 0, 0.01, 0, 0, 0, 0.01};
    const size_t answers[] = {10, 10, 10};
    Series series          = {YEARS, values, covariance, answers, 3, true};
    const Trend trend      = trend_fit(&series, 2030, 0.95);
    assert_close(trend.slope, log(10.5 / 0.5), 1e-12);
    g_assert_true(isnan(trend.projection) && isnan(trend.interval.low));
    series.count = 2;
    g_assert_true(isnan(trend_fit(&series, 2030, 0.95).slope));
    series.count  = 3;
    series.share  = false;
    covariance[0] = 0;
    g_assert_true(isnan(trend_fit(&series, 2030, 0.95).slope));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add_func("/trend/ordinary", test_ordinary);
    g_test_add_func("/trend/generalised", test_generalised);
    g_test_add_func("/trend/complement", test_complement);
    g_test_add_func("/trend/singular", test_singular);
    g_test_add_func("/trend/short", test_short);
    return g_test_run();
}
