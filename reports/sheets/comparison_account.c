/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison for specialists: limits, p values, shrinkage and ranks. */
#include "reports/edition/comparisons.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_subject, SHEET_TEXT, 0},
    {WORD_column_part, SHEET_TEXT, 0},
    {WORD_column_alliance, SHEET_TEXT, 0},
    {WORD_column_funnel_low_95, SHEET_PERCENTAGE, 0},
    {WORD_column_funnel_high_95, SHEET_PERCENTAGE, 0},
    {WORD_column_funnel_low_998, SHEET_PERCENTAGE, 0},
    {WORD_column_funnel_high_998, SHEET_PERCENTAGE, 0},
    {WORD_column_p, SHEET_DECIMAL, 4},
    {WORD_column_p_adjusted, SHEET_DECIMAL, 4},
    {WORD_column_phi, SHEET_DECIMAL, 2},
    {WORD_column_tau2, SHEET_DECIMAL, 4},
    {WORD_column_shrunk, SHEET_PERCENTAGE, 0},
    {WORD_column_rank_low, SHEET_COUNT, 0},
    {WORD_column_rank_high, SHEET_COUNT, 0},
};

/* The columns of comparison.csv behind the names, in that order. */
static const size_t variables[] = {
    COLUMN(comparison, funnel_low_95),
    COLUMN(comparison, funnel_high_95),
    COLUMN(comparison, funnel_low_998),
    COLUMN(comparison, funnel_high_998),
    COLUMN(comparison, p_value),
    COLUMN(comparison, p_adjusted),
    COLUMN(comparison, phi),
    COLUMN(comparison, tau2),
    COLUMN(comparison, shrunk),
    COLUMN(comparison, rank_low),
    COLUMN(comparison, rank_high),
};

static void add_row(const Report *report, const ComparisonRow *row, TableSheet *sheet)
{
    enum { NAMES = 3 };
    SheetCell cells[NAMES + G_N_ELEMENTS(variables)] = {
        sheet_text(name_figure(report->arena, report->edition, &row->key)),
        sheet_text(name_part(report->arena, report->edition, &row->key)),
        sheet_text(row->alliance)};
    for (size_t i = 0; i < G_N_ELEMENTS(variables); i++) {
        double number =
            table_number(report->edition->comparison, variables[i], row->row);
        cells[NAMES + i] =
            isnan(number)
                ? sheet_word(report_word(report, row->is_shown ? WORD_not_applicable
                                                               : WORD_too_few_answers))
                : sheet_number(number);
    }
    table_sheet_add_row(sheet, cells);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n                  = 0;
    const ComparisonRow *rows = comparisons_alliances(report, &n);
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < n; i++)
        add_row(report, &rows[i], sheet);
}

const Sheet sheet_comparison_account = {
    .id     = "comparison_account",
    .name   = WORD_sheet_account,
    .title  = WORD_comparison_account_title,
    .about  = WORD_comparison_account_about,
    .notes  = {WORD_note_funnel, WORD_note_shrunk, WORD_note_words, WORD_COUNT},
    .source = WORD_source_survey,
    .add    = add,
};
