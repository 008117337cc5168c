/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/tallies.h"

/* From answers to cells: all measures that are observed answer by answer. */

/* Adds the cells of one year (its number in the monitor) of every share, mean, total
 * and reported measure of every indicator: national, by sector and by local alliance as
 * each declares, with intervals, statuses and notes. A question that was not asked is
 * one national cell with status missing. */
void estimates_add(const Tallies *tallies, size_t year, Cells *cells);
