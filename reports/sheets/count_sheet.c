/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets that list the figures of a local alliance as counts. */
#include "reports/edition/sentence.h"
#include "reports/sheets/figure_row.h"
#include "reports/sheets/sheet.h"

static SheetCell part_cell(const FigureRow *row)
{
    return sheet_text(name_part(row->report->arena, row->report->edition, row->key));
}

static SheetCell said_cell(const FigureRow *row)
{
    return figure_cell(row->report, &row->figure, row->figure.numerator);
}

static SheetCell sentence_cell(const FigureRow *row)
{
    return sheet_text(sentence_of(row->report->arena, row->report->edition, row->key));
}

static const struct {
    SheetHeader header;
    SheetCell (*cell)(const FigureRow *row);
} columns[] = {
    [COUNT_SUBJECT]    = {{WORD_column_subject, SHEET_TEXT, 0}, figure_row_subject},
    [COUNT_OPGAVE]     = {{WORD_column_opgave, SHEET_TEXT, 0}, figure_row_opgave},
    [COUNT_PART]       = {{WORD_column_part, SHEET_TEXT, 0}, part_cell},
    [COUNT_YEAR]       = {{WORD_column_year, SHEET_YEAR, 0}, figure_row_year},
    [COUNT_SAID]       = {{WORD_column_said, SHEET_COUNT, 0}, said_cell},
    [COUNT_CONTRIBUTE] = {{WORD_column_contribute, SHEET_COUNT, 0}, said_cell},
    [COUNT_ANSWERS]    = {{WORD_column_answers, SHEET_COUNT, 0}, figure_row_answers},
    [COUNT_MEMBERS] = {{WORD_column_members, SHEET_COUNT, 0}, figure_row_organisations},
    [COUNT_SENTENCE] = {{WORD_column_sentence, SHEET_TEXT, 0}, sentence_cell},
};

void sheet_add_counts(const Sheet *self, const Report *report, Workbook *workbook)
{
    SheetHeader headers[COUNT_COLUMNS];
    size_t width = 0, n = 0;
    for (; self->counts[width] != COUNT_END; width++)
        headers[width] = columns[self->counts[width]].header;
    const FigureKey *keys = figure_list(report, self->figures, &n);
    TableSheet *sheet     = sheet_add_table(self, report, workbook, headers, width);
    for (size_t i = 0; i < n; i++) {
        const FigureRow row = {report, &keys[i], figure_get(report, &keys[i])};
        SheetCell cells[COUNT_COLUMNS];
        for (size_t column = 0; column < width; column++)
            cells[column] = columns[self->counts[column]].cell(&row);
        table_sheet_add_row(sheet, cells);
    }
}
