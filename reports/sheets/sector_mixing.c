/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sectors work together: pairs with at least one collaboration. */
#include "reports/edition/figure_list.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_sector, SHEET_TEXT, 0},
    {WORD_column_with_sector, SHEET_TEXT, 0},
    {WORD_column_collaborations, SHEET_COUNT, 0},
    {WORD_column_ratio, SHEET_DECIMAL, 1},
};

static const char *const indicators[] = {"sector_mixing", NULL};

static SheetCell ratio_cell(const Report *report, const FigureKey *key)
{
    FigureKey ratio = *key;
    Figure figure;
    ratio.measure = "ratio";
    return figures_find(report->edition->figures, &ratio, &figure)
               ? figure_cell(report, &figure, figure.value)
               : sheet_word(report_word(report, WORD_not_applicable));
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n              = 0;
    const FigureKey *keys = figure_list(report, self->figures, &n);
    if (n == 0)
        return;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < n; i++) {
        Figure figure     = figure_get(report, &keys[i]);
        SheetCell cells[] = {sheet_text(name_sector(report->edition, keys[i].sector)),
                             sheet_text(name_category(report->edition, &keys[i])),
                             figure_cell(report, &figure, figure.value),
                             ratio_cell(report, &keys[i])};
        table_sheet_add_row(sheet, cells);
    }
}

const Sheet sheet_sector_mixing = {
    .id      = "sector_mixing",
    .name    = WORD_sheet_sector_mixing,
    .title   = WORD_sector_mixing_title,
    .about   = WORD_sector_mixing_about,
    .notes   = {WORD_note_ratio, WORD_note_ties, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.indicators = indicators,
                                        .units      = FIGURES_COUNTS,
                                        .broken_by  = BROKEN_BY_SECTOR},
    .add     = add,
};
