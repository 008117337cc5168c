/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that changed a rule, procedure or policy this year. */
#include "indicators/core/indicator.h"

const Indicator indicator_rule_changed = {
    .id    = "rule_changed",
    .title = {"Rules changed", "Regels veranderd"},
    .definition =
        {"Share of the partners that changed a rule, procedure or policy this year.",
         "Aandeel van de partners dat dit jaar een regel, werkwijze of beleid "
         "veranderde."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .variable = COLUMN(survey, rule_changed)}),
};
