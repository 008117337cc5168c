/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what the showing stages stand on. */
#include "reports/edition/edition.h"

#include <string.h>

static void table_release(void *table)
{
    table_free(table);
}

static bool read_tables(Edition *edition, const char *work, GError **error)
{
    const struct {
        TableId id;
        const char *folder;
        const Table **table;
    } tables[] = {
        {TABLE_partners, "clean", &edition->partners},
        {TABLE_alliances, "clean", &edition->alliances},
        {TABLE_memberships, "clean", &edition->memberships},
        {TABLE_population, "clean", &edition->population},
        {TABLE_targets, "clean", &edition->targets},
        {TABLE_published, "clean", &edition->published},
        {TABLE_statements, "clean", &edition->statements},
        {TABLE_answers, "public", &edition->answers},
        {TABLE_change, "public", &edition->change},
        {TABLE_progress, "public", &edition->progress},
        {TABLE_comparison, "public", &edition->comparison},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        const TableSpec *spec = schema_table(edition->schema, tables[i].id);
        g_autofree char *path =
            g_build_filename(work, tables[i].folder, spec->file, NULL);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            continue;
        Table *table = table_read(spec, path, error);
        if (table == NULL)
            return false;
        g_ptr_array_add(edition->owned, table);
        *tables[i].table = table;
    }
    return true;
}

static int year_compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* The rows of the file are sorted by indicator, so its years come again and again. */
static void find_years(Arena *arena, Edition *edition)
{
    g_autoptr(GArray) years = g_array_new(FALSE, FALSE, sizeof(int));
    for (size_t row = 0; row < figures_count(edition->figures); row++) {
        FigureKey key;
        figures_at(edition->figures, row, &key);
        bool is_known = false;
        for (guint i = 0; i < years->len; i++)
            is_known |= g_array_index(years, int, i) == key.year;
        if (!is_known)
            g_array_append_val(years, key.year);
    }
    g_array_sort(years, year_compare);
    int *copy = arena_array(arena, int, years->len);
    for (guint i = 0; i < years->len; i++)
        copy[i] = g_array_index(years, int, i);
    edition->years   = copy;
    edition->n_years = years->len;
}

static const char *status_of(const Edition *edition)
{
    if (strcmp(edition->settings->monitor_status, "voorbeeld") == 0)
        return word(edition->language, WORD_status_voorbeeld);
    if (strcmp(edition->settings->monitor_status, "concept") == 0)
        return word(edition->language, WORD_status_concept);
    return NULL;
}

/* The date of publication, or else the reference date of the last year. */
static const char *date_of(Arena *arena, const Edition *edition)
{
    char text[DATE_SIZE];
    Date date = edition->settings->monitor_publication_date;
    if (date == DATE_MISSING && edition->n_years > 0)
        date = settings_reference_date(edition->settings,
                                       edition->years[edition->n_years - 1]);
    date_format(date, text);
    return arena_strdup(arena, *text != '\0' ? text : "2000-01-01");
}

const char *edition_date(Arena *arena, const Edition *edition, Date date)
{
    char text[DATE_SIZE];
    date_format(date, text);
    int month = (int)g_ascii_strtoll(text + 5, NULL, 10);
    int day   = (int)g_ascii_strtoll(text + 8, NULL, 10);
    g_assert(date != DATE_MISSING);
    return word_fill(
        arena, edition->language, WORD_date,
        FIELDS({"day", arena_printf(arena, "%d", day)},
               {"month", word(edition->language, (WordId)(WORD_month_1 + month - 1))},
               {"year", arena_strndup(arena, text, 4)}));
}

/* Dutch as the settings want its thousands; a space never breaks a number in two. */
static const NumberFormat *format_of(Arena *arena, const Settings *settings)
{
    if (settings->language == LANGUAGE_EN)
        return &number_format_en;
    NumberFormat *format = arena_alloc(arena, sizeof *format);
    bool is_space        = strcmp(settings->reports_thousands, " ") == 0;
    *format              = number_format_nl;
    format->thousands    = is_space ? "\u00a0" : settings->reports_thousands;
    return format;
}

/* ---- the register by its keys ---- */

static GHashTable *index_partners(const Table *partners)
{
    GHashTable *rows = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t row = 0; partners != NULL && row < partners->n_rows; row++)
        g_hash_table_insert(
            rows,
            (char *)(uintptr_t)table_text(partners, COLUMN(partners, partner_id), row),
            GSIZE_TO_POINTER(row + 1));
    return rows;
}

