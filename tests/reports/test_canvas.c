/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas itself: measures, breaks, failures, and that every format says the same
 * bytes for the same drawing in whatever thread, zone or language it is made. */
#include "reports/canvas/canvas.h"
#include "reports/canvas/write.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const CanvasPage page = {.id          = "proef",
                                .title       = "Titel <b>",
                                .description = "Beschrijving & meer",
                                .language    = "nl",
                                .date        = "2023-12-31",
                                .width       = 300,
                                .height      = 200};

static Canvas *sample_draw(void)
{
    Canvas *canvas = canvas_new(&page);
    canvas_box(canvas, (Box){10, 20, 30, 40}, (Paint){.fill = INK_DATA});
    canvas_circle(canvas, (Point){100, 100}, 4,
                  (Paint){.fill = INK_PAPER, .stroke = INK_SECOND, .width = 1.5});
    const Point points[] = {{10, 150}, {150.123, 20}, {290, 150}};
    canvas_line(canvas, points, G_N_ELEMENTS(points),
                (Paint){.stroke = INK_ALERT, .width = 1, .dashed = true});
    const PathStep steps[] = {{'M', {0, 0}, {0, 0}, {200, 100}},
                              {'C', {220, 80}, {240, 120}, {260, 100}},
                              {'Z', {0, 0}, {0, 0}, {0, 0}}};
    canvas_shape(canvas, steps, G_N_ELEMENTS(steps), (Paint){.fill = INK_SHADE_3});
    canvas_text(canvas, (Point){10, 5}, "Coöperatie “De Brug” − 65% & <meer>",
                (TextStyle){.size = 9});
    canvas_text(
        canvas, (Point){290, 60}, "Van alle kanten samen aan tafel",
        (TextStyle){.size = 9, .width = 70, .across = ALIGN_RIGHT, .bold = true});
    canvas_text(canvas, (Point){200, 190}, "niet gevraagd",
                (TextStyle){.size = 9, .turned = true, .ink = INK_QUIET});
    return canvas;
}

static const char *bytes_text(GBytes *bytes)
{
    return g_bytes_get_data(bytes, NULL);
}

static bool trace_has(const char *trace, const char *line)
{
    g_auto(GStrv) lines = g_strsplit(trace, "\n", -1);
    return g_strv_contains((const char *const *)lines, line);
}

static void test_trace(void)
{
    g_autoptr(Canvas) canvas = sample_draw();
    g_autoptr(GError) error  = NULL;
    g_autoptr(GBytes) bytes  = canvas_trace(canvas, &error);
    g_assert_no_error(error);
    g_autofree char *trace = g_strndup(bytes_text(bytes), g_bytes_get_size(bytes));
    g_assert_true(trace_has(trace, "page 300.00 200.00"));
    g_assert_true(
        trace_has(trace, "box 10.00 20.00 30.00 40.00 fill data stroke none"));
    g_assert_true(
        trace_has(trace, "circle 96.00 96.00 8.00 8.00 fill paper stroke second"));
    g_assert_true(trace_has(
        trace, "line 10.00 20.00 280.00 130.00 fill none stroke alert dashed"));
    g_assert_nonnull(strstr(trace, "bold level \"Van alle kanten\""));
    g_assert_nonnull(strstr(trace, "regular turned \"niet gevraagd\""));
}

/* Widths from the font's own metrics: Liberation Sans has Arial's, 2048 units an em;
 * "m" is 1706 units, "i" is 455. */
