/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people read them: cases as data, and rounding against arithmetic on whole
 * numbers, which has no doubles in it. */
#include "reports/words/format.h"

#include <math.h>

typedef char *(*Write)(Arena *, const NumberFormat *, double, NumberUnit);

static const struct {
    Write write;
    double value;
    NumberUnit unit;
    const char *nl, *en;
} cases[] = {
    {format_value, 0, NUMBER_COUNT, "0", "0"},
    {format_value, -0.0, NUMBER_COUNT, "0", "0"},
    {format_value, 999, NUMBER_COUNT, "999", "999"},
    {format_value, 1000, NUMBER_COUNT, "1.000", "1,000"},
    {format_value, 1234567, NUMBER_COUNT, "1.234.567", "1,234,567"},
    {format_value, -1234, NUMBER_COUNT, "−1.234", "−1,234"},
    {format_value, 999999.5, NUMBER_COUNT, "1.000.000", "1,000,000"},
    {format_value, 0.63, NUMBER_PROPORTION, "63%", "63%"},
    {format_value, 0.285, NUMBER_PROPORTION, "29%", "29%"},
    {format_value, 0.575, NUMBER_PROPORTION, "58%", "58%"},
    {format_value, 0.145, NUMBER_PROPORTION, "15%", "15%"},
    {format_value, 0.0049, NUMBER_PROPORTION, "0%", "0%"},
    {format_value, 0.995, NUMBER_PROPORTION, "100%", "100%"},
    {format_value, 12.345, NUMBER_PROPORTION, "1.235%", "1,235%"},
    {format_value, 3.25, NUMBER_MEAN, "3,3", "3.3"},
    {format_value, -0.04, NUMBER_MEAN, "0,0", "0.0"},
    {format_value, -0.05, NUMBER_MEAN, "−0,1", "−0.1"},
    {format_value, 1234.56, NUMBER_MEAN, "1.234,6", "1,234.6"},
    {format_value, 0.845, NUMBER_INDEX, "0,85", "0.85"},
    {format_value, 1e-9, NUMBER_INDEX, "0,00", "0.00"},
    {format_value, 1e15, NUMBER_COUNT, "1.000.000.000.000.000",
     "1,000,000,000,000,000"},
    {format_difference, 0.062, NUMBER_PROPORTION, "+6%", "+6%"},
    {format_difference, -0.062, NUMBER_PROPORTION, "−6%", "−6%"},
    {format_difference, 0.004, NUMBER_PROPORTION, "0%", "0%"},
    {format_difference, -0.004, NUMBER_PROPORTION, "0%", "0%"},
    {format_difference, 12, NUMBER_COUNT, "+12", "+12"},
    {format_difference, -0.25, NUMBER_MEAN, "−0,3", "−0.3"},
};

static void test_cases(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Arena) arena = arena_new();
        g_assert_cmpstr(
            cases[i].write(arena, &number_format_nl, cases[i].value, cases[i].unit), ==,
            cases[i].nl);
        g_assert_cmpstr(
            cases[i].write(arena, &number_format_en, cases[i].value, cases[i].unit), ==,
            cases[i].en);
    }
}

/* Every proportion with four decimals: its double is written from digits, and the
 * expected percentage comes from the whole number behind it. */
static void test_half_away(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (int parts = 0; parts <= 10000; parts++) {
        g_autofree char *text     = g_strdup_printf("0.%04d", parts);
        double value              = parts == 10000 ? 1 : g_ascii_strtod(text, NULL);
        g_autofree char *expected = g_strdup_printf("%d", (parts + 50) / 100);
        g_assert_cmpstr(format_digits(arena, value, 2, 0), ==, expected);
        g_autofree char *tenths =
            g_strdup_printf("%d.%d", (parts + 5) / 100, (parts + 5) % 100 / 10);
        g_assert_cmpstr(format_digits(arena, value, 2, 1), ==, tenths);
    }
}

static void test_decimals(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_assert_cmpstr(format_number(arena, &number_format_nl, 1234.5, 1), ==, "1.234,5");
    g_assert_cmpstr(format_number(arena, &number_format_nl, 9.995, 2), ==, "10,00");
    g_assert_cmpstr(format_number(arena, &number_format_en, 0.1, 15), ==,
                    "0.100000000000000");
    g_assert_cmpstr(format_percent(arena, &number_format_nl, 0.65432, 1), ==, "65,4%");
    const NumberFormat bare = {.language = "nl", .decimal = ",", .minus = "-"};
    g_assert_cmpstr(format_number(arena, &bare, -1234567, 0), ==, "-1234567");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/format/cases", test_cases);
    g_test_add_func("/format/half-away", test_half_away);
    g_test_add_func("/format/decimals", test_decimals);
    return g_test_run();
}
