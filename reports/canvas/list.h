/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/canvas/canvas.h"

/* What a canvas remembers: the display list that its back-ends play, and that label
 * placement looks at. Nothing here is for who draws. */
typedef struct _PangoLayout PangoLayout;

typedef enum ItemKind {
    ITEM_BOX,
    ITEM_CIRCLE,
    ITEM_LINE,
    ITEM_SHAPE,
    ITEM_TEXT
} ItemKind;

typedef struct Item {
    ItemKind kind;
    Box box; /* what it fills; of text: the line with ascent and descent */
    Paint paint;
    size_t count; /* steps of a line or shape */
    const PathStep *steps;
    const char *text; /* one line */
    Point origin;     /* where its baseline starts */
    double advance;   /* its length along the baseline */
    TextStyle style;
    PangoLayout *layout;
} Item;

struct Canvas {
    CanvasPage page;
    Arena *arena;
    GArray *items;
    GHashTable *widths; /* of text measured before, by style and text */
    GError *failure;
};

size_t canvas_count(const Canvas *canvas);
const Item *canvas_item(const Canvas *canvas, size_t index);

/* Sets `error` to the canvas's first failure. True when there was none. */
bool canvas_is_sound(const Canvas *canvas, GError **error);

/* Remembers a failure of kind `code` unless there is one already. */
void canvas_fail(Canvas *canvas, int code, const char *format, ...) G_GNUC_PRINTF(3, 4);
