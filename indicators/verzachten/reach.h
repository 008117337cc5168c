/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/findings.h"
#include "indicators/core/indicator.h"

/* Reach of children and of families is worked out alike: gross count, lower and upper
 * bound on different persons, coverage of the target population, per opgave, nationally
 * and by local alliance (estimation/reach.h). */

/* The measures of a reach indicator, in this order. */
enum {
    REACH_GROSS,
    REACH_LOWER,
    REACH_UPPER,
    REACH_COVERAGE,
    REACH_TARGET_POPULATION,
};

/* Places where overlaps contradict counts, or where certainly more were reached than
 * there are. */
void reach_find(const Year *year, int unit, Findings *findings);

/* Adds the reach cells for `unit` (a code of the reach table: children, families). */
void reach_add(const Indicator *self, const Year *year, int unit, Cells *cells);
