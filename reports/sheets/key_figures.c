/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key figures, each with a finished sentence that a reader can put in a letter. */
#include "reports/edition/key_figures.h"
#include "reports/edition/sentence.h"
#include "reports/sheets/sheet.h"

#include <string.h>

static const SheetHeader headers[] = {
    {WORD_column_term, SHEET_TEXT, 0},
    {WORD_column_key_figure, SHEET_TEXT, 0},
    {WORD_column_share, SHEET_PERCENTAGE, 0},
    {WORD_column_low_percent, SHEET_PERCENTAGE, 0},
    {WORD_column_high_percent, SHEET_PERCENTAGE, 0},
    {WORD_column_number, SHEET_COUNT, 0},
    {WORD_column_answers, SHEET_COUNT, 0},
    {WORD_column_organisations, SHEET_COUNT, 0},
    {WORD_column_status, SHEET_TEXT, 0},
    {WORD_column_sentence, SHEET_TEXT, 0},
};

static void add_row(const Report *report, const KeyFigure *key_figure,
                    TableSheet *sheet)
{
    const Edition *edition = report->edition;
    KeyNumbers numbers     = key_figure_numbers(report, key_figure);
    const Figure *figure   = &numbers.figure;
    SheetCell cells[]      = {
             sheet_text(name_term(edition, key_figure_term(key_figure))),
             sheet_text(key_figure_name(report, key_figure)),
             figure_cell(report, figure, numbers.share),
             figure_cell(report, figure, numbers.low),
             figure_cell(report, figure, numbers.high),
             figure_cell(report, figure, numbers.count),
             figure_cell(report, figure, figure->n),
             figure_cell(report, figure, figure->N),
             sheet_text(figure_status_text(report, figure)),
             sheet_text(sentence_of(report->arena, edition, &numbers.key)),
    };
    table_sheet_add_row(sheet, cells);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n              = 0;
    const KeyFigure *list = key_figures(&n);
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < n; i++)
        if (key_figure_exists(report, &list[i]))
            add_row(report, &list[i], sheet);
}

const Sheet sheet_key_figures = {
    .id    = "key_figures",
    .name  = WORD_sheet_key_figures,
    .title = WORD_key_figures_title,
    .about = WORD_key_figures_about,
    .notes = {WORD_note_margin, WORD_note_bias, WORD_note_words, WORD_note_contribution,
              WORD_COUNT},
    .source = WORD_source_survey,
    .add    = add,
};
