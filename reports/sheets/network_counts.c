/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The network in numbers, over the years. */
#include "reports/sheets/sheet.h"

static const char *const without[] = {"meetings", NULL};

const Sheet sheet_network_counts = {
    .id      = "network_counts",
    .name    = WORD_sheet_network_counts,
    .title   = WORD_network_counts_title,
    .about   = WORD_about_counts_years,
    .notes   = {WORD_note_words, WORD_COUNT},
    .source  = WORD_source_register,
    .figures = &(const FigureSelection){.term      = "network",
                                        .without   = without,
                                        .units     = FIGURES_COUNTS,
                                        .all_years = true},
    .add     = sheet_add_figures,
};
