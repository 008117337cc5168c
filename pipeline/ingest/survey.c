/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of two answers of one organisation the complete one counts, of two complete ones the
 * last submitted, of two on one day the later row. */
#include "ingest/rules.h"

static bool prefers_later(const Table *table, size_t earlier, size_t later)
{
    /* A missing date is 0: before any other. */
    return table_date(table, COLUMN(survey, submitted), later) >=
           table_date(table, COLUMN(survey, submitted), earlier);
}

/* Whether the organisation belonged to the alliance on the reference date, nationally
 * or locally. */
static bool is_eligible(const Task *task, guint32 row)
{
    const Table *partners = task->partners.table;
    Date left             = table_date(partners, COLUMN(partners, left), row);
    return table_date(partners, COLUMN(partners, joined), row) <= task->reference &&
           (left == DATE_MISSING || left > task->reference);
}

static void check(Intake *intake, size_t row)
{
    (void)row;
    const Task *task = intake->task;
    if (task->partners.index == NULL)
        return;
    guint32 partner = key_index_find(task->partners.index, intake->partner_id);
    if (partner != KEY_NEW && !is_eligible(task, partner))
        intake_report(intake, FINDING_not_eligible, COLUMN(survey, partner_id),
                      intake->partner_id, NULL);
}

const TableRules rules_survey = {
    .check         = check,
    .prefers_later = prefers_later,
    .duplicate     = FINDING_duplicate_answer,
    .has_codebook  = true,
    .is_required   = true,
};
