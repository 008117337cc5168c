/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From clean tables to eligibility, answers and membership. */
#include "indicators/core/monitor.h"

#include <stdlib.h>
#include <string.h>

/* What figures need of the register: not the names, which take most of its room. */
static const size_t partners_columns[] = {
    COLUMN(partners, partner_id),    COLUMN(partners, sector),
    COLUMN(partners, joined),        COLUMN(partners, left),
    COLUMN(partners, role),          COLUMN(partners, parent_id),
    COLUMN(partners, pledge_signed), COLUMN(partners, activity_plan),
    COLUMN(partners, introduced_by)};

/* A table of clean/ that need not be there: NULL without error when absent. */
static bool read_optional(Monitor *monitor, const char *folder, TableId id,
                          Table **table, GError **error)
{
    const TableSpec *spec = schema_table(monitor->schema, id);
    g_autofree char *path = g_build_filename(folder, spec->file, NULL);
    *table                = NULL;
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    *table = id == TABLE_partners
                 ? table_read_columns(spec, path, partners_columns,
                                      G_N_ELEMENTS(partners_columns), error)
                 : table_read(spec, path, error);
    if (*table != NULL)
        g_ptr_array_add(monitor->tables, *table);
    return *table != NULL;
}

static void table_release(void *table)
{
    table_free(table);
}

void monitor_free(Monitor *monitor)
{
    if (monitor == NULL)
        return;
    g_ptr_array_unref(monitor->tables);
    key_index_free(monitor->partner_index);
    g_free(monitor);
}

int32_t monitor_partner(const Monitor *monitor, const char *partner_id)
{
    guint32 row = partner_id != NULL
                      ? key_index_find(monitor->partner_index, partner_id)
                      : KEY_NEW;
    return row != KEY_NEW ? (int32_t)row : NO_ROW;
}

size_t monitor_sector(const Monitor *monitor, size_t partner)
{
    int sector = table_code(monitor->partners, COLUMN(partners, sector), partner);
    g_assert(sector >= 0);
    return (size_t)sector;
}

/* ---- the register ---- */

static int row_compare(const void *a, const void *b, void *ids)
{
    const char *const *text = ids;
    return strcmp(text[*(const size_t *)a], text[*(const size_t *)b]);
}

/* As most registers are kept. */
static bool is_ascending(const char *const *ids, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (strcmp(ids[i - 1], ids[i]) > 0)
            return false;
    return true;
}

static void index_partners(Arena *arena, Monitor *monitor)
{
    const Table *partners  = monitor->partners;
    const char **ids       = partners->columns[COLUMN(partners, partner_id)].text;
    size_t *order          = arena_array(arena, size_t, partners->n_rows);
    monitor->partner_index = key_index_new(partners);
    for (size_t row = 0; row < partners->n_rows; row++) {
        order[row] = row;
        key_index_add(monitor->partner_index, row);
    }
    if (!is_ascending(ids, partners->n_rows))
        g_qsort_with_data(order, (int)partners->n_rows, sizeof *order, row_compare,
                          (void *)ids);
    monitor->order = order;
}

/* Parents of parents are followed; in a circle the first that comes round again. */
static size_t top_of(const Monitor *monitor, size_t partner)
{
    enum { DEPTH_LIMIT = 16 };
    for (int depth = 0; depth < DEPTH_LIMIT; depth++) {
        int32_t parent =
            monitor_partner(monitor, table_text(monitor->partners,
                                                COLUMN(partners, parent_id), partner));
        if (parent == NO_ROW || (size_t)parent == partner)
            break;
        partner = (size_t)parent;
    }
    return partner;
}

/* The umbrella outside the register that an organisation belongs to, or NULL. */
static const char *outside_of(const Monitor *monitor, size_t partner)
{
    const char *parent =
        table_text(monitor->partners, COLUMN(partners, parent_id), partner);
    return monitor_partner(monitor, parent) == NO_ROW ? parent : NULL;
}

/* Those below one umbrella outside the register are one: the first of them, by
 * partner_id, stands for all. */
static void find_holdings(Arena *arena, Monitor *monitor)
{
    size_t n                     = monitor->partners->n_rows;
    size_t *holding              = arena_array(arena, size_t, n);
    g_autoptr(GHashTable) firsts = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < n; i++) {
        size_t row          = monitor->order[i];
        size_t top          = top_of(monitor, row);
        const char *outside = outside_of(monitor, top);
        if (outside != NULL && !g_hash_table_contains(firsts, outside))
            g_hash_table_insert(firsts, (void *)(uintptr_t)outside,
                                GSIZE_TO_POINTER(top));
        holding[row] = outside == NULL
                           ? top
                           : GPOINTER_TO_SIZE(g_hash_table_lookup(firsts, outside));
    }
    monitor->holding = holding;
}

