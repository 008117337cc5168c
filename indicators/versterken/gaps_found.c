/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gaps in the supply that partners reported; two partners may report the same one. */
#include "indicators/core/indicator.h"

const Indicator indicator_gaps_found = {
    .id         = "gaps_found",
    .title      = {"Gaps found", "Hiaten gevonden"},
    .definition = {"Number of gaps in the supply that partners reported this year.",
                   "Aantal hiaten in het aanbod dat partners dit jaar meldden."},
    .source     = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "reported",
              .unit     = UNIT_COUNT,
              .estimate = ESTIMATE_REPORTED,
              .by       = BY_ALLIANCE,
              .variable = COLUMN(survey, gaps_found)}),
};
