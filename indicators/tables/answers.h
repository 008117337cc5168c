/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/tallies.h"

/* One figure says little of a scale: half of the partners may agree where the others
 * are against, or have no opinion. Beside the figure of every measure that is declared
 * BY_ANSWER stands the share of the partners that gives each answer. */

/* One cell for each answer of each item and year, national, sorted. The value is the
 * stratified share (estimation.md 1) and lies in 0..1; the shares of an item add up to
 * 1. Basis and status are those of the item's own cell in `cells`, which are sorted and
 * not yet emptied; where that has no value (not asked, nobody answered) neither have
 * these. No intervals. Free with cells_free. */
Cells *answers_estimate(const Tallies *tallies, const Cells *cells);

/* Writes them as answers.csv (columns of tables.def) to `path`. */
bool answers_write(const Cells *answers, const Monitor *monitor, Outputs *outputs,
                   const char *path, GError **error);
