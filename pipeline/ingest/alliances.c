/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A local alliance lasts for years, its municipalities may be joined meanwhile: its
 * list keeps the old code, for the years before, and gets the new one. */
#include "ingest/rules.h"

#include <string.h>

static void check(Intake *intake, size_t row)
{
    Table *table = intake->table;
    Date started = table_date(table, COLUMN(alliances, started), row);
    Date ended   = table_date(table, COLUMN(alliances, ended), row);
    if (ended == DATE_MISSING || ended >= started)
        return;
    char text[DATE_SIZE];
    date_format(ended, text);
    intake_report(intake, FINDING_dates_reversed, COLUMN(alliances, ended), text, NULL);
    table_put(table, COLUMN(alliances, ended), row, (Value){.date = DATE_MISSING});
}

static void append_code(GString *codes, const char *code)
{
    if (strstr(codes->str, code) == NULL)
        g_string_append_printf(codes, "%s%s", codes->len > 0 ? " " : "", code);
}

static void finish(Intake *intake)
{
    const size_t column = COLUMN(alliances, municipalities);
    for (size_t row = 0; row < intake->table->n_rows; row++) {
        const char *text = table_text(intake->table, column, row);
        if (text == NULL || intake->task->municipality_changes == NULL)
            continue;
        g_autoptr(GString) all = g_string_new(text);
        g_auto(GStrv) codes    = g_strsplit(text, " ", -1);
        for (size_t i = 0; codes[i] != NULL; i++)
            append_code(all, task_municipality(intake->task, codes[i], G_MAXINT32));
        table_set(intake->table, column, row, (Value){.text = all->str});
    }
}

const TableRules rules_alliances = {.check = check, .finish = finish};
