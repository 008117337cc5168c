/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that contribute to each of the ten opgaven. */
#include "indicators/core/indicator.h"

static const Items opgaven = {.count = 10, .is_opgave = true};

const Indicator indicator_opgave_participation = {
    .id         = "opgave_participation",
    .title      = {"Participation per opgave", "Deelname per opgave"},
    .definition = {"Share of the partners that contribute to the opgave this year.",
                   "Aandeel van de partners dat dit jaar aan de opgave bijdraagt."},
    .source     = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .items    = &opgaven,
              .variable = COLUMN(survey, opgave)}),
};
