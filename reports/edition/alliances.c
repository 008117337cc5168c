/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Local alliances and their members, from the register. Which alliances a year has
 * follows from its figures, so that reports and figures never disagree. */
#include "reports/edition/alliances.h"

#include <string.h>

/* Dates as far as they are known: from `from` on, until the day before `until`. */
static bool is_within(Date day, Date from, Date until)
{
    return (from == DATE_MISSING || from <= day) &&
           (until == DATE_MISSING || until > day);
}

static bool is_current(const Report *report, size_t row)
{
    const Table *table = report->edition->memberships;
    return is_within(report_date(report),
                     table_date(table, COLUMN(memberships, since), row),
                     table_date(table, COLUMN(memberships, until), row));
}

/* The row of an organisation that takes part at the reference date. */
static bool find_partner(const Report *report, const char *partner_id, size_t *row)
{
    const Table *partners = report->edition->partners;
    return edition_find_partner(report->edition, partner_id, row) &&
           is_within(report_date(report),
                     table_date(partners, COLUMN(partners, joined), *row),
                     table_date(partners, COLUMN(partners, left), *row));
}

/* A row that is to be sorted by a name. */
typedef struct Named {
    const char *key;
    size_t row;
} Named;

static gint named_compare(gconstpointer a, gconstpointer b)
{
    const Named *one = a, *other = b;
    int order = strcmp(one->key, other->key);
    return order != 0 ? order : (one->row > other->row) - (one->row < other->row);
}

static void append_named(const Report *report, const char *name, size_t row,
                         GArray *list)
{
    Named named = {name_sort_key(report->arena, name), row};
    g_array_append_val(list, named);
}

static const size_t *sorted_rows(const Report *report, GArray *list, size_t *n)
{
    g_array_sort(list, named_compare);
    size_t *rows = arena_array(report->arena, size_t, list->len);
    for (guint i = 0; i < list->len; i++)
        rows[i] = g_array_index(list, Named, i).row;
    *n = list->len;
    return rows;
}

const size_t *alliance_members(const Report *report, const char *alliance_id, size_t *n)
{
    const Table *table     = report->edition->memberships;
    const Table *partners  = report->edition->partners;
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(Named));
    size_t n_rows          = 0;
    const size_t *rows     = edition_memberships(report->edition, alliance_id, &n_rows);
    for (size_t i = 0; i < n_rows; i++) {
        const char *id = table_text(table, COLUMN(memberships, partner_id), rows[i]);
        size_t partner = 0;
        if (is_current(report, rows[i]) && find_partner(report, id, &partner))
            append_named(report, table_text(partners, COLUMN(partners, name), partner),
                         partner, list);
    }
    return sorted_rows(report, list, n);
}

/* ---- alliances ---- */

static size_t count_sectors(const Report *report, const size_t *members, size_t n)
{
    bool is_seen[SECTORS_LIMIT] = {false};
    size_t n_sectors            = 0;
    for (size_t i = 0; i < n; i++) {
        int sector =
            table_code(report->edition->partners, COLUMN(partners, sector), members[i]);
        n_sectors += !is_seen[sector];
        is_seen[sector] = true;
    }
    return n_sectors;
}

static bool find_response(const Report *report, const char *alliance_id,
                          Figure *response)
{
    FigureKey key = {.year        = report->year,
                     .indicator   = "response",
                     .measure     = "rate",
                     .alliance_id = alliance_id};
    return figures_find(report->edition->figures, &key, response);
}

static LocalAlliance alliance_at(const Report *report, size_t row)
{
    const Table *table  = report->edition->alliances;
    LocalAlliance found = {
        .id             = table_text(table, COLUMN(alliances, alliance_id), row),
        .name           = table_text(table, COLUMN(alliances, name), row),
        .municipalities = table_text(table, COLUMN(alliances, municipalities), row),
    };
    char *started = arena_alloc(report->arena, DATE_SIZE);
    date_format(table_date(table, COLUMN(alliances, started), row), started);
    find_response(report, found.id, &found.response);
    const size_t *members = alliance_members(report, found.id, &found.n_members);
    found.n_sectors       = count_sectors(report, members, found.n_members);
    found.started         = started;
    return found;
}

const LocalAlliance *alliances_list(const Report *report, size_t *n)
{
    const Table *table     = report->edition->alliances;
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(Named));
    Figure response;
    *n = 0;
    if (table == NULL)
        return NULL;
    for (size_t row = 0; row < table->n_rows; row++) {
        const char *id = table_text(table, COLUMN(alliances, alliance_id), row);
        if (find_response(report, id, &response))
            append_named(report, table_text(table, COLUMN(alliances, name), row), row,
                         list);
    }
    const size_t *rows       = sorted_rows(report, list, n);
    LocalAlliance *alliances = arena_array(report->arena, LocalAlliance, *n);
    for (size_t i = 0; i < *n; i++)
        alliances[i] = alliance_at(report, rows[i]);
    return alliances;
}

const LocalAlliance *alliances_find(const Report *report, const char *alliance_id)
{
    const Table *table = report->edition->alliances;
    Figure response;
    if (table == NULL || !find_response(report, alliance_id, &response))
        return NULL;
    for (size_t row = 0; row < table->n_rows; row++) {
        const char *id = table_text(table, COLUMN(alliances, alliance_id), row);
        if (strcmp(id, alliance_id) != 0)
            continue;
        LocalAlliance *found = arena_alloc(report->arena, sizeof *found);
        *found               = alliance_at(report, row);
        return found;
    }
    return NULL;
}
