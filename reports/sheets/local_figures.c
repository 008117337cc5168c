/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A local alliance's own figures: as counts; what few answers mean stands beside. */
#include "reports/sheets/sheet.h"

/* What has a sheet of its own, or none yet: counts of members that are no answers would
 * stand under "said so". */
static const char *const without[] = {
    "response",          "opgave_participation", "opgave_coverage",
    "cross_sector_ties", "network_density",      "local_pledge",
    "commitments",       "service_map",          NULL};

const Sheet sheet_local_figures = {
    .id    = "key_figures",
    .name  = WORD_sheet_key_figures,
    .title = WORD_local_figures_title,
    .about = WORD_local_figures_about,
    .notes = {WORD_note_members, WORD_note_few, WORD_note_words, WORD_note_contribution,
              WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.without   = without,
                                        .units     = FIGURES_SHARES,
                                        .broken_by = BROKEN_BY_ALLIANCE},
    .counts  = {COUNT_SUBJECT, COUNT_PART, COUNT_SAID, COUNT_ANSWERS, COUNT_MEMBERS,
                COUNT_SENTENCE, COUNT_END},
    .add     = sheet_add_counts,
};
