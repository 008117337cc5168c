/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress to a target: worked ratios, and verdicts as a table of cases. */
#include "indicators/comparison/progress.h"

#include <gsl/gsl_cdf.h>

#include "indicators/estimation/estimate.h"
#include "mini.h"

static const TargetPath HALF_WAY   = {2020, 0.4, 2030, 0.6};
static const TargetPath COMPLEMENT = {2020, 0.6, 2030, 0.4};

/* Base 40 (2019), 48 (2025), target 60 (2030), and its complement. */
static void test_ratios(void)
{
    const TargetPath path  = {2019, 40, 2030, 60};
    const TargetPath other = {2019, 60, 2030, 40};
    const TargetPath zero  = {2019, 40, 2030, 0};
    assert_close(progress_ratio(&path, 2025, 48), 0.7333333333333, 1e-12);
    assert_close(progress_ratio(&other, 2025, 52), 0.7333333333333, 1e-12);
    assert_close(progress_growth_ratio(&path, 2025, 48), 0.8216982831306, 1e-12);
    assert_close(progress_growth_ratio(&other, 2025, 52), 0.6512399054518, 1e-12);
    assert_close(progress_ratio(&zero, 2030, 0), 1, 1e-15);
    g_assert_true(isnan(progress_growth_ratio(&zero, 2030, 20)));
    g_assert_true(isnan(progress_ratio(&path, 2019, 48)));
}

static void test_smoothed_variance(void)
{
    const double p = 0.5 / 11;
    assert_close(smoothed_variance(0, 0, 10), p * (1 - p) / 12, 1e-15);
    /* A simple random sample has design effect 1, twice its variance has 2. */
    const double plain = (0.3 * 20 + 0.5) / 21;
    assert_close(smoothed_variance(0.3, 0.3 * 0.7 / 19, 20), plain * (1 - plain) / 22,
                 1e-14);
    assert_close(smoothed_variance(0.3, 2 * 0.3 * 0.7 / 19, 20),
                 2 * plain * (1 - plain) / 22, 1e-14);
    g_assert_true(isnan(smoothed_variance(NAN, NAN, 0)));
}

/* Half way the path is at 0.5; V = 0.001 + 0.25 x 0.0008 - 0.0004 = 0.0008. */
static void test_probability(void)
{
    const Progress progress = {2025, 0.52, 0.001, 0.0008, 0.0004, 100, true};
    Progress mirrored       = progress;
    mirrored.value          = 0.48;
    const double expected   = gsl_cdf_ugaussian_P(0.02 / sqrt(0.0008));
    assert_close(progress_probability(&HALF_WAY, &progress), expected, 1e-12);
    assert_close(progress_probability(&COMPLEMENT, &mirrored), expected, 1e-12);
    Progress early = progress;
    early.year     = 2020;
    g_assert_true(isnan(progress_probability(&HALF_WAY, &early)));
}

/* One row: what is measured and what is to be said of it. */
static const struct {
    TargetPath path;
    Progress progress;
    Verdict verdict;
} CASES[] = {
    {{2020, 0.4, 2030, 0.6}, {2025, 0.56, 1e-3, 0, 0, 200, true}, VERDICT_ON_TRACK},
    {{2020, 0.4, 2030, 0.6}, {2025, 0.51, 1e-3, 0, 0, 200, true}, VERDICT_CANNOT_TELL},
    {{2020, 0.4, 2030, 0.6}, {2025, 0.42, 1e-3, 0, 0, 200, true}, VERDICT_BEHIND},
    {{2020, 0.4, 2030, 0.6}, {2025, 0.70, 1e-3, 0, 0, 200, true}, VERDICT_REACHED},
    {{2020, 0.4, 2030, 0.6}, {2031, 0.70, 1e-3, 0, 0, 200, true}, VERDICT_REACHED},
    {{2020, 0.4, 2030, 0.6}, {2031, 0.60, 1e-3, 0, 0, 200, true}, VERDICT_CANNOT_TELL},
    {{2020, 0.4, 2030, 0.6}, {2031, 0.50, 1e-3, 0, 0, 200, true}, VERDICT_MISSED},
    {{2020, 0.4, 2030, 0.6}, {2025, 1.00, 1e-3, 0, 0, 4, true}, VERDICT_CANNOT_TELL},
    {{2020, 0.4, 2030, 0.6}, {2020, 0.70, 1e-3, 0, 0, 200, true}, VERDICT_CANNOT_TELL},
    {{2020, 0.4, 2030, 0.4}, {2025, 0.70, 1e-3, 0, 0, 200, true}, VERDICT_CANNOT_TELL},
    {{2020, 0.4, 2020, 0.6}, {2025, 0.70, 1e-3, 0, 0, 200, true}, VERDICT_CANNOT_TELL},
    {{2020, 0.6, 2030, 0.4}, {2025, 0.30, 1e-3, 0, 0, 200, true}, VERDICT_REACHED},
    {{2020, 0.6, 2030, 0.4}, {2025, 0.44, 1e-3, 0, 0, 200, true}, VERDICT_ON_TRACK},
    {{2020, 0.6, 2030, 0.0}, {2025, 0.44, 1e-3, 0, 0, 200, true}, VERDICT_BEHIND},
    {{2020, 2.0, 2030, 3.0}, {2025, 3.2, 0.01, 0, 0, 50, false}, VERDICT_REACHED},
    {{2020, 2.0, 2030, 3.0}, {2025, 2.9, 0.01, 0, 0, 50, false}, VERDICT_ON_TRACK},
    {{2020, 2.0, 2030, 3.0}, {2031, 2.5, 0.01, 0, 0, 50, false}, VERDICT_MISSED},
    {{2020, 2.0, 2030, 3.0}, {2025, 3.2, 0.00, 0, 0, 50, false}, VERDICT_CANNOT_TELL},
    {{2020, 0.4, 2030, 0.6}, {2025, NAN, NAN, 0, 0, 0, true}, VERDICT_CANNOT_TELL},
};

