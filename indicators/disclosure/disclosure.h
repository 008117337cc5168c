/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/cells.h"
#include "indicators/core/monitor.h"

/* What may be shown. Runs once over all cells, before anything public is written, so
 * that what a reader sees does not lead back to what one organisation answered; what it
 * does not cover yet stands at the end. A rule is one function; a new one is a function
 * and a row in the list of its kind.
 *
 * Primary (A), a cell by itself:
 * - few answers: a sector, a pair of sectors or a local alliance with fewer answers
 *   than `[disclosure] minimum_answers` (threshold rule); the spread over the answers
 *   of a scale that so few gave, the national one too;
 * - dominance: a total or a reach, the national one too, of which one holding reported
 *   so much that the next could tell its part within 10 percent (p% rule). National
 *   shares and means are of all partners and always shown.
 * Linked (D), what would follow from what is shown:
 * - complement: where one cell of a breakdown is missing and the others and the total
 *   are shown, the cell with the fewest answers goes too. Sectors add up to the
 * country; local alliances where every answer is of exactly one; pairs of sectors to
 * all ties;
 * - puzzle: where the numbers of a hidden sector can be worked out from the sums, the
 *   rounded share and its standard error, one sector more goes, the one with the fewest
 *   answers, until that cannot be done (sector_puzzle.h);
 * - difference: the running sum of years goes from the year on whose own sum is
 * missing.
 *
 * What it does not do: groups in which all answer alike, which tell each member's
 * answer; differences between overlapping groups (a sector and an alliance that differ
 * by one organisation) and between editions; hidden sums that an estimated total
 * narrows down. (Hundepool et al., Statistical Disclosure Control, 2012, ch. 4.) */

/* Empties numerator, denominator (a subgroup's is its n), n, value, se, interval and df
 * of the cells that may not be shown and sets their status of confidentiality. `cells`
 * must be sorted. */
void disclosure_suppress(const Monitor *monitor, Cells *cells);
