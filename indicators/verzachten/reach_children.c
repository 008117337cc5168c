/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many different children partners reached per opgave: at least and at most, beside
 * the target population (estimation/reach.h). Reached is not the same as helped. */
#include "indicators/verzachten/reach.h"

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    reach_add(self, year, CODE_VALUE(unit, children), cells);
}

const Indicator indicator_reach_children = {
    .id    = "reach_children",
    .title = {"Reach of children", "Bereik van kinderen"},
    .definition =
        {"At least and at most so many different children that partners reached "
         "with the opgave.",
         "Minstens en hoogstens zoveel verschillende kinderen die partners met de "
         "opgave bereikten."},
    .formula = {"Gross: the sum of what partners reported. At least: the largest count "
                "in each municipality, or more by the overlaps. At most: the sum less "
                "the overlaps, not more than the target population. Coverage: both "
                "divided by the target population.",
                "Bruto: de som van wat partners meldden. Minstens: het grootste aantal "
                "in elke gemeente, of meer volgens de overlappen. Hoogstens: de som "
                "min de overlappen, niet meer dan de doelgroep. Dekking: beide gedeeld "
                "door de doelgroep."},
    .source  = {"Partner survey and reach counts; population figures",
                "Partnervragenlijst en bereikcijfers; bevolkingscijfers"},
    .compute = compute,
    MEASURES({.id     = "gross",
              .unit   = UNIT_CHILDREN,
              .by     = BY_OPGAVE | BY_ALLIANCE,
              .method = METHOD_BOUNDS},
             {.id     = "lower",
              .unit   = UNIT_CHILDREN,
              .by     = BY_OPGAVE | BY_ALLIANCE,
              .method = METHOD_BOUNDS},
             {.id     = "upper",
              .unit   = UNIT_CHILDREN,
              .by     = BY_OPGAVE | BY_ALLIANCE,
              .method = METHOD_BOUNDS},
             {.id     = "coverage",
              .unit   = UNIT_PROPORTION,
              .by     = BY_OPGAVE | BY_ALLIANCE,
              .method = METHOD_BOUNDS},
             {.id     = "target_population",
              .unit   = UNIT_CHILDREN,
              .by     = BY_OPGAVE | BY_ALLIANCE,
              .method = METHOD_BOUNDS}),
};
