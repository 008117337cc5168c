/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strengthening, in numbers over the years. */
#include "reports/sheets/sheet.h"

const Sheet sheet_versterken_counts = {
    .id      = "versterken_counts",
    .name    = WORD_sheet_versterken_counts,
    .title   = WORD_versterken_counts_title,
    .about   = WORD_about_counts_years,
    .notes   = {WORD_note_persons, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.term      = "versterken",
                                        .units     = FIGURES_COUNTS,
                                        .all_years = true},
    .add     = sheet_add_figures,
};
