/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `alliantiemonitor check`: what is wrong with the input, with nothing written. */
#include "run/command.h"
#include "run/message.h"
#include "run/monitor.h"
#include "run/quality.h"
#include "run/terminal.h"

#include <stdio.h>
#include <sysexits.h>

static void print(const CommandLine *line, const Outcome *outcome, bool is_whole)
{
    Quality quality           = quality_measure(outcome->artefacts);
    g_autofree char *sentence = quality_sentence(&quality);
    g_autofree char *hint     = message(MESSAGE_explain_hint, NULL);
    g_autofree char *partial  = message(MESSAGE_unreadable, NULL);
    if (line->json) {
        quality_print_json(outcome->artefacts, stdout);
        return;
    }
    if (!is_whole && outcome->artefacts->findings->n_rows > 0)
        terminal_line(stdout, partial);
    quality_print_findings(outcome->artefacts, stdout);
    if (outcome->artefacts->findings->n_rows > 0)
        terminal_line(stdout, hint);
    if (is_whole)
        terminal_line(stdout, sentence);
}

static int perform(const CommandLine *line)
{
    g_autoptr(GError) failure  = NULL;
    Request request            = {.folder   = line->argument,
                                  .language = terminal_language() == LANGUAGE_EN ? "en" : "nl",
                                  .jobs     = command_jobs(line),
                                  .is_quiet = line->quiet};
    g_autoptr(Outcome) outcome = monitor_check(&request, &failure);
    if (outcome == NULL)
        return command_fail(failure);
    if (!line->quiet)
        print(line, outcome, failure == NULL);
    fflush(stdout);
    if (failure != NULL)
        return command_fail(failure);
    Quality quality = quality_measure(outcome->artefacts);
    return line->strict && quality.serious > 0 ? EX_DATAERR : EX_OK;
}

const Command command_check = {
    .name     = "check",
    .argument = {"DIR", "MAP"},
    .summary  = {"Read and check everything, write nothing",
                 "Lees en controleer alles, schrijf niets"},
    .options = OPTION_SET_JSON | OPTION_SET_STRICT | OPTION_SET_JOBS | OPTION_SET_QUIET,
    .perform = perform,
};
