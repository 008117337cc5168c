/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/charts/chart.h"
#include "reports/scale.h"

/* What charts have in common: measures of the house style, axes, intervals and signs.
 */

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

/* An axis on which values are read. */
typedef struct ValueAxis {
    Scale scale;
    Ticks ticks;
    int decimals;
} ValueAxis;

/* The largest number that must be shown: values, interval ends, reference and path. 0
 * when there is none. */
double frame_highest(const Chart *chart);

/* An axis from zero to at least `highest`; where it lies is for the caller to set. */
ValueAxis frame_axis(const Chart *chart, double highest, size_t wanted);

/* A level axis over `plot`, with as many ticks as have room for their numbers. */
ValueAxis frame_axis_fit(const Frame *frame, double highest, Box plot);

/* Grid lines over `area` with their numbers beneath (across) or to the left (up), and
 * what the axis counts. `across` returns where it ended. */
double frame_axis_across(const Frame *frame, const ValueAxis *axis, Box area);
void frame_axis_up(const Frame *frame, const ValueAxis *axis, Box area);

/* The width of the widest number on the axis. */
double frame_axis_width(const Frame *frame, const ValueAxis *axis);

/* A horizontal interval with caps at height y. */
void frame_interval(const Frame *frame, double from, double to, double y);

/* The sign's shape around `at`, `size` points wide. */
void frame_sign(const Frame *frame, Point at, double size, ChartSign sign);

/* The reference as a vertical line over `area`, its label above the area. */
void frame_reference(const Frame *frame, const Scale *scale, Box area);

/* A straight line. */
void frame_rule(const Frame *frame, Point from, Point to, Paint paint);
