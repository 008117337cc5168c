/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What we want to ask one organisation: the question, its answer, what is unclear. */
#include "data/findings.h"
#include "reports/partners/questions.h"
#include "reports/partners/returned.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_question, SHEET_TEXT, 0}, {WORD_column_your_answer, SHEET_TEXT, 0},
    {WORD_column_unclear, SHEET_TEXT, 0},  {WORD_column_expected, SHEET_TEXT, 0},
    {WORD_column_better, SHEET_TEXT, 0},
};

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    const Table *findings   = report->dossier->findings;
    const Language language = report->edition->language;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    size_t n           = 0;
    const size_t *rows = returned_questions(report, report->partner_id, &n);
    for (size_t i = 0; i < n; i++) {
        size_t row = rows[i];
        const FindingKind *kind =
            finding_find(table_text(findings, COLUMN(findings, code), row));
        const char *value    = table_text(findings, COLUMN(findings, value), row);
        const char *expected = table_text(findings, COLUMN(findings, expected), row);
        SheetCell cells[]    = {
               sheet_text(question_of(
                   report, table_text(findings, COLUMN(findings, variable), row))),
               sheet_text(value != NULL ? value : ""),
               sheet_text(text_in(kind->what, language)),
               sheet_text(expected != NULL ? expected : ""),
               sheet_text(report_word(report, WORD_fill_here)),
        };
        table_sheet_add_row(sheet, cells);
    }
}

const Sheet sheet_returned_questions = {
    .id     = "questions",
    .name   = WORD_sheet_returned_questions,
    .title  = WORD_returned_questions_title,
    .about  = WORD_returned_questions_about,
    .notes  = {WORD_note_fill_in, WORD_COUNT},
    .source = WORD_COUNT,
    .add    = add,
};
