/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/findings.h"
#include "reports/edition/report.h"

/* How good the data of a year are, in numbers that name nobody. */

/* The survey of the year: rows that count in full, that count in part because a cell
 * does not, and that do not count. */
typedef struct SurveyQuality {
    size_t read;
    size_t full;
    size_t partly;
    size_t none;
} SurveyQuality;

SurveyQuality quality_of_survey(const Report *report);

/* One kind of finding with what came of it, and how often that was so. */
typedef struct QualityCount {
    const FindingKind *kind;
    const char *effect;
    size_t count;
} QualityCount;

/* What was found in the year's files and the register, gravest first, then as the
 * catalogue has it, then by what came of it. */
const QualityCount *quality_counts(const Report *report, size_t *n);

/* How many findings there are in one file. */
size_t quality_findings_in(const Report *report, const char *path);

/* "De gegevens zijn bruikbaar: ..." */
const char *quality_sentence(const Report *report);
