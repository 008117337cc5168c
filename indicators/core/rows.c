/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all artefact tables have in common. */
#include "indicators/core/rows.h"

#include "indicators/core/indicator.h"

Table *rows_new(const Schema *schema, TableId id)
{
    Table *table = table_new(schema_table(schema, id));
    for (size_t v = 0; v < table->spec->n_variables; v++)
        table_add_column(table, v);
    return table;
}

void row_set_key(Table *table, size_t first, size_t row, const Cell *cell,
                 const CodeList *sectors)
{
    const char *keys[] = {
        indicator_at((size_t)cell->indicator)->id,
        cell->measure,
        cell->sector == CELL_ALL ? NULL : sectors->codes[cell->sector],
        cell->alliance_id,
        cell->opgave == CELL_ALL ? NULL : schema_opgaven()->codes[cell->opgave],
        cell->category,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        table_set(table, first + i, row, (Value){.text = keys[i]});
}

void row_set_numbers(Table *table, size_t row, const RowNumber *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        table_set(table, numbers[i].column, row, (Value){.number = numbers[i].number});
}
