/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one organisation answered, so that it can check it. */
#include "reports/partners/questions.h"
#include "reports/partners/returned.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_question, SHEET_TEXT, 0},
    {WORD_column_your_answer, SHEET_TEXT, 0},
};

static void add_answer(const Report *report, const Table *answers, size_t variable,
                       size_t row, TableSheet *sheet)
{
    const Variable *column = &answers->spec->variables[variable];
    SheetCell cells[]      = {
             sheet_text(question_of(report, column->name)),
             sheet_text(returned_answer(report, column, table_get(answers, variable, row))),
    };
    table_sheet_add_row(sheet, cells);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    g_autoptr(Table) answers = returned_read(report);
    size_t row               = 0;
    if (answers == NULL || !returned_find(answers, report->partner_id, &row))
        return;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t v = 0; v < answers->spec->n_variables; v++)
        if (table_has(answers, v) && v != COLUMN(survey, partner_id))
            add_answer(report, answers, v, row, sheet);
}

const Sheet sheet_returned_answers = {
    .id     = "answers",
    .name   = WORD_sheet_returned_answers,
    .title  = WORD_returned_answers_title,
    .about  = WORD_returned_answers_about,
    .notes  = {WORD_COUNT},
    .source = WORD_COUNT,
    .add    = add,
};
