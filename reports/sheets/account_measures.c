/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures for specialists, over the years. */
#include "reports/sheets/sheet.h"

static const char *const without[] = {"sector_mixing", "opgave_sector_diversity", NULL};

const Sheet sheet_account_measures = {
    .id      = "account_measures",
    .name    = WORD_sheet_account_measures,
    .title   = WORD_account_measures_title,
    .about   = WORD_account_measures_about,
    .notes   = {WORD_note_technical, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.without   = without,
                                        .units     = FIGURES_TECHNICAL,
                                        .all_years = true},
    .add     = sheet_add_figures,
};
