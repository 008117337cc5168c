/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outcome statements: the mean answer from 1 to 5. */
#include "reports/sheets/sheet.h"

static const char *const indicators[] = {"statement_agreement", NULL};

const Sheet sheet_statement_means = {
    .id      = "statement_means",
    .name    = WORD_sheet_statement_means,
    .title   = WORD_statement_means_title,
    .about   = WORD_statement_means_about,
    .notes   = {WORD_note_scale, WORD_note_margin, WORD_note_bias, WORD_note_words,
                WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.indicators = indicators,
                                        .units      = FIGURES_MEANS,
                                        .all_years  = true},
    .add     = sheet_add_figures,
};
