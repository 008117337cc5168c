/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How partners work and what they know it by, over the years. */
#include "reports/sheets/sheet.h"

static const char *const without[] = {"statement_agreement", NULL};

const Sheet sheet_approach = {
    .id      = "approach",
    .name    = WORD_sheet_approach,
    .title   = WORD_approach_title,
    .about   = WORD_about_shares_years,
    .notes   = {WORD_note_margin, WORD_note_bias, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.term      = "across",
                                        .without   = without,
                                        .units     = FIGURES_SHARES,
                                        .all_years = true},
    .add     = sheet_add_figures,
};
