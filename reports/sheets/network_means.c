/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What partners did on average, over the years. */
#include "reports/sheets/sheet.h"

const Sheet sheet_network_means = {
    .id      = "network_means",
    .name    = WORD_sheet_network_means,
    .title   = WORD_network_means_title,
    .about   = WORD_about_means_years,
    .notes   = {WORD_note_margin, WORD_note_bias, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.term      = "network",
                                        .units     = FIGURES_MEANS,
                                        .all_years = true},
    .add     = sheet_add_figures,
};
