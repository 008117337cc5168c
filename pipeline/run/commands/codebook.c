/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `alliantiemonitor codebook`: a draft codebook for a survey export, made by the stage
 * that will read it. */
#include "run/command.h"
#include "run/stage.h"

#include <sysexits.h>

static int perform(const CommandLine *line)
{
    const char *const arguments[] = {"--codebook", line->argument, NULL};
    g_autoptr(GError) error       = NULL;
    stage_become(&(Stage){line->argument, "alliantiemonitor-ingest", arguments},
                 &error);
    return command_fail(error);
}

const Command command_codebook = {
    .name     = "codebook",
    .argument = {"DIR/YEAR", "MAP/JAAR"},
    .summary  = {"Print a draft codebook for the survey of that year",
                 "Druk een concept-codeboek af voor de vragenlijst van dat jaar"},
    .perform  = perform,
};
