/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/charts/chart.h"
#include "reports/edition.h"

/* A view gathers what a chart shows: figures and words of an edition, as the kinds of
 * chart take them. A new view is one file in views/ and one row in views.def. */

typedef enum ChartScope { SCOPE_NATIONAL, SCOPE_LOCAL } ChartScope;

/* One row of charts.def. */
typedef struct View View;
typedef struct ChartRow {
    const char *id;
    const View *view;
    const ChartKind *kind;
    ChartScope scope;
    const char *indicator;
    const char *measure;
} ChartRow;

/* One chart to be made. */
typedef struct ChartOrder {
    const Edition *edition;
    Arena *arena; /* where the picture lives */
    const ChartRow *row;
    const Indicator *indicator;
    int year;
    const char *alliance_id; /* NULL: national */
} ChartOrder;

/* What is drawn, and what is said of it to who cannot see it. */
typedef struct Picture {
    Chart chart;
    const char *alt; /* one sentence, at most 150 characters */
} Picture;

struct View {
    /* False: there is nothing to show, no chart is made. The view sets cells, labels,
     * headline, subtitle, alt and description; the rest of the words is set for it. */
    bool (*fill)(const ChartOrder *order, Picture *picture);
};

/* All rows of charts.def. */
extern const ChartRow chart_rows[];
extern const size_t chart_row_count;

/* Fills a picture: the view's part, then source, status, date and language. */
bool view_fill(const ChartOrder *order, Picture *picture);

/* The cell of a chart for a figure: its numbers, or the word for why they are not
 * there. Without such a row: "not delivered". */
ChartCell view_cell(const ChartOrder *order, const FigureKey *key);

/* The key of the order's own figure in that year, all else open. */
FigureKey view_key(const ChartOrder *order, int year);

/* How many of the edition's years a chart of the order's year shows: up to and with it.
 */
size_t view_years_shown(const ChartOrder *order);

/* "63 percent" in the language of the edition. */
const char *view_percent(const ChartOrder *order, double share);

/* "172 of 300" for the figure's answers and organisations. */
const char *view_basis(const ChartOrder *order, const Figure *figure);

/* The unit that the figure's numbers are written in. */
NumberUnit view_unit(const Figure *figure);
