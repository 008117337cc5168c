/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that entered a new collaboration with another sector this year.
 *
 * Source: the alliance's own monitor (2020: 65 %). Asked in the survey; derived from
 * the collaborations where it was not asked: at least one new row with another sector.
 */
#include "indicators/core/indicator.h"

static bool derive(const Collaborating *own)
{
    return own->new_with_sector;
}

const Indicator indicator_new_cross_sector = {
    .id    = "new_cross_sector",
    .title = {"New cross-sector collaborations",
              "Nieuwe sector-overstijgende samenwerkingen"},
    .definition =
        {"Share of the partners that entered a new collaboration with another "
         "sector this year.",
         "Aandeel van de partners dat dit jaar een nieuwe samenwerking met een "
         "andere sector aanging."},
    .formula =
        {"Where the question was not asked: yes when the partner reported a new "
         "collaboration with another sector, no when it did not.",
         "Waar de vraag niet is gesteld: ja als de partner een nieuwe samenwerking "
         "met een andere sector meldde, nee als zij dat niet deed."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id           = "share",
              .unit         = UNIT_PROPORTION,
              .estimate     = ESTIMATE_SHARE,
              .by           = BY_SECTOR | BY_ALLIANCE,
              .variable     = COLUMN(survey, new_cross_sector),
              .derive       = derive,
              .derived_from = COLUMN(collaborations, partner_id)}),
};
