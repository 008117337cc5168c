/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/settings.h"
#include "run/artefacts.h"

/* The run as a whole: locks, stages, verification, manifests, publication. */

typedef struct Request {
    const char *folder;       /* the monitor folder, as the user wrote it */
    const char *out;          /* NULL: `output` in it */
    const char *language;     /* nl or en; NULL: as monitor.ini says */
    const char *const *years; /* to report on, ended by NULL; NULL: all */
    size_t jobs;              /* stages side by side, at least 1 */
    bool is_strict;           /* an error or warning in the data stops it */
    bool is_quiet;            /* no progress */
} Request;

/* What there is to tell afterwards. */
typedef struct Outcome {
    Arena *arena;
    char *out; /* where it was published, as the user would write it */
    const Settings *settings;
    Artefacts *artefacts;
} Outcome;

/* Runs all stages and publishes. On failure the output folder is as it was. A stop by
 * signal is a RUN_ERROR with EX_OK. */
Outcome *monitor_run(const Request *request, GError **error);

/* Reads and checks the input only, in a private folder that is gone afterwards. The
 * failure of a stage is given in `failure`, with what was found until then in the
 * result; NULL with `failure` set when there is nothing to tell. */
Outcome *monitor_check(const Request *request, GError **failure);

void outcome_free(Outcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Outcome, outcome_free)
