/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/figures.h"
#include "indicators/core/indicator.h"
#include "reports/words/format.h"
#include "reports/words/wording.h"

/* An edition is what the stages that show things stand on: the settings, the public
 * figures, and the names that the clean register gives them. It never holds the answers
 * of an organisation. */
typedef struct Edition {
    const Settings *settings;
    const Schema *schema;
    Language language;
    const NumberFormat *format;
    const Figures *figures; /* public/indicators.csv */
    const Table *partners;  /* the register; of this and those below NULL: absent */
    const Table *alliances;
    const Table *memberships;
    const Table *population;
    const Table *targets;
    const Table *published;
    const Table *statements;
    const Table *answers; /* public/answers.csv */
    const Table *change;
    const Table *progress;
    const Table *comparison;
    const int *years; /* all years that have figures, ascending */
    size_t n_years;
    const char *status; /* "VOORBEELD: ..."; NULL when definitive */
    const char *date;   /* of all documents, yyyy-mm-dd: never the clock */
    GPtrArray *owned;   /* tables, for freeing */
    /* Built once and only read after: threads share an edition. */
    GHashTable *partner_rows; /* partner_id -> row of partners, counted from 1 */
    GHashTable
        *membership_rows; /* alliance_id -> GArray of size_t, rows of memberships */
} Edition;

/* Reads settings.ini, clean/ (the register) and public/ of `work`. */
Edition *edition_read(Arena *arena, const char *work, GError **error);
void edition_free(Edition *edition);

/* Whether reports are wanted for that year. */
bool edition_reports_on(const Edition *edition, int year);

/* A date as people read it: "31 december 2023". */
const char *edition_date(Arena *arena, const Edition *edition, Date date);

/* The row of an organisation in the register; false: it is not there. */
bool edition_find_partner(const Edition *edition, const char *partner_id, size_t *row);

/* The rows of a local alliance in the table of memberships, in its order; NULL: none.
 * `n` is how many. */
const size_t *edition_memberships(const Edition *edition, const char *alliance_id,
                                  size_t *n);

/* The name of a local alliance, or its number where the register has none. */
const char *edition_alliance_name(const Edition *edition, const char *alliance_id);

/* Whether a figure comes from what was handed in (register, collaborations, reach) and
 * not from answers to a question. */
bool figure_is_of_tables(const Figure *figure);

/* The word for a value that cannot be shown, or NULL when it can. */
const char *edition_missing_word(const Edition *edition, const Figure *figure);

/* The word for the status of a value that is shown (provisional, uncertain, question
 * changed), or NULL. */
const char *edition_status_word(const Edition *edition, const Figure *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Edition, edition_free)
