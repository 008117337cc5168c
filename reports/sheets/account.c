/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went in: the files of the run, as anyone can check them. */
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_file, SHEET_TEXT, 0},     {WORD_column_bytes, SHEET_COUNT, 0},
    {WORD_column_encoding, SHEET_TEXT, 0}, {WORD_column_tool, SHEET_TEXT, 0},
    {WORD_column_records, SHEET_COUNT, 0}, {WORD_column_accepted, SHEET_COUNT, 0},
    {WORD_column_sha256, SHEET_TEXT, 0},
};

static SheetCell text_cell(const Report *report, size_t variable, size_t row)
{
    const char *text = table_text(report->dossier->inputs, variable, row);
    return sheet_text(text != NULL ? text : report_word(report, WORD_not_applicable));
}

static SheetCell count_cell(const Report *report, size_t variable, size_t row)
{
    int64_t count = table_count(report->dossier->inputs, variable, row);
    return count < 0 ? sheet_word(report_word(report, WORD_not_applicable))
                     : sheet_number((double)count);
}

static void add_row(const Report *report, size_t row, TableSheet *sheet)
{
    SheetCell cells[] = {
        text_cell(report, COLUMN(inputs, path), row),
        count_cell(report, COLUMN(inputs, bytes), row),
        text_cell(report, COLUMN(inputs, encoding), row),
        text_cell(report, COLUMN(inputs, tool), row),
        count_cell(report, COLUMN(inputs, records), row),
        count_cell(report, COLUMN(inputs, accepted), row),
        text_cell(report, COLUMN(inputs, sha256), row),
    };
    table_sheet_add_row(sheet, cells);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t row = 0; row < report->dossier->inputs->n_rows; row++)
        add_row(report, row, sheet);
}

const Sheet sheet_account = {
    .id     = "account",
    .name   = WORD_sheet_account,
    .title  = WORD_account_title,
    .about  = WORD_account_about,
    .notes  = {WORD_note_hash, WORD_note_run, WORD_COUNT},
    .source = WORD_COUNT,
    .add    = add,
};
