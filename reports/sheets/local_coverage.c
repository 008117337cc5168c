/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many members contribute to each opgave: nobody, one, several, or not known. */
#include "reports/edition/coverage.h"
#include "reports/edition/figure_list.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_opgave, SHEET_TEXT, 0},      {WORD_column_coverage, SHEET_TEXT, 0},
    {WORD_column_contribute, SHEET_COUNT, 0}, {WORD_column_answers, SHEET_COUNT, 0},
    {WORD_column_members, SHEET_COUNT, 0},
};

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n             = 0;
    const Coverage *list = coverage_list(report, &n);
    if (n == 0)
        return;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < n; i++) {
        const Figure *figure = &list[i].figure;
        SheetCell cells[]    = {
               sheet_text(
                   name_opgave_numbered(report->arena, report->edition, list[i].opgave)),
               sheet_text(coverage_word(report, &list[i])),
               figure_cell(report, figure, figure->value),
               figure_cell(report, figure, figure->n),
               sheet_number(figure->N),
        };
        table_sheet_add_row(sheet, cells);
    }
}

const Sheet sheet_local_coverage = {
    .id     = "coverage",
    .name   = WORD_sheet_local_coverage,
    .title  = WORD_coverage_of_title,
    .about  = WORD_local_figures_about,
    .notes  = {WORD_note_coverage_words, WORD_note_words, WORD_COUNT},
    .source = WORD_source_survey,
    .add    = add,
};
