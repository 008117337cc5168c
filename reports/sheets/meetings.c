/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings by kind, over the years. */
#include "reports/sheets/sheet.h"

static const char *const indicators[] = {"meetings", NULL};

const Sheet sheet_meetings = {
    .id      = "meetings",
    .name    = WORD_sheet_meetings,
    .title   = WORD_meetings_title,
    .about   = WORD_about_counts_years,
    .notes   = {WORD_note_words, WORD_COUNT},
    .source  = WORD_source_events,
    .figures = &(const FigureSelection){.indicators = indicators,
                                        .units      = FIGURES_COUNTS,
                                        .all_years  = true},
    .add     = sheet_add_figures,
};
