/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/table.h"
#include "indicators/core/cells.h"

/* Public numbers carry the digits that the answers carry. Sixteen digits of a weighted
 * share leave one pair of whole numbers that fits a hidden sector; three decimals say
 * as much of some hundred partners and leave many. Counts stay whole. Full figures, for
 * the project team, keep all digits.
 *
 * Shares, their standard errors and bounds, indices and probabilities: three decimals;
 * means and totals that are estimated: two. */

/* The number to so many decimals, half away from zero; NaN stays NaN. */
double round_decimals(double number, int decimals);

/* Rounds all numbers of the cells. The numerator of a national estimate, its population
 * times the estimate, is taken out: it would give the digits back. */
void rounding_cells(Cells *cells);

/* Empties whole columns (ended by COLUMN_NONE) from which answers follow. */
void rounding_empty_columns(Table *table, const int *columns);

/* Rounds the columns of numbers of a comparison table to three decimals, but those in
 * `exact` (ended by COLUMN_NONE), which are counts. */
void rounding_table(Table *table, const int *exact);
