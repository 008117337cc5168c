/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/canvas/canvas.h"
#include "reports/words/format.h"

/* What a chart shows: a small table with words around it, from whatever source. Every
 * kind of chart draws the same type, so that the one who fills it need not know how it
 * is drawn; which columns a kind reads stands at the top of its file. The words are all
 * the caller's: no kind knows a language. */

/* What a figure says apart from its size; each has its own shape and ink. */
typedef enum ChartSign {
    SIGN_NONE,   /* nothing: a filled dot */
    SIGN_UP,     /* higher, on its way: a triangle upward */
    SIGN_DOWN,   /* lower, behind: a triangle downward */
    SIGN_DONE,   /* reached: a square */
    SIGN_UNSURE, /* may be chance, cannot be told: an open dot */
    SIGN_ABSENT, /* not there: a dash */
    SIGN_COUNT
} ChartSign;

typedef struct ChartCell {
    double value;     /* NAN: missing, and `word` says why */
    double low, high; /* interval; NAN: none; without a value: bounds */
    double n, of;     /* answers and organisations; NAN: not shown */
    const char *word; /* in place of a missing value, or a remark beside one; or NULL */
    ChartSign sign;
    const char *label; /* what is written for the value ("6 of 7"); NULL: the value */
    bool apart;        /* cannot be compared with the cell before: another question */
} ChartCell;

/* What all figures are held against; label NULL: nothing. */
typedef struct ChartReference {
    const char *label;
    double value;
} ChartReference;

/* The way from a first year to a target; label NULL: no target. */
typedef struct ChartPath {
    const char *label;  /* of the way: "required" */
    const char *target; /* of its end: "target 2030" */
    int from_year, to_year;
    double from, to; /* from NAN: only the end is known */
} ChartPath;

/* Funnel limits at n answers. */
typedef struct ChartLimit {
    double n, low_95, high_95, low_998, high_998;
} ChartLimit;

typedef struct ChartText {
    const char *id;          /* prefix of ids; letters, digits, - and _ */
    const char *headline;    /* what is seen, at most ten words */
    const char *subtitle;    /* what, unit, where, when, n of N */
    const char *source;      /* source and reference date */
    const char *status;      /* "VOORBEELD: ..."; NULL: definitive */
    const char *description; /* type, n, range and trend, for who cannot see it */
    const char *date;        /* of the document, yyyy-mm-dd */
    const NumberFormat *format;
} ChartText;

typedef struct Chart {
    ChartText text;
    NumberUnit unit;
    size_t row_count, column_count;
    const char *const *rows;    /* row_count labels */
    const char *const *groups;  /* a heading for each row, equal ones together; NULL */
    const char *const *columns; /* column_count labels; NULL where years say it */
    const int *years;           /* column_count years, ascending; NULL: no years */
    const ChartCell *cells;     /* row by row */
    bool has_total;             /* the last column is what some of the others make up */
    const char *counts;         /* heading of the column "n / of"; NULL: no column */
    const char *axis;           /* what the value axis counts; NULL: nothing there */
    const char *band;           /* what the bounds of a second column are; or NULL */
    ChartReference reference;
    ChartPath path;
    const char *signs[SIGN_COUNT]; /* what a sign means, for the key; NULL: left out */
    const ChartLimit *limits;      /* by n, ascending */
    size_t limit_count;
    const char *limit_names[2]; /* of the 95 and the 99.8 percent limits */
} Chart;

/* The cell in this row and column. */
const ChartCell *chart_cell(const Chart *chart, size_t row, size_t column);

/* One kind of chart: one file in this folder, one row in kinds.def. `draw` fills the
 * frame from its top downward and returns where it ended. */
typedef struct Frame Frame;
typedef struct ChartKind {
    const char *id;
    double (*draw)(const Frame *frame);
} ChartKind;

#define CHART_KIND(name) extern const ChartKind chart_##name;
#include "reports/charts/kinds.def"
#undef CHART_KIND

/* All kinds, in the order of kinds.def, ended by NULL. */
extern const ChartKind *const chart_kinds[];

/* The kind with this id, or NULL. */
const ChartKind *chart_kind_find(const char *id);

/* The whole picture: headings, the kind's drawing, source line. Owned by the caller. */
Canvas *chart_draw(const ChartKind *kind, const Chart *chart);
