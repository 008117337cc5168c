/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/cells.h"
#include "ingest/codebook.h"

/* What is done with each column of a file: which variables it fills, what its answers
 * mean, which columns are dropped. Made from the headers and the codebook. */

/* One variable that a column fills. */
typedef struct Target {
    size_t variable;
    GHashTable *answers; /* folded answer to const Value *; NULL: none */
    const Value *any;    /* of any other answer; NULL: the answer as it stands */
} Target;

/* What an option of a multi-select says; an option may say more than one thing. */
typedef struct Tick Tick;
struct Tick {
    size_t variable;
    Value value;
    const Tick *next;
};

typedef struct PlannedColumn {
    size_t column; /* in the file, from 0 */
    const Target *targets;
    size_t n_targets;
    GHashTable *options; /* a multi-select: folded option to const Tick *, else NULL */
    double scale;        /* of its counts */
    bool is_truth;       /* yes or no as it stands, and nothing else */
    size_t group;        /* from 1: columns of one question with an option each; 0 */
} PlannedColumn;

typedef struct Constant {
    size_t variable;
    Value value;
} Constant;

/* Columns of one question with an option each. */
typedef struct OptionGroup {
    size_t first, last; /* columns of the file */
} OptionGroup;

typedef struct Plan {
    const PlannedColumn *columns; /* key columns first */
    size_t n_columns;
    const Constant *constants;
    size_t n_constants;
    const OptionGroup *groups;
    size_t n_groups;
    const size_t *places; /* of each variable its column from 1, or 0 */
} Plan;

/* The headers that a reader of `spec` understands, folded. Free with
 * g_hash_table_unref; the keys live in `arena`. */
GHashTable *plan_known_headers(Arena *arena, const TableSpec *spec,
                               const Codebook *codebook);

/* The plan; `codebook` may be NULL. Columns that are unknown are a finding. A column
 * that is needed and missing, or there twice, is a finding and a REFUSAL_ERROR, a wrong
 * codebook a finding and a CODEBOOK_ERROR. Lives in the task's arena, its hash tables
 * as long as the task. */
const Plan *plan_new(Task *task, const char *path, const Layout *layout,
                     const TableSpec *spec, const Codebook *codebook, GError **error);
