/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that know the guide 'Omgaan met armoede'.
 *
 * Source: the launch invitation of 2019: within three years professionals know and use
 * it. */
#include "indicators/core/indicator.h"

const Indicator indicator_handreiking_known = {
    .id    = "handreiking_known",
    .title = {"Guide known", "Handreiking bekend"},
    .definition =
        {"Share of the partners that know the guide 'Omgaan met armoede'.",
         "Aandeel van de partners dat de handreiking 'Omgaan met armoede' kent."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .variable = COLUMN(survey, handreiking_known)}),
};
