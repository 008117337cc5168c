/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/workbook/format.h"
#include "reports/workbook/model.h"

/* Where everything on a sheet comes to stand: widths of columns in pixels, heights of
 * rows in points, the page upright or on its side. */

/* What A4 holds between margins of 15 mm, in pixels; a wide table is printed smaller,
 * at 9 points for 12. */
enum { PAGE_PORTRAIT = 680, PAGE_LANDSCAPE = 1008, PAGE_WIDE = 1344 };

/* Excel shows no row higher than this. */
#define ROW_HIGHEST 409.0

/* One row of text above a table. */
typedef struct IntroLine {
    SheetFormat format;
    bool wrap; /* inside column A; else it runs on over the empty cells beside it */
    const char *text;
    const char *target;
} IntroLine;

typedef struct TableLayout {
    double *widths; /* of each column */
    double page;    /* width that it is printed on, one of PAGE_ */
    IntroLine *intro;
    size_t intro_count;
} TableLayout;

/* The layout of a table sheet, in the workbook's arena. */
TableLayout table_layout(const TableSheet *sheet);

/* Height of the header row, and of a row of cells, so that nothing is cut off. */
double table_header_height(const TableSheet *sheet, const TableLayout *layout);
double table_row_height(const TableSheet *sheet, const TableLayout *layout, size_t row);

/* Height of a row with `text` wrapped at `width` pixels. */
double text_height(const char *text, SheetFormat format, double width);
