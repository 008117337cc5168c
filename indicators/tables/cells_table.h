/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/rows.h"

/* indicators.csv: a row for each cell, with its unit, method and statuses as codes. */

/* Writes the cells as indicators.csv (columns of tables.def) to `path`. */
bool cells_write(const Cells *cells, const Schema *schema, const CodeList *sectors,
                 Outputs *outputs, const char *path, GError **error);
