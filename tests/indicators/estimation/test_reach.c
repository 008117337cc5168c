/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reach bounds: worked numbers, and the truth inside them for populations that are
 * known. */
#include "indicators/estimation/reach.h"

#include <glib.h>

#include "mini.h"

static const double COUNTS[] = {120, 80, 60, 40};

static ReachBounds bounds_with(const double *overlaps, size_t count)
{
    static const size_t pairs[6][2] = {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}};
    Overlap list[6];
    for (size_t i = 0; i < count; i++)
        list[i] = (Overlap){pairs[i][0], pairs[i][1], overlaps[i]};
    const Catchment catchment = {COUNTS, 4, list, count};
    return reach_bounds(&catchment);
}

static void assert_bounds(ReachBounds bounds, double lower, double upper)
{
    assert_close(bounds.lower, lower, 0);
    assert_close(bounds.upper, upper, 0);
}

/* Frechet; Bonferroni 221 and Hunter-Worsley 242; Dawson-Sankoff 126.67 and
 * Hunter-Worsley 160: hand-checked. */
static void test_known(void)
{
    const double some[] = {30, 20, 5, 10, 8, 6};
    const double many[] = {60, 50, 30, 40, 20, 20};
    assert_bounds(bounds_with(some, 0), 120, 300);
    assert_bounds(bounds_with(some, 6), 221, 242);
    assert_bounds(bounds_with(many, 6), 127, 160);
    assert_close(bounds_with(many, 6).gross, 300, 0);
}

/* With a pair missing the lower bounds by overlaps cannot be had; a forest still can.
 */
static void test_incomplete(void)
{
    const double some[] = {30, 20, 5, 10, 8};
    assert_bounds(bounds_with(some, 5), 120, 300 - 30 - 20 - 8);
}

/* Everybody counted the same 40 persons, and more in common than that: impossible. */
static void test_impossible(void)
{
    const double most[]     = {80, 60, 40, 60, 40, 40};
    const double too_many[] = {110, 60, 40, 60, 40, 40};
    g_assert_false(bounds_with(most, 6).overlaps_impossible);
    assert_bounds(bounds_with(most, 6), 120, 120);
    g_assert_true(bounds_with(too_many, 6).overlaps_impossible);
    assert_bounds(bounds_with(too_many, 6), 120, 300);
}

static void test_small(void)
{
    const double zeros[]   = {0, 0};
    const Overlap none     = {0, 1, 0};
    const Catchment empty  = {NULL, 0, NULL, 0};
    const Catchment single = {COUNTS, 1, NULL, 0};
    const Catchment nobody = {zeros, 2, &none, 1};
    assert_bounds(reach_bounds(&empty), 0, 0);
    assert_bounds(reach_bounds(&single), 120, 120);
    assert_bounds(reach_bounds(&nobody), 0, 0);
}

static void test_cap(void)
{
    const Catchment catchment = {COUNTS, 4, NULL, 0};
    const ReachBounds bounds  = reach_bounds(&catchment);
    const Interval range      = population_range(200, 100);
    assert_close(range.low, 150, 0);
    assert_close(range.high, 250, 0);
    assert_bounds(reach_cap(bounds, range.high), 120, 250);
    assert_bounds(reach_cap(bounds, NAN), 120, 300);
    const ReachBounds refuted = reach_cap(bounds, 110);
    assert_bounds(refuted, 120, 300);
    g_assert_true(refuted.cap_refuted);
    assert_close(population_range(30, 100).low, 0, 0);
}

static void test_sums(void)
{
    const ReachBounds parts[] = {{.gross = 300, .lower = 120, .upper = 250},
                                 {.gross = 50, .lower = 40, .upper = 50}};
    const ReachBounds sum     = reach_sum(parts, 2);
    assert_bounds(sum, 160, 300);
    const ReachBounds elsewhere = {.gross = 500, .lower = 200, .upper = 500};
    assert_bounds(reach_national(sum, elsewhere, NAN), 200, 800);
    assert_bounds(reach_national(sum, elsewhere, 600), 200, 600);
    assert_close(reach_national(sum, elsewhere, 600).gross, 850, 0);
    const ReachBounds over = reach_national(sum, elsewhere, 190);
    assert_bounds(over, 200, 200);
    g_assert_true(over.cap_refuted);
}

static void test_coverage(void)
{
    const Interval range = {450, 550};
    ReachBounds bounds   = {.lower = 120, .upper = 300};
    const Interval plain = reach_coverage(bounds, range);
    assert_close(plain.low, 120.0 / 550, 1e-15);
    assert_close(plain.high, 300.0 / 450, 1e-15);
    bounds.upper = 500;
    assert_close(reach_coverage(bounds, range).high, 1, 0);
    bounds = (ReachBounds){.lower = 600, .upper = 900, .cap_refuted = true};
    assert_close(reach_coverage(bounds, range).low, 600.0 / 550, 1e-15);
    assert_close(reach_coverage(bounds, range).high, 2, 1e-15);
    g_assert_true(isnan(reach_coverage(bounds, INTERVAL_NONE).low));
    bounds = (ReachBounds){.lower = 0, .upper = 0};
    assert_close(reach_coverage(bounds, (Interval){0, 50}).high, 0, 0);
}

/* Random persons, each reached by a random set of partners. */
static void test_truth_inside(void)
{
    for (int round = 0; round < 500; round++) {
        enum { PARTNERS = 5 };
        double counts[PARTNERS] = {0};
        Overlap overlaps[PARTNERS * (PARTNERS - 1) / 2];
        size_t pairs       = 0;
        const double reach = g_test_rand_double_range(0.05, 0.9);
        for (size_t a = 0; a < PARTNERS; a++)
            for (size_t b = a + 1; b < PARTNERS; b++)
                overlaps[pairs++] = (Overlap){a, b, 0};
        double truth = 0;
        for (int person = 0; person < 60; person++) {
            bool seen[PARTNERS];
            bool any = false;
            for (size_t a = 0; a < PARTNERS; a++) {
                seen[a] = g_test_rand_double() < reach;
                counts[a] += seen[a] ? 1 : 0;
                any = any || seen[a];
            }
            for (size_t i = 0; i < pairs; i++)
                overlaps[i].count += seen[overlaps[i].a] && seen[overlaps[i].b] ? 1 : 0;
            truth += any ? 1 : 0;
        }
        const size_t known        = (size_t)g_test_rand_int_range(0, (gint32)pairs + 1);
        const Catchment catchment = {counts, PARTNERS, overlaps, known};
        const ReachBounds bounds  = reach_bounds(&catchment);
        g_assert_false(bounds.overlaps_impossible);
        g_assert_cmpfloat(bounds.lower, <=, truth);
        g_assert_cmpfloat(bounds.upper, >=, truth);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/reach/known", test_known);
    g_test_add_func("/reach/incomplete", test_incomplete);
    g_test_add_func("/reach/impossible", test_impossible);
    g_test_add_func("/reach/small", test_small);
    g_test_add_func("/reach/cap", test_cap);
    g_test_add_func("/reach/sums", test_sums);
    g_test_add_func("/reach/coverage", test_coverage);
    g_test_add_func("/reach/truth-inside", test_truth_inside);
    return g_test_run();
}
