/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/table.h"
#include "indicators/core/cells.h"

/* Rows of the comparison tables. They share six key columns, in the same order, which
 * lie side by side from the column `indicator` on. */

/* Sets the key columns of a row from a cell's key; `first` is the column indicator. */
void row_set_key(Table *table, size_t first, size_t row, const Cell *cell,
                 const CodeList *sectors);

/* A number and the column in which it goes. */
typedef struct RowNumber {
    size_t column;
    double number; /* NaN: missing */
} RowNumber;

void row_set_numbers(Table *table, size_t row, const RowNumber *numbers, size_t count);

/* An empty table of that kind with all its columns. Free with table_free. */
Table *rows_new(const Schema *schema, TableId id);
