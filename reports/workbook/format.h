/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/canvas/palette.h"
#include "reports/workbook/measure.h"
#include "reports/workbook/workbook.h"

#include <xlsxwriter.h>

/* How each kind of cell looks: the house style of the workbooks, in one table. */
typedef enum SheetFormat {
    FORMAT_TITLE,
    FORMAT_HEADING,
    FORMAT_PARAGRAPH,
    FORMAT_BANNER,
    FORMAT_LINK,
    FORMAT_HEADER_TEXT,
    FORMAT_HEADER_NUMBER,
    FORMAT_CELL_TEXT,
    FORMAT_CELL_LINK,
    FORMAT_CELL_WORD,
    FORMAT_CELL_COUNT,
    FORMAT_CELL_YEAR,
    FORMAT_CELL_PERCENTAGE,
    FORMAT_CELL_DATE,
    FORMAT_CELL_DECIMAL, /* 0 decimals; the next ones are 1 to 6 */
    FORMAT_COUNT = FORMAT_CELL_DECIMAL + 7
} SheetFormat;

/* An ink of the house style as libxlsxwriter wants it. Text is written in inks of at
 * least 4.5 to 1 on paper. */
lxw_color_t sheet_colour(Ink ink);

/* The format of a header, and of a cell of that kind in that column. */
SheetFormat sheet_format_of_header(const SheetColumn *column);
SheetFormat sheet_format_of_cell(const SheetColumn *column, SheetCellKind kind);

/* The font that a format is measured with. */
SheetFont sheet_format_font(SheetFormat format);

/* Whether a format aligns to the right. */
bool sheet_format_is_right(SheetFormat format);

/* A cell as Excel shows it with `.` as decimal point, for measuring. Freed by the
 * caller. */
char *sheet_format_cell(const SheetColumn *column, const SheetCell *cell);

/* The formats in libxlsxwriter's terms: text on one line, and text wrapped. */
typedef struct SheetFormats {
    lxw_format *plain[FORMAT_COUNT];
    lxw_format *wrapped[FORMAT_COUNT];
} SheetFormats;

/* All formats of a new workbook. Cells that nobody wrote become Arial as well. */
void sheet_formats_create(lxw_workbook *book, SheetFormats *formats);
