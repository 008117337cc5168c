/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/charts/frame.h"

/* A table of cells shaded by value with the number in each: the matrix, and the same
 * beside the circle of sectors. A missing value is a mark, and its word stands beneath.
 */

typedef struct GridArea {
    double left, top, right;
    const char *const *rows; /* the row labels; the chart's, or numbered ones */
    const char *const *columns;
    bool upper; /* only cells in the upper triangle and the diagonal */
} GridArea;

/* Do all columns fit side by side? */
bool grid_fits(const Frame *frame, const GridArea *area);

/* Draws in as many blocks of columns as are needed for numbers to fit; returns where it
 * ended. */
double grid_draw(const Frame *frame, const GridArea *area);
