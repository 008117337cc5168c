/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/text.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* What a person can ask on the command line. A command is one row of commands.def and
 * one file in commands/; its options are rows of options.def. */

/* Which options a command takes. */
enum {
    OPTION_SET_OUTPUT   = 1 << 0,
    OPTION_SET_YEAR     = 1 << 1,
    OPTION_SET_LANG     = 1 << 2,
    OPTION_SET_JOBS     = 1 << 3,
    OPTION_SET_STRICT   = 1 << 4,
    OPTION_SET_QUIET    = 1 << 5,
    OPTION_SET_JSON     = 1 << 6,
    OPTION_SET_HELP     = 1 << 7,
    OPTION_SET_VERSION  = 1 << 8,
    OPTION_SET_REGISTER = 1 << 9,
};

/* The options of one call, as given. */
typedef struct CommandLine {
    char *argument; /* the one thing that it is about */
    char *output;
    char **year; /* NULL or ended by NULL; four digits each */
    char *lang;  /* NULL, nl or en */
    char *register_folder;
    gint jobs; /* 0: as many as there are cores */
    gboolean strict;
    gboolean quiet;
    gboolean json;
    gboolean help;
    gboolean version;
} CommandLine;

typedef struct Command {
    const char *name;
    Text argument; /* what to give, in capitals */
    Text summary;  /* one line for the help */
    unsigned options;
    /* Does it; returns the exit code, having said what went wrong. */
    int (*perform)(const CommandLine *line);
} Command;

#define COMMAND(name) extern const Command command_##name;
#include "run/commands.def"

/* Reads the command line and does what it asks; returns the exit code. */
int command_main(int count, char **words);

/* The number of cores for -j 0, else -j itself. */
size_t command_jobs(const CommandLine *line);

/* Says what failed and gives its exit code; a stop by signal is said as such. */
int command_fail(const GError *error);
