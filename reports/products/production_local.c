/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a local alliance gets: a folder of its own for each year. */
#include "reports/edition/alliances.h"
#include "reports/papers/factsheet.h"
#include "reports/products/production.h"
#include "reports/views/chart_list.h"

static bool make_workbook(const Report *report, const char *path, Outputs *outputs,
                          GError **error)
{
    return production_write_book(BOOK_local, report, path, outputs, error);
}

static bool make_charts(const Report *report, const char *path, Outputs *outputs,
                        GError **error)
{
    return charts_copy(report, path, outputs, error);
}

static void list_alliance(const Report *report, const char *id, GArray *products)
{
    const struct {
        const char *name;
        bool (*make)(const Report *report, const char *path, Outputs *outputs,
                     GError **error);
    } files[] = {
        {arena_printf(report->arena, "alliantie-%s-%d.xlsx", id, report->year),
         make_workbook},
        {arena_printf(report->arena, "factsheet-%s-%d.pdf", id, report->year),
         factsheet_write},
        {"grafieken", make_charts},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        Product product = {
            .report = *report,
            .path   = arena_printf(report->arena, "lokaal/%s/%d/%s", id, report->year,
                                   files[i].name),
            .make   = files[i].make,
        };
        product.report.alliance_id = id;
        g_array_append_val(products, product);
    }
}

void production_list_local(const Report *report, GArray *products)
{
    size_t n                       = 0;
    const LocalAlliance *alliances = alliances_list(report, &n);
    for (size_t i = 0; i < n; i++)
        list_alliance(report, alliances[i].id, products);
}
