/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What everyone may see: of one year the national workbook. */
#include "reports/production.h"

static bool make_national(const Report *report, const char *path, Outputs *outputs,
                          GError **error)
{
    return production_write_book(BOOK_national, report, path, outputs, error);
}

void production_list_public(const Report *report, GArray *products)
{
    Product national = {
        .report = *report,
        .path = arena_printf(report->arena, "openbaar/%d/monitor-%d.xlsx", report->year,
                             report->year),
        .make = make_national,
    };
    g_array_append_val(products, national);
}
