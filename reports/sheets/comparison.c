/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Local alliances beside the whole, from A to Z for each figure. */
#include "reports/edition/comparisons.h"
#include "reports/edition/verdict.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_subject, SHEET_TEXT, 0},
    {WORD_column_part, SHEET_TEXT, 0},
    {WORD_column_alliance, SHEET_TEXT, 0},
    {WORD_column_said, SHEET_COUNT, 0},
    {WORD_column_answers, SHEET_COUNT, 0},
    {WORD_column_members, SHEET_COUNT, 0},
    {WORD_column_share, SHEET_PERCENTAGE, 0},
    {WORD_column_low_percent, SHEET_PERCENTAGE, 0},
    {WORD_column_high_percent, SHEET_PERCENTAGE, 0},
    {WORD_column_whole_alliance, SHEET_PERCENTAGE, 0},
    {WORD_column_expected_sectors, SHEET_PERCENTAGE, 0},
    {WORD_column_difference_says, SHEET_TEXT, 0},
};

static SheetCell number_cell(const Report *report, const ComparisonRow *row,
                             double number)
{
    if (!isnan(number))
        return sheet_number(number);
    return sheet_word(report_word(report, row->is_shown ? WORD_not_applicable
                                                        : WORD_too_few_answers));
}

static void add_row(const Report *report, const ComparisonRow *row, TableSheet *sheet)
{
    SheetCell cells[] = {
        sheet_text(name_figure(report->arena, report->edition, &row->key)),
        sheet_text(name_part(report->arena, report->edition, &row->key)),
        sheet_text(row->alliance),
        number_cell(report, row, row->x),
        number_cell(report, row, row->n),
        number_cell(report, row, row->N),
        number_cell(report, row, row->value),
        number_cell(report, row, row->low),
        number_cell(report, row, row->high),
        number_cell(report, row, row->national),
        number_cell(report, row, row->expected),
        sheet_text(verdict_of_zone(report, row->zone, row->is_shown)),
    };
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

const Sheet sheet_comparison = {
    .id     = "comparison",
    .name   = WORD_sheet_comparison,
    .title  = WORD_comparison_title,
    .about  = WORD_comparison_about,
    .notes  = {WORD_note_no_ranking, WORD_note_margin, WORD_note_expected,
               WORD_note_members, WORD_note_words, WORD_COUNT},
    .source = WORD_source_survey,
    .add    = add,
};
