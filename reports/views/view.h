/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/charts/chart.h"
#include "reports/edition/edition.h"

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
    const char *indicator; /* "": several */
    const char *measure;   /* NULL: the figures of chart_figures.def */
    const char *opgave;    /* NULL: all, or none */
} ChartRow;

/* One chart to be made. */
typedef struct ChartOrder {
    const Edition *edition;
    Arena *arena; /* where the picture lives */
    const ChartRow *row;
    const Indicator *indicator; /* NULL: several */
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

/* The figures of a chart: those that chart_figures.def lists for it, or else the items
 * (opgaven, categories) of its own figure in the order's year, in the order of the
 * artefact. All in the order's year and alliance. */
typedef struct ViewFigure {
    FigureKey key;
    const char *group; /* term of the theory of change, or NULL */
} ViewFigure;
const ViewFigure *view_figures(const ChartOrder *order, size_t *n);

/* The key of the order's own figure in that year, all else open. */
FigureKey view_key(const ChartOrder *order, int year);

/* The cell of a chart for a figure: its numbers, and the word for why they are not
 * there or for what they bear; apart where the question is not that of the year before.
 * Without such a row: "not delivered". */
ChartCell view_cell(const ChartOrder *order, const FigureKey *key);

/* A cell without anything. */
ChartCell view_cell_none(void);

/* How many of the edition's years a chart of the order's year shows: up to and with it.
 */
size_t view_years_shown(const ChartOrder *order);

/* The year before the order's, when the edition has it; else 0. */
int view_year_before(const ChartOrder *order);

/* The unit that the figure's numbers are written in. */
NumberUnit view_unit(const Figure *figure);
