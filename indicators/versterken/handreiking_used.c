/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that use the guide 'Omgaan met armoede'. */
#include "indicators/core/indicator.h"

const Indicator indicator_handreiking_used = {
    .id    = "handreiking_used",
    .title = {"Guide used", "Handreiking gebruikt"},
    .definition =
        {"Share of the partners that use the guide 'Omgaan met armoede'.",
         "Aandeel van de partners dat de handreiking 'Omgaan met armoede' gebruikt."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .variable = COLUMN(survey, handreiking_used)}),
};
