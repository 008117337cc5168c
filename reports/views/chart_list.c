/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of charts, and their files. */
#include "reports/views/chart_list.h"

#include "reports/views/view.h"

#include <string.h>

static ChartEntry entry_at(const Table *table, size_t row)
{
    return (ChartEntry){
        .id          = table_text(table, COLUMN(charts, chart), row),
        .indicator   = table_text(table, COLUMN(charts, indicator), row),
        .file        = table_text(table, COLUMN(charts, file), row),
        .headline    = table_text(table, COLUMN(charts, headline), row),
        .alt         = table_text(table, COLUMN(charts, alt), row),
        .description = table_text(table, COLUMN(charts, description), row),
    };
}

const ChartEntry *charts_list(const Report *report, size_t *n)
{
    const Table *table  = report->dossier->charts;
    size_t n_rows       = table != NULL ? table->n_rows : 0;
    ChartEntry *entries = arena_array(report->arena, ChartEntry, n_rows);
    *n                  = 0;
    for (size_t row = 0; row < n_rows; row++)
        if (table_count(table, COLUMN(charts, year), row) == report->year &&
            g_strcmp0(table_text(table, COLUMN(charts, alliance_id), row),
                      report->alliance_id) == 0)
            entries[(*n)++] = entry_at(table, row);
    return entries;
}

const char *chart_term(const ChartEntry *entry)
{
    int indicator = entry->indicator != NULL ? indicator_find(entry->indicator) : -1;
    return indicator >= 0 ? indicator_term((size_t)indicator) : "";
}

static const ChartRow *find_row(const char *id)
{
    for (size_t i = 0; i < chart_row_count; i++)
        if (strcmp(chart_rows[i].id, id) == 0)
            return &chart_rows[i];
    return NULL;
}

const ChartKind *chart_kind_of(const ChartEntry *entry)
{
    const ChartRow *row = find_row(entry->id);
    return row != NULL ? row->kind : NULL;
}

bool chart_numbers(const Report *report, const ChartEntry *entry, Chart *chart)
{
    const ChartRow *row = find_row(entry->id);
    if (row == NULL)
        return false;
    int indicator    = indicator_find(row->indicator);
    Picture picture  = {0};
    ChartOrder order = {
        .edition     = report->edition,
        .arena       = report->arena,
        .row         = row,
        .indicator   = indicator >= 0 ? indicator_at((size_t)indicator) : NULL,
        .year        = report->year,
        .alliance_id = report->alliance_id,
    };
    if (!view_fill(&order, &picture))
        return false;
    *chart = picture.chart;
    return true;
}

char *chart_path(const Report *report, const ChartEntry *entry, const char *extension)
{
    g_autofree char *name = g_strdup_printf("%s.%s", entry->file, extension);
    char *path            = g_build_filename(report->work, "charts", name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return path;
    g_free(path);
    return NULL;
}

bool charts_copy(const Report *report, const char *to, Outputs *outputs, GError **error)
{
    static const char *const extensions[] = {"svg", "pdf", "png"};
    size_t n                              = 0;
    const ChartEntry *entries             = charts_list(report, &n);
    for (size_t i = 0; i < n; i++)
        for (size_t e = 0; e < G_N_ELEMENTS(extensions); e++) {
            g_autofree char *from =
                g_strdup_printf("charts/%s.%s", entries[i].file, extensions[e]);
            g_autofree char *name  = g_path_get_basename(from);
            g_autofree char *place = g_build_filename(to, name, NULL);
            if (!report_copy(report, from, place, outputs, error))
                return false;
        }
    return true;
}
