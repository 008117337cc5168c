/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strengthening, in percentages over the years. */
#include "reports/sheets/sheet.h"

const Sheet sheet_versterken = {
    .id      = "versterken",
    .name    = WORD_sheet_versterken,
    .title   = WORD_versterken_title,
    .about   = WORD_about_shares_years,
    .notes   = {WORD_note_margin, WORD_note_bias, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.term      = "versterken",
                                        .units     = FIGURES_SHARES,
                                        .all_years = true},
    .add     = sheet_add_figures,
};
