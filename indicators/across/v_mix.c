/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners whose work serves each of the three V's of the theory of change;
 * more than one is normal, so they do not add up to one. */
#include "indicators/core/indicator.h"

static const char *const categories[] = {"verzachten", "versterken", "veranderen"};
static const Items items              = {.count      = G_N_ELEMENTS(categories),
                                         .categories = categories};

const Indicator indicator_v_mix = {
    .id         = "v_mix",
    .title      = {"The three V's", "De drie V's"},
    .definition = {"Share of the partners whose work serves verzachten, versterken and "
                   "veranderen, each apart.",
                   "Aandeel van de partners dat werkt aan verzachten, versterken en "
                   "veranderen, elk apart."},
    .source     = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .items    = &items,
              .variable = COLUMN(survey, v_verzachten)}),
};
