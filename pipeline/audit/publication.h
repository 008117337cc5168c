/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/settings.h"
#include "data/table.h"

/* What the public can read, as an attacker sets it out: for each figure (year,
 * indicator, opgave or category) the groups in it, shown and hidden, and how exactly
 * its numbers are printed. Written apart from what decides on disclosure, which it
 * judges. */

/* x of n answers of `size` organisations. */
typedef struct Group {
    const char *sector;      /* NULL: all */
    const char *alliance_id; /* NULL: all */
    double n, size;          /* NaN: not shown */
    double low, high;        /* x lies in here; NaN: not shown; alike: x is known */
    double value;            /* NaN: not shown */
    double se, df;
} Group;

typedef struct Figure {
    int year;
    const char *indicator, *measure, *opgave, *category;
    Group national;
    const Group *groups; /* sectors, alliances, their pairs: as published */
    size_t n_groups;
} Figure;

typedef struct Publication {
    Arena *arena;
    const Settings *settings;
    Table *indicators;
    Table *change;      /* NULL: not there */
    Table *partners;    /* NULL: the register is not known */
    Table *memberships; /* NULL likewise */
    Table *alliances;   /* NULL likewise */
    GArray *figures;    /* of Figure: shares, in the order of the file */
    double half_share;  /* half a unit of the last digit in which shares are printed */
    double half_se;     /* the same of their standard errors */
} Publication;

/* Reads public/ and what there is of settings.ini and clean/ in `work`. */
Publication *publication_read(const char *work, GError **error);
void publication_free(Publication *publication);

/* Whether the group's x and n are both known. */
bool group_is_shown(const Group *group);

/* Whether the members agreed to be named with their answers to this. */
bool figure_is_open(const Publication *publication, const Figure *figure);

/* Half a unit of the last decimal of `column`, over the rows of indicators.csv of
 * `unit` or, where that is NULL, all rows of any table; full double precision counts as
 * exact to 1e-10. */
double publication_half_unit(const Table *table, size_t column, const char *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Publication, publication_free)
