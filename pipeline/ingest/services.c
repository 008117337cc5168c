/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The social map: addresses are safe to follow, and nobody checked an entry in days
 * that are still to come. Municipalities have the codes of today. */
#include "ingest/rules.h"

static void check_url(Intake *intake, size_t row)
{
    const size_t column = COLUMN(services, url);
    const char *url     = table_text(intake->table, column, row);
    if (url == NULL || g_ascii_strncasecmp(url, "https://", 8) == 0)
        return;
    intake_report(intake, FINDING_url_not_https, (int)column, url, NULL);
    table_put(intake->table, column, row, (Value){.text = NULL});
}

static void check_updated(Intake *intake, size_t row)
{
    const size_t column = COLUMN(services, updated);
    Date updated        = table_date(intake->table, column, row);
    if (updated <= intake->task->last_day)
        return;
    char text[DATE_SIZE], last[DATE_SIZE];
    date_format(updated, text);
    date_format(intake->task->last_day, last);
    g_autofree char *expected = g_strdup_printf("<= %s", last);
    intake_report(intake, FINDING_checked_in_future, (int)column, text, expected);
}

static void check(Intake *intake, size_t row)
{
    const size_t column = COLUMN(services, municipality);
    const char *code    = table_text(intake->table, column, row);
    const char *new     = task_municipality(intake->task, code, G_MAXINT32);
    if (new != code)
        table_set(intake->table, column, row, (Value){.text = new});
    check_url(intake, row);
    check_updated(intake, row);
}

const TableRules rules_services = {.check = check};
