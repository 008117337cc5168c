/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/output.h"
#include "data/text.h"

/* A finding is something about the data that a person should know: it is recorded with
 * its place and the run goes on. What each code means stands once, in findings.def.
 * However many there are, memory stays bounded and the counts exact. */

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTICE } Severity;

typedef enum FindingCode {
#define FINDING(name, code, severity, what_en, what_nl, mend_en, mend_nl, effect_en,   \
                effect_nl)                                                             \
    FINDING_##name,
#include "data/findings.def"
    FINDING_COUNT
} FindingCode;

/* One row of the catalogue. */
typedef struct FindingKind {
    const char *code;
    Severity severity;
    Text what;
    Text mend;
    Text effect;
} FindingKind;

/* One finding. Unknown places are 0 or NULL. A value of a free-text or personal column
 * is never given. */
typedef struct Finding {
    FindingCode code;
    const char *file;     /* relative to the monitor folder */
    size_t row;           /* as a spreadsheet shows it, from 1 */
    size_t line;          /* physical line, from 1 */
    size_t column;        /* from 1 */
    const char *variable; /* its name in tables.def, or the header as it stands */
    const char *partner_id;
    const char *value;
    const char *expected; /* in the language of the run */
    const char *effect;   /* likewise; NULL: that of the catalogue */
} Finding;

enum { FINDINGS_KEPT = 10000 }; /* of each code; more are only counted */

typedef struct Findings Findings;

Findings *findings_new(const char *stage, Language language);
void findings_free(Findings *findings);

/* Copies the finding. */
void findings_add(Findings *findings, const Finding *finding);

/* How many there were of that code. */
size_t findings_count(const Findings *findings, FindingCode code);

/* Writes findings/<stage>.csv in the order found. Where more than FINDINGS_KEPT of a
 * code were found, a last row of that code says how many in its value. */
bool findings_write(const Findings *findings, Outputs *outputs, GError **error);

const FindingKind *finding_kind(FindingCode code);

/* The row with that code, or NULL. */
const FindingKind *finding_find(const char *code);

const char *severity_name(Severity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Findings, findings_free)