static bool read_register(Arena *arena, Monitor *monitor, const char *clean,
                          GError **error)
{
    const struct {
        TableId id;
        Table **table;
    } tables[] = {
        {TABLE_partners, &monitor->partners},
        {TABLE_alliances, &monitor->alliances},
        {TABLE_memberships, &monitor->memberships},
        {TABLE_commitments, &monitor->commitments},
        {TABLE_services, &monitor->services},
        {TABLE_population, &monitor->population},
        {TABLE_targets, &monitor->targets},
        {TABLE_published, &monitor->published},
        {TABLE_statements, &monitor->statements},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        if (!read_optional(monitor, clean, tables[i].id, tables[i].table, error))
            return false;
    if (monitor->partners == NULL) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s: no partners.csv",
                    clean);
        return false;
    }
    index_partners(arena, monitor);
    find_holdings(arena, monitor);
    return true;
}

/* ---- one year ---- */

bool date_is_within(Date since, Date until, Date day)
{
    return since <= day && (until == DATE_MISSING || until > day);
}

static void find_eligible(Arena *arena, Year *year)
{
    const Monitor *monitor = year->monitor;
    const Table *partners  = monitor->partners;
    bool *is_eligible      = arena_array(arena, bool, partners->n_rows);
    bool *is_national      = arena_array(arena, bool, partners->n_rows);
    size_t *population = arena_array(arena, size_t, monitor->settings->sectors.n_codes);
    for (size_t row = 0; row < partners->n_rows; row++) {
        int role         = table_code(partners, COLUMN(partners, role), row);
        is_eligible[row] = date_is_within(
            table_date(partners, COLUMN(partners, joined), row),
            table_date(partners, COLUMN(partners, left), row), year->reference);
        is_national[row] = is_eligible[row] && role != CODE_VALUE(role, local_only);
        if (!is_national[row])
            continue;
        population[monitor_sector(monitor, row)]++;
        year->n_eligible++;
    }
    year->is_eligible = is_eligible;
    year->is_national = is_national;
    year->population  = population;
}

static void find_answers(Arena *arena, Year *year)
{
    const Monitor *monitor = year->monitor;
    size_t n_partners      = monitor->partners->n_rows;
    int32_t *answer        = arena_array(arena, int32_t, n_partners);
    bool *is_partial       = arena_array(arena, bool, n_partners);
    size_t n_rows          = year->survey != NULL ? year->survey->n_rows : 0;
    for (size_t row = 0; row < n_partners; row++)
        answer[row] = NO_ROW;
    for (size_t row = 0; row < n_rows; row++) {
        int32_t partner = monitor_partner(
            monitor, table_text(year->survey, COLUMN(survey, partner_id), row));
        if (partner == NO_ROW)
            continue;
        if (table_date(year->survey, COLUMN(survey, submitted), row) == DATE_MISSING)
            is_partial[partner] = true;
        else
            answer[partner] = (int32_t)row;
    }
    for (size_t row = 0; row < n_partners; row++) {
        is_partial[row] = is_partial[row] && answer[row] == NO_ROW;
        year->n_answers += year->is_national[row] && answer[row] != NO_ROW;
    }
    year->answer     = answer;
    year->is_partial = is_partial;
}

/* The sector at the other end of a collaborations row; CODE_NONE when not known. */
static int other_sector(const Year *year, size_t row)
{
    const Table *table = year->collaborations;
    int32_t other      = monitor_partner(
             year->monitor, table_text(table, COLUMN(collaborations, with_partner), row));
    if (other != NO_ROW)
        return (int)monitor_sector(year->monitor, (size_t)other);
    return table_code(table, COLUMN(collaborations, with_sector), row);
}

