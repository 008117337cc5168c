/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A local alliance's own figures: as counts; what few answers mean stands beside. */
#include "reports/figure_list.h"
#include "reports/sentence.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_subject, SHEET_TEXT, 0},  {WORD_column_part, SHEET_TEXT, 0},
    {WORD_column_said, SHEET_COUNT, 0},    {WORD_column_answers, SHEET_COUNT, 0},
    {WORD_column_members, SHEET_COUNT, 0}, {WORD_column_sentence, SHEET_TEXT, 0},
};

static const char *const without[] = {"response",        "opgave_participation",
                                      "opgave_coverage", "cross_sector_ties",
                                      "network_density", NULL};

static void add_row(const Report *report, const FigureKey *key, TableSheet *sheet)
{
    Figure figure          = figure_get(report, key);
    const Edition *edition = report->edition;
    SheetCell cells[]      = {
             sheet_text(name_figure(report->arena, edition, key)),
             sheet_text(key->category != NULL ? name_category(edition, key)
                                              : report_word(report, WORD_whole)),
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

const Sheet sheet_local_figures = {
    .id    = "key_figures",
    .name  = WORD_sheet_key_figures,
    .title = WORD_local_figures_title,
    .about = WORD_local_figures_about,
    .notes = {WORD_note_members, WORD_note_few, WORD_note_words, WORD_note_contribution,
              WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.without   = without,
                                        .units     = FIGURES_SHARES,
                                        .broken_by = BROKEN_BY_ALLIANCE},
    .add     = add,
};
