/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the figures are made, in plain words. */
#include "reports/sheets/sheet.h"

static const struct {
    WordId heading;
    WordId text;
} sections[] = {
    {WORD_method_who, WORD_method_who_text},
    {WORD_method_estimate, WORD_method_estimate_text},
    {WORD_method_margin, WORD_method_margin_text},
    {WORD_method_certain, WORD_method_certain_text},
    {WORD_method_small, WORD_method_small_text},
    {WORD_method_reach, WORD_method_reach_text},
    {WORD_method_years, WORD_method_years_text},
    {WORD_method_compare, WORD_method_compare_text},
    {WORD_method_says, WORD_method_says_text},
};

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    TextSheet *sheet = sheet_add_text(self, report, workbook);
    for (size_t i = 0; i < G_N_ELEMENTS(sections); i++) {
        text_sheet_add_heading(sheet, report_word(report, sections[i].heading));
        text_sheet_add_paragraph(sheet, report_word(report, sections[i].text));
    }
}

const Sheet sheet_method = {
    .id    = "method",
    .name  = WORD_sheet_method,
    .title = WORD_method_title,
    .add   = add,
};
