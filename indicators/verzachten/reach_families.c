/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many different families partners reached per opgave: at least and at most, beside
 * the target population (estimation/reach.h). Reached is not the same as helped. */
#include "indicators/verzachten/reach.h"

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    reach_add(self, year, CODE_VALUE(unit, families), cells);
}

const Indicator indicator_reach_families = {
    .id    = "reach_families",
    .title = {"Reach of families", "Bereik van gezinnen"},
    .definition =
        {"At least and at most so many different families that partners reached "
         "with the opgave.",
         "Minstens en hoogstens zoveel verschillende gezinnen die partners met de "
         "opgave bereikten."},
    .source  = {"Partner survey and reach counts; population figures of CBS",
                "Partnervragenlijst en bereikcijfers; bevolkingscijfers van het CBS"},
    .compute = compute,
    MEASURES(
        {.id = "gross", .unit = UNIT_FAMILIES, .method = METHOD_BOUNDS},
        {.id = "lower", .unit = UNIT_FAMILIES, .method = METHOD_BOUNDS},
        {.id = "upper", .unit = UNIT_FAMILIES, .method = METHOD_BOUNDS},
        {.id = "coverage", .unit = UNIT_PROPORTION, .method = METHOD_BOUNDS},
        {.id = "target_population", .unit = UNIT_FAMILIES, .method = METHOD_BOUNDS}),
};
