/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of indicators.csv gathered into figures. */
#include "audit/publication.h"

#include <string.h>

enum { EXACT_DECIMALS = 9 }; /* beyond these, digits are those of a double */

static const char *text_of(const Table *table, size_t column, size_t row)
{
    return table_text(table, column, row);
}

static bool row_is(const Table *table, size_t row, const char *measure)
{
    return g_strcmp0(text_of(table, COLUMN(indicators, measure), row), measure) == 0;
}

static size_t decimals_of(const Variable *variable, double number)
{
    char buffer[48];
    const char *text  = value_format(variable, (Value){.number = number}, buffer);
    const char *point = strchr(text, '.');
    return strchr(text, 'e') != NULL ? EXACT_DECIMALS + 1
           : point == NULL           ? 0
                                     : strlen(point + 1);
}

double publication_half_unit(const Table *table, size_t column, const char *unit)
{
    size_t most = 0;
    for (size_t row = 0; row < table->n_rows; row++) {
        double number = table_number(table, column, row);
        if (isnan(number) ||
            (unit != NULL &&
             g_strcmp0(text_of(table, COLUMN(indicators, unit), row), unit) != 0))
            continue;
        most = MAX(most, decimals_of(&table->spec->variables[column], number));
    }
    return most > EXACT_DECIMALS ? 1e-10 : 0.5 * pow(10, -(double)most) + 1e-12;
}

/* ---- one row ---- */

/* Where x is told as `at_most_1` or `at_least_n-1`. */
static void read_range(Group *group, const char *note)
{
    if (note == NULL || isnan(group->n))
        return;
    if (strstr(note, "at_most_1") != NULL) {
        group->low  = 0;
        group->high = 1;
    } else if (strstr(note, "at_least_n-1") != NULL) {
        group->low  = group->n - 1;
        group->high = group->n;
    }
}

/* x from what is printed: the numerator, or the share of n where one whole number
 * fits. */
static void read_count(Group *group, double numerator, double half)
{
    double reach = half * group->n;
    if (!isnan(numerator) && fabs(numerator - round(numerator)) < 1e-9)
        group->low = group->high = round(numerator);
    else if (!isnan(group->value) && !isnan(group->n)) {
        group->low  = ceil(group->value * group->n - reach - 1e-9);
        group->high = floor(group->value * group->n + reach + 1e-9);
    }
}

static Group read_group(const Publication *publication, size_t row)
{
    const Table *table = publication->indicators;
    Group group        = {
               .sector      = text_of(table, COLUMN(indicators, sector), row),
               .alliance_id = text_of(table, COLUMN(indicators, alliance_id), row),
               .n           = table_number(table, COLUMN(indicators, n), row),
               .size        = table_number(table, COLUMN(indicators, N), row),
               .value       = table_number(table, COLUMN(indicators, value), row),
               .se          = table_number(table, COLUMN(indicators, se), row),
               .df          = table_number(table, COLUMN(indicators, df), row),
               .low         = NAN,
               .high        = NAN,
    };
    if (group.sector != NULL || group.alliance_id != NULL)
        read_count(&group, table_number(table, COLUMN(indicators, numerator), row),
                   publication->half_share);
    read_range(&group, text_of(table, COLUMN(indicators, note), row));
    return group;
}

/* ---- figures ---- */

static const char *figure_key(const Publication *publication, size_t row)
{
    const Table *table = publication->indicators;
    const char *opgave = text_of(table, COLUMN(indicators, opgave), row);
    const char *kind   = text_of(table, COLUMN(indicators, category), row);
    return arena_printf(publication->arena, "%d,%s,%s,%s",
                        (int)table_count(table, COLUMN(indicators, year), row),
                        text_of(table, COLUMN(indicators, indicator), row),
                        opgave != NULL ? opgave : "", kind != NULL ? kind : "");
}

/* A figure while its groups are gathered. */
typedef struct Gathering {
    Figure figure;
    GArray *groups;
    double reported;     /* x of all; NaN: not told */
    double certain_low;  /* lower end of what is certain: x of all organisations */
    double certain_size; /* all organisations */
} Gathering;

static Gathering *gathering_of(GHashTable *index, GPtrArray *order,
                               const Publication *publication, size_t row)
{
    const Table *table = publication->indicators;
    const char *key    = figure_key(publication, row);
    Gathering *found   = g_hash_table_lookup(index, key);
    if (found != NULL)
        return found;
    found           = arena_array(publication->arena, Gathering, 1);
    found->groups   = g_array_new(FALSE, FALSE, sizeof(Group));
    found->reported = found->certain_low = found->certain_size = NAN;
    found->figure                                              = (Figure){
                                                     .year      = (int)table_count(table, COLUMN(indicators, year), row),
                                                     .indicator = text_of(table, COLUMN(indicators, indicator), row),
                                                     .measure   = "share",
                                                     .opgave    = text_of(table, COLUMN(indicators, opgave), row),
                                                     .category  = text_of(table, COLUMN(indicators, category), row),
                                                     .national  = {.n = NAN, .size = NAN, .value = NAN, .low = NAN, .high = NAN},
    };
    g_hash_table_insert(index, (gpointer)(guintptr)key, found);
    g_ptr_array_add(order, found);
    return found;
}