static void find_collaborating(Arena *arena, Year *year)
{
    const Table *table     = year->collaborations;
    const Monitor *monitor = year->monitor;
    Collaborating *all = arena_array(arena, Collaborating, monitor->partners->n_rows);
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        int32_t partner = monitor_partner(
            monitor, table_text(table, COLUMN(collaborations, partner_id), row));
        if (partner == NO_ROW)
            continue;
        bool is_new        = table_bool(table, COLUMN(collaborations, new), row) == 1;
        int other          = other_sector(year, row);
        Collaborating *own = &all[partner];
        own->any           = true;
        own->new_with_sector |= is_new && other != CODE_NONE &&
                                other != (int)monitor_sector(monitor, (size_t)partner);
        own->new_via_opgave |=
            is_new &&
            table_code(table, COLUMN(collaborations, opgave), row) != CODE_NONE;
    }
    year->collaborating = all;
}

/* Marks the organisations that a column names; in the register only by those that have
 * joined. */
static void mark_named(const Year *year, const Table *table, size_t variable,
                       bool *marks)
{
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        int32_t partner =
            monitor_partner(year->monitor, table_text(table, variable, row));
        bool is_early =
            table != year->monitor->partners ||
            table_date(table, COLUMN(partners, joined), row) <= year->reference;
        if (partner != NO_ROW && is_early)
            marks[partner] = true;
    }
}

static void find_deeds(Arena *arena, Year *year)
{
    const Table *partners = year->monitor->partners;
    bool *has_introduced  = arena_array(arena, bool, partners->n_rows);
    bool *has_attended    = arena_array(arena, bool, partners->n_rows);
    mark_named(year, partners, COLUMN(partners, introduced_by), has_introduced);
    mark_named(year, year->attendance, COLUMN(attendance, partner_id), has_attended);
    year->has_introduced = has_introduced;
    year->has_attended   = has_attended;
}

/* ---- local alliances ---- */

bool alliance_is_active(const Year *year, size_t alliance)
{
    const Table *table = year->monitor->alliances;
    return date_is_within(table_date(table, COLUMN(alliances, started), alliance),
                          table_date(table, COLUMN(alliances, ended), alliance),
                          year->reference);
}

bool service_is_current(const Year *year, size_t service)
{
    Date updated =
        table_date(year->monitor->services, COLUMN(services, updated), service);
    return updated > year->previous && updated <= year->reference;
}

/* A current membership of an eligible organisation, of either role. */
typedef struct Member {
    size_t alliance; /* row in alliances */
    size_t place;    /* of the organisation in Monitor.order */
} Member;

static int member_compare(const void *a, const void *b)
{
    const Member *x = a, *y = b;
    if (x->alliance != y->alliance)
        return x->alliance < y->alliance ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static GHashTable *index_alliances(const Monitor *monitor)
{
    const Table *alliances = monitor->alliances;
    GHashTable *rows       = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t row = 0; alliances != NULL && row < alliances->n_rows; row++) {
        const char *id = table_text(alliances, COLUMN(alliances, alliance_id), row);
        g_hash_table_insert(rows, (void *)(uintptr_t)id, GSIZE_TO_POINTER(row + 1));
    }
    return rows;
}

/* All members of local alliances, sorted by alliance and partner_id; one that has two
 * current memberships of an alliance is there twice. */
static Member *list_members(const Year *year, const size_t *place, size_t *n)
{
    const Monitor *monitor          = year->monitor;
    const Table *table              = monitor->memberships;
    size_t n_rows                   = table != NULL ? table->n_rows : 0;
    g_autoptr(GHashTable) alliances = index_alliances(monitor);
    Member *members                 = g_new(Member, n_rows + 1);
    *n                              = 0;
    for (size_t row = 0; row < n_rows; row++) {
        int32_t partner = monitor_partner(
            monitor, table_text(table, COLUMN(memberships, partner_id), row));
        size_t alliance = GPOINTER_TO_SIZE(g_hash_table_lookup(
            alliances, table_text(table, COLUMN(memberships, alliance_id), row)));
        if (partner != NO_ROW && alliance > 0 && year->is_eligible[partner] &&
            date_is_within(table_date(table, COLUMN(memberships, since), row),
                           table_date(table, COLUMN(memberships, until), row),
                           year->reference))
            members[(*n)++] = (Member){alliance - 1, place[partner]};
    }
    qsort(members, *n, sizeof *members, member_compare);
    return members;
}

/* Takes the members of one alliance off the front of the sorted list. */
static size_t make_group(Arena *arena, const Year *year, const Member *members,
                         size_t n, Group *group)
{
    const Monitor *monitor = year->monitor;
    size_t end             = 0;
    while (end < n && members[end].alliance == members[0].alliance)
        end++;
    size_t *rows = arena_array(arena, size_t, end);
    *group       = (Group){.alliance = members[0].alliance, .members = rows};
    group->id =
        table_text(monitor->alliances, COLUMN(alliances, alliance_id), group->alliance);
    for (size_t m = 0; m < end; m++)
        if (m == 0 || members[m].place != members[m - 1].place)
            rows[group->n_members++] = monitor->order[members[m].place];
    return end;
}

