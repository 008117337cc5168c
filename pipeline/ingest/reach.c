/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom partners reached: counted unless said otherwise; municipalities by the codes of
 * the year. */
#include "ingest/rules.h"

static void prepare(Table *table)
{
    table_add_column(table, COLUMN(reach, basis));
}

static void check(Intake *intake, size_t row)
{
    Table *table     = intake->table;
    const char *code = table_text(table, COLUMN(reach, municipality), row);
    const char *new  = task_municipality(intake->task, code, intake->task->year);
    if (new != code)
        table_set(table, COLUMN(reach, municipality), row, (Value){.text = new});
    if (table_code(table, COLUMN(reach, basis), row) == CODE_NONE)
        table_put(table, COLUMN(reach, basis), row,
                  (Value){.code = CODE_VALUE(basis, counted)});
}

const TableRules rules_reach = {.prepare = prepare, .check = check};
