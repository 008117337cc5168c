/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of organisations, from partners.csv and memberships.csv. */
#include "audit/organisations.h"

#include <string.h>

static bool is_on(const Table *table, size_t row, const size_t columns[2], Date day)
{
    Date from  = table_date(table, columns[0], row);
    Date until = table_date(table, columns[1], row);
    return (from == DATE_MISSING || from <= day) &&
           (until == DATE_MISSING || until > day);
}

/* partner_id -> its alliances on that day as ",LA01,LA04,". */
static GHashTable *read_alliances(const Publication *publication, Date day)
{
    static const size_t columns[2] = {COLUMN(memberships, since),
                                      COLUMN(memberships, until)};
    GHashTable *index              = g_hash_table_new(g_str_hash, g_str_equal);
    const Table *table             = publication->memberships;
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        if (!is_on(table, row, columns, day))
            continue;
        const char *id    = table_text(table, COLUMN(memberships, partner_id), row);
        const char *known = g_hash_table_lookup(index, id);
        char *with =
            arena_printf(publication->arena, "%s%s,", known != NULL ? known : ",",
                         table_text(table, COLUMN(memberships, alliance_id), row));
        g_hash_table_insert(index, (gpointer)(guintptr)id, with);
    }
    return index;
}

static void add(GArray *kinds, GHashTable *places, const Kind *kind, char *key)
{
    gpointer place;
    if (g_hash_table_lookup_extended(places, key, NULL, &place)) {
        Kind *known       = &g_array_index(kinds, Kind, GPOINTER_TO_SIZE(place));
        known->partner_id = NULL;
        known->size++;
        return;
    }
    g_hash_table_insert(places, key, GSIZE_TO_POINTER(kinds->len));
    g_array_append_val(kinds, *kind);
}

GArray *organisations_kinds(const Publication *publication, int year)
{
    static const size_t columns[2] = {COLUMN(partners, joined), COLUMN(partners, left)};
    const Table *table             = publication->partners;
    if (table == NULL)
        return NULL;
    Date day = settings_reference_date(publication->settings, year);
    g_autoptr(GHashTable) alliances = read_alliances(publication, day);
    g_autoptr(GHashTable) places    = g_hash_table_new(g_str_hash, g_str_equal);
    GArray *kinds                   = g_array_new(FALSE, FALSE, sizeof(Kind));
    for (size_t row = 0; row < table->n_rows; row++) {
        int sector     = table_code(table, COLUMN(partners, sector), row);
        const char *id = table_text(table, COLUMN(partners, partner_id), row);
        bool is_local  = table_code(table, COLUMN(partners, role), row) ==
                        CODE_VALUE(role, local_only);
        if (sector == CODE_NONE || !is_on(table, row, columns, day))
            continue;
        const char *of = g_hash_table_lookup(alliances, id);
        Kind kind      = {publication->settings->sectors.codes[sector],
                     of != NULL ? of : ",", id, 1, is_local};
        add(kinds, places, &kind,
            arena_printf(publication->arena, "%d %s %s", is_local, kind.sector,
                         kind.alliances));
    }
    return kinds;
}

bool kind_is_in(const Kind *kind, const Group *group)
{
    if (group->sector != NULL && strcmp(group->sector, kind->sector) != 0)
        return false;
    if (group->alliance_id == NULL)
        return !kind->is_local;
    g_autofree char *sought = g_strdup_printf(",%s,", group->alliance_id);
    return strstr(kind->alliances, sought) != NULL;
}
