/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing, in percentages over the years. */
#include "reports/sheets/sheet.h"

const Sheet sheet_veranderen = {
    .id      = "veranderen",
    .name    = WORD_sheet_veranderen,
    .title   = WORD_veranderen_title,
    .about   = WORD_about_shares_years,
    .notes   = {WORD_note_margin, WORD_note_bias, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.term      = "veranderen",
                                        .units     = FIGURES_SHARES,
                                        .all_years = true},
    .add     = sheet_add_figures,
};
