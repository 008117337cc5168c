/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All shares by sector. */
#include "reports/sheets/sheet.h"

static const char *const without[] = {"sector_mixing", NULL};

const Sheet sheet_sectors = {
    .id      = "sectors",
    .name    = WORD_sheet_sectors,
    .title   = WORD_sectors_title,
    .about   = WORD_about_sectors_year,
    .notes   = {WORD_note_margin, WORD_note_bias, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.without   = without,
                                        .units     = FIGURES_SHARES,
                                        .broken_by = BROKEN_BY_SECTOR},
    .add     = sheet_add_figures,
};