static int group_compare(const void *a, const void *b)
{
    return strcmp(((const Group *)a)->id, ((const Group *)b)->id);
}

static void find_groups(Arena *arena, Year *year)
{
    const Monitor *monitor = year->monitor;
    size_t n               = 0;
    if (monitor->alliances == NULL)
        return;
    Group *groups            = arena_array(arena, Group, monitor->alliances->n_rows);
    g_autofree size_t *place = g_new(size_t, monitor->partners->n_rows);
    for (size_t i = 0; i < monitor->partners->n_rows; i++)
        place[monitor->order[i]] = i;
    g_autofree Member *members = list_members(year, place, &n);
    for (size_t m = 0; m < n;) {
        Group *group = &groups[year->n_groups];
        m += make_group(arena, year, members + m, n - m, group);
        year->n_groups += alliance_is_active(year, group->alliance);
    }
    qsort(groups, year->n_groups, sizeof *groups, group_compare);
    year->groups = groups;
}

static bool read_year_tables(Monitor *monitor, const char *folder, Year *year,
                             GError **error)
{
    const struct {
        TableId id;
        Table **table;
    } tables[] = {
        {TABLE_survey, &year->survey},
        {TABLE_collaborations, &year->collaborations},
        {TABLE_reach, &year->reach},
        {TABLE_overlaps, &year->overlaps},
        {TABLE_events, &year->events},
        {TABLE_attendance, &year->attendance},
        {TABLE_commitment_status, &year->commitment_status},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        if (!read_optional(monitor, folder, tables[i].id, tables[i].table, error))
            return false;
    return true;
}

static bool read_year(Arena *arena, Monitor *monitor, const char *clean, Year *year,
                      GError **error)
{
    g_autofree char *name   = g_strdup_printf("%d", year->year);
    g_autofree char *folder = g_build_filename(clean, name, NULL);
    if (!read_year_tables(monitor, folder, year, error))
        return false;
    year->monitor   = monitor;
    year->reference = settings_reference_date(monitor->settings, year->year);
    year->previous  = settings_reference_date(monitor->settings, year->year - 1);
    find_eligible(arena, year);
    find_answers(arena, year);
    find_collaborating(arena, year);
    find_deeds(arena, year);
    find_groups(arena, year);
    return true;
}

static int year_compare(const void *a, const void *b)
{
    return ((const Year *)a)->year - ((const Year *)b)->year;
}

/* The years are the folders of clean/ with four digits. */
static Year *find_years(Arena *arena, const char *clean, size_t *n_years,
                        GError **error)
{
    g_autoptr(GDir) folder = g_dir_open(clean, 0, error);
    if (folder == NULL)
        return NULL;
    enum { YEARS_LIMIT = 300 };
    Year *years = arena_array(arena, Year, YEARS_LIMIT);
    const char *name;
    *n_years = 0;
    while ((name = g_dir_read_name(folder)) != NULL && *n_years < YEARS_LIMIT)
        if (strlen(name) == 4 && strspn(name, "0123456789") == 4)
            years[(*n_years)++].year = (int)g_ascii_strtoll(name, NULL, 10);
    qsort(years, *n_years, sizeof *years, year_compare);
    return years;
}

Monitor *monitor_read(Arena *arena, const char *work, GError **error)
{
    g_autofree char *settings_path = g_build_filename(work, "settings.ini", NULL);
    g_autofree char *clean         = g_build_filename(work, "clean", NULL);
    g_autoptr(Monitor) monitor     = g_new0(Monitor, 1);
    monitor->tables                = g_ptr_array_new_with_free_func(table_release);
    monitor->settings              = settings_read(arena, settings_path, error);
    if (monitor->settings == NULL)
        return NULL;
    monitor->schema = schema_new(arena, &monitor->settings->sectors);
    if (!read_register(arena, monitor, clean, error))
        return NULL;
    Year *years = find_years(arena, clean, &monitor->n_years, error);
    if (years == NULL)
        return NULL;
    for (size_t i = 0; i < monitor->n_years; i++)
        if (!read_year(arena, monitor, clean, &years[i], error))
            return NULL;
    monitor->years = years;
    return g_steal_pointer(&monitor);
}
