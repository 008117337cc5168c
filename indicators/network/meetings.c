/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meetings of the year by kind: how many, how many partners came on average, how
 * many experts by experience came in all.
 *
 * Source: the alliance's own figures (2021: 40 partners at a kenniskring, six
 * publieksacademies). Where attendance was kept it says how many partners came. */
#include "indicators/core/indicator.h"

#include <string.h>

enum { COUNT, MEAN_PARTNERS, EXPERTS };

/* The partners present at each event by attendance, -1 where it was not kept. */
static int64_t *count_attendance(Arena *arena, const Year *year)
{
    const Table *events           = year->events;
    const Table *attendance       = year->attendance;
    int64_t *present              = arena_array(arena, int64_t, events->n_rows);
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t row = 0; row < events->n_rows; row++) {
        const char *id = table_text(events, COLUMN(events, event_id), row);
        present[row]   = -1;
        g_hash_table_insert(numbers, (void *)(uintptr_t)id, &present[row]);
    }
    for (size_t row = 0; attendance != NULL && row < attendance->n_rows; row++) {
        const char *id = table_text(attendance, COLUMN(attendance, event_id), row);
        int64_t *count = g_hash_table_lookup(numbers, id);
        if (count != NULL)
            *count = *count < 0 ? 1 : *count + 1;
    }
    return present;
}

typedef struct Kind {
    size_t events;
    Moments partners;
    Moments experts;
} Kind;

static void kind_add(Kind *kind, int64_t partners, int64_t experts)
{
    kind->events++;
    if (partners >= 0)
        moments_add(&kind->partners, (double)partners);
    if (experts >= 0)
        moments_add(&kind->experts, (double)experts);
}

static void add_kind(const Indicator *self, const Year *year, const Kind *kind,
                     int code, Cells *cells)
{
    const CodeList *kinds = schema_table(year->monitor->schema, TABLE_events)
                                ->variables[COLUMN(events, kind)]
                                .codes;
    const double values[] = {
        [COUNT]         = (double)kind->events,
        [MEAN_PARTNERS] = kind->partners.n > 0
                              ? kind->partners.sum / (double)kind->partners.n
                              : (double)NAN,
        [EXPERTS]       = kind->experts.n > 0 ? kind->experts.sum : (double)NAN,
    };
    for (size_t m = 0; m < G_N_ELEMENTS(values); m++) {
        Cell *cell           = indicator_add(self, year, m, values[m], cells);
        cell->category       = kinds->codes[code];
        cell->category_order = code;
    }
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    enum { KINDS = CODE_VALUE(kind, training) + 1 };
    const Table *events = year->events;
    Kind kinds[KINDS]   = {0};
    if (events == NULL) {
        indicator_add_absent(self, year, cells);
        return;
    }
    g_autoptr(Arena) arena = arena_new();
    int64_t *present       = count_attendance(arena, year);
    for (size_t row = 0; row < events->n_rows; row++) {
        int kind = table_code(events, COLUMN(events, kind), row);
        int64_t partners =
            present[row] >= 0
                ? present[row]
                : table_count(events, COLUMN(events, partners_present), row);
        if (kind != CODE_NONE)
            kind_add(&kinds[kind], partners,
                     table_count(events, COLUMN(events, experts_present), row));
    }
    for (int kind = 0; kind < KINDS; kind++)
        if (kinds[kind].events > 0)
            add_kind(self, year, &kinds[kind], kind, cells);
}

const Indicator indicator_meetings = {
    .id         = "meetings",
    .title      = {"Meetings", "Bijeenkomsten"},
    .definition = {"Meetings of the alliance this year, by kind.",
                   "Bijeenkomsten van de alliantie dit jaar, naar soort."},
    .formula =
        {"Meetings of the year; the mean number of partners present, by attendance "
         "where it was kept; the sum of experts by experience present.",
         "Bijeenkomsten van het jaar; het gemiddelde aantal aanwezige partners, "
         "volgens de presentielijst waar die er is; de som van de aanwezige "
         "ervaringsdeskundigen."},
    .source  = {"Registration of meetings", "Registratie van bijeenkomsten"},
    .compute = compute,
    MEASURES({.id = "count", .unit = UNIT_COUNT, .by = BY_CATEGORY},
             {.id = "mean_partners", .unit = UNIT_MEAN, .by = BY_CATEGORY},
             {.id = "experts", .unit = UNIT_COUNT, .by = BY_CATEGORY}),
};
