/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing is due before it was promised; who does not agree to be named is not. */
#include "ingest/rules.h"

static void prepare(Table *table)
{
    table_add_column(table, COLUMN(commitments, public));
}

static void check(Intake *intake, size_t row)
{
    Table *table = intake->table;
    Date due     = table_date(table, COLUMN(commitments, due), row);
    if (table_bool(table, COLUMN(commitments, public), row) != 1)
        table_put(table, COLUMN(commitments, public), row, (Value){.truth = 0});
    if (due == DATE_MISSING ||
        due >= table_date(table, COLUMN(commitments, promised), row))
        return;
    char text[DATE_SIZE];
    date_format(due, text);
    intake_report(intake, FINDING_dates_reversed, COLUMN(commitments, due), text, NULL);
    table_put(table, COLUMN(commitments, due), row, (Value){.date = DATE_MISSING});
}

const TableRules rules_commitments = {.prepare = prepare, .check = check};
