/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nobody stops being a member before becoming one. */
#include "ingest/rules.h"

static void check(Intake *intake, size_t row)
{
    Table *table = intake->table;
    Date since   = table_date(table, COLUMN(memberships, since), row);
    Date until   = table_date(table, COLUMN(memberships, until), row);
    if (until == DATE_MISSING || until >= since)
        return;
    char text[DATE_SIZE];
    date_format(until, text);
    intake_report(intake, FINDING_dates_reversed, COLUMN(memberships, until), text,
                  NULL);
    table_put(table, COLUMN(memberships, until), row, (Value){.date = DATE_MISSING});
}

const TableRules rules_memberships = {.check = check};
