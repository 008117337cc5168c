/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/cells.h"

/* What may be shown. Runs once over all cells, before anything public is written; after
 * it, nothing that a reader sees can lead back to what one organisation answered.
 *
 * Primary (A): a sector or local alliance with fewer than `minimum_answers` answers.
 * Secondary (D): where that leaves one suppressed sector whose value would follow from
 * the published total, the next smallest goes too. (Hundepool et al., Statistical
 * Disclosure Control, 2012, ch. 4: threshold rule and complementary suppression.) */

/* Empties numerator, denominator (a subgroup's is its n), n, value, se, interval and df
 * of the cells that may not be shown and sets their status of confidentiality. `cells`
 * must be sorted. */
void disclosure_suppress(Cells *cells, int64_t minimum_answers);
