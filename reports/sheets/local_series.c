/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A local alliance over the years, as counts: with few answers percentages would
 * promise too much. */
#include "reports/figure_list.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_subject, SHEET_TEXT, 0},  {WORD_column_part, SHEET_TEXT, 0},
    {WORD_column_year, SHEET_YEAR, 0},     {WORD_column_said, SHEET_COUNT, 0},
    {WORD_column_answers, SHEET_COUNT, 0}, {WORD_column_members, SHEET_COUNT, 0},
};

static const char *const without[] = {"opgave_coverage", "cross_sector_ties",
                                      "network_density", NULL};

static void add_row(const Report *report, const FigureKey *key, TableSheet *sheet)
{
    Figure figure     = figure_get(report, key);
    SheetCell cells[] = {
        sheet_text(name_figure(report->arena, report->edition, key)),
        sheet_text(name_part(report->arena, report->edition, key)),
        sheet_number(key->year),
        figure_cell(report, &figure, figure.numerator),
        figure_cell(report, &figure, figure.n),
        isnan(figure.N) ? figure_cell(report, &figure, figure.N)
                        : sheet_number(figure.N),
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

const Sheet sheet_local_series = {
    .id      = "series",
    .name    = WORD_sheet_local_series,
    .title   = WORD_local_series_title,
    .about   = WORD_local_series_about,
    .notes   = {WORD_note_members, WORD_note_few, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.without   = without,
                                        .units     = FIGURES_SHARES,
                                        .broken_by = BROKEN_BY_ALLIANCE,
                                        .all_years = true},
    .add     = add,
};
