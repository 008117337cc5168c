/* SPDX-License-Identifier: GPL-3.0-or-later */
/* indicators.csv with an index on its seven key columns. */
#include "indicators/core/figures.h"

#include <string.h>

struct Figures {
    Table *table;
    GHashTable *rows;   /* key as text to row + 1 */
    GHashTable *groups; /* year and alliance as text to GArray of size_t */
};

/* No key value holds a TAB. */
static char *key_text(const FigureKey *key)
{
    const char *parts[] = {key->indicator,   key->measure, key->sector,
                           key->alliance_id, key->opgave,  key->category};
    GString *text       = g_string_new(NULL);
    g_string_append_printf(text, "%d", key->year);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_string_append_printf(text, "\t%s", parts[i] != NULL ? parts[i] : "");
    return g_string_free(text, FALSE);
}

static char *group_text(int year, const char *alliance_id)
{
    return g_strdup_printf("%d\t%s", year, alliance_id != NULL ? alliance_id : "");
}

static void group_release(gpointer rows)
{
    g_array_unref(rows);
}

static void group_add(GHashTable *groups, const FigureKey *key, size_t row)
{
    g_autofree char *text = group_text(key->year, key->alliance_id);
    GArray *rows          = g_hash_table_lookup(groups, text);
    if (rows == NULL) {
        rows = g_array_new(FALSE, FALSE, sizeof row);
        g_hash_table_insert(groups, g_steal_pointer(&text), rows);
    }
    g_array_append_val(rows, row);
}

static FigureKey key_at(const Table *table, size_t row)
{
    return (FigureKey){
        .year        = (int)table_count(table, COLUMN(indicators, year), row),
        .indicator   = table_text(table, COLUMN(indicators, indicator), row),
        .measure     = table_text(table, COLUMN(indicators, measure), row),
        .sector      = table_text(table, COLUMN(indicators, sector), row),
        .alliance_id = table_text(table, COLUMN(indicators, alliance_id), row),
        .opgave      = table_text(table, COLUMN(indicators, opgave), row),
        .category    = table_text(table, COLUMN(indicators, category), row),
    };
}

Figures *figures_read(const Schema *schema, const char *path, GError **error)
{
    Table *table = table_read(schema_table(schema, TABLE_indicators), path, error);
    if (table == NULL)
        return NULL;
    Figures *figures = g_new0(Figures, 1);
    figures->table   = table;
    figures->rows    = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    figures->groups =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, group_release);
    for (size_t row = 0; row < table->n_rows; row++) {
        FigureKey key = key_at(table, row);
        g_hash_table_insert(figures->rows, key_text(&key), GSIZE_TO_POINTER(row + 1));
        group_add(figures->groups, &key, row);
    }
    return figures;
}

void figures_free(Figures *figures)
{
    if (figures == NULL)
        return;
    g_hash_table_unref(figures->rows);
    g_hash_table_unref(figures->groups);
    table_free(figures->table);
    g_free(figures);
}

static char status_at(const Table *table, size_t variable, size_t row)
{
    const char *text = table_text(table, variable, row);
    return text != NULL ? text[0] : '\0';
}

static Figure figure_at(const Table *table, size_t row)
{
    return (Figure){
        .unit        = table_text(table, COLUMN(indicators, unit), row),
        .numerator   = table_number(table, COLUMN(indicators, numerator), row),
        .denominator = table_number(table, COLUMN(indicators, denominator), row),
        .n           = table_number(table, COLUMN(indicators, n), row),
        .N           = table_number(table, COLUMN(indicators, N), row),
        .value       = table_number(table, COLUMN(indicators, value), row),
        .se          = table_number(table, COLUMN(indicators, se), row),
        .ci_low      = table_number(table, COLUMN(indicators, ci_low), row),
        .ci_high     = table_number(table, COLUMN(indicators, ci_high), row),
        .df          = table_number(table, COLUMN(indicators, df), row),
        .method      = table_text(table, COLUMN(indicators, method), row),
        .obs_status  = status_at(table, COLUMN(indicators, obs_status), row),
        .conf_status = status_at(table, COLUMN(indicators, conf_status), row),
        .note        = table_text(table, COLUMN(indicators, note), row),
    };
}

bool figures_find(const Figures *figures, const FigureKey *key, Figure *figure)
{
    g_autofree char *text = key_text(key);
    size_t row            = GPOINTER_TO_SIZE(g_hash_table_lookup(figures->rows, text));
    if (row == 0)
        return false;
    *figure = figure_at(figures->table, row - 1);
    return true;
}

const size_t *figures_of(const Figures *figures, int year, const char *alliance_id,
                         size_t *n)
{
    g_autofree char *text = group_text(year, alliance_id);
    const GArray *rows    = g_hash_table_lookup(figures->groups, text);
    *n                    = rows != NULL ? rows->len : 0;
    return rows != NULL ? (const size_t *)(const void *)rows->data : NULL;
}

size_t figures_count(const Figures *figures)
{
    return figures->table->n_rows;
}

Figure figures_at(const Figures *figures, size_t row, FigureKey *key)
{
    g_assert(row < figures->table->n_rows);
    if (key != NULL)
        *key = key_at(figures->table, row);
    return figure_at(figures->table, row);
}

bool figure_is_shown(const Figure *figure)
{
    return !isnan(figure->value) && figure->conf_status == 'F';
}

const char *figure_note(Arena *arena, const Figure *figure, const char *code)
{
    size_t length       = strlen(code);
    g_auto(GStrv) codes = g_strsplit(figure->note != NULL ? figure->note : "", " ", -1);
    for (size_t i = 0; codes[i] != NULL; i++) {
        if (strncmp(codes[i], code, length) != 0)
            continue;
        if (codes[i][length] == '\0')
            return "";
        if (codes[i][length] == '=')
            return arena_strdup(arena, codes[i] + length + 1);
    }
    return NULL;
}
