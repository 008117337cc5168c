/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/monitor.h"

/* change.csv: every national share and mean between consecutive years, where the same
 * question was asked in both (estimation 10). */

/* The whole table, in the order of indicators.def, later year, opgave and category.
 * Free with table_free. What rests on fewer than `minimum_answers` partners that
 * answered in both years is left out; 0 shows all. */
Table *changes_make(const Monitor *monitor, int64_t minimum_answers);