static void rows_release(gpointer rows)
{
    g_array_unref(rows);
}

static GHashTable *index_memberships(const Table *table)
{
    GHashTable *index =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, rows_release);
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        const char *id = table_text(table, COLUMN(memberships, alliance_id), row);
        GArray *rows   = g_hash_table_lookup(index, id);
        if (rows == NULL) {
            rows = g_array_new(FALSE, FALSE, sizeof row);
            g_hash_table_insert(index, (char *)(uintptr_t)id, rows);
        }
        g_array_append_val(rows, row);
    }
    return index;
}

bool edition_find_partner(const Edition *edition, const char *partner_id, size_t *row)
{
    size_t found =
        GPOINTER_TO_SIZE(g_hash_table_lookup(edition->partner_rows, partner_id));
    if (found > 0)
        *row = found - 1;
    return found > 0;
}

const size_t *edition_memberships(const Edition *edition, const char *alliance_id,
                                  size_t *n)
{
    const GArray *rows = g_hash_table_lookup(edition->membership_rows, alliance_id);
    *n                 = rows != NULL ? rows->len : 0;
    return rows != NULL ? (const size_t *)(const void *)rows->data : NULL;
}

Edition *edition_read(Arena *arena, const char *work, GError **error)
{
    g_autofree char *settings = g_build_filename(work, "settings.ini", NULL);
    g_autofree char *figures = g_build_filename(work, "public", "indicators.csv", NULL);
    g_autoptr(Edition) edition = g_new0(Edition, 1);
    edition->owned             = g_ptr_array_new_with_free_func(table_release);
    edition->settings          = settings_read(arena, settings, error);
    if (edition->settings == NULL)
        return NULL;
    edition->schema   = schema_new(arena, &edition->settings->sectors);
    edition->language = edition->settings->language;
    edition->format   = format_of(arena, edition->settings);
    edition->status   = status_of(edition);
    edition->figures  = figures_read(edition->schema, figures, error);
    if (edition->figures == NULL || !read_tables(edition, work, error))
        return NULL;
    edition->partner_rows    = index_partners(edition->partners);
    edition->membership_rows = index_memberships(edition->memberships);
    find_years(arena, edition);
    edition->date = date_of(arena, edition);
    return g_steal_pointer(&edition);
}

void edition_free(Edition *edition)
{
    if (edition == NULL)
        return;
    figures_free((Figures *)(uintptr_t)edition->figures);
    g_clear_pointer(&edition->partner_rows, g_hash_table_unref);
    g_clear_pointer(&edition->membership_rows, g_hash_table_unref);
    g_ptr_array_unref(edition->owned);
    g_free(edition);
}

bool edition_reports_on(const Edition *edition, int year)
{
    const Settings *settings = edition->settings;
    for (size_t i = 0; i < settings->n_years; i++)
        if (settings->years[i] == year)
            return true;
    return settings->n_years == 0;
}

const char *edition_alliance_name(const Edition *edition, const char *alliance_id)
{
    const Table *table = edition->alliances;
    for (size_t row = 0; table != NULL && row < table->n_rows; row++)
        if (strcmp(table_text(table, COLUMN(alliances, alliance_id), row),
                   alliance_id) == 0)
            return table_text(table, COLUMN(alliances, name), row);
    return alliance_id;
}

bool figure_is_of_tables(const Figure *figure)
{
    static const char *const methods[] = {"census", "network", "bounds"};
    for (size_t i = 0; i < G_N_ELEMENTS(methods); i++)
        if (g_strcmp0(figure->method, methods[i]) == 0)
            return true;
    return false;
}

/* Asked but not answered, in a figure that rests on answers, is few answers too. */
const char *edition_missing_word(const Edition *edition, const Figure *figure)
{
    if (figure->conf_status != 'F')
        return word(edition->language, WORD_too_few_answers);
    if (figure->obs_status == 'M')
        return word(edition->language, WORD_not_applicable);
    if (figure->obs_status == 'O' && !isnan(figure->n))
        return word(edition->language, WORD_too_few_answers);
    if (figure->obs_status == 'O')
        return word(edition->language,
                    figure_is_of_tables(figure) ? WORD_not_delivered : WORD_not_asked);
    return NULL;
}

const char *edition_status_word(const Edition *edition, const Figure *figure)
{
    switch (figure->obs_status) {
    case 'B':
        return word(edition->language, WORD_question_changed);
    case 'U':
        return word(edition->language, WORD_uncertain);
    case 'P':
        return word(edition->language, WORD_provisional);
    default:
        return NULL;
    }
}