static void test_verdicts(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        const Verdict verdict = progress_verdict(&CASES[i].path, &CASES[i].progress);
        if (verdict != CASES[i].verdict)
            g_error("case %zu: %s, expected %s", i, verdict_name(verdict),
                    verdict_name(CASES[i].verdict));
    }
}

/* R: pbeta(0.7, 18.5, 2.5, lower.tail = FALSE) = 0.982: 18 of 20 is beyond 0.7; 16 of
 * 20 (0.84) is not yet. */
static void test_reached_by_beta(void)
{
    const TargetPath path = {2020, 0.4, 2030, 0.7};
    Progress progress     = {2024, 0.9, 0.0045, 0, 0, 20, true};
    assert_close(gsl_cdf_beta_Q(0.7, 18.5, 2.5), 0.982425442386649, 1e-12);
    g_assert_cmpint(progress_verdict(&path, &progress), ==, VERDICT_REACHED);
    progress.value = 0.8;
    g_assert_cmpint(progress_verdict(&path, &progress), ==, VERDICT_ON_TRACK);
}

/* A hundred experts more within three years. */
static void test_counts(void)
{
    const TargetPath path = {2019, 0, 2022, 100};
    g_assert_cmpint(progress_verdict_of_count(&path, 2020, 40), ==, VERDICT_ON_TRACK);
    g_assert_cmpint(progress_verdict_of_count(&path, 2020, 30), ==, VERDICT_BEHIND);
    g_assert_cmpint(progress_verdict_of_count(&path, 2021, 100), ==, VERDICT_REACHED);
    g_assert_cmpint(progress_verdict_of_count(&path, 2023, 99), ==, VERDICT_MISSED);
    g_assert_cmpint(progress_verdict_of_count(&path, 2019, 99), ==,
                    VERDICT_CANNOT_TELL);
    g_assert_cmpint(progress_verdict_of_count(&path, 2020, NAN), ==,
                    VERDICT_CANNOT_TELL);
    g_assert_cmpint(progress_verdict_of_bounds(&path, 2020, 40, 90), ==,
                    VERDICT_ON_TRACK);
    g_assert_cmpint(progress_verdict_of_bounds(&path, 2020, 30, 90), ==,
                    VERDICT_CANNOT_TELL);
    g_assert_cmpint(progress_verdict_of_bounds(&path, 2023, 20, 90), ==,
                    VERDICT_MISSED);
}

static void test_names(void)
{
    g_assert_cmpstr(verdict_name(VERDICT_ON_TRACK), ==, "on_track");
    for (Verdict verdict = 0; verdict < VERDICT_COUNT; verdict++)
        g_assert_nonnull(verdict_name(verdict));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add_func("/progress/ratios", test_ratios);
    g_test_add_func("/progress/smoothed-variance", test_smoothed_variance);
    g_test_add_func("/progress/probability", test_probability);
    g_test_add_func("/progress/verdicts", test_verdicts);
    g_test_add_func("/progress/reached-by-beta", test_reached_by_beta);
    g_test_add_func("/progress/counts", test_counts);
    g_test_add_func("/progress/names", test_names);
    return g_test_run();
}
