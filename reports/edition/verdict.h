/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* What may be said of a change, of progress to a target and of a difference between
 * local alliances: codes and numbers become sentences here, in the tone of a
 * statistics office. A difference that may be chance is called that. */

/* A change from one year to another. Numbers that are not there are NaN. */
typedef struct ChangeVerdict {
    double from;
    double to;
    double p_value;
    bool is_mean; /* else a share */
} ChangeVerdict;

const char *verdict_of_change(const Report *report, const ChangeVerdict *change);

/* Progress to a target. */
typedef struct ProgressVerdict {
    const char *verdict; /* as in progress.csv */
    int year;
    int target_year;
    const char *value;      /* "95", "tussen 3 en 16 procent"; NULL: none */
    const char *now;        /* "In 2023 stond dit op 95"; NULL with value */
    const char *target;     /* "100 procent" */
    const char *projection; /* "20 procent (tussen 15 en 25)"; NULL: none */
} ProgressVerdict;

const char *verdict_of_progress(const Report *report, const ProgressVerdict *progress);

/* A local alliance beside the whole: its zone as in comparison.csv, "" or NULL: none.
 * `is_shown`: its share may be shown. */
const char *verdict_of_zone(const Report *report, const char *zone, bool is_shown);

/* A sentence of the above with what it is about, so that it can stand in a letter on
 * its own; `year_from` of a change, else 0. */
const char *verdict_about(const Report *report, const FigureKey *key, int year_from,
                          const char *sentence);
