/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what the stages before wrote about the run. */
#include "reports/edition/dossier.h"

#include "data/run_id.h"

#include <string.h>

static void table_release(void *table)
{
    table_free(table);
}

static gint path_compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The CSV files of a folder by name; none where there is no folder. */
static GPtrArray *list_files(const char *work, const char *folder)
{
    GPtrArray *paths        = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *within = g_build_filename(work, folder, NULL);
    g_autoptr(GDir) dir     = g_dir_open(within, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        if (g_str_has_suffix(name, ".csv"))
            g_ptr_array_add(paths, g_build_filename(within, name, NULL));
    g_ptr_array_sort(paths, path_compare);
    return paths;
}

static void append_row(Table *all, const Table *part, size_t row)
{
    size_t added = table_add_row(all);
    for (size_t v = 0; v < all->spec->n_variables; v++)
        table_set(all, v, added, table_get(part, v, row));
}

/* All files of a folder as one table with all its columns. */
static const Table *gather(Dossier *dossier, const TableSpec *spec, GPtrArray *paths,
                           GError **error)
{
    Table *all = table_new(spec);
    g_ptr_array_add(dossier->owned, all);
    for (size_t v = 0; v < spec->n_variables; v++)
        table_add_column(all, v);
    for (guint i = 0; i < paths->len; i++) {
        g_autoptr(Table) part = table_read(spec, g_ptr_array_index(paths, i), error);
        if (part == NULL)
            return NULL;
        for (size_t row = 0; row < part->n_rows; row++)
            append_row(all, part, row);
    }
    return all;
}

static bool gather_all(Dossier *dossier, const Edition *edition, const char *work,
                       GError **error)
{
    const struct {
        TableId id;
        const char *folder;
        const Table **table;
    } parts[] = {
        {TABLE_inputs, "inputs", &dossier->inputs},
        {TABLE_findings, "findings", &dossier->findings},
        {TABLE_quarantine, "quarantine", &dossier->quarantine},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const TableSpec *spec      = schema_table(edition->schema, parts[i].id);
        g_autoptr(GPtrArray) paths = list_files(work, parts[i].folder);
        *parts[i].table            = gather(dossier, spec, paths, error);
        if (*parts[i].table == NULL)
            return false;
    }
    return true;
}

static bool read_charts(Dossier *dossier, const Edition *edition, const char *work,
                        GError **error)
{
    const TableSpec *spec = schema_table(edition->schema, TABLE_charts);
    g_autofree char *path = g_build_filename(work, "charts", spec->file, NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    Table *table = table_read(spec, path, error);
    if (table == NULL)
        return false;
    g_ptr_array_add(dossier->owned, table);
    dossier->charts = table;
    return true;
}

Dossier *dossier_read(Arena *arena, const Edition *edition, const char *work,
                      GError **error)
{
    g_autoptr(Dossier) dossier = g_new0(Dossier, 1);
    dossier->owned             = g_ptr_array_new_with_free_func(table_release);
    g_autofree char *id        = run_id(work, error);
    if (id == NULL || !gather_all(dossier, edition, work, error) ||
        !read_charts(dossier, edition, work, error))
        return NULL;
    dossier->run_id = arena_strdup(arena, id);
    return g_steal_pointer(&dossier);
}

void dossier_free(Dossier *dossier)
{
    if (dossier == NULL)
        return;
    g_ptr_array_unref(dossier->owned);
    g_free(dossier);
}

int dossier_year(const char *path)
{
    if (path == NULL || strlen(path) < 5 || path[4] != '/')
        return 0;
    char *end = NULL;
    long year = strtol(path, &end, 10);
    return end == path + 4 ? (int)year : 0;
}

bool dossier_is_about(const char *path, int year)
{
    int own = dossier_year(path);
    return own == 0 || own == year;
}
