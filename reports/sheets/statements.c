/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outcome statements: who agrees. */
#include "reports/sheets/sheet.h"

static const char *const indicators[] = {"statement_agreement", NULL};

const Sheet sheet_statements = {
    .id      = "statements",
    .name    = WORD_sheet_statements,
    .title   = WORD_statements_title,
    .about   = WORD_statements_about,
    .notes   = {WORD_note_margin, WORD_note_bias, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.indicators = indicators,
                                        .units      = FIGURES_SHARES,
                                        .all_years  = true},
    .add     = sheet_add_figures,
};
