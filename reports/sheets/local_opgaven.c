/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The opgaven of a local alliance, as counts of its members. */
#include "reports/figure_list.h"
#include "reports/sentence.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_opgave, SHEET_TEXT, 0},   {WORD_column_contribute, SHEET_COUNT, 0},
    {WORD_column_answers, SHEET_COUNT, 0}, {WORD_column_members, SHEET_COUNT, 0},
    {WORD_column_sentence, SHEET_TEXT, 0},
};

static const char *const indicators[] = {"opgave_participation", NULL};

static void add_row(const Report *report, const FigureKey *key, TableSheet *sheet)
{
    Figure figure          = figure_get(report, key);
    const Edition *edition = report->edition;
    SheetCell cells[]      = {
             sheet_text(name_opgave_numbered(report->arena, edition, key->opgave)),
             figure_cell(report, &figure, figure.numerator),
             figure_cell(report, &figure, figure.n),
        isnan(figure.N) ? figure_cell(report, &figure, figure.N)
                             : sheet_number(figure.N),
             sheet_text(sentence_of(report->arena, edition, key)),
    };
    table_sheet_add_row(sheet, cells);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n              = 0;
    const FigureKey *keys = figure_list(report, self->figures, &n);
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < n; i++)
        add_row(report, &keys[i], sheet);
}

const Sheet sheet_local_opgaven = {
    .id     = "opgaven",
    .name   = WORD_sheet_opgaven,
    .title  = WORD_local_opgaven_title,
    .about  = WORD_local_figures_about,
    .notes  = {WORD_note_members, WORD_note_few, WORD_note_words, WORD_COUNT},
    .source = WORD_source_survey,
    .figures =
        &(const FigureSelection){.indicators = indicators,
                                 .units      = FIGURES_SHARES,
                                 .broken_by  = BROKEN_BY_ALLIANCE | BROKEN_BY_OPGAVE},
    .add = add,
};
