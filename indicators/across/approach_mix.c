/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that take each of the three steps of the approach: notice poverty,
 * make it discussable, solve it. */
#include "indicators/core/indicator.h"

static const char *const categories[] = {"signaleren", "bespreken", "oplossen"};
static const Items items              = {.count      = G_N_ELEMENTS(categories),
                                         .categories = categories};

const Indicator indicator_approach_mix = {
    .id    = "approach_mix",
    .title = {"The three steps of the approach", "De drie stappen van de aanpak"},
    .definition =
        {"Share of the partners that notice poverty, make it discussable and "
         "help to solve it, each apart.",
         "Aandeel van de partners dat armoede signaleert, bespreekbaar maakt en "
         "helpt oplossen, elk apart."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .items    = &items,
              .variable = COLUMN(survey, stap_signaleren)}),
};
