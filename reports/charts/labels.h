/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/canvas/canvas.h"

/* Putting words where nothing else is. A label has places that it would like, the best
 * first; it takes the first where it stands free of all that was drawn before. Grid
 * lines and tints may run behind words. */

/* A place that a label may take: its anchor and where that lies in the label. */
typedef struct LabelPlace {
    Point at;
    AlignX across;
    AlignY along;
} LabelPlace;

typedef struct Label {
    const char *text;
    TextStyle style; /* across and along come from the place */
    Box within;      /* the label may not stick out of this */
    bool clear; /* rather where no grid line or tint's edge runs behind it either */
} Label;

/* Is there nothing in `box` but ground? */
bool labels_are_free(const Canvas *canvas, Box box);

/* Draws the label at the first free place. False, and nothing is drawn, when every
 * place is taken. */
bool labels_place(Canvas *canvas, const Label *label, const LabelPlace *places,
                  size_t count);

/* As labels_place, at places around a mark with this radius, near before far, above and
 * to the right first. */
bool labels_place_around(Canvas *canvas, const Label *label, Point mark, double radius);

/* The width of the text's widest word: a line narrower than this breaks inside a word.
 */
double labels_widest_word(Canvas *canvas, const char *text, TextStyle style);

/* Moves `count` centres (sorted upward) as little as needed, so that things of these
 * sizes keep clear of each other and of both ends where they fit at all. */
void labels_spread(double *centres, const double *sizes, size_t count, double low,
                   double high);