static void test_measure(void)
{
    g_autoptr(Canvas) canvas = canvas_new(&page);
    TextStyle style          = {.size = 20.48};
    Box box = canvas_measure(canvas, (Point){0, 0}, "mmmmmmmmmm", style);
    g_assert_cmpfloat_with_epsilon(box.width, 170.6, 0.1);
    box = canvas_measure(canvas, (Point){0, 0}, "iiiiiiiiii", style);
    g_assert_cmpfloat_with_epsilon(box.width, 45.5, 0.1);
    style.across = ALIGN_RIGHT;
    style.along  = ALIGN_BOTTOM;
    box          = canvas_measure(canvas, (Point){100, 100}, "iiiiiiiiii", style);
    g_assert_cmpfloat_with_epsilon(box.x + box.width, 100, 1e-9);
    g_assert_cmpfloat_with_epsilon(box.y + box.height, 100, 1e-9);
    style.turned = true;
    box          = canvas_measure(canvas, (Point){100, 100}, "iiiiiiiiii", style);
    g_assert_cmpfloat_with_epsilon(box.height, 45.5, 0.1);
    g_assert_cmpfloat_with_epsilon(box.x + box.width, 100, 1e-9);
    g_assert_cmpfloat_with_epsilon(box.y, 100, 1e-9);
}

static void test_wrap(void)
{
    static const char *const texts[] = {
        "kort", "Stichting Samen Sterk voor Kinderen en Gezinnen in de Regio",
        "Arbeidsongeschiktheidsverzekeringsmaatschappijenoverleg Noordoost",
        "aan/uit aan/uit aan/uit aan/uit"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        for (double width = 25; width < 200; width += 12.5) {
            g_autoptr(Canvas) canvas = canvas_new(&page);
            TextStyle style          = {.size = 9, .width = width};
            Box box = canvas_measure(canvas, (Point){0, 0}, texts[i], style);
            g_assert_cmpfloat(box.width, <=, width);
            double lines = box.height / (9 * 1.2);
            g_assert_cmpfloat_with_epsilon(lines, round(lines), 1e-9);
        }
    }
}

static void test_clean(void)
{
    g_autoptr(Canvas) canvas = canvas_new(&page);
    canvas_text(canvas, (Point){0, 0}, "  een\t\ntwee\u202E drie\x01 ",
                (TextStyle){.size = 9});
    g_autoptr(GBytes) trace = canvas_trace(canvas, NULL);
    g_assert_nonnull(g_strrstr_len(bytes_text(trace), (gssize)g_bytes_get_size(trace),
                                   "\"een twee drie\""));
}

static void check_failure(const char *text, int code)
{
    g_autoptr(Canvas) canvas = canvas_new(&page);
    canvas_text(canvas, (Point){0, 0}, text, (TextStyle){.size = 9});
    canvas_text(canvas, (Point){0, 0}, "\U0001F600", (TextStyle){.size = 9});
    GBytes *(*const writers[])(const Canvas *, GError **) = {canvas_svg, canvas_pdf,
                                                             canvas_trace};
    for (size_t i = 0; i < G_N_ELEMENTS(writers); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(writers[i](canvas, &error));
        g_assert_error(error, CANVAS_ERROR, code);
    }
    g_autoptr(GError) error = NULL;
    g_assert_null(canvas_png(canvas, 1, &error));
    g_assert_error(error, CANVAS_ERROR, code);
}

static void test_failures(void)
{
    check_failure("\U0001F600", CANVAS_ERROR_GLYPH);
    check_failure("\xff", CANVAS_ERROR_TEXT);
}

static void test_missing_font(void)
{
    if (g_test_subprocess()) {
        g_setenv("MONITOR_FONT_DIR", "/nonexistent", TRUE);
        g_autoptr(Canvas) canvas = sample_draw();
        g_autoptr(GError) error  = NULL;
        g_assert_null(canvas_pdf(canvas, &error));
        g_assert_error(error, CANVAS_ERROR, CANVAS_ERROR_FONT);
        g_assert_nonnull(strstr(error->message, "/nonexistent"));
        return;
    }
    g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_test_trap_assert_passed();
}

