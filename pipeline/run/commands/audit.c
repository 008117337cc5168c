/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `alliantiemonitor audit`: attacks what was published, as an outsider would. The tree
 * must be one that a run published and be as it was then: of a tree that was changed by
 * hand nothing is certain. What is learnt goes to stdout as CSV. */
#include "run/command.h"
#include "run/commands/published.h"
#include "run/message.h"
#include "run/stage.h"
#include "run/staging.h"
#include "run/terminal.h"

#include <stdio.h>
#include <sysexits.h>

/* The register as the stages read it, beside what was published. */
static bool read_register(const char *folder, const char *work, GError **error)
{
    const char *const arguments[] = {folder, "-o", work, "--register", NULL};
    Stage stage                   = {folder, "alliantiemonitor-ingest", arguments};
    StageRun run                  = {.side_by_side = 1};
    return stages_run(&run, &stage, 1, error);
}

static bool print_learnt(const char *work, GError **error)
{
    g_autofree char *path = g_build_filename(work, "audit.csv", NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, error))
        return false;
    fputs(text, stdout);
    return true;
}

/* Gives the exit code of the stage, or -1. */
static int attack(const CommandLine *line, const char *work, GError **error)
{
    const char *language          = terminal_language() == LANGUAGE_EN ? "en" : "nl";
    const char *const arguments[] = {work, "--lang", language, NULL};
    g_autoptr(GString) out = NULL, err = NULL;
    Stage stage = {line->argument, "alliantiemonitor-audit", arguments};
    int code    = stage_capture(&stage, &out, &err, error);
    if (code < 0)
        return code;
    terminal_lines(stderr, err->str);
    if (code == EX_SOFTWARE && !line->quiet && !print_learnt(work, error))
        return -1;
    return code;
}

static bool prepare(const CommandLine *line, const char *work, GError **error)
{
    return published_copy_data(line->argument, work, error) &&
           (line->register_folder == NULL ||
            read_register(line->register_folder, work, error));
}

static int perform(const CommandLine *line)
{
    g_autoptr(GError) error = NULL;
    if (!published_verify(line->argument, &error))
        return command_fail(error);
    g_autoptr(Staging) staging = staging_new_private(&error);
    if (staging == NULL || !prepare(line, staging->work, &error))
        return command_fail(error);
    int code = attack(line, staging->work, &error);
    if (code < 0)
        return command_fail(error);
    g_autofree char *safe =
        message(line->register_folder != NULL ? MESSAGE_audit_safe
                                              : MESSAGE_audit_safe_without_register,
                line->argument, NULL);
    if (code == EX_OK && !line->quiet)
        terminal_line(stdout, safe);
    return code;
}

const Command command_audit = {
    .name     = "audit",
    .argument = {"OUT", "UITVOER"},
    .summary  = {"Attack what was published, as an outsider would",
                 "Val aan wat gepubliceerd is, zoals een buitenstaander zou doen"},
    .options  = OPTION_SET_REGISTER | OPTION_SET_QUIET,
    .perform  = perform,
};
