/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work.h"

#include "indicators/tables/estimates.h"

#include <glib/gstdio.h>
#include <string.h>

void work_add(const char *work, const char *path, const char *content)
{
    g_autofree char *full   = g_build_filename(work, path, NULL);
    g_autofree char *folder = g_path_get_dirname(full);
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_file_set_contents(full, content, -1, &error);
    g_assert_no_error(error);
}

char *work_make(const WorkFile *files, size_t count)
{
    g_autoptr(GError) error = NULL;
    char *work              = g_dir_make_tmp("monitor-test-XXXXXX", &error);
    g_assert_no_error(error);
    for (size_t i = 0; i < count; i++)
        work_add(work, files[i].path, files[i].content);
    return work;
}

static void remove_tree(const char *path)
{
    GDir *folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        remove_tree(below);
    }
    if (folder != NULL)
        g_dir_close(folder);
    g_remove(path);
}

void work_remove(char *work)
{
    remove_tree(work);
    g_free(work);
}

Cells *work_estimates(const Monitor *monitor)
{
    g_autoptr(Arena) arena = arena_new();
    const Tallies *tallies = tallies_make(arena, monitor);
    Cells *cells           = cells_new();
    for (size_t y = 0; y < monitor->n_years; y++) {
        estimates_add(tallies, y, cells);
        for (size_t i = 0; i < indicator_count(); i++)
            if (indicator_at(i)->compute != NULL)
                indicator_at(i)->compute(indicator_at(i), &monitor->years[y], cells);
    }
    cells_sort(cells);
    return cells;
}

static const char *cell_key(const Monitor *monitor, const Cell *cell, size_t key)
{
    const char *keys[] = {
        indicator_at((size_t)cell->indicator)->id,
        cell->measure,
        cell->sector == CELL_ALL ? NULL
                                 : monitor->settings->sectors.codes[cell->sector],
        cell->alliance_id,
        cell->opgave == CELL_ALL ? NULL : schema_opgaven()->codes[cell->opgave],
        cell->category};
    return keys[key] != NULL ? keys[key] : "";
}

const Cell *work_cell(const Monitor *monitor, const Cells *cells, int year,
                      const char *const keys[6])
{
    const Cell *found = NULL;
    for (size_t i = 0; i < cells_count(cells); i++) {
        const Cell *cell = cells_get(cells, i);
        bool is_same     = cell->year == year;
        for (size_t k = 0; k < 6; k++)
            is_same = is_same &&
                      strcmp(cell_key(monitor, cell, k), keys[k] ? keys[k] : "") == 0;
        g_assert_true(!is_same || found == NULL); /* every key stands once */
        found = is_same ? cell : found;
    }
    if (found == NULL)
        g_error("no cell %d %s %s", year, keys[0], keys[1]);
    return found;
}
