/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that notice and support employees with money worries. */
#include "indicators/core/indicator.h"

const Indicator indicator_employer_support = {
    .id    = "employer_support",
    .title = {"Support as an employer", "Steun als werkgever"},
    .definition =
        {"Share of the partners that notice and support employees with money worries.",
         "Aandeel van de partners dat werknemers met geldzorgen signaleert en "
         "ondersteunt."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .variable = COLUMN(survey, employer_support)}),
};
