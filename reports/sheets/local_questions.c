/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions for the members' conversation, made from the figures: no judgement. */
#include "reports/edition/coverage.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_subject, SHEET_TEXT, 0},
    {WORD_column_talk, SHEET_TEXT, 0},
};

static void add_question(TableSheet *sheet, const char *subject, const char *question)
{
    if (question != NULL)
        table_sheet_add_row(sheet,
                            (SheetCell[]){sheet_text(subject), sheet_text(question)});
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n             = 0;
    const Coverage *list = coverage_list(report, &n);
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    add_question(sheet, report_word(report, WORD_subject_silent),
                 coverage_silent_question(report));
    for (size_t i = 0; i < n; i++)
        add_question(
            sheet, name_opgave_numbered(report->arena, report->edition, list[i].opgave),
            coverage_question(report, &list[i]));
    add_question(sheet, report_word(report, WORD_subject_families),
                 report_word(report, WORD_question_families));
}

const Sheet sheet_local_questions = {
    .id     = "talk",
    .name   = WORD_sheet_local_questions,
    .title  = WORD_local_questions_title,
    .about  = WORD_local_questions_about,
    .notes  = {WORD_note_talk, WORD_COUNT},
    .source = WORD_COUNT,
    .add    = add,
};
