/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom partners reached, per opgave over the years: numbers. */
#include "reports/sheets/sheet.h"

const Sheet sheet_verzachten = {
    .id      = "reach",
    .name    = WORD_sheet_verzachten,
    .title   = WORD_reach_title,
    .about   = WORD_reach_about,
    .notes   = {WORD_note_reach, WORD_note_no_sum, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_reach,
    .figures = &(const FigureSelection){.term      = "verzachten",
                                        .units     = FIGURES_COUNTS,
                                        .broken_by = BROKEN_BY_OPGAVE,
                                        .all_years = true},
    .add     = sheet_add_figures,
};
