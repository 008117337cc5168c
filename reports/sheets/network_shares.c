/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The network in percentages, over the years. */
#include "reports/sheets/sheet.h"

static const char *const without[] = {"opgave_participation", NULL};

const Sheet sheet_network_shares = {
    .id      = "network_shares",
    .name    = WORD_sheet_network,
    .title   = WORD_network_title,
    .about   = WORD_about_shares_years,
    .notes   = {WORD_note_margin, WORD_note_bias, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.term      = "network",
                                        .without   = without,
                                        .units     = FIGURES_SHARES,
                                        .all_years = true},
    .add     = sheet_add_figures,
};
