/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mean number of opgaven that a partner contributes to. Missing when one of the ten
 * answers is. */
#include "indicators/core/indicator.h"

enum { OPGAVEN = 10 };

static size_t uses(const Year *year, size_t item, size_t columns[USES_LIMIT])
{
    (void)year, (void)item;
    return uses_columns(COLUMN(survey, opgave), OPGAVEN, columns);
}

static bool observe(const Answer *answer, size_t item, double *value)
{
    (void)item;
    return answer_count(answer, COLUMN(survey, opgave), OPGAVEN, value);
}

const Indicator indicator_opgaven_per_partner = {
    .id         = "opgaven_per_partner",
    .title      = {"Opgaven per partner", "Opgaven per partner"},
    .definition = {"Mean number of opgaven to which a partner contributes this year.",
                   "Gemiddeld aantal opgaven waaraan een partner dit jaar bijdraagt."},
    .source     = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "mean",
              .unit     = UNIT_MEAN,
              .estimate = ESTIMATE_MEAN,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .uses     = uses,
              .observe  = observe}),
};
