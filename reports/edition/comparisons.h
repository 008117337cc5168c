/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/verdict.h"

/* Rows of change.csv, progress.csv and comparison.csv as reports show them: with the
 * names and numbers beside them that the sentences need. Without the table: no rows. */

/* A figure of the report's year beside that of the year before it. */
typedef struct ChangeRow {
    FigureKey key; /* of the later year */
    int year_from;
    double difference;
    double low;
    double high;
    double n_both; /* organisations that answered in both years */
    ChangeVerdict verdict;
} ChangeRow;

const ChangeRow *comparisons_changes(const Report *report, size_t *n);

/* Row `row` of progress.csv. */
FigureKey comparisons_progress_key(const Table *progress, size_t row);
ProgressVerdict comparisons_progress(const Report *report, size_t row);

/* A local alliance beside the whole. NaN: not there. */
typedef struct ComparisonRow {
    FigureKey key;
    size_t row; /* in comparison.csv */
    const char *alliance;
    double x, n, N;
    double value, low, high;
    double national;
    double expected; /* from what its own sectors do elsewhere */
    const char *zone;
    bool is_shown; /* not suppressed */
} ComparisonRow;

/* Those of the report's year: for each figure the alliances from A to Z. */
const ComparisonRow *comparisons_alliances(const Report *report, size_t *n);
