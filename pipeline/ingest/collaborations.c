/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A collaboration names another organisation or a sector; where it names both, the
 * register knows the sector. */
#include "ingest/rules.h"

#include <string.h>

static int sector_of(const Task *task, const char *partner_id)
{
    guint32 row = key_index_find(task->partners.index, partner_id);
    return row == KEY_NEW
               ? CODE_NONE
               : table_code(task->partners.table, COLUMN(partners, sector), row);
}

static void check_sector(Intake *intake, size_t row)
{
    Table *table = intake->table;
    int given    = table_code(table, COLUMN(collaborations, with_sector), row);
    int known    = sector_of(intake->task,
                             table_text(table, COLUMN(collaborations, with_partner), row));
    if (given == CODE_NONE || known == CODE_NONE || given == known)
        return;
    const CodeList *sectors = &intake->task->settings->sectors;
    intake_report(intake, FINDING_sector_differs, COLUMN(collaborations, with_sector),
                  sectors->codes[given], sectors->codes[known]);
    table_put(table, COLUMN(collaborations, with_sector), row,
              (Value){.code = (int16_t)known});
}

static void check(Intake *intake, size_t row)
{
    Table *table      = intake->table;
    const char *own   = table_text(table, COLUMN(collaborations, partner_id), row);
    const char *other = table_text(table, COLUMN(collaborations, with_partner), row);
    bool has_sector =
        table_code(table, COLUMN(collaborations, with_sector), row) != CODE_NONE;
    if (other == NULL && !has_sector)
        intake_set_apart(intake, FINDING_nobody_named,
                         COLUMN(collaborations, with_partner), NULL, NULL);
    else if (other != NULL && strcmp(own, other) == 0)
        intake_set_apart(intake, FINDING_refers_to_itself,
                         COLUMN(collaborations, with_partner), other, NULL);
    else if (other != NULL && intake->task->partners.index != NULL)
        check_sector(intake, row);
}

const TableRules rules_collaborations = {.check = check};
