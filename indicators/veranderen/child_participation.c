/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners with a council of children or a youth panel. */
#include "indicators/core/indicator.h"

const Indicator indicator_child_participation = {
    .id    = "child_participation",
    .title = {"Children and young people have a say",
              "Kinderen en jongeren praten mee"},
    .definition =
        {"Share of the partners in which children or young people have a say.",
         "Aandeel van de partners waar kinderen of jongeren meepraten."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .variable = COLUMN(survey, child_participation)}),
};
