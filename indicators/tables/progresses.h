/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/cells.h"
#include "indicators/core/monitor.h"

/* progress.csv: every row of targets.csv against what was measured, year by year
 * (estimation 11 and 12). */

/* The whole table; `cells` are the estimates, in full or as may be shown: what is not
 * in them is not in the table. Free with table_free. */
Table *progresses_make(const Monitor *monitor, const Cells *cells);
