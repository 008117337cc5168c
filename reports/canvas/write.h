/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/output.h"
#include "reports/canvas/canvas.h"

/* The formats of a canvas. Each function returns the whole file's bytes, owned by the
 * caller, or NULL with `error` set: the canvas's own first failure, or the writer's.
 * The same drawing gives the same bytes, whatever the locale, the clock or the thread.
 */

typedef enum CanvasError {
    CANVAS_ERROR_FONT,  /* Liberation Sans is not there */
    CANVAS_ERROR_GLYPH, /* a character that the font does not have */
    CANVAS_ERROR_TEXT,  /* not UTF-8 */
    CANVAS_ERROR_WRITE  /* cairo or libpng failed */
} CanvasError;

#define CANVAS_ERROR (canvas_error_quark())
GQuark canvas_error_quark(void);

/* The libraries that draw, for the manifest; `count` is how many. */
const LibraryVersion *canvas_versions(size_t *count);

/* Text as text, colours as attributes (no style, no script, no reference to anything
 * outside), role img with title and description. */
GBytes *canvas_svg(const Canvas *canvas, GError **error);

/* One page of the picture's size, text selectable, title and date set. */
GBytes *canvas_pdf(const Canvas *canvas, GError **error);

/* `scale` pixels to a point; the resolution stands in the file. */
GBytes *canvas_png(const Canvas *canvas, double scale, GError **error);

/* One line an item, in drawing order, lengths in hundredths of a point:
 *   page WIDTH HEIGHT
 *   box|circle|line|shape X Y WIDTH HEIGHT fill INK stroke INK [dashed]
 *   text X Y WIDTH HEIGHT ink INK size POINTS regular|bold level|turned "LINE"
 * with one text line for each line of a text block. For tests. */
GBytes *canvas_trace(const Canvas *canvas, GError **error);
