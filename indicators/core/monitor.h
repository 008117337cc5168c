/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/key_index.h"
#include "data/settings.h"

/* The clean data of all years as the indicators see it: who is eligible, who answered,
 * who is a member of which local alliance. Read once, then const. */

typedef struct Monitor Monitor;

enum { NO_ROW = -1 };

/* A local alliance that is active at the reference date of a year and has members. */
typedef struct Group {
    size_t alliance; /* row in Monitor.alliances */
    const char *id;
    const size_t *members; /* rows in Monitor.partners, by partner_id */
    size_t n_members;      /* at least 1 */
} Group;

/* What an organisation's own collaborations rows of a year say. */
typedef struct Collaborating {
    bool any;             /* it reported at least one row */
    bool new_with_sector; /* a new one with another sector */
    bool new_via_opgave;  /* a new one that names an opgave */
} Collaborating;

/* One alliance year. Arrays over organisations go by row in Monitor.partners. */
typedef struct Year {
    const Monitor *monitor;
    int year;
    Date reference; /* the day for which the figures hold */
    Date previous;  /* the same of the calendar year before */
    Table *survey;  /* NULL: the table is absent; so for all tables here */
    Table *collaborations;
    Table *reach;
    Table *overlaps;
    Table *events;
    Table *attendance;
    Table *commitment_status;
    const bool *is_eligible; /* at the reference date, of either role */
    const bool *is_national; /* U_t: eligible and role partner */
    const int32_t *answer;   /* row in survey of the completed answer, or NO_ROW */
    const bool *is_partial;  /* answered but not completed */
    const Collaborating *collaborating;
    const bool
        *has_introduced;      /* an organisation, of either role, that joined by then */
    const bool *has_attended; /* a meeting of the year */
    const size_t *population; /* U_t by sector */
    size_t n_eligible;        /* U_t */
    size_t n_answers;         /* R_t */
    const Group *groups;      /* by alliance_id */
    size_t n_groups;
} Year;

struct Monitor {
    const Settings *settings;
    const Schema *schema;
    Table *partners;
    Table *alliances; /* NULL: absent; so for all below */
    Table *memberships;
    Table *commitments;
    Table *services;
    Table *population;
    Table *targets;
    Table *published;
    Table *statements;
    const size_t *order;     /* rows of partners by partner_id: the order of all sums */
    const size_t *holding;   /* of each partner: the one that stands for its whole */
    KeyIndex *partner_index; /* by partner_id */
    const Year *years;       /* ascending */
    size_t n_years;
    GPtrArray *tables; /* all tables, for freeing */
};

/* Reads settings.ini and clean/ of `work`. Arrays live in `arena`, the tables until
 * monitor_free. */
Monitor *monitor_read(Arena *arena, const char *work, GError **error);
void monitor_free(Monitor *monitor);

/* The row of that organisation in partners, or NO_ROW. */
int32_t monitor_partner(const Monitor *monitor, const char *partner_id);

/* Whether a local alliance (row in Monitor.alliances) has started and not ended. */
bool alliance_is_active(const Year *year, size_t alliance);

/* Whether the entry of the social map (row in Monitor.services) was checked in the year
 * before the reference date. */
bool service_is_current(const Year *year, size_t service);

/* Whether something lasts on the day: from `since` (or ever) up to but not including
 * `until` (or for good). */
bool date_is_within(Date since, Date until, Date day);

/* The sector of an organisation: its number in the settings. */
size_t monitor_sector(const Monitor *monitor, size_t partner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Monitor, monitor_free)
