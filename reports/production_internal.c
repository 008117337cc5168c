/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the project team gets, and nobody else. */
#include "reports/internal_data.h"
#include "reports/production.h"

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
}
