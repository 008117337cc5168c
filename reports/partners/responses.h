/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* Who was asked in a year and who answered: for the project team alone. It is one of
 * the two places of this stage that read the answers of organisations. */

typedef enum ResponseState {
    RESPONSE_NONE,
    RESPONSE_PARTIAL,
    RESPONSE_COMPLETE,
} ResponseState;

typedef struct Response {
    const char *partner_id;
    const char *name;
    const char *sector; /* in words, as is the role */
    const char *role;
    const char *submitted; /* YYYY-MM-DD, NULL: not completed */
    ResponseState state;
} Response;

/* All organisations that took part at the reference date: those without an answer
 * first, then partial, then complete; by name. */
const Response *responses_list(const Report *report, size_t *n);

/* The survey of the report's year, or NULL where there is none. Free with table_free.
 * A file that cannot be read is no survey: ingest wrote it, and indicators read it. */
Table *responses_read_survey(const Report *report);
