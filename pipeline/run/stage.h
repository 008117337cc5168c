/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "run/terminal.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* The stages are programs beside the driver's own executable. The driver starts them
 * and waits: what goes wrong in one can harm neither the driver nor another stage. */

typedef struct Stage {
    const char *label;            /* for people: what is being done */
    const char *program;          /* alliantiemonitor-... */
    const char *const *arguments; /* after the program's name, ended by NULL */
} Stage;

/* Runs the stages, at most `side_by_side` at a time, and gives what they wrote to
 * stderr in the order of the stages, whichever ended first. The first in order that
 * failed is the failure, with its exit code; none is started after it. A signal that
 * asks to stop ends all of them; the failure then has the code EX_OK and no words. */
typedef struct StageRun {
    size_t side_by_side;
    Progress *progress;
} StageRun;
bool stages_run(const StageRun *run, const Stage *stages, size_t n_stages,
                GError **error);

/* Runs one stage and gives what it wrote to stdout and stderr, whatever its exit code,
 * which is returned; -1 with `error` set when it could not be run. Free both texts with
 * g_string_free. */
int stage_capture(const Stage *stage, GString **out, GString **err, GError **error);

/* Becomes the stage: on success it does not return. */
bool stage_become(const Stage *stage, GError **error);
