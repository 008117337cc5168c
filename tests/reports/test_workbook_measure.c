/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of widths against the canvas, which reads them from the font itself, and
 * the wrapping against lines counted by hand. */
#include "reports/workbook/measure.h"

#include "reports/canvas/canvas.h"

static const char *const TEXTS[] = {
    "112 van de 172 partners die antwoordden, gingen een nieuwe samenwerking aan",
    "Ervaringsdeskundigheid in ieder team",
    "Één reünie – “café” € 1.234,5 (%)",
    "WAVE − 12 ≥ 3 …",
    "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789",
};

/* As the canvas draws it, in sizes of the font. */
static double drawn_width(Canvas *canvas, const char *text, bool bold)
{
    const TextStyle style = {.size = 1000, .bold = bold};
    return canvas_measure(canvas, (Point){0, 0}, text, style).width / 1000;
}

/* Each letter agrees to a thousandth of the size. A whole text may be drawn somewhat
 * narrower than the sum, which Excel sets: the canvas kerns. */
static void assert_width(Canvas *canvas, const char *text, bool bold)
{
    const SheetFont font = {.points = 12, .bold = bold};
    const double size    = 12 * PIXELS_PER_POINT;
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        char letter[8] = {0};
        g_utf8_strncpy(letter, at, 1);
        if (*at != ' ')
            g_assert_cmpfloat_with_epsilon(measure_text(letter, &font) / size,
                                           drawn_width(canvas, letter, bold), 0.0016);
    }
    const double own   = measure_text(text, &font) / size;
    const double drawn = drawn_width(canvas, text, bold);
    g_assert_cmpfloat(drawn, <=, own + 0.02);
    g_assert_cmpfloat(drawn, >=, own * 0.95);
}

static void test_widths(void)
{
    const CanvasPage page    = {.id          = "maat",
                                .title       = "Maat",
                                .description = "Maat",
                                .language    = "nl",
                                .date        = "2023-12-31",
                                .width       = 100,
                                .height      = 100};
    g_autoptr(Canvas) canvas = canvas_new(&page);
    for (size_t i = 0; i < G_N_ELEMENTS(TEXTS); i++) {
        assert_width(canvas, TEXTS[i], false);
        assert_width(canvas, TEXTS[i], true);
    }
}

/* At 12 points a digit is 0.556 x 16 = 8.896 pixels and a space 0.278 x 16 = 4.448. */
static void test_lines(void)
{
    const SheetFont font = {.points = 12};
    const double four    = 4 * 8.896 + 0.01;
    static const struct {
        const char *text;
        size_t lines;
    } cases[] = {
        {"", 1},         {"1234", 1},        {"12345", 2},
        {"12 34 56", 3}, {"1 2 3 4 5 6", 2}, {"12\n34", 2},
        {"12\n\n34", 3}, {"123456789", 3},   {"12   34", 2},
        {"1234 ", 1},    {"1234\n", 1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].text);
        g_assert_cmpuint(measure_lines(cases[i].text, &font, four), ==, cases[i].lines);
    }
    g_assert_cmpuint(measure_lines("abc", &font, 0), ==, 3);
}

/* Every part of a text that is spread over lines comes back, in order. */
static void test_fit(void)
{
    const SheetFont font    = {.points = 12};
    g_autoptr(GString) seen = g_string_new(NULL);
    for (const char *at = TEXTS[0]; *at != '\0';) {
        const char *next = measure_fit(at, &font, 150, 1);
        g_assert_true(next > at);
        g_string_append_len(seen, at, next - at);
        at = next;
    }
    g_assert_cmpstr(seen->str, ==, TEXTS[0]);
    g_assert_cmpfloat_with_epsilon(measure_longest_word("1 12 1\n123", &font), 26.688,
                                   1e-9);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/workbook-measure/widths", test_widths);
    g_test_add_func("/workbook-measure/lines", test_lines);
    g_test_add_func("/workbook-measure/fit", test_fit);
    return g_test_run();
}
