/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/workbook/workbook.h"

/* What stands on a text sheet, from top to bottom in the order of the calls: the cover,
 * the explanation, and the charts, which would make a table sheet hard to read and to
 * print. */

/* A picture beside numbers that stand in a table as well. */
typedef struct SheetPicture {
    const char *path; /* of a PNG file that stays there until workbook_finish */
    const char *alt;  /* one sentence of at most 150 characters */
} SheetPicture;

typedef enum SheetChartKind {
    SHEET_CHART_TREND, /* lines over a SHEET_YEAR column; a missing year is a gap */
    SHEET_CHART_BARS   /* bars over a SHEET_TEXT column; a missing value is its word */
} SheetChartKind;

enum { SHEET_CHART_SERIES = 3 };

/* A chart of Excel's own, drawn by Excel from the cells of a table, so that a reader
 * can change it. The names of the series are the headers of their columns. */
typedef struct SheetChart {
    SheetChartKind kind;
    const TableSheet *table;
    size_t category;                   /* column with the years or the names */
    size_t values[SHEET_CHART_SERIES]; /* columns: estimate, lower, upper */
    size_t value_count;                /* 1 to 3 for a trend, 1 for bars */
    size_t first_row;                  /* of the table, from 0 */
    size_t row_count;                  /* 0: to the end */
    const char *title;
    const char *axis; /* what the values are, as "procent van de partners" */
    const char *alt;  /* as of a picture */
} SheetChart;

void text_sheet_add_heading(TextSheet *sheet, const char *text);

/* A paragraph; line breaks inside are kept. A long one is spread over rows, because
 * Excel shows no more than 409 points of a row; of any length. */
void text_sheet_add_paragraph(TextSheet *sheet, const char *text);

/* `target` as in SHEET_CELL_LINK. */
void text_sheet_add_link(TextSheet *sheet, const char *text, const char *target);

void text_sheet_add_picture(TextSheet *sheet, const SheetPicture *picture);
void text_sheet_add_chart(TextSheet *sheet, const SheetChart *chart);
