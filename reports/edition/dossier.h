/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/edition.h"

/* A dossier is what the run tells of itself: which files were read and how many of
 * their rows count, what was found in them, which charts were drawn. The
 * findings name organisations: only intern/ lists them, others take the counts. */
typedef struct Dossier {
    const Table *inputs;     /* all files of inputs/, by path */
    const Table *findings;   /* all findings/ in the order of the stages' files */
    const Table *quarantine; /* all quarantine/ */
    const Table *charts;     /* charts/index.csv; NULL: no charts were drawn */
    const char *run_id;      /* as run_id() gives it */
    GPtrArray *owned;        /* tables, for freeing */
} Dossier;

/* Reads the artefacts of `work`. Folders that are not there give tables without rows.
 */
Dossier *dossier_read(Arena *arena, const Edition *edition, const char *work,
                      GError **error);
void dossier_free(Dossier *dossier);

/* The year in the path of an input or finding ("2022/survey.csv"); 0: of no year. */
int dossier_year(const char *path);

/* Whether a row about `path` belongs to a report on `year`: that year's own files, and
 * those of no year. */
bool dossier_is_about(const char *path, int year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Dossier, dossier_free)
