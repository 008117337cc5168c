/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/key_index.h"
#include "ingest/ledger.h"

/* What one run of this stage works on: the register, or one year. */

/* A table that others refer to, with its index; both NULL where there is no file. */
typedef struct Reference {
    const Table *table;
    KeyIndex *index;
} Reference;

/* Where a row of a table comes from. */
typedef struct Place {
    guint32 row; /* as a spreadsheet shows it */
    guint32 line;
} Place;

typedef struct Task {
    const char *folder; /* the monitor folder */
    int year;           /* 0: the register */
    Date reference;     /* the day for which figures of the year hold */
    const Settings *settings;
    const Schema *schema;
    Arena *arena;
    GPtrArray *answers; /* GHashTable: what answers mean, kept for the plans */
    Findings *findings;
    Ledger *ledger;
    Outputs *outputs;
    Reference partners;
    Reference alliances;
    Reference events;
    Reference commitments;
    Reference withdrawals;
    Date last_day; /* of the register: nothing that it tells happened later */
    const Table *municipality_changes; /* NULL: none */
    const Table *reach;                /* of the year; NULL: none */
} Task;

/* The path of a file of the task, relative to the folder: "2023/survey.csv". In the
 * task's arena. */
const char *task_path(const Task *task, const char *file);

/* Whether the file is there. */
bool task_has(const Task *task, const char *path);

/* Opens a file of the folder within the limits of the settings; `encoding` as in
 * monitor.ini. Errors as source_open. */
Source *task_open(const Task *task, const char *path, const char *encoding,
                  GError **error);

/* Records the REFUSAL_ERROR as a finding about the file. */
void task_note_refusal(const Task *task, const char *path, const GError *refusal);

/* What a REFUSAL_ERROR says to people: which file, what is wrong, how to mend it. Free
 * with g_free. */
char *task_refusal_text(const GError *refusal, Language language);

/* The code of a municipality in `year` after the changes up to then; `code` itself
 * where there are none. In the table of changes or `code`. */
const char *task_municipality(const Task *task, const char *code, int64_t year);
