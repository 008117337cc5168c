/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Partners per opgave, over the years. */
#include "reports/sheets/sheet.h"

static const char *const indicators[] = {"opgave_participation", NULL};

const Sheet sheet_opgaven_years = {
    .id      = "opgaven_years",
    .name    = WORD_sheet_opgaven_years,
    .title   = WORD_opgaven_years_title,
    .about   = WORD_about_shares_years,
    .notes   = {WORD_note_margin, WORD_note_bias, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.indicators = indicators,
                                        .units      = FIGURES_SHARES,
                                        .broken_by  = BROKEN_BY_OPGAVE,
                                        .all_years  = true},
    .add     = sheet_add_figures,
};
