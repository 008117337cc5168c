/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What words and figures mean: the alliance's own words, then every indicator. */
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_word, SHEET_TEXT, 0},
    {WORD_column_meaning, SHEET_TEXT, 0},
};

static const struct {
    WordId word;
    WordId meaning;
} own[] = {
    {WORD_term_alliance, WORD_term_alliance_meaning},
    {WORD_term_opgave, WORD_term_opgave_meaning},
    {WORD_term_vs, WORD_term_vs_meaning},
    {WORD_term_expert, WORD_term_expert_meaning},
    {WORD_term_kenniskring, WORD_term_kenniskring_meaning},
    {WORD_term_margin, WORD_term_margin_meaning},
    {WORD_term_reference, WORD_term_reference_meaning},
};

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    const Language language = report->edition->language;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
        table_sheet_add_row(
            sheet, (SheetCell[]){sheet_text(report_word(report, own[i].word)),
                                 sheet_text(report_word(report, own[i].meaning))});
    for (size_t i = 0; i < indicator_count(); i++) {
        const Indicator *indicator = indicator_at(i);
        table_sheet_add_row(
            sheet, (SheetCell[]){sheet_text(text_in(indicator->title, language)),
                                 sheet_text(text_in(indicator->definition, language))});
    }
}

const Sheet sheet_terms = {
    .id     = "terms",
    .name   = WORD_sheet_terms,
    .title  = WORD_terms_title,
    .about  = WORD_terms_about,
    .notes  = {WORD_COUNT},
    .source = WORD_COUNT,
    .add    = add,
};
