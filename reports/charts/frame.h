/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/charts/chart.h"

/* What charts have in common: measures of the house style and the marks that mean the
 * same everywhere. */

#define FRAME_WIDTH 482.0 /* 170 mm: the text width of an A4 page */
#define FRAME_LEFT 12.0
#define FRAME_RIGHT (FRAME_WIDTH - FRAME_LEFT)
#define TEXT_SIZE 9.0
#define TEXT_LINE (TEXT_SIZE * 1.2)

/* A chart being drawn. */
struct Frame {
    Canvas *canvas;
    Arena *arena; /* for as long as the drawing lasts */
    const Chart *chart;
    double top; /* where the kind may begin */
};

/* A straight line. */
void frame_rule(const Frame *frame, Point from, Point to, Paint paint);

/* A horizontal interval with caps at height y. */
void frame_interval(const Frame *frame, double from, double to, double y);

/* The sign's shape around `at`, `size` points wide. */
void frame_sign(const Frame *frame, Point at, double size, ChartSign sign);

/* Adds to the notes: "name: word", or the name alone where the word is NULL. */
void frame_note(GString *notes, const char *name, const char *word);

/* What found no place in the plot, as quiet lines across the frame below `top`; returns
 * where they end. */
double frame_notes(const Frame *frame, double top, const GString *notes);
