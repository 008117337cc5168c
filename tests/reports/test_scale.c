/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ticks against R's labeling::extended (tests/reference/ticks.R wrote ticks.csv), and
 * what an axis of this house promises besides. */
#include "reports/canvas/scale.h"

#include <glib.h>
#include <math.h>

static double field(char **fields, size_t index)
{
    return g_ascii_strtod(fields[index], NULL);
}

static void check_row(const char *row)
{
    g_auto(GStrv) fields = g_strsplit(row, ",", -1);
    g_assert_cmpuint(g_strv_length(fields), ==, 7);
    Ticks ticks = ticks_choose(field(fields, 0), field(fields, 1),
                               (size_t)field(fields, 2), field(fields, 3) != 0);
    double room = 1e-9 * (fabs(field(fields, 4)) + fabs(field(fields, 5)));
    if (fabs(ticks.low - field(fields, 4)) > room ||
        fabs(ticks.high - field(fields, 5)) > room)
        g_error("%s: here %.15g to %.15g", row, ticks.low, ticks.high);
    g_assert_cmpuint(ticks.count, ==, (size_t)field(fields, 6));
    g_assert_cmpfloat_with_epsilon(ticks.values[ticks.count - 1], ticks.high, room);
}

static void test_known(void)
{
    g_autofree char *text   = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents("../reference/ticks.csv", &text, NULL, &error);
    g_assert_no_error(error);
    g_auto(GStrv) rows = g_strsplit(text, "\n", -1);
    size_t count       = 0;
    for (size_t i = 2; rows[i] != NULL && *rows[i] != '\0'; i++, count++)
        check_row(rows[i]);
    g_assert_cmpuint(count, ==, 288);
}

static void test_equal_ends(void)
{
    Ticks zero = ticks_from_zero(0, 5);
    g_assert_cmpfloat(zero.low, ==, 0);
    g_assert_cmpfloat(zero.high, >=, 1);
    Ticks same = ticks_choose(8, 8, 5, true);
    g_assert_cmpfloat(same.low, <, 8);
    g_assert_cmpfloat(same.high, >, 8);
}

static void test_share(void)
{
    for (int percent = 0; percent <= 100; percent++) {
        Ticks ticks = ticks_of_share(percent / 100.0, 5);
        g_assert_cmpfloat(ticks.low, ==, 0);
        g_assert_cmpfloat(ticks.high, >=, percent / 100.0 - 1e-12);
        g_assert_cmpfloat(ticks.high, <=, 1 + 1e-12);
    }
    g_assert_cmpfloat(ticks_of_share(1.4, 5).high, >=, 1.4);
}

static void test_years(void)
{
    for (int span = 0; span <= 60; span++) {
        for (size_t most = 2; most <= 12; most++) {
            Ticks ticks = ticks_of_years(2019, 2019 + span, most);
            g_assert_cmpuint(ticks.count, <=, most);
            g_assert_cmpfloat(ticks.values[0], ==, 2019);
            g_assert_cmpfloat(ticks.values[ticks.count - 1], ==, 2019 + span);
            for (size_t i = 0; i < ticks.count; i++)
                g_assert_cmpfloat(ticks.values[i], ==, round(ticks.values[i]));
        }
    }
}

static void test_position(void)
{
    const Scale up = {.low = 0, .high = 1, .start = 300, .end = 100};
    g_assert_cmpfloat(scale_position(&up, 0), ==, 300);
    g_assert_cmpfloat(scale_position(&up, 0.25), ==, 250);
    g_assert_cmpfloat(scale_position(&up, 1), ==, 100);
    g_assert_true(scale_holds(&up, 1));
    g_assert_false(scale_holds(&up, 1.01));
    g_assert_false(scale_holds(&up, (double)NAN));
}

static void test_decimals(void)
{
    static const struct {
        double step;
        int decimals;
    } cases[] = {{1, 0}, {25, 0}, {0.5, 1}, {0.25, 2}, {0.2, 1}, {0.05, 2}, {2.5, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Ticks ticks = {.step = cases[i].step};
        g_assert_cmpint(ticks_decimals(&ticks), ==, cases[i].decimals);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scale/known", test_known);
    g_test_add_func("/scale/equal-ends", test_equal_ends);
    g_test_add_func("/scale/share", test_share);
    g_test_add_func("/scale/years", test_years);
    g_test_add_func("/scale/position", test_position);
    g_test_add_func("/scale/decimals", test_decimals);
    return g_test_run();
}
