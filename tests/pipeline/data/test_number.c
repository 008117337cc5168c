/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as artefacts hold them: the shortest digits that read back. */
#include "data/number.h"

#include <float.h>
#include <glib.h>
#include <math.h>
#include <string.h>

static const struct {
    double value;
    const char *text;
} cases[] = {
    {0, "0"},
    {-1, "-1"},
    {0.1, "0.1"},
    {0.1 + 0.2, "0.30000000000000004"},
    {1.0 / 3, "0.3333333333333333"},
    {2.0 / 3, "0.6666666666666666"},
    {-12345.678, "-12345.678"},
    {100.5, "100.5"},
    {1e-5, "0.00001"},
    {1.5e-7, "1.5e-07"},
    {1e-7, "1e-07"},
    {1e15, "1e+15"},
    {1.2345678901234568e17, "1.2345678901234568e+17"},
    {5e-324, "5e-324"},
    {DBL_MIN, "2.2250738585072014e-308"},
    {DBL_MAX, "1.7976931348623157e+308"},
    {(double)NAN, ""},
};

static void test_cases(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char text[NUMBER_SIZE];
        g_assert_cmpuint(number_format(cases[i].value, text), ==,
                         strlen(cases[i].text));
        g_assert_cmpstr(text, ==, cases[i].text);
    }
}

/* Digits of the shortest form, by trying one more each time. */
static int digits_needed(double value)
{
    char text[NUMBER_SIZE];
    for (int digits = 1; digits < 17; digits++) {
        g_snprintf(text, sizeof text, "%.*e", digits - 1, value);
        if (g_ascii_strtod(text, NULL) == value)
            return digits;
    }
    return 17;
}

/* Without the zeros that only place the point. */
static int digits_of(const char *text)
{
    g_autoptr(GString) digits = g_string_new(NULL);
    for (const char *p = text; *p != '\0' && *p != 'e'; p++)
        if (g_ascii_isdigit(*p) && (digits->len > 0 || *p != '0'))
            g_string_append_c(digits, *p);
    while (digits->len > 1 && digits->str[digits->len - 1] == '0')
        g_string_truncate(digits, digits->len - 1);
    return (int)digits->len;
}

static void assert_shortest(double value)
{
    char text[NUMBER_SIZE];
    double back = 0;
    size_t n    = number_format(value, text);
    g_assert_true(number_parse(text, n, &back));
    g_assert_cmpfloat(back, ==, value);
    g_assert_cmpint(digits_of(text), ==, digits_needed(value));
}

static void test_shortest(void)
{
    for (int i = 0; i < 20000; i++) {
        double scale = pow(10, g_test_rand_int_range(-12, 13));
        double whole = g_test_rand_int_range(1, 100000);
        assert_shortest(g_test_rand_double() * scale + DBL_MIN);
        assert_shortest(whole * scale);
        assert_shortest(whole / g_test_rand_int_range(1, 100000));
    }
}

/* Where the number of digits before the point changes, and the gap between doubles. */
static void test_borders(void)
{
    for (int exponent = -60; exponent <= 60; exponent++) {
        const double borders[] = {pow(10, exponent), ldexp(1, exponent)};
        for (size_t i = 0; i < G_N_ELEMENTS(borders); i++) {
            assert_shortest(borders[i]);
            assert_shortest(-nextafter(borders[i], 0));
            assert_shortest(nextafter(borders[i], INFINITY));
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/number/cases", test_cases);
    g_test_add_func("/number/shortest", test_shortest);
    g_test_add_func("/number/borders", test_borders);
    return g_test_run();
}
