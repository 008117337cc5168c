/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom partners reached as a share of the target population. */
#include "reports/sheets/sheet.h"

const Sheet sheet_verzachten_coverage = {
    .id      = "reach_coverage",
    .name    = WORD_sheet_verzachten_coverage,
    .title   = WORD_coverage_title,
    .about   = WORD_coverage_about,
    .notes   = {WORD_note_coverage, WORD_note_over, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_reach,
    .figures = &(const FigureSelection){.term      = "verzachten",
                                        .units     = FIGURES_SHARES,
                                        .broken_by = BROKEN_BY_OPGAVE,
                                        .all_years = true},
    .add     = sheet_add_figures,
};
