/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cairo paints: PDF through its own surface; PNG from an image surface through libpng,
 * because cairo's PNG writer compresses at a level that takes twenty times as long as
 * the drawing. */
#include "reports/canvas/list.h"
#include "reports/canvas/write.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <png.h>
#include <setjmp.h>

static const double DASH[] = {4, 3};

typedef cairo_t Cairo;
typedef cairo_surface_t Surface;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cairo, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Surface, cairo_surface_destroy)

static void ink_set(cairo_t *cairo, Ink ink)
{
    Colour colour = palette_colour(ink);
    cairo_set_source_rgb(cairo, colour.red / 255.0, colour.green / 255.0,
                         colour.blue / 255.0);
}

static void paint_outline(cairo_t *cairo, const Paint *paint)
{
    if (paint->fill != INK_NONE) {
        ink_set(cairo, paint->fill);
        cairo_fill_preserve(cairo);
    }
    if (paint->stroke != INK_NONE && paint->width > 0) {
        ink_set(cairo, paint->stroke);
        cairo_set_line_width(cairo, paint->width);
        cairo_set_dash(cairo, DASH, paint->dashed ? G_N_ELEMENTS(DASH) : 0, 0);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

static void trace_steps(cairo_t *cairo, const Item *item)
{
    for (size_t i = 0; i < item->count; i++) {
        const PathStep *step = &item->steps[i];
        if (step->command == 'M')
            cairo_move_to(cairo, step->to.x, step->to.y);
        else if (step->command == 'L')
            cairo_line_to(cairo, step->to.x, step->to.y);
        else if (step->command == 'C')
            cairo_curve_to(cairo, step->a.x, step->a.y, step->b.x, step->b.y,
                           step->to.x, step->to.y);
        else
            cairo_close_path(cairo);
    }
}

static void play_box(cairo_t *cairo, const Item *item)
{
    cairo_rectangle(cairo, item->box.x, item->box.y, item->box.width, item->box.height);
    paint_outline(cairo, &item->paint);
}

static void play_circle(cairo_t *cairo, const Item *item)
{
    double radius = item->box.width / 2;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, item->box.x + radius, item->box.y + radius, radius, 0, 2 * G_PI);
    cairo_close_path(cairo);
    paint_outline(cairo, &item->paint);
}

static void play_steps(cairo_t *cairo, const Item *item)
{
    trace_steps(cairo, item);
    paint_outline(cairo, &item->paint);
}

static void play_text(cairo_t *cairo, const Item *item)
{
    cairo_save(cairo);
    ink_set(cairo, item->style.ink);
    cairo_translate(cairo, item->origin.x, item->origin.y);
    if (item->style.turned)
        cairo_rotate(cairo, -G_PI / 2);
    cairo_move_to(cairo, 0, 0);
    pango_cairo_show_layout_line(cairo,
                                 pango_layout_get_line_readonly(item->layout, 0));
    cairo_restore(cairo);
    cairo_new_path(cairo);
}

static void play(const Canvas *canvas, cairo_t *cairo)
{
    static void (*const players[])(cairo_t *, const Item *) = {
        [ITEM_BOX] = play_box,    [ITEM_CIRCLE] = play_circle,
        [ITEM_LINE] = play_steps, [ITEM_SHAPE] = play_steps,
        [ITEM_TEXT] = play_text,
    };
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < canvas_count(canvas); i++) {
        const Item *item = canvas_item(canvas, i);
        players[item->kind](cairo, item);
    }
}

static bool cairo_is_sound(cairo_status_t status, const Canvas *canvas, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    g_set_error(error, CANVAS_ERROR, CANVAS_ERROR_WRITE, "drawing %s: cairo: %s",
                canvas->page.id, cairo_status_to_string(status));
    return false;
}

