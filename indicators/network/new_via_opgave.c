/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that entered a new collaboration because of a shared opgave.
 *
 * Source: the alliance's own monitor (July 2021: a third). Asked in the survey; derived
 * from the collaborations where it was not asked: at least one new row that names an
 * opgave. */
#include "indicators/core/indicator.h"

static bool derive(const Collaborating *own)
{
    return own->new_via_opgave;
}

const Indicator indicator_new_via_opgave = {
    .id    = "new_via_opgave",
    .title = {"New collaborations through an opgave",
              "Nieuwe samenwerkingen via een opgave"},
    .definition =
        {"Share of the partners that entered a new collaboration because of a "
         "shared opgave this year.",
         "Aandeel van de partners dat dit jaar een nieuwe samenwerking aanging "
         "vanwege een gedeelde opgave."},
    .formula =
        {"Where the question was not asked: yes when the partner reported a new "
         "collaboration with its opgave, no when it did not.",
         "Waar de vraag niet is gesteld: ja als de partner een nieuwe samenwerking "
         "met de opgave erbij meldde, nee als zij dat niet deed."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id           = "share",
              .unit         = UNIT_PROPORTION,
              .estimate     = ESTIMATE_SHARE,
              .by           = BY_SECTOR | BY_ALLIANCE,
              .variable     = COLUMN(survey, new_via_opgave),
              .derive       = derive,
              .derived_from = COLUMN(collaborations, opgave)}),
};
