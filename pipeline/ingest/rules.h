/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/intake.h"

/* What a table has of its own beyond the types of its columns. Every member may be
 * NULL. */
typedef struct TableRules {
    /* Adds columns that the rules fill, before any record. */
    void (*prepare)(Table *table);
    /* Looks at a record once its cells are read: fills defaults, reports, sets apart.
     */
    void (*check)(Intake *intake, size_t row);
    /* Which of two rows with one key counts: true for the later one. */
    bool (*prefers_later)(const Table *table, size_t earlier, size_t later);
    FindingCode duplicate; /* 0: FINDING_duplicate_row */
    /* Looks at the table once all records are read. */
    void (*finish)(Intake *intake);
    bool is_statistics; /* the file may come from Statistics Netherlands */
    bool has_codebook;  /* codebook.csv beside it may map its columns */
    bool is_required;   /* the monitor cannot do without it */
} TableRules;

#define TABLE_RULES(table) extern const TableRules rules_##table;
#include "ingest/rules.def"

/* The rules of the table; all members NULL where it has none. */
const TableRules *rules_of(TableId table);
