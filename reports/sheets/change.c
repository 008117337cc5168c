/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares beside those of the year before. */
#include "reports/sheets/sheet.h"

const Sheet sheet_change = {
    .id      = "change",
    .name    = WORD_sheet_change,
    .title   = WORD_change_title,
    .about   = WORD_change_about,
    .notes   = {WORD_note_difference, WORD_note_chance, WORD_note_same_question,
                WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.units = FIGURES_SHARES},
    .add     = sheet_add_changes,
};
