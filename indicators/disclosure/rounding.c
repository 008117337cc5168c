/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As many digits as the answers carry, and no more. */
#include "indicators/disclosure/rounding.h"

#include <math.h>

enum { DECIMALS_SHARE = 3, DECIMALS_MEAN = 2 };

/* Half away from zero, as readers round: the nearest double of 0.0625 stays a half. */
double round_decimals(double number, int decimals)
{
    double scale = pow(10, decimals);
    return isnan(number) ? number : round(number * scale) / scale;
}

static int decimals_of(Unit unit)
{
    return unit == UNIT_PROPORTION || unit == UNIT_INDEX ? DECIMALS_SHARE
                                                         : DECIMALS_MEAN;
}

static bool is_national_estimate(const Cell *cell)
{
    return cell->sector == CELL_ALL && cell->alliance_id == NULL && !isnan(cell->se);
}

void rounding_cells(Cells *cells)
{
    for (size_t i = 0; i < cells_count(cells); i++) {
        Cell *cell        = cells_at(cells, i);
        double *numbers[] = {&cell->numerator, &cell->value, &cell->se, &cell->ci_low,
                             &cell->ci_high};
        if (is_national_estimate(cell))
            cell->numerator = (double)NAN;
        for (size_t n = 0; n < G_N_ELEMENTS(numbers); n++)
            *numbers[n] = round_decimals(*numbers[n], decimals_of(cell->unit));
    }
}

void rounding_empty_columns(Table *table, const int *columns)
{
    for (; *columns != COLUMN_NONE; columns++)
        for (size_t row = 0; row < table->n_rows; row++)
            table_set(table, (size_t)*columns, row, (Value){.number = (double)NAN});
}

static bool is_exact(size_t column, const int *exact)
{
    while (*exact != COLUMN_NONE && (size_t)*exact != column)
        exact++;
    return *exact != COLUMN_NONE;
}

void rounding_table(Table *table, const int *exact)
{
    for (size_t v = 0; v < table->spec->n_variables; v++) {
        if (table->spec->variables[v].type != VALUE_NUMBER || !table_has(table, v) ||
            is_exact(v, exact))
            continue;
        for (size_t row = 0; row < table->n_rows; row++) {
            double number = table_number(table, v, row);
            table_set(table, v, row,
                      (Value){.number = round_decimals(number, DECIMALS_SHARE)});
        }
    }
}