static void gather(Gathering *figure, const Publication *publication, size_t row)
{
    const Table *table = publication->indicators;
    Group group        = read_group(publication, row);
    bool is_national   = group.sector == NULL && group.alliance_id == NULL;
    if (row_is(table, row, "share") && is_national)
        figure->figure.national = group;
    else if (row_is(table, row, "share"))
        g_array_append_val(figure->groups, group);
    else if (row_is(table, row, "reported") && is_national)
        figure->reported = group.value;
    else if (row_is(table, row, "bounds") && is_national) {
        figure->certain_low  = table_number(table, COLUMN(indicators, ci_low), row);
        figure->certain_size = group.size;
    }
}

/* The x of all, from the reported count or else from what is certain of it. */
static void settle_national(Gathering *figure, double half)
{
    Group *national = &figure->figure.national;
    double count    = figure->certain_low * figure->certain_size;
    if (!isnan(figure->reported))
        national->low = national->high = figure->reported;
    else if (!isnan(count)) {
        national->low  = ceil(count - half * figure->certain_size - 1e-9);
        national->high = floor(count + half * figure->certain_size + 1e-9);
    }
}

static void settle(Publication *publication, Gathering *figure)
{
    size_t n      = figure->groups->len;
    Group *groups = arena_array(publication->arena, Group, n + 1);
    if (n > 0)
        memcpy(groups, figure->groups->data, n * sizeof(Group));
    settle_national(figure, publication->half_share);
    figure->figure.groups   = groups;
    figure->figure.n_groups = n;
    g_array_append_val(publication->figures, figure->figure);
}

static void gather_figures(Publication *publication)
{
    g_autoptr(GHashTable) index = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) order  = g_ptr_array_new();
    for (size_t row = 0; row < publication->indicators->n_rows; row++)
        if (row_is(publication->indicators, row, "share") ||
            row_is(publication->indicators, row, "reported") ||
            row_is(publication->indicators, row, "bounds"))
            gather(gathering_of(index, order, publication, row), publication, row);
    for (size_t i = 0; i < order->len; i++) {
        Gathering *figure = g_ptr_array_index(order, i);
        if (figure->groups->len > 0 || !isnan(figure->figure.national.n))
            settle(publication, figure);
        g_array_unref(figure->groups);
    }
}

/* ---- files ---- */

/* A table that need not be there: NULL without a failure when it is not. */
static bool read_optional(Table **table, const TableSpec *spec, const char *path,
                          GError **error)
{
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    *table = table_read(spec, path, error);
    return *table != NULL;
}

static bool read_clean(Publication *publication, const Schema *schema, const char *work,
                       GError **error)
{
    g_autofree char *partners = g_build_filename(work, "clean/partners.csv", NULL);
    g_autofree char *memberships =
        g_build_filename(work, "clean/memberships.csv", NULL);
    g_autofree char *alliances = g_build_filename(work, "clean/alliances.csv", NULL);
    return read_optional(&publication->partners, schema_table(schema, TABLE_partners),
                         partners, error) &&
           read_optional(&publication->memberships,
                         schema_table(schema, TABLE_memberships), memberships, error) &&
           read_optional(&publication->alliances, schema_table(schema, TABLE_alliances),
                         alliances, error);
}

static bool read_public(Publication *publication, const Schema *schema,
                        const char *work, GError **error)
{
    g_autofree char *indicators = g_build_filename(work, "public/indicators.csv", NULL);
    g_autofree char *change     = g_build_filename(work, "public/change.csv", NULL);
    publication->indicators =
        table_read(schema_table(schema, TABLE_indicators), indicators, error);
    return publication->indicators != NULL &&
           read_optional(&publication->change, schema_table(schema, TABLE_change),
                         change, error);
}

static const Settings *read_settings(Arena *arena, const char *work, GError **error)
{
    static const SettingsOverrides none = {0};
    g_autofree char *path               = g_build_filename(work, "settings.ini", NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS)
               ? settings_read(arena, path, error)
               : settings_parse(arena, "", &none, error);
}

Publication *publication_read(const char *work, GError **error)
{
    g_autoptr(Publication) publication = g_new0(Publication, 1);
    publication->arena                 = arena_new();
    publication->figures               = g_array_new(FALSE, FALSE, sizeof(Figure));
    publication->settings              = read_settings(publication->arena, work, error);
    if (publication->settings == NULL)
        return NULL;
    const Schema *schema =
        schema_new(publication->arena, &publication->settings->sectors);
    if (!read_public(publication, schema, work, error) ||
        !read_clean(publication, schema, work, error))
        return NULL;
    publication->half_share = publication_half_unit(
        publication->indicators, COLUMN(indicators, value), "proportion");
    publication->half_se = publication_half_unit(publication->indicators,
                                                 COLUMN(indicators, se), "proportion");
    gather_figures(publication);
    return g_steal_pointer(&publication);
}

void publication_free(Publication *publication)
{
    if (publication == NULL)
        return;
    g_clear_pointer(&publication->indicators, table_free);
    g_clear_pointer(&publication->change, table_free);
    g_clear_pointer(&publication->partners, table_free);
    g_clear_pointer(&publication->memberships, table_free);
    g_clear_pointer(&publication->alliances, table_free);
    g_array_unref(publication->figures);
    arena_free(publication->arena);
    g_free(publication);
}

bool group_is_shown(const Group *group)
{
    return !isnan(group->n) && !isnan(group->low) && group->low >= group->high;
}

bool figure_is_open(const Publication *publication, const Figure *figure)
{
    return publication->settings->reports_who_does_what &&
           strcmp(figure->indicator, "opgave_participation") == 0;
}
