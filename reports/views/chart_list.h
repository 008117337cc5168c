/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/charts/chart.h"
#include "reports/edition/report.h"

/* The charts that stage 3 drew, as reports use them: the files, the words, and the
 * numbers behind the picture, so that a table beside it says the same. */
typedef struct ChartEntry {
    const char *id;        /* row of charts.def */
    const char *indicator; /* that it shows; NULL: none */
    const char *file;      /* below charts/, without extension */
    const char *headline;
    const char *alt;
    const char *description;
} ChartEntry;

/* The charts of the report's year and alliance, in the order in which they were drawn;
 * none where none were. */
const ChartEntry *charts_list(const Report *report, size_t *n);

/* The term of the theory of change that the chart's indicator belongs to; "" without.
 */
const char *chart_term(const ChartEntry *entry);

/* How it is drawn; NULL: no such chart. */
const ChartKind *chart_kind_of(const ChartEntry *entry);

/* What is drawn, gathered again from the figures. False: no such chart. */
bool chart_numbers(const Report *report, const ChartEntry *entry, Chart *chart);

/* The absolute path of one of its files; NULL where it is not there. Free with g_free.
 */
char *chart_path(const Report *report, const ChartEntry *entry, const char *extension);

/* Copies the files of all charts of the report to the folder `to` below the artefacts.
 */
bool charts_copy(const Report *report, const char *to, Outputs *outputs,
                 GError **error);
