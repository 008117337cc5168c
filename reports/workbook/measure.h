/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* How wide a text is in Arial. A spreadsheet has no layout of its own: a column that is
 * too narrow shows ####, a row that is too low cuts its text off, so both are measured
 * before anything is written. Widths are in pixels of 1/96 inch, as Excel counts them.
 */
typedef struct SheetFont {
    double points;
    bool bold;
} SheetFont;

#define PIXELS_PER_POINT (96.0 / 72.0)

/* The widest line of `text` (UTF-8). */
double measure_text(const char *text, const SheetFont *font);

/* The widest word of `text`: what wrapping cannot make narrower. */
double measure_longest_word(const char *text, const SheetFont *font);

/* Lines that `text` takes when wrapped at `width`: at spaces and line breaks, and
 * inside a word only where the word alone is wider. At least 1. */
size_t measure_lines(const char *text, const SheetFont *font, double width);

/* Where `text` goes on after `lines` lines of `width`: a pointer into `text`. */
const char *measure_fit(const char *text, const SheetFont *font, double width,
                        size_t lines);
