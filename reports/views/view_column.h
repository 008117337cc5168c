/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/views/view.h"

/* What the first column of a chart holds, summed up for the words around it. */

/* "165 of 306", or "160 to 165 of 306": how many answered what the first column of the
 * chart shows; "" where the rows are of different groups or nothing is known. */
const char *view_basis(const ChartOrder *order, const Chart *chart);

/* The lowest and highest value of the first column as text; false: there is none. */
bool view_range(const ChartOrder *order, const Chart *chart, const char **low,
                const char **high);

/* How many of the first column's cells have a value, or bounds. */
size_t view_shown(const Chart *chart);

/* A remark that all cells with a value bear is none of one of them: it is taken off and
 * returned; NULL: there is none. */
const char *view_common_remark(ChartCell *cells, size_t n);
