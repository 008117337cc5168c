/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/arena.h"
#include "reports/canvas/palette.h"

#include <stdbool.h>
#include <stddef.h>

/* The one thing that everything is drawn on. What is drawn is measured once and
 * remembered; canvas_write.h then plays it as SVG, PDF, PNG or as text, so that every
 * format has the same things in the same places. Lengths are points (1/72 inch), x to
 * the right, y downward from the upper left corner.
 *
 * Drawing functions return nothing: the canvas remembers its first failure (no font, a
 * character that the font does not have, text that is not UTF-8) and tells it when it
 * is written. A canvas belongs to one thread. */
typedef struct Canvas Canvas;

typedef struct CanvasPage {
    const char *id;          /* prefix of ids in the SVG: letters, digits, - and _ */
    const char *title;       /* document title, not drawn */
    const char *description; /* for who cannot see the picture; NULL: none */
    const char *language;    /* "nl" or "en" */
    const char *date;        /* date of the document, yyyy-mm-dd: never the clock */
    double width, height;    /* height may be set at the end */
} CanvasPage;

typedef struct Point {
    double x, y;
} Point;

typedef struct Box {
    double x, y, width, height;
} Box;

typedef struct Paint {
    Ink fill, stroke;
    double width; /* of the stroke */
    bool dashed;
} Paint;

/* A step of an outline: 'M' move, 'L' line, 'C' curve (Bezier, a and b are the control
 * points), 'Z' close. */
typedef struct PathStep {
    char command;
    Point a, b, to;
} PathStep;

/* Where the anchor point lies in the block of text. */
typedef enum AlignX { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT } AlignX;
typedef enum AlignY { ALIGN_TOP, ALIGN_MIDDLE, ALIGN_BOTTOM } AlignY;

typedef struct TextStyle {
    double size;  /* points; 9 is the smallest that may be printed */
    Ink ink;      /* INK_NONE is INK_TEXT */
    double width; /* lines are broken to this width; 0: one line */
    AlignX across;
    AlignY along;
    bool bold;
    bool turned; /* a quarter turn to the left: read from below upward */
} TextStyle;

/* A new, empty canvas; the strings of `page` are copied. Owned by the caller. */
Canvas *canvas_new(const CanvasPage *page);
void canvas_free(Canvas *canvas);

/* The height of the picture, for who draws downward and knows it last. */
void canvas_set_height(Canvas *canvas, double height);

void canvas_box(Canvas *canvas, Box box, Paint paint);
void canvas_circle(Canvas *canvas, Point centre, double radius, Paint paint);

/* An open line through `count` points; only the stroke of `paint` counts. */
void canvas_line(Canvas *canvas, const Point *points, size_t count, Paint paint);

/* An outline of straight and curved steps. */
void canvas_shape(Canvas *canvas, const PathStep *steps, size_t count, Paint paint);

/* Plain text, never markup. Runs of white space and control characters become one
 * space. With style->width, lines are broken between words, and inside a word (with a
 * hyphen) that is wider than a line. */
void canvas_text(Canvas *canvas, Point anchor, const char *text, TextStyle style);

/* The box that canvas_text would fill: all lines, ascent and descent included. */
Box canvas_measure(Canvas *canvas, Point anchor, const char *text, TextStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Canvas, canvas_free)
