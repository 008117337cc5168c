/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/names.h"
#include "reports/views/view.h"

/* Numbers, names and codes of a chart as texts in the language of its edition. Results
 * live in the order's arena or in the edition. */

/* "63%", "1.050", "3,7"; a whole number; a year. */
const char *view_value(const ChartOrder *order, double value, NumberUnit unit);
const char *view_number(const ChartOrder *order, size_t number);
const char *view_year(const ChartOrder *order, int year);

/* The share of the whole alliance, for what is held against it. */
ChartReference view_whole(const ChartOrder *order, double share);

/* What a cell says: its value, its bounds "3% to 16%", or its word. */
const char *view_cell_text(const ChartOrder *order, const ChartCell *cell,
                           NumberUnit unit);

/* The name of a figure among figures of other indicators, and among those of its own
 * (its opgave or category), with a capital. */
const char *view_figure_name(const ChartOrder *order, const FigureKey *key);
const char *view_item_name(const ChartOrder *order, const FigureKey *key);
