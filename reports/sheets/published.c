/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the alliance published before, as it was published. */
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_year, SHEET_YEAR, 0},
    {WORD_column_subject, SHEET_TEXT, 0},
    {WORD_column_as_published, SHEET_TEXT, 0},
    {WORD_column_source, SHEET_TEXT, 0},
};

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    const Table *table = report->edition->published;
    if (table == NULL || table->n_rows == 0)
        return;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t row = 0; row < table->n_rows; row++) {
        SheetCell cells[] = {
            sheet_number((double)table_count(table, COLUMN(published, year), row)),
            sheet_text(name_indicator(
                report->edition, table_text(table, COLUMN(published, indicator), row))),
            sheet_text(table_text(table, COLUMN(published, text), row)),
            sheet_text(table_text(table, COLUMN(published, source), row)),
        };
        table_sheet_add_row(sheet, cells);
    }
}

const Sheet sheet_published = {
    .id     = "published",
    .name   = WORD_sheet_published,
    .title  = WORD_published_title,
    .about  = WORD_published_about,
    .notes  = {WORD_note_published, WORD_COUNT},
    .source = WORD_COUNT,
    .add    = add,
};
