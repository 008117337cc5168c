/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/figure_list.h"
#include "reports/page/page.h"
#include "reports/views/chart_list.h"

/* Tables of a page: figures and charts as texts, with the numbers written as people
 * read them. They live in the arena of the report. */

/* The figures of a selection: what, value, margin, answers of organisations, status. No
 * rows: row_count is 0. */
PageTable page_table_of_figures(const Report *report, const FigureSelection *selection,
                                const char *caption);

/* The numbers that a chart draws. */
PageTable page_table_of_chart(const Report *report, const Chart *chart,
                              const char *caption);

/* A value with its unit ("68%", "24.131"), or the word for why it is not there. */
const char *figure_text(const Report *report, const Figure *figure);

/* "62,6 tot 72,8%"; "n.v.t." without a margin. */
const char *figure_margin_text(const Report *report, const Figure *figure);
