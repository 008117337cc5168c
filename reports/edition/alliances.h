/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* The local alliances of a year as the reports list them: from A to Z by name, never by
 * a figure. */
typedef struct LocalAlliance {
    const char *id;
    const char *name;
    const char *started;        /* YYYY-MM-DD */
    const char *municipalities; /* codes, separated by spaces; NULL: not known */
    Figure response;            /* of its members */
    size_t n_members;           /* at the reference date */
    size_t n_sectors;           /* that its members belong to */
} LocalAlliance;

/* Those that were active at the reference date and had members. */
const LocalAlliance *alliances_list(const Report *report, size_t *n);

/* The one that the report is about. */
const LocalAlliance *alliances_find(const Report *report, const char *alliance_id);

/* Rows in the register of its members at the reference date, by name; `n` is how many.
 */
const size_t *alliance_members(const Report *report, const char *alliance_id,
                               size_t *n);
