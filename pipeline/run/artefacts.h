/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/table.h"

#include <glib.h>
#include <stdbool.h>

/* What the stages tell of themselves in WORK: inputs/, outputs/, findings/,
 * quarantine/, versions/, one table a process, here read as one. Nothing is published
 * before these tell that every file is the one that was written and every record is
 * accounted for. */
typedef struct Artefacts {
    Arena *arena;
    const Schema *schema;
    char *work;
    Table *inputs;     /* by path, each path once */
    Table *outputs;    /* by path, each path once */
    Table *findings;   /* by stage, as found */
    Table *quarantine; /* by stage, as found */
    Table *versions;   /* by library, each once */
} Artefacts;

/* Reads them. A folder that no stage wrote is an empty table. An input that two stages
 * read with different content, or an output that two stages wrote, is a failure. */
Artefacts *artefacts_read(const char *work, GError **error);
void artefacts_free(Artefacts *artefacts);

/* Whether records = accepted + quarantined + duplicates + withdrawn for every input
 * that has records; else a RUN_ERROR with EX_SOFTWARE that names the file. */
bool artefacts_reconcile(const Artefacts *artefacts, GError **error);

/* Whether every recorded output lies in WORK with its size and SHA-256, and every file
 * in openbaar, lokaal and intern is recorded. Hashes on `threads` threads. */
bool artefacts_verify(const Artefacts *artefacts, size_t threads, GError **error);

/* The years 1900 .. 2199 of which `folder` holds a folder, ascending. */
GArray *artefacts_years(const char *folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Artefacts, artefacts_free)
