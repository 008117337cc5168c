/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/canvas/scale.h"
#include "reports/charts/frame.h"

/* Axes on which values are read, always from zero. */
typedef struct ValueAxis {
    Scale scale;
    Ticks ticks;
    int decimals;
} ValueAxis;

/* The largest number that must be shown: values, interval ends, reference and path. 0
 * when there is none. */
double axis_highest(const Chart *chart);

/* An axis from zero to at least `highest` in the chart's unit; where it lies is for the
 * caller to set. */
ValueAxis axis_choose(const Chart *chart, double highest, size_t wanted);

/* A level axis over `plot`, with as many ticks as have room for their numbers. */
ValueAxis axis_fit(const Frame *frame, double highest, Box plot);

/* Grid lines over `area` with their numbers beneath (across) or to the left (up), and
 * what the axis counts. `across` returns where it ended. */
double axis_across(const Frame *frame, const ValueAxis *axis, Box area);
void axis_up(const Frame *frame, const ValueAxis *axis, Box area);

/* The width of the widest number on the axis. */
double axis_width(const Frame *frame, const ValueAxis *axis);

/* The chart's reference as an upright line over `area`, its label above the area. */
void axis_reference(const Frame *frame, const Scale *scale, Box area);
