/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the project team gets, and nobody else. */
#include "reports/partners/returned.h"
#include "reports/products/internal_data.h"
#include "reports/products/production.h"

static bool make_findings(const Report *report, const char *path, Outputs *outputs,
                          GError **error)
{
    return production_write_book(BOOK_findings, report, path, outputs, error);
}

static bool make_response(const Report *report, const char *path, Outputs *outputs,
                          GError **error)
{
    return production_write_book(BOOK_response, report, path, outputs, error);
}

static bool make_returned(const Report *report, const char *path, Outputs *outputs,
                          GError **error)
{
    return production_write_book(BOOK_returned, report, path, outputs, error);
}

/* One workbook for each organisation with a question. */
static void list_returned(const Report *report, GArray *products)
{
    size_t n               = 0;
    const char *const *ids = returned_partners(report, &n);
    for (size_t i = 0; i < n; i++) {
        Product product = {
            .report = *report,
            .path = arena_printf(report->arena, "intern/%d/terug/%s.xlsx", report->year,
                                 ids[i]),
            .make = make_returned,
        };
        product.report.partner_id = ids[i];
        g_array_append_val(products, product);
    }
}

void production_list_internal(const Report *report, GArray *products)
{
    static const struct {
        const char *name;
        bool (*make)(const Report *report, const char *path, Outputs *outputs,
                     GError **error);
    } files[] = {
        {"bevindingen.xlsx", make_findings},
        {"findings.csv", internal_write_findings},
        {"quarantine.csv", internal_write_quarantine},
        {"respons.xlsx", make_response},
        {"corrections-sjabloon.csv", returned_write_corrections},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        Product product = {
            .report = *report,
            .path   = arena_printf(report->arena, "intern/%d/%s", report->year,
                                   files[i].name),
            .make   = files[i].make,
        };
        g_array_append_val(products, product);
    }
    list_returned(report, products);
}
