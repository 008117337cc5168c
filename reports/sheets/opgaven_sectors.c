/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Partners per opgave and sector. */
#include "reports/sheets/sheet.h"

static const char *const indicators[] = {"opgave_participation", NULL};

const Sheet sheet_opgaven_sectors = {
    .id     = "opgaven_sectors",
    .name   = WORD_sheet_opgaven_sectors,
    .title  = WORD_opgaven_sectors_title,
    .about  = WORD_about_sectors_year,
    .notes  = {WORD_note_margin, WORD_note_bias, WORD_note_words, WORD_COUNT},
    .source = WORD_source_survey,
    .figures =
        &(const FigureSelection){.indicators = indicators,
                                 .units      = FIGURES_SHARES,
                                 .broken_by  = BROKEN_BY_OPGAVE | BROKEN_BY_SECTOR},
    .add = sheet_add_figures,
};
