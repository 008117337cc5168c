/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/layout.h"

#include "data/table.h"

/* What was read and what was set apart, so that nothing is lost: for each file, records
 * = accepted + quarantined + duplicates + withdrawn; for each record set apart, where
 * to find it. */

typedef struct InputCounts {
    size_t records;
    size_t accepted;
    size_t quarantined;
    size_t duplicates;
    size_t withdrawn;   /* of organisations that withdrew their answers */
    size_t footers;     /* rows below the table, which are no records */
    size_t corrections; /* cells that corrections.csv changed */
} InputCounts;

typedef struct Ledger Ledger;

Ledger *ledger_new(const Schema *schema);
void ledger_free(Ledger *ledger);

/* Adds a file that was read; `layout` and `counts` are NULL where it is no table. */
void ledger_add_input(Ledger *ledger, const Source *source, const Layout *layout,
                      const InputCounts *counts);

/* Adds a record that was set apart. */
void ledger_add_quarantine(Ledger *ledger, Source *source, const CsvRecord *record,
                           FindingCode code);

/* Writes inputs/<stage>.csv and quarantine/<name>.csv. */
bool ledger_write(const Ledger *ledger, Outputs *outputs, const char *stage,
                  const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ledger, ledger_free)
