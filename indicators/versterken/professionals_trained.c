/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Professionals trained this year: what partners reported, and the total estimated for
 * all partners. One person may be trained by several. */
#include "indicators/core/indicator.h"

const Indicator indicator_professionals_trained = {
    .id         = "professionals_trained",
    .title      = {"Professionals trained", "Getrainde professionals"},
    .definition = {"Number of professionals that partners trained this year.",
                   "Aantal professionals dat partners dit jaar trainden."},
    .source     = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "reported",
              .unit     = UNIT_COUNT,
              .estimate = ESTIMATE_REPORTED,
              .by       = BY_SECTOR,
              .variable = COLUMN(survey, professionals_trained)},
             {.id       = "estimated",
              .unit     = UNIT_COUNT,
              .estimate = ESTIMATE_TOTAL,
              .by       = BY_SECTOR,
              .variable = COLUMN(survey, professionals_trained)}),
};
