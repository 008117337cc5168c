/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/cells.h"
#include "indicators/core/tallies.h"

/* comparison.csv: every share that is broken down by local alliance, the alliances in
 * order of alliance_id, never by value (estimation 13-15). */

/* The whole table. Free with table_free. `shown` are the sorted cells after disclosure
 * control: an alliance whose share is not shown takes no part, so that nothing said of
 * the others follows from it; its row keeps keys, N and the national share only. NULL
 * shows all. `full`, the table that shows all, spares making again what is the same in
 * both; NULL where there is none. */
Table *comparisons_make(const Tallies *tallies, const Cells *shown, const Table *full);
