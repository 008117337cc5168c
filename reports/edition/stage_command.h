/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>

/* The command line of stages 3 and 4: WORK [-j N]. */
typedef struct StageCommand {
    const char *work; /* in argv */
    int jobs; /* threads, at least 1; one for each core unless asked otherwise */
} StageCommand;

/* Reads it; says on stderr what is wrong when it is not understood. `summary` is the
 * line of --help. */
bool stage_command_parse(int argc, char **argv, const char *summary,
                         StageCommand *command);
