/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The opgaven of a local alliance, as counts of its members. */
#include "reports/sheets/sheet.h"

static const char *const indicators[] = {"opgave_participation", NULL};

const Sheet sheet_local_opgaven = {
    .id     = "opgaven",
    .name   = WORD_sheet_opgaven,
    .title  = WORD_local_opgaven_title,
    .about  = WORD_local_figures_about,
    .notes  = {WORD_note_members, WORD_note_few, WORD_note_words, WORD_COUNT},
    .source = WORD_source_survey,
    .figures =
        &(const FigureSelection){.indicators = indicators,
                                 .units      = FIGURES_SHARES,
                                 .broken_by  = BROKEN_BY_ALLIANCE | BROKEN_BY_OPGAVE},
    .counts = {COUNT_OPGAVE, COUNT_CONTRIBUTE, COUNT_ANSWERS, COUNT_MEMBERS,
               COUNT_SENTENCE, COUNT_END},
    .add    = sheet_add_counts,
};