static void test_svg(void)
{
    g_autoptr(Canvas) canvas = sample_draw();
    g_autoptr(GBytes) bytes  = canvas_svg(canvas, NULL);
    g_autofree char *svg     = g_strndup(bytes_text(bytes), g_bytes_get_size(bytes));
    g_assert_nonnull(strstr(svg, "role=\"img\""));
    g_assert_nonnull(strstr(svg, "<title id=\"proef-title\">Titel &lt;b&gt;</title>"));
    g_assert_nonnull(
        strstr(svg, "<desc id=\"proef-desc\">Beschrijving &amp; meer</desc>"));
    g_assert_nonnull(strstr(svg, "Coöperatie “De Brug” − 65% &amp; &lt;meer&gt;"));
    g_assert_nonnull(strstr(svg, "font-family=\"'Liberation Sans',Arial,"));
    g_assert_null(strstr(svg, "style"));
    g_assert_null(strstr(svg, "href"));
}

/* Four formats, one after the other, as one checksum. */
static gpointer sample_checksum(gpointer unused)
{
    (void)unused;
    g_autoptr(Canvas) canvas      = sample_draw();
    GBytes *formats[]             = {canvas_svg(canvas, NULL), canvas_pdf(canvas, NULL),
                                     canvas_png(canvas, 2, NULL), canvas_trace(canvas, NULL)};
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        gsize size        = 0;
        const void *bytes = g_bytes_get_data(formats[i], &size);
        g_checksum_update(checksum, bytes, (gssize)size);
        g_bytes_unref(formats[i]);
    }
    return g_strdup(g_checksum_get_string(checksum));
}

static void test_same_bytes(void)
{
    g_autofree char *first = sample_checksum(NULL);
    GThread *threads[4]    = {NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("canvas", sample_checksum, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++) {
        g_autofree char *other = g_thread_join(threads[i]);
        g_assert_cmpstr(first, ==, other);
    }
}

/* A program around the canvas may have set a locale; the bytes do not follow it. */
static void test_same_bytes_elsewhere(void)
{
    static const char *const locales[] = {"C", "C.UTF-8", "nl_NL.UTF-8", "de_DE.UTF-8"};
    static const char *const zones[] = {"UTC", "Asia/Tokyo", "America/New_York", "UTC"};
    g_autofree char *first           = sample_checksum(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(locales); i++) {
        if (setlocale(LC_ALL, locales[i]) == NULL)
            g_test_message("no locale %s here", locales[i]);
        g_setenv("TZ", zones[i], TRUE);
        g_setenv("LANG", locales[i], TRUE);
        g_autofree char *other = sample_checksum(NULL);
        g_assert_cmpstr(first, ==, other);
    }
    setlocale(LC_ALL, "C");
}

static void test_palette(void)
{
    static const Ink marks[] = {INK_TEXT,   INK_QUIET,     INK_AXIS, INK_DATA,
                                INK_SECOND, INK_DATA_PAST, INK_ALERT};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        g_assert_cmpfloat(palette_contrast(marks[i], INK_PAPER), >=, 3);
    for (Ink ink = INK_PAPER; ink < INK_COUNT; ink++)
        if (palette_is_ground(ink))
            g_assert_cmpfloat(palette_contrast(ink, palette_text_on(ink)), >=, 4.5);
    g_assert_cmpfloat(palette_contrast(INK_QUIET, INK_PAPER), >=, 4.5);
    g_assert_cmpfloat(palette_contrast(INK_DATA, INK_PAPER), >=, 4.5);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/canvas/trace", test_trace);
    g_test_add_func("/canvas/measure", test_measure);
    g_test_add_func("/canvas/wrap", test_wrap);
    g_test_add_func("/canvas/clean", test_clean);
    g_test_add_func("/canvas/failures", test_failures);
    g_test_add_func("/canvas/missing-font", test_missing_font);
    g_test_add_func("/canvas/svg", test_svg);
    g_test_add_func("/canvas/same-bytes", test_same_bytes);
    g_test_add_func("/canvas/same-bytes-elsewhere", test_same_bytes_elsewhere);
    g_test_add_func("/canvas/palette", test_palette);
    return g_test_run();
}
