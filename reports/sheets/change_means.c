/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means beside those of the year before. */
#include "reports/sheets/sheet.h"

const Sheet sheet_change_means = {
    .id      = "change_means",
    .name    = WORD_sheet_change_means,
    .title   = WORD_change_means_title,
    .about   = WORD_change_means_about,
    .notes   = {WORD_note_difference, WORD_note_chance, WORD_note_same_question,
                WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.units = FIGURES_MEANS},
    .add     = sheet_add_changes,
};
