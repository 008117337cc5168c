/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets that show figures of this year beside those of the year before: the same
 * question only. */
#include "reports/edition/comparisons.h"
#include "reports/edition/verdict.h"
#include "reports/sheets/sheet.h"

static const SheetHeader share_headers[] = {
    {WORD_column_subject, SHEET_TEXT, 0},
    {WORD_column_part, SHEET_TEXT, 0},
    {WORD_column_year_before, SHEET_YEAR, 0},
    {WORD_column_share_before, SHEET_PERCENTAGE, 0},
    {WORD_column_share_now, SHEET_PERCENTAGE, 0},
    {WORD_column_difference, SHEET_PERCENTAGE, 0},
    {WORD_column_difference_low, SHEET_PERCENTAGE, 0},
    {WORD_column_difference_high, SHEET_PERCENTAGE, 0},
    {WORD_column_both_years, SHEET_COUNT, 0},
    {WORD_column_sentence, SHEET_TEXT, 0},
};

static const SheetHeader mean_headers[] = {
    {WORD_column_subject, SHEET_TEXT, 0},
    {WORD_column_part, SHEET_TEXT, 0},
    {WORD_column_year_before, SHEET_YEAR, 0},
    {WORD_column_mean_before, SHEET_DECIMAL, 2},
    {WORD_column_mean_now, SHEET_DECIMAL, 2},
    {WORD_column_mean_difference, SHEET_DECIMAL, 2},
    {WORD_column_low, SHEET_DECIMAL, 2},
    {WORD_column_high, SHEET_DECIMAL, 2},
    {WORD_column_both_years, SHEET_COUNT, 0},
    {WORD_column_sentence, SHEET_TEXT, 0},
};
G_STATIC_ASSERT(G_N_ELEMENTS(mean_headers) == G_N_ELEMENTS(share_headers));

static SheetCell number_cell(const Report *report, double number)
{
    return isnan(number) ? sheet_word(report_word(report, WORD_not_applicable))
                         : sheet_number(number);
}

static void add_row(const Report *report, const ChangeRow *change, TableSheet *sheet)
{
    SheetCell cells[] = {
        sheet_text(name_figure(report->arena, report->edition, &change->key)),
        sheet_text(name_part(report->arena, report->edition, &change->key)),
        sheet_number(change->year_from),
        number_cell(report, change->verdict.from),
        number_cell(report, change->verdict.to),
        number_cell(report, change->difference),
        number_cell(report, change->low),
        number_cell(report, change->high),
        number_cell(report, change->n_both),
        sheet_text(verdict_about(report, &change->key, change->year_from,
                                 verdict_of_change(report, &change->verdict))),
    };
    table_sheet_add_row(sheet, cells);
}

void sheet_add_changes(const Sheet *self, const Report *report, Workbook *workbook)
{
    bool is_mean          = self->figures->units == FIGURES_MEANS;
    size_t n              = 0;
    const ChangeRow *rows = comparisons_changes(report, &n);
    TableSheet *sheet     = NULL;
    for (size_t i = 0; i < n; i++) {
        if (rows[i].verdict.is_mean != is_mean)
            continue;
        if (sheet == NULL)
            sheet = sheet_add_table(self, report, workbook,
                                    is_mean ? mean_headers : share_headers,
                                    G_N_ELEMENTS(share_headers));
        add_row(report, &rows[i], sheet);
    }
}
