/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/ingest.h"
#include "ingest/intake.h"

/* One run of the stage: its task, its name and how it ends. */

typedef struct Stage {
    Task task;
    char *name; /* "ingest-register", "ingest-2023" */
} Stage;

/* A run over the order's folder; year 0 is the register. Free with stage_free. */
Stage *stage_new(const IngestOrder *order, int year);
void stage_free(Stage *stage);

/* Reads monitor.ini of the folder; `source` (may be NULL) gets the file, or NULL where
 * there is none. The settings live in the task's arena. */
const Settings *stage_settings(Stage *stage, const IngestOrder *order, Source **source,
                               GError **error);

/* Gives the task its settings and what follows from them. */
void stage_use(Stage *stage, const Settings *settings);

/* Opens the folder for results; an INGEST_ERROR where that cannot be. */
bool stage_open_outputs(Stage *stage, const char *work, GError **error);

/* Ends the run: writes findings and, when it is done, inputs, quarantine and outputs.
 * When it is not done `trouble`, which is taken, is what it ends with. */
bool stage_finish(Stage *stage, bool is_done, GError *trouble, GError **error);

/* Turns `trouble`, which is taken, into an INGEST_ERROR with its exit code; false. */
bool stage_give_up(GError *trouble, Language language, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stage, stage_free)
