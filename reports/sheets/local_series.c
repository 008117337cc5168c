/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A local alliance over the years, as counts: with few answers percentages would
 * promise too much. */
#include "reports/sheets/sheet.h"

static const char *const without[] = {"opgave_coverage", "cross_sector_ties",
                                      "network_density", NULL};

const Sheet sheet_local_series = {
    .id      = "series",
    .name    = WORD_sheet_local_series,
    .title   = WORD_local_series_title,
    .about   = WORD_local_series_about,
    .notes   = {WORD_note_members, WORD_note_few, WORD_note_words, WORD_COUNT},
    .source  = WORD_source_survey,
    .figures = &(const FigureSelection){.without   = without,
                                        .units     = FIGURES_SHARES,
                                        .broken_by = BROKEN_BY_ALLIANCE,
                                        .all_years = true},
    .counts  = {COUNT_SUBJECT, COUNT_PART, COUNT_YEAR, COUNT_SAID, COUNT_ANSWERS,
                COUNT_MEMBERS, COUNT_END},
    .add     = sheet_add_counts,
};
