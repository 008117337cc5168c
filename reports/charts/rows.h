/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/charts/frame.h"

/* The layout of every chart that has its names at the left, one row each: names wrapped
 * at measured width, headings of groups, the plot, and "n / of" at the right. */

/* What a kind needs beside the names. */
typedef struct RowsNeed {
    double above;   /* room over the first row, for a label of the reference or a key */
    double content; /* height of what is drawn in a row */
    double value;   /* width to the right of the plot, for the value's own label */
    size_t counted; /* the column whose n and of are shown */
} RowsNeed;

typedef struct Rows {
    Box plot;              /* from the first row's top to the last row's bottom */
    const double *middles; /* of each row, in order */
} Rows;

/* Places the rows below the frame's top, and draws names, headings and counts. The
 * result lives in the frame's arena. */
Rows rows_lay(const Frame *frame, const RowsNeed *need);

/* The values of a column in a column of their own to the right of the plot, remarks
 * behind them. */
void rows_values(const Frame *frame, const Rows *rows, size_t column);

/* The room that rows_values needs: RowsNeed.value. */
double rows_values_width(const Frame *frame, size_t column);

/* The word of a missing value in its row, from the plot's left edge on, past
 * what stands there already. */
void rows_word(const Frame *frame, const Rows *rows, size_t row, const ChartCell *cell);
