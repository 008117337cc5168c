/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read of each file: how many rows count, and how many do not. */
#include "reports/edition/quality.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_file, SHEET_TEXT, 0},        {WORD_column_records, SHEET_COUNT, 0},
    {WORD_column_accepted, SHEET_COUNT, 0},   {WORD_column_quarantined, SHEET_COUNT, 0},
    {WORD_column_duplicates, SHEET_COUNT, 0}, {WORD_column_corrections, SHEET_COUNT, 0},
    {WORD_column_findings, SHEET_COUNT, 0},
};

static SheetCell count_cell(const Report *report, size_t variable, size_t row)
{
    int64_t count = table_count(report->dossier->inputs, variable, row);
    return count < 0 ? sheet_word(report_word(report, WORD_not_applicable))
                     : sheet_number((double)count);
}

static void add_row(const Report *report, size_t row, TableSheet *sheet)
{
    const char *path  = table_text(report->dossier->inputs, COLUMN(inputs, path), row);
    SheetCell cells[] = {
        sheet_text(path),
        count_cell(report, COLUMN(inputs, records), row),
        count_cell(report, COLUMN(inputs, accepted), row),
        count_cell(report, COLUMN(inputs, quarantined), row),
        count_cell(report, COLUMN(inputs, duplicates), row),
        count_cell(report, COLUMN(inputs, corrections), row),
        sheet_number((double)quality_findings_in(report, path)),
    };
    table_sheet_add_row(sheet, cells);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    const Table *inputs = report->dossier->inputs;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t row = 0; row < inputs->n_rows; row++)
        if (dossier_is_about(table_text(inputs, COLUMN(inputs, path), row),
                             report->year))
            add_row(report, row, sheet);
}

const Sheet sheet_data_quality = {
    .id       = "data_quality",
    .name     = WORD_sheet_data_quality,
    .title    = WORD_data_quality_title,
    .about    = WORD_data_quality_about,
    .sentence = quality_sentence,
    .notes    = {WORD_note_rows, WORD_note_findings, WORD_COUNT},
    .source   = WORD_COUNT,
    .add      = add,
};
