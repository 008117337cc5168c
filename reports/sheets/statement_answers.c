/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outcome statements: the share of the partners that gives each answer. */
#include "reports/edition/evidence.h"
#include "reports/sheets/figure_row.h"
#include "reports/sheets/sheet.h"

enum { ANSWERS = 5, FIRST_ANSWER = 2 };
static const SheetHeader headers[] = {
    {WORD_column_part, SHEET_TEXT, 0},
    {WORD_column_year, SHEET_YEAR, 0},
    {WORD_column_answer_1, SHEET_PERCENTAGE, 0},
    {WORD_column_answer_2, SHEET_PERCENTAGE, 0},
    {WORD_column_answer_3, SHEET_PERCENTAGE, 0},
    {WORD_column_answer_4, SHEET_PERCENTAGE, 0},
    {WORD_column_answer_5, SHEET_PERCENTAGE, 0},
    {WORD_column_answers, SHEET_COUNT, 0},
    {WORD_column_organisations, SHEET_COUNT, 0},
    {WORD_column_status, SHEET_TEXT, 0},
};

static const char *const indicators[] = {"statement_agreement", NULL};

/* False: nothing is known of the answers one by one. */
static bool fill_row(const Report *report, const FigureKey *key, SheetCell *cells)
{
    FigureRow row = {.report = report, .key = key};
    for (int k = 0; k < ANSWERS; k++) {
        if (!evidence_answer(report->edition, key, k + 1, &row.figure))
            return false;
        cells[FIRST_ANSWER + k] = figure_cell(report, &row.figure, row.figure.value);
    }
    SheetCell *rest = cells + FIRST_ANSWER + ANSWERS;
    cells[0]        = sheet_text(name_category(report->edition, key));
    cells[1]        = figure_row_year(&row);
    rest[0]         = figure_row_answers(&row);
    rest[1]         = figure_row_organisations(&row);
    rest[2]         = sheet_text(figure_status_text(report, &row.figure));
    return true;
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n              = 0;
    const FigureKey *keys = figure_list(report, self->figures, &n);
    if (n == 0 || report->edition->answers == NULL)
        return;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < n; i++) {
        SheetCell cells[G_N_ELEMENTS(headers)];
        if (fill_row(report, &keys[i], cells))
            table_sheet_add_row(sheet, cells);
    }
}

const Sheet sheet_statement_answers = {
    .id      = "statement_answers",
    .name    = WORD_sheet_statement_answers,
    .title   = WORD_statement_answers_title,
    .about   = WORD_statement_answers_about,
    .notes   = {WORD_note_answers, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.indicators = indicators,
                                        .units      = FIGURES_SHARES,
                                        .all_years  = true},
    .add     = add,
};
