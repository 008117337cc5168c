/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/workbook/format.h"
#include "reports/workbook/model.h"

/* A workbook on its way through libxlsxwriter, which answers every call with a code
 * that is easily overlooked: the writer keeps the first one. */
typedef struct WorkbookWriter {
    Workbook *workbook;
    lxw_workbook *book;
    lxw_worksheet *worksheet; /* that is being written */
    SheetHead *sheet;
    lxw_row_t row; /* the next one */
    double used;   /* of the page, in points */
    SheetFormats formats;
    lxw_error problem;
    const char *complaint; /* about a chart, when `problem` says nothing */
} WorkbookWriter;

/* What A4 upright holds, in points; a little less than it does. */
#define PAGE_HEIGHT 720.0

/* Keeps the first problem. */
void writer_check(WorkbookWriter *writer, lxw_error problem);

/* Writes the sheet; its worksheet is there already. */
void writer_write_table(WorkbookWriter *writer, TableSheet *sheet);
void writer_write_text(WorkbookWriter *writer, TextSheet *sheet);

/* Sets the height of the next row in points. */
void writer_set_height(WorkbookWriter *writer, double height);

/* A text in column A of the next row, with a link when `target` is not NULL. */
void writer_write_line(WorkbookWriter *writer, lxw_format *format, const char *text,
                       const char *target);

/* A text in a cell of the next row, and a link. */
void writer_write_word(WorkbookWriter *writer, lxw_col_t column, lxw_format *format,
                       const char *text);
void writer_write_link(WorkbookWriter *writer, lxw_col_t column, lxw_format *format,
                       const SheetCell *cell);

/* Draws a native chart at the next row, `width` by sheet_chart_height pixels. All table
 * sheets have been written. */
void writer_write_chart(WorkbookWriter *writer, const SheetChart *chart, double width);
double sheet_chart_height(const SheetChart *chart);

/* Paper, margins and running titles. */
void writer_set_page(WorkbookWriter *writer, bool landscape);
