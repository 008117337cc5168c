/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/task.h"

/* codebook.csv: what the columns of an export mean, and what their answers. */

/* One row of codebook.csv. */
typedef struct CodebookRow {
    const char *source; /* as it stands; "" for a constant */
    const char *key;    /* source, folded; the same pointer for the same source */
    size_t variable;    /* in the table */
    const char *answer; /* as it stands, NULL: any */
    const char *code;   /* NULL: the answer as it stands */
    Place place;        /* in codebook.csv */
} CodebookRow;

typedef struct Codebook {
    const CodebookRow *rows;
    size_t n_rows;
    const char *path;
    const size_t *columns; /* of codebook.csv, from 1, by variable; 0: it has none */
} Codebook;

#define CODEBOOK_ERROR codebook_error_quark()
GQuark codebook_error_quark(void);

/* A codebook as read. */
typedef struct CodebookFile {
    const char *path;
    const Table *table;
    const Place *places;   /* of its rows */
    const size_t *columns; /* of its variables, from 1 */
} CodebookFile;

/* The codebook for tables of `spec`, without the rows whose variable is empty. One that
 * does not exist is a finding and a CODEBOOK_ERROR. Lives in the task's arena and uses
 * the file's table. */
const Codebook *codebook_new(Task *task, const CodebookFile *file,
                             const TableSpec *spec, GError **error);

/* Records the finding about a row of the codebook; false with a CODEBOOK_ERROR. */
bool codebook_refuse(Task *task, const Finding *finding, GError **error);

/* The place of the variable of that name in `spec`, or spec->n_variables. */
size_t codebook_variable(const TableSpec *spec, const char *name);

/* The variable whose name is nearest, or NULL. */
const char *codebook_nearest(const TableSpec *spec, const char *name);
