/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/dossier.h"
#include "reports/edition/names.h"

/* A report is about one year, of the whole alliance, a local one or one organisation;
 * it takes its figures from an edition and its words from the wording table. */
typedef struct Report {
    Arena *arena;
    const Edition *edition;
    const Dossier *dossier;
    const char *work; /* folder of the artefacts */
    int year;
    const char *alliance_id; /* NULL: the whole alliance */
    const char *partner_id;  /* NULL: not about one organisation */
} Report;

/* A text of the wording table in the language of the report. The fields that any
 * report knows are filled in: {year} {date} {first} {alliance} {partner} {title}
 * {organisation} {contact} {version} {minimum} {confidence} {run} {program} {seed}. */
const char *report_word(const Report *report, WordId id);

/* Whether the report is in English. */
bool report_is_english(const Report *report);

/* The organisation that publishes, or the monitor's title where none is named. */
const char *report_organisation(const Report *report);

/* The year's reference date. */
Date report_date(const Report *report);

/* Puts a file of the artefacts at another place among them too; a file that is not
 * there is passed over, no failure. */
bool report_copy(const Report *report, const char *from, const char *to,
                 Outputs *outputs, GError **error);
