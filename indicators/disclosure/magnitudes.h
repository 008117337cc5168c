/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/cells.h"
#include "indicators/core/monitor.h"

/* Sums of what organisations reported: whose reports they are made of. */

/* Sets `contributions` of the cells of every reported and estimated total, national, by
 * sector and by local alliance. Other cells are left as they are. */
void magnitudes_find(const Monitor *monitor, Cells *cells);
