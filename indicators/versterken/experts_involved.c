/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that work with experts by experience. */
#include "indicators/core/indicator.h"

const Indicator indicator_experts_involved = {
    .id         = "experts_involved",
    .title      = {"Working with experts by experience",
                   "Samenwerken met ervaringsdeskundigen"},
    .definition = {"Share of the partners that work with experts by experience.",
                   "Aandeel van de partners dat met ervaringsdeskundigen werkt."},
    .source     = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .variable = COLUMN(survey, experts_involved)}),
};
