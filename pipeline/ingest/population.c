/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Denominators, from a table of the team or a download of Statistics Netherlands (CBS):
 * unknown figures are set apart, a mark beside the year means provisional, and codes
 * follow the municipality changes up to the year of the figure. */
#include "ingest/rules.h"

#include <string.h>

static void prepare(Table *table)
{
    table_add_column(table, COLUMN(population, status));
}

static void check(Intake *intake, size_t row)
{
    Table *table        = intake->table;
    const size_t column = COLUMN(population, municipality);
    const char *code    = table_text(table, column, row);
    int64_t year        = table_count(table, COLUMN(population, year), row);
    const char *new     = task_municipality(intake->task, code, year);
    if (new != code)
        table_set(table, column, row, (Value){.text = new});
    if (table_code(table, COLUMN(population, status), row) == CODE_NONE &&
        intake->cells.provisional)
        table_put(table, COLUMN(population, status), row,
                  (Value){.code = CODE_VALUE(population_status, provisional)});
}

const TableRules rules_population = {
    .prepare       = prepare,
    .check         = check,
    .is_statistics = true,
    .has_codebook  = true,
};
