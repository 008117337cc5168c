/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* Where a local alliance has nobody for an opgave, and where it has several members.
 * Nobody is only certain when every member answered. */

typedef enum CoverageState {
    COVERAGE_HIDDEN,  /* too few answers to show, or not asked */
    COVERAGE_GAP,     /* nobody contributes, and everybody answered */
    COVERAGE_UNKNOWN, /* nobody who answered contributes, and some did not answer */
    COVERAGE_ONE,
    COVERAGE_SEVERAL,
} CoverageState;

typedef struct Coverage {
    const char *opgave; /* "01" */
    Figure figure;      /* members that contribute: value of n, N members */
    CoverageState state;
} Coverage;

/* The ten opgaven of the report's alliance; `n` is 0 where nobody was asked. */
const Coverage *coverage_list(const Report *report, size_t *n);

/* What it is, in a word or a few. */
const char *coverage_word(const Report *report, const Coverage *coverage);

/* The question that it raises for the members' conversation; NULL: none. */
const char *coverage_question(const Report *report, const Coverage *coverage);

/* The question that silent members raise; NULL: all answered, or not known. */
const char *coverage_silent_question(const Report *report);