static cairo_status_t bytes_append(void *bytes, const unsigned char *data,
                                   unsigned int length)
{
    g_byte_array_append(bytes, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void pdf_describe(cairo_surface_t *surface, const CanvasPage *page)
{
    g_autofree char *date = g_strdup_printf("%sT00:00:00Z", page->date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, page->title);
    if (page->description != NULL)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
                                       page->description);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

GBytes *canvas_pdf(const Canvas *canvas, GError **error)
{
    if (!canvas_is_sound(canvas, error))
        return NULL;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(Surface) surface  = cairo_pdf_surface_create_for_stream(
         bytes_append, bytes, canvas->page.width, canvas->page.height);
    pdf_describe(surface, &canvas->page);
    g_autoptr(Cairo) cairo = cairo_create(surface);
    play(canvas, cairo);
    cairo_status_t drawn = cairo_status(cairo);
    cairo_surface_finish(surface);
    if (!cairo_is_sound(drawn, canvas, error) ||
        !cairo_is_sound(cairo_surface_status(surface), canvas, error))
        return NULL;
    return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

static cairo_surface_t *image_paint(const Canvas *canvas, double scale)
{
    int width  = (int)ceil(canvas->page.width * scale - 1e-6);
    int height = (int)ceil(canvas->page.height * scale - 1e-6);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    g_autoptr(Cairo) cairo = cairo_create(surface);
    ink_set(cairo, INK_PAPER);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    play(canvas, cairo);
    cairo_surface_flush(surface);
    return surface;
}

static void png_append(png_structp png, png_bytep data, size_t length)
{
    g_byte_array_append(png_get_io_ptr(png), data, (guint)length);
}

static void png_no_flush(png_structp png)
{
    (void)png;
}

static void png_header(png_structp png, png_infop info, cairo_surface_t *surface)
{
    png_uint_32 width  = (png_uint_32)cairo_image_surface_get_width(surface);
    png_uint_32 height = (png_uint_32)cairo_image_surface_get_height(surface);
    png_set_IHDR(png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
}

/* cairo's pixel is 0x00RRGGBB in the machine's byte order; on a small-endian machine
 * the bytes are B G R and one to spare, which libpng turns around itself. */
static void png_pixels(png_structp png, png_infop info, cairo_surface_t *surface)
{
    int height            = cairo_image_surface_get_height(surface);
    int stride            = cairo_image_surface_get_stride(surface);
    unsigned char *pixels = cairo_image_surface_get_data(surface);
    bool small_end        = G_BYTE_ORDER == G_LITTLE_ENDIAN;
    png_write_info(png, info);
    png_set_filler(png, 0, small_end ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
    if (small_end)
        png_set_bgr(png);
    for (int y = 0; y < height; y++)
        png_write_row(png, pixels + (size_t)y * (size_t)stride);
    png_write_end(png, NULL);
}

static bool png_encode(cairo_surface_t *surface, double scale, GByteArray *bytes)
{
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info  = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, bytes, png_append, png_no_flush);
    png_header(png, info, surface);
    png_uint_32 dots = (png_uint_32)lround(scale * 72 / 0.0254);
    png_set_pHYs(png, info, dots, dots, PNG_RESOLUTION_METER);
    png_set_compression_level(png, 2);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_pixels(png, info, surface);
    png_destroy_write_struct(&png, &info);
    return true;
}

GBytes *canvas_png(const Canvas *canvas, double scale, GError **error)
{
    if (!canvas_is_sound(canvas, error))
        return NULL;
    g_autoptr(Surface) surface = image_paint(canvas, scale);
    if (!cairo_is_sound(cairo_surface_status(surface), canvas, error))
        return NULL;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    if (!png_encode(surface, scale, bytes)) {
        g_set_error(error, CANVAS_ERROR, CANVAS_ERROR_WRITE,
                    "drawing %s: libpng failed", canvas->page.id);
        return NULL;
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

const LibraryVersion *canvas_versions(size_t *count)
{
    static const LibraryVersion versions[] = {{"cairo", CAIRO_VERSION_STRING},
                                              {"Pango", PANGO_VERSION_STRING},
                                              {"libpng", PNG_LIBPNG_VER_STRING}};
    *count                                 = G_N_ELEMENTS(versions);
    return versions;
}
