/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change between two years, against worked numbers and against complete enumeration. */
#include "indicators/comparison/change.h"

#include <string.h>

#include "indicators/estimation/estimate.h"
#include "mini.h"

static const char WAVE_1[] = "../../reference/mini.csv";
static const char WAVE_2[] = "../../reference/mini_wave2.csv";

/* Finds or adds the partner of that id. */
static PanelPartner *partner_of(const Mini *mini, const MiniRow *row,
                                PanelPartner *panel, size_t *count)
{
    for (size_t i = 0; i < mini->count; i++)
        if (strcmp(mini->rows[i].id, row->id) == 0)
            return &panel[i];
    return &panel[(*count)++];
}

/* Both waves; the partners that answered neither fill the sectors up, all were eligible
 * in both years. */
static size_t mini_panel(PanelPartner *panel)
{
    const Mini first          = mini_read(WAVE_1);
    const Mini second         = mini_read(WAVE_2);
    size_t seen[MINI_SECTORS] = {0};
    size_t count              = first.count;
    for (size_t i = 0; i < first.count; i++) {
        panel[i]      = (PanelPartner){first.rows[i].sector, true, true, NAN, NAN};
        panel[i].from = first.rows[i].values[MINI_NEW];
    }
    for (size_t i = 0; i < second.count; i++) {
        const MiniRow *row    = &second.rows[i];
        const size_t before   = count;
        PanelPartner *partner = partner_of(&first, row, panel, &count);
        if (count > before)
            *partner = (PanelPartner){row->sector, true, true, NAN, NAN};
        partner->to = row->values[MINI_NEW];
    }
    for (size_t i = 0; i < count; i++)
        seen[panel[i].stratum]++;
    for (size_t h = 0; h < MINI_SECTORS; h++)
        while (seen[h]++ < first.populations[h])
            panel[count++] = (PanelPartner){h, true, true, NAN, NAN};
    return count;
}

/* Project's reference numbers: 37 partners in both. */
static void test_mini(void)
{
    PanelPartner partners[128];
    const Panel panel   = {partners, mini_panel(partners), MINI_SECTORS, true};
    const Change change = change_between(&panel, 0.95);
    g_assert_cmpuint(panel.count, ==, 91);
    assert_close(change.difference, 0.2287712287712, 1e-12);
    assert_close(change.se, 0.0710926336489588, 1e-12);
    g_assert_cmpuint(change.answered_both, ==, 37);
    g_assert_cmpuint(change.df, ==, 46 + 6 - 6);
    const Interval t = interval_t(change.difference, change.se, 46, 0.95);
    assert_close(change.interval.low, t.low, 1e-14);
    assert_close(change.interval.high, t.high, 1e-14);
    /* All were eligible in both years: no other partners, no composition. */
    assert_close(change.composition, 0, 1e-12);
}

/* The year before and after swapped: the same change with the other sign. */
static void test_reversed(void)
{
    PanelPartner partners[128];
    Panel panel          = {partners, mini_panel(partners), MINI_SECTORS, true};
    const Change forward = change_between(&panel, 0.95);
    for (size_t i = 0; i < panel.count; i++) {
        const double from = partners[i].from;
        partners[i].from  = partners[i].to;
        partners[i].to    = from;
    }
    const Change back = change_between(&panel, 0.95);
    assert_close(back.difference, -forward.difference, 1e-14);
    assert_close(back.se, forward.se, 1e-14);
    assert_close(back.p_value, forward.p_value, 1e-12);
    assert_close(back.mcnemar_p, forward.mcnemar_p, 1e-14);
    assert_close(back.among_stayers, -forward.among_stayers, 1e-14);
}

enum { NODES = 7 };
static const double FROM[NODES] = {1, 5, 2, 4, 4, 3, 1};
static const double TO[NODES]   = {2, 6, 2, 3, 5, 5, 1};

static int size_of(unsigned set)
{
    return __builtin_popcount(set);
}

static double mean_over(const double *values, unsigned set)
{
    double sum = 0;
    for (size_t i = 0; i < NODES; i++)
        sum += set >> i & 1 ? values[i] : 0;
    return sum / size_of(set);
}

/* Covariance of the two means over all pairs of samples of 4 that share 3. */
static double enumerated_covariance(void)
{
    double products = 0, from = 0, to = 0, pairs = 0;
    for (unsigned a = 0; a < 1U << NODES; a++)
        for (unsigned b = 0; b < 1U << NODES; b++) {
            if (size_of(a) != 4 || size_of(b) != 4 || size_of(a & b) != 3)
                continue;
            products += mean_over(FROM, a) * mean_over(TO, b);
            from += mean_over(FROM, a);
            to += mean_over(TO, b);
            pairs += 1;
        }
    return products / pairs - from / pairs * (to / pairs);
}

static double population_covariance(void)
{
    const unsigned all = (1U << NODES) - 1;
    double sum         = 0;
    for (size_t i = 0; i < NODES; i++)
        sum += (FROM[i] - mean_over(FROM, all)) * (TO[i] - mean_over(TO, all));
    return sum / (NODES - 1);
}

/* One stratum, samples {0,1,2,3} and {0,1,2,4}: the factor c of the covariance is the
 * one that enumeration gives. */
