/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many partners contribute to each opgave. */
#include "reports/sheets/sheet.h"

static const char *const indicators[] = {"opgave_participation", NULL};

const Sheet sheet_opgaven = {
    .id      = "opgaven",
    .name    = WORD_sheet_opgaven,
    .title   = WORD_opgaven_title,
    .about   = WORD_about_shares_year,
    .notes   = {WORD_note_margin, WORD_note_bias, WORD_note_several_opgaven,
                WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.indicators = indicators,
                                        .units      = FIGURES_SHARES,
                                        .broken_by  = BROKEN_BY_OPGAVE},
    .add     = sheet_add_figures,
};
