/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/monitor.h"

/* comparison.csv: every share that is broken down by local alliance, the alliances in
 * order of alliance_id, never by value (estimation 13-15). */

/* The whole table. Free with table_free. The rows of alliances with fewer than
 * `minimum_answers` answers keep their keys, N and the national share only; 0 shows
 * all. */
Table *comparisons_make(const Monitor *monitor, int64_t minimum_answers);
