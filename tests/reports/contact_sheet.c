/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages to look at: one a kind of chart, easy and hard cases beneath each other, Dutch
 * left and English right. contact_sheet FOLDER writes FOLDER/<kind>.png. */
#include "reports/canvas/write.h"
#include "samples.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

static const double SCALE  = 2;
static const double GUTTER = 20;

typedef struct Reader {
    const unsigned char *bytes;
    size_t left;
} Reader;

static cairo_status_t read_bytes(void *closure, unsigned char *data,
                                 unsigned int length)
{
    Reader *reader = closure;
    if (length > reader->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, reader->bytes, length);
    reader->bytes += length;
    reader->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *picture_of(const ChartKind *kind, SampleCase which,
                                   const NumberFormat *format)
{
    g_autoptr(Arena) arena  = arena_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Canvas) canvas =
        chart_draw(kind, sample_chart(arena, kind, which, format));
    g_autoptr(GBytes) png = canvas_png(canvas, SCALE, &error);
    if (png == NULL)
        g_error("%s", error->message);
    Reader reader = {g_bytes_get_data(png, NULL), g_bytes_get_size(png)};
    return cairo_image_surface_create_from_png_stream(read_bytes, &reader);
}

static void write_page(const ChartKind *kind, const char *folder)
{
    static const NumberFormat *const formats[] = {&number_format_nl, &number_format_en};
    cairo_surface_t *pictures[SAMPLE_COUNT][2];
    double width = 0, height = GUTTER;
    for (SampleCase which = 0; which < SAMPLE_COUNT; which++) {
        for (size_t i = 0; i < 2; i++)
            pictures[which][i] = picture_of(kind, which, formats[i]);
        width = cairo_image_surface_get_width(pictures[which][0]);
        height += MAX(cairo_image_surface_get_height(pictures[which][0]),
                      cairo_image_surface_get_height(pictures[which][1])) +
                  GUTTER;
    }
    cairo_surface_t *page = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)(2 * width + 3 * GUTTER), (int)height);
    cairo_t *cairo = cairo_create(page);
    cairo_set_source_rgb(cairo, 0.8, 0.8, 0.8);
    cairo_paint(cairo);
    double top = GUTTER;
    for (SampleCase which = 0; which < SAMPLE_COUNT; which++) {
        double high = 0;
        for (size_t i = 0; i < 2; i++) {
            cairo_set_source_surface(cairo, pictures[which][i],
                                     GUTTER + (double)i * (width + GUTTER), top);
            cairo_paint(cairo);
            high = MAX(high, cairo_image_surface_get_height(pictures[which][i]));
            cairo_surface_destroy(pictures[which][i]);
        }
        top += high + GUTTER;
    }
    g_autofree char *path = g_strdup_printf("%s/%s.png", folder, kind->id);
    cairo_status_t status = cairo_surface_write_to_png(page, path);
    if (status != CAIRO_STATUS_SUCCESS)
        g_error("%s: %s", path, cairo_status_to_string(status));
    cairo_destroy(cairo);
    cairo_surface_destroy(page);
}

int main(int argc, char **argv)
{
    if (argc != 2 || g_mkdir_with_parents(argv[1], 0755) != 0) {
        g_printerr("use: contact_sheet FOLDER\n");
        return 64;
    }
    for (size_t i = 0; chart_kinds[i] != NULL; i++)
        write_page(chart_kinds[i], argv[1]);
    return 0;
}
