/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of chart over easy and hard data in both languages, measured on its trace,
 * and as files: SVG, PDF and PNG. */
#include "chart_layout.h"
#include "reports/canvas/write.h"
#include "samples.h"

#include <math.h>
#include <string.h>

static const NumberFormat *const formats[] = {&number_format_nl, &number_format_en};

/* Well-formed, and small enough to stand in a page with forty others. */
static void check_svg(const Canvas *canvas, const Chart *chart, const char *name)
{
    static const GMarkupParser parser = {NULL, NULL, NULL, NULL, NULL};
    g_autoptr(GError) error           = NULL;
    g_autoptr(GBytes) bytes           = canvas_svg(canvas, &error);
    g_assert_no_error(error);
    g_autoptr(GMarkupParseContext) context =
        g_markup_parse_context_new(&parser, 0, NULL, NULL);
    gsize size       = 0;
    const char *text = g_bytes_get_data(bytes, &size);
    g_markup_parse_context_parse(context, text, (gssize)size, &error);
    g_assert_no_error(error);
    g_assert_true(g_markup_parse_context_end_parse(context, &error));
    if (g_str_has_suffix(chart->text.id, "-easy") && size > 16 * 1024)
        g_error("%s: %" G_GSIZE_FORMAT " bytes of SVG", name, size);
}

/* Every kind x case x language. */
static void test_all(void)
{
    for (size_t kind = 0; chart_kinds[kind] != NULL; kind++) {
        for (int i = 0; i < SAMPLE_COUNT * (int)G_N_ELEMENTS(formats); i++) {
            g_autoptr(Arena) arena     = arena_new();
            const NumberFormat *format = formats[i / SAMPLE_COUNT];
            const Chart *chart         = sample_chart(arena, chart_kinds[kind],
                                                      (SampleCase)(i % SAMPLE_COUNT), format);
            g_autoptr(Canvas) canvas   = chart_draw(chart_kinds[kind], chart);
            g_autofree char *name =
                g_strdup_printf("%s %s", chart->text.id, format->language);
            chart_layout_check(canvas, chart, chart_kinds[kind]->id, name);
            check_svg(canvas, chart, name);
        }
    }
}

static void add_bytes(GChecksum *checksum, GBytes *bytes)
{
    gsize size       = 0;
    const void *data = g_bytes_get_data(bytes, &size);
    g_checksum_update(checksum, data, (gssize)size);
    g_bytes_unref(bytes);
}

static gpointer easy_checksum(gpointer unused)
{
    (void)unused;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t kind = 0; chart_kinds[kind] != NULL; kind++) {
        g_autoptr(Arena) arena = arena_new();
        const Chart *chart =
            sample_chart(arena, chart_kinds[kind], SAMPLE_EASY, &number_format_nl);
        g_autoptr(Canvas) canvas = chart_draw(chart_kinds[kind], chart);
        add_bytes(checksum, canvas_svg(canvas, NULL));
        add_bytes(checksum, canvas_pdf(canvas, NULL));
        add_bytes(checksum, canvas_png(canvas, 2, NULL));
    }
    return g_strdup(g_checksum_get_string(checksum));
}

static void test_same_bytes(void)
{
    g_autofree char *first = easy_checksum(NULL);
    GThread *threads[2]    = {NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("charts", easy_checksum, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++) {
        g_autofree char *other = g_thread_join(threads[i]);
        g_assert_cmpstr(first, ==, other);
    }
}

static void test_find(void)
{
    g_assert_true(chart_kind_find("trend") == &chart_trend);
    g_assert_null(chart_kind_find("pie"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/charts/find", test_find);
    g_test_add_func("/charts/all", test_all);
    g_test_add_func("/charts/same-bytes", test_same_bytes);
    return g_test_run();
}
