/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table sheets: the lines above, the cells, and the Excel table over them. Nothing
 * stands beneath or beside it. */
#include "reports/workbook/layout.h"
#include "reports/workbook/writer.h"

static void table_write_intro(WorkbookWriter *writer, const TableLayout *layout)
{
    for (size_t i = 0; i < layout->intro_count; i++) {
        const IntroLine *line = &layout->intro[i];
        lxw_format **formats =
            line->wrap ? writer->formats.wrapped : writer->formats.plain;
        const double width = line->wrap ? layout->widths[0] : G_MAXUINT16;
        const bool last    = i + 1 == layout->intro_count;
        writer_set_height(writer, text_height(line->text, line->format, width) +
                                      (last ? 8 : 0));
        writer_write_line(writer, formats[line->format], line->text, line->target);
    }
}

static void table_write_date(WorkbookWriter *writer, lxw_col_t column,
                             lxw_format *format, const char *date)
{
    lxw_datetime value = {.year  = (int)g_ascii_strtoll(date, NULL, 10),
                          .month = (int)g_ascii_strtoll(date + 5, NULL, 10),
                          .day   = (int)g_ascii_strtoll(date + 8, NULL, 10)};
    writer_check(writer, worksheet_write_datetime(writer->worksheet, writer->row,
                                                  column, &value, format));
    writer->sheet->cells++;
}

static void table_write_cell(WorkbookWriter *writer, const SheetColumn *head,
                             const SheetCell *cell, lxw_col_t column)
{
    const SheetFormat look = sheet_format_of_cell(head, cell->kind);
    lxw_format *format     = writer->formats.wrapped[look];
    if (cell->kind == SHEET_CELL_LINK) {
        writer_write_link(writer, column, format, cell);
    } else if (cell->kind == SHEET_CELL_DATE) {
        table_write_date(writer, column, writer->formats.plain[look], cell->text);
    } else if (cell->kind == SHEET_CELL_NUMBER) {
        writer_check(writer,
                     worksheet_write_number(writer->worksheet, writer->row, column,
                                            cell->number, writer->formats.plain[look]));
        writer->sheet->cells++;
    } else {
        writer_write_word(writer, column, format, cell->text);
    }
}

static void table_write_rows(WorkbookWriter *writer, const TableSheet *sheet,
                             const TableLayout *layout)
{
    for (guint i = 0; i < sheet->rows->len; i++, writer->row++) {
        const SheetCell *cells = g_ptr_array_index(sheet->rows, i);
        writer_set_height(writer, table_row_height(sheet, layout, i));
        for (size_t column = 0; column < sheet->column_count; column++)
            table_write_cell(writer, &sheet->columns[column], &cells[column],
                             (lxw_col_t)column);
        writer->sheet->rows++;
    }
}

/* The table comes after its cells: libxlsxwriter writes the headers with it, and every
 * one must be passed or it is called "Column1". */
static void table_write_table(WorkbookWriter *writer, const TableSheet *sheet,
                              lxw_row_t header)
{
    Arena *arena            = sheet->head.workbook->arena;
    lxw_table_column *heads = arena_array(arena, lxw_table_column, sheet->column_count);
    lxw_table_column **table =
        arena_array(arena, lxw_table_column *, sheet->column_count + 1);
    for (size_t i = 0; i < sheet->column_count; i++) {
        const SheetFormat format = sheet_format_of_header(&sheet->columns[i]);
        heads[i].header          = arena_strdup(arena, sheet->columns[i].header);
        heads[i].header_format   = writer->formats.wrapped[format];
        table[i]                 = &heads[i];
    }
    lxw_table_options options = {.name          = arena_strdup(arena, sheet->id),
                                 .no_autofilter = LXW_TRUE,
                                 .first_column  = LXW_TRUE,
                                 .style_type    = LXW_TABLE_STYLE_TYPE_LIGHT,
                                 .columns       = table};
    writer_check(writer, worksheet_add_table(
                             writer->worksheet, header, 0, header + sheet->rows->len,
                             (lxw_col_t)(sheet->column_count - 1), &options));
    writer->sheet->cells += sheet->column_count;
    writer->sheet->rows++;
}

/* An id such as 0392 in a column of text is text: Excel need not warn. */
static void table_ignore_warnings(WorkbookWriter *writer, const TableSheet *sheet)
{
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range(range, 0, 0, writer->row - 1,
                        (lxw_col_t)(sheet->column_count - 1));
    writer_check(writer,
                 worksheet_ignore_errors(writer->worksheet,
                                         LXW_IGNORE_NUMBER_STORED_AS_TEXT, range));
}

static void table_set_columns(WorkbookWriter *writer, const TableSheet *sheet,
                              const TableLayout *layout)
{
    lxw_format *format = writer->formats.plain[FORMAT_PARAGRAPH];
    for (size_t i = 0; i < sheet->column_count; i++) {
        const lxw_col_t column = (lxw_col_t)i;
        writer_check(writer,
                     worksheet_set_column_pixels(writer->worksheet, column, column,
                                                 (uint32_t)layout->widths[i], format));
    }
}

void writer_write_table(WorkbookWriter *writer, TableSheet *sheet)
{
    const TableLayout layout = table_layout(sheet);
    writer_set_page(writer, layout.page > PAGE_PORTRAIT);
    worksheet_fit_to_pages(writer->worksheet, 1, 0);
    table_set_columns(writer, sheet, &layout);
    table_write_intro(writer, &layout);
    const lxw_row_t header = writer->row;
    writer_set_height(writer, table_header_height(sheet, &layout));
    writer->row++;
    sheet->first_data = writer->row;
    table_write_rows(writer, sheet, &layout);
    table_write_table(writer, sheet, header);
    table_ignore_warnings(writer, sheet);
    writer_check(writer, worksheet_repeat_rows(writer->worksheet, header, header));
}
