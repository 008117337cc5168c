/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What everyone may see: of one year the page, the workbook and the charts. */
#include "reports/edition/comparisons.h"
#include "reports/page/index_page.h"
#include "reports/products/production.h"
#include "reports/views/chart_list.h"

static bool make_national(const Report *report, const char *path, Outputs *outputs,
                          GError **error)
{
    return production_write_book(BOOK_national, report, path, outputs, error);
}

static bool make_comparison(const Report *report, const char *path, Outputs *outputs,
                            GError **error)
{
    return production_write_book(BOOK_comparison, report, path, outputs, error);
}

/* Not without local alliances to compare. */
static void list_comparison(const Report *report, GArray *products)
{
    size_t n = 0;
    comparisons_alliances(report, &n);
    if (n == 0)
        return;
    Product product = {
        .report = *report,
        .path   = arena_printf(report->arena, "openbaar/%d/vergelijking-%d.xlsx",
                               report->year, report->year),
        .make   = make_comparison,
    };
    g_array_append_val(products, product);
}

static bool make_page(const Report *report, const char *path, Outputs *outputs,
                      GError **error)
{
    g_autofree char *full = outputs_path(outputs, path, error);
    return full != NULL && index_page_write(report, full, error) &&
           outputs_record(outputs, path, 0, error);
}

static bool make_charts(const Report *report, const char *path, Outputs *outputs,
                        GError **error)
{
    return charts_copy(report, path, outputs, error);
}

void production_list_public(const Report *report, GArray *products)
{
    const struct {
        const char *name;
        bool (*make)(const Report *report, const char *path, Outputs *outputs,
                     GError **error);
    } files[] = {
        {arena_printf(report->arena, "monitor-%d.xlsx", report->year), make_national},
        {"index.html", make_page},
        {"grafieken", make_charts},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        Product product = {
            .report = *report,
            .path   = arena_printf(report->arena, "openbaar/%d/%s", report->year,
                                   files[i].name),
            .make   = files[i].make,
        };
        g_array_append_val(products, product);
    }
    list_comparison(report, products);
}
