/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* A book is a workbook for one audience: which sheets it has, in which order, stands in
 * sheets.def. A new sheet is one file in sheets/ and one row there. */

typedef enum BookKind {
    BOOK_national,
    BOOK_comparison,
    BOOK_local,
    BOOK_findings,
    BOOK_response,
    BOOK_returned,
} BookKind;

/* Writes the workbook of that kind to `path`. */
bool book_write(BookKind kind, const Report *report, const char *path, GError **error);
