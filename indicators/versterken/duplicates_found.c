/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Duplicates in the supply that partners reported; two partners may report the same. */
#include "indicators/core/indicator.h"

const Indicator indicator_duplicates_found = {
    .id    = "duplicates_found",
    .title = {"Duplicates found", "Dubbels gevonden"},
    .definition =
        {"Number of duplicates in the supply that partners reported this year.",
         "Aantal dubbels in het aanbod dat partners dit jaar meldden."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "reported",
              .unit     = UNIT_COUNT,
              .estimate = ESTIMATE_REPORTED,
              .by       = BY_ALLIANCE,
              .variable = COLUMN(survey, duplicates_found)}),
};
