/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a cell: numbers as they are, the rest by name. */
#include "indicators/tables/cells_table.h"

static const char *unit_name(Unit unit)
{
    static const char *const names[] = {
        [UNIT_COUNT] = "count",       [UNIT_PROPORTION] = "proportion",
        [UNIT_MEAN] = "mean",         [UNIT_INDEX] = "index",
        [UNIT_CHILDREN] = "children", [UNIT_FAMILIES] = "families",
    };
    return names[unit];
}

static void set_text(Table *table, size_t variable, size_t row, const char *text)
{
    table_set(table, variable, row, (Value){.text = text});
}

static void set_numbers(Table *table, size_t row, const Cell *cell)
{
    const RowNumber numbers[] = {
        {COLUMN(indicators, numerator), cell->numerator},
        {COLUMN(indicators, denominator), cell->denominator},
        {COLUMN(indicators, n), cell->n},
        {COLUMN(indicators, N), cell->N},
        {COLUMN(indicators, value), cell->value},
        {COLUMN(indicators, se), cell->se},
        {COLUMN(indicators, ci_low), cell->ci_low},
        {COLUMN(indicators, ci_high), cell->ci_high},
        {COLUMN(indicators, df), cell->df},
    };
    row_set_numbers(table, row, numbers, G_N_ELEMENTS(numbers));
}

static void set_words(Table *table, size_t row, const Cell *cell)
{
    const char obs[]  = {(char)cell->obs_status, '\0'};
    const char conf[] = {(char)cell->conf_status, '\0'};
    set_text(table, COLUMN(indicators, unit), row, unit_name(cell->unit));
    set_text(table, COLUMN(indicators, method), row, method_name(cell->method));
    set_text(table, COLUMN(indicators, obs_status), row, obs);
    set_text(table, COLUMN(indicators, conf_status), row, conf);
    set_text(table, COLUMN(indicators, note), row, cell->note);
}

bool cells_write(const Cells *cells, const Schema *schema, const CodeList *sectors,
                 Outputs *outputs, const char *path, GError **error)
{
    g_autoptr(Table) table = rows_new(schema, TABLE_indicators);
    for (size_t i = 0; i < cells_count(cells); i++) {
        size_t row       = table_add_row(table);
        const Cell *cell = cells_get(cells, i);
        table_set(table, COLUMN(indicators, year), row, (Value){.count = cell->year});
        row_set_key(table, COLUMN(indicators, indicator), row, cell, sectors);
        set_numbers(table, row, cell);
        set_words(table, row, cell);
    }
    return table_write(table, outputs, path, error);
}