static void test_covariance_factor(void)
{
    PanelPartner partners[NODES];
    for (size_t i = 0; i < NODES; i++)
        partners[i] = (PanelPartner){0, true, true, i < 4 ? FROM[i] : NAN,
                                     i < 3 || i == 4 ? TO[i] : NAN};
    const Panel panel     = {partners, NODES, 1, false};
    const Change change   = change_between(&panel, 0.95);
    const Stratum from    = stratum_of_values(NODES, FROM, 4);
    const double year_2[] = {TO[0], TO[1], TO[2], TO[4]};
    const Stratum to      = stratum_of_values(NODES, year_2, 4);
    const double first    = strata_mean(&from, 1).variance;
    const double second   = strata_mean(&to, 1).variance;
    const double used     = (first + second - change.se * change.se) / 2;
    /* The r12 of partners 0, 1, 2 by hand: deviations (-5/3, 7/3, -2/3), (-4/3, 8/3,
     * -4/3). */
    const double r12      = (20.0 / 9 + 56.0 / 9 + 8.0 / 9) / sqrt(78.0 / 9 * 96.0 / 9);
    const double s12      = r12 * sqrt(from.variance * to.variance);
    const double expected = enumerated_covariance() / population_covariance();
    assert_close(used / s12, expected, 1e-12);
    assert_close(expected, (3 - 4 * 4 / 7.0) / 16, 1e-12);
    assert_close(panel_covariance(&panel), 3.0 / 16 * s12, 1e-12);
    g_assert_true(isnan(change.mcnemar_p));
}

/* Six partners, two samples of three that share two: c = 1/18, 0.1 of s12 gives
 * 0.00556. */
static void test_known_covariance(void)
{
    assert_close((2 - 3 * 3 / 6.0) / (3 * 3) * 0.1, 0.005555555555556, 1e-12);
}

/* R: binom.test(3, 12). Twelve changed their answer, three of them to no. */
static void test_mcnemar(void)
{
    PanelPartner partners[20];
    for (size_t i = 0; i < 20; i++)
        partners[i] = (PanelPartner){0, true, true, i < 3 ? 1 : 0, i < 3 ? 0 : i < 12};
    Panel panel = {partners, 20, 1, true};
    assert_close(change_between(&panel, 0.95).mcnemar_p, 0.14599609375, 1e-12);
    assert_close(change_between(&panel, 0.95).among_stayers, 6.0 / 20, 1e-15);
    for (size_t i = 0; i < 20; i++)
        partners[i].to = partners[i].from;
    assert_close(change_between(&panel, 0.95).mcnemar_p, 1, 0);
}

/* Full response in both years: the change is known, nothing to test. */
static void test_full_response(void)
{
    PanelPartner partners[8];
    for (size_t i = 0; i < 8; i++)
        partners[i] = (PanelPartner){i % 2, true, true, i < 3, i < 5};
    const Panel panel   = {partners, 8, 2, true};
    const Change change = change_between(&panel, 0.95);
    assert_close(change.difference, 0.25, 1e-15);
    g_assert_cmpfloat(change.se, ==, 0);
    g_assert_true(isnan(change.interval.low) && isnan(change.p_value));
}

/* Stratum 1 has answers in the later year only: left out, whatever they are. Newcomers
 * in stratum 0 say yes where stayers did not change: all of the change is composition.
 */
static void test_composition(void)
{
    PanelPartner partners[] = {
        {0, true, true, 0, 0},     {0, true, true, 1, 1},    {0, true, true, 0, 0},
        {0, true, true, NAN, NAN}, {0, false, true, NAN, 1}, {0, false, true, NAN, 1},
        {0, true, false, 0, NAN},  {1, true, true, NAN, 1},  {1, true, true, NAN, NAN},
    };
    const Panel panel   = {partners, G_N_ELEMENTS(partners), 2, true};
    const Change change = change_between(&panel, 0.95);
    assert_close(change.difference, 3.0 / 5 - 1.0 / 4, 1e-15);
    assert_close(change.composition, change.difference, 1e-15);
    assert_close(change.among_stayers, 0, 0);
    g_assert_cmpuint(change.df, ==, 6 - 1);
    partners[7].to = 0;
    assert_close(change_between(&panel, 0.95).se, change.se, 0);
}

/* Nothing in common, and nothing to compare. */
static void test_empty(void)
{
    PanelPartner partners[] = {{0, true, false, 1, NAN}, {1, false, true, NAN, 0}};
    const Panel panel       = {partners, 2, 2, true};
    const Change change     = change_between(&panel, 0.95);
    g_assert_true(isnan(change.difference) && isnan(change.se));
    g_assert_true(isnan(change.mcnemar_p) && isnan(change.composition));
    assert_close(panel_covariance(&panel), 0, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add_func("/change/mini", test_mini);
    g_test_add_func("/change/reversed", test_reversed);
    g_test_add_func("/change/covariance-factor", test_covariance_factor);
    g_test_add_func("/change/known-covariance", test_known_covariance);
    g_test_add_func("/change/mcnemar", test_mcnemar);
    g_test_add_func("/change/full-response", test_full_response);
    g_test_add_func("/change/composition", test_composition);
    g_test_add_func("/change/empty", test_empty);
    return g_test_run();
}
