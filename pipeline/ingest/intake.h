/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/plan.h"

/* One table from its file: every record is read, checked and either accepted, set apart
 * or counted as a duplicate. All tables of tables.def go this one way; what a table has
 * of its own stands in rules.def. */

typedef struct Intake Intake;

struct Intake {
    Task *task;
    TableId id;
    const TableSpec *spec;
    Source *source;
    const Layout *layout;
    const Plan *plan;
    Intake *codebook; /* what the plan was made from, or NULL */
    size_t partner;   /* the column partner_id */
    Table *table;
    KeyIndex *keys; /* NULL: the table has no key */
    CellReader cells;
    const bool *is_ticked; /* of each group of the plan: empty beside a tick is no */
    bool blank_is_no;      /* an empty multi-select says no to all */
    InputCounts counts;
    GArray *needed;      /* size_t: the columns whose cells must be filled */
    GArray *references;  /* the columns that name rows of other tables */
    GArray *places;      /* Place of each row of table */
    GByteArray *flagged; /* 1 for each row of table with a finding */
    GHashTable *refused; /* "partner_id\nvariable" to the text of a bad cell */
    /* The record at hand. */
    const CsvRecord *record;
    const char *partner_id; /* NULL: not known */
    int set_apart;          /* a FindingCode, or CELL_FINE */
    bool is_flagged;
};

/* Reads a table. NULL without an error: there is no such file, or it was refused, which
 * is a finding; for partners and survey refusal is a REFUSAL_ERROR. Other failures are
 * errors too. Free with intake_free. */
Intake *intake_read(Task *task, TableId id, GError **error);
void intake_free(Intake *intake);

/* Reports something about the record at hand; `variable` is its column or COLUMN_NONE.
 * NULL for what cannot be said. */
void intake_report(Intake *intake, FindingCode code, int variable, const char *value,
                   const char *expected);

/* Reports the same and sets the record apart. */
void intake_set_apart(Intake *intake, FindingCode code, int variable, const char *value,
                      const char *expected);

/* Reports something about a row that was accepted before. */
void intake_report_row(Intake *intake, size_t row, const Finding *finding);

/* Puts the source and its counts in the ledger. False with an error when records do not
 * equal accepted, quarantined and duplicates together. */
bool intake_close(Intake *intake, GError **error);

#define INTAKE_ERROR intake_error_quark()
GQuark intake_error_quark(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Intake, intake_free)
