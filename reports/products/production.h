/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/sheets/book.h"

/* Production turns the figures into all files of the three audiences: openbaar/,
 * lokaal/ and intern/. No file depends on another, so they are made side by side. */

/* A file still to be made; `make` records it in `outputs`. */
typedef struct Product {
    Report report;
    const char *path; /* below the folder of the artefacts */
    bool (*make)(const Report *report, const char *path, Outputs *outputs,
                 GError **error);
} Product;

/* Makes all reports of all years that are wanted, by so many threads. `report` has
 * neither year nor alliance. */
bool production_run(const Report *report, int threads, Outputs *outputs,
                    GError **error);

/* The products of one audience, appended to an array of Product. */
void production_list_public(const Report *report, GArray *products);
void production_list_local(const Report *report, GArray *products);
void production_list_internal(const Report *report, GArray *products);

/* Writes a workbook of that kind as a product does. */
bool production_write_book(BookKind kind, const Report *report, const char *path,
                           Outputs *outputs, GError **error);
