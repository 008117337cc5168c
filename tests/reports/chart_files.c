/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_files FOLDER writes every kind of chart over easy and long data, in both
 * languages, as FOLDER/<kind>-<case>-<language>.svg, .pdf, .png (two pixels a point)
 * and .trace: for tests that open them with other people's programs. */
#include "reports/canvas/write.h"
#include "samples.h"

static void write_bytes(const char *stem, const char *suffix, GBytes *bytes)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path   = g_strconcat(stem, suffix, NULL);
    if (bytes == NULL || !g_file_set_contents(path, g_bytes_get_data(bytes, NULL),
                                              (gssize)g_bytes_get_size(bytes), &error))
        g_error("%s: %s", path, error == NULL ? "not drawn" : error->message);
    g_bytes_unref(bytes);
}

static void write_chart(const ChartKind *kind, SampleCase which,
                        const NumberFormat *format, const char *folder)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Canvas) canvas =
        chart_draw(kind, sample_chart(arena, kind, which, format));
    g_autofree char *stem = g_strdup_printf("%s/%s-%s-%s", folder, kind->id,
                                            sample_names[which], format->language);
    write_bytes(stem, ".svg", canvas_svg(canvas, NULL));
    write_bytes(stem, ".pdf", canvas_pdf(canvas, NULL));
    write_bytes(stem, ".png", canvas_png(canvas, 2, NULL));
    write_bytes(stem, ".trace", canvas_trace(canvas, NULL));
}

int main(int argc, char **argv)
{
    static const NumberFormat *const formats[] = {&number_format_nl, &number_format_en};
    static const SampleCase cases[]            = {SAMPLE_EASY, SAMPLE_LONG};
    if (argc != 2 || g_mkdir_with_parents(argv[1], 0755) != 0) {
        g_printerr("use: chart_files FOLDER\n");
        return 64;
    }
    for (size_t kind = 0; chart_kinds[kind] != NULL; kind++)
        for (size_t which = 0; which < G_N_ELEMENTS(cases); which++)
            for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
                write_chart(chart_kinds[kind], cases[which], formats[i], argv[1]);
    return 0;
}
