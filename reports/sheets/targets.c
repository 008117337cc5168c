/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress to the targets that the alliance published. */
#include "reports/edition/comparisons.h"
#include "reports/edition/verdict.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_subject, SHEET_TEXT, 0},     {WORD_column_part, SHEET_TEXT, 0},
    {WORD_column_target_year, SHEET_YEAR, 0}, {WORD_column_target, SHEET_TEXT, 0},
    {WORD_column_now, SHEET_TEXT, 0},         {WORD_column_sentence, SHEET_TEXT, 0},
};

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    const Table *progress = report->edition->progress;
    TableSheet *sheet     = NULL;
    for (size_t row = 0; progress != NULL && row < progress->n_rows; row++) {
        if (table_count(progress, COLUMN(progress, year), row) != report->year)
            continue;
        if (sheet == NULL)
            sheet =
                sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
        FigureKey key           = comparisons_progress_key(progress, row);
        ProgressVerdict verdict = comparisons_progress(report, row);
        SheetCell cells[]       = {
                  sheet_text(name_figure(report->arena, report->edition, &key)),
                  sheet_text(name_part(report->arena, report->edition, &key)),
                  sheet_number(verdict.target_year),
                  sheet_text(verdict.target),
                  sheet_text(verdict.value != NULL ? verdict.value
                                                   : report_word(report, WORD_not_delivered)),
                  sheet_text(
                      verdict_about(report, &key, 0, verdict_of_progress(report, &verdict))),
        };
        table_sheet_add_row(sheet, cells);
    }
}

const Sheet sheet_targets = {
    .id     = "targets",
    .name   = WORD_sheet_targets,
    .title  = WORD_targets_title,
    .about  = WORD_targets_about,
    .notes  = {WORD_note_target, WORD_note_signal, WORD_COUNT},
    .source = WORD_source_targets,
    .add    = add,
};
