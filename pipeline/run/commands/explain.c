/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `alliantiemonitor explain`: the stages know what their codes and indicators mean, so
 * the first one that knows the word answers. */
#include "data/findings.h"
#include "run/command.h"
#include "run/message.h"
#include "run/stage.h"
#include "run/terminal.h"

#include <stdio.h>
#include <sysexits.h>

static void refuse(const char *word)
{
    const char *codes[FINDING_COUNT];
    for (size_t i = 0; i < FINDING_COUNT; i++)
        codes[i] = finding_kind((FindingCode)i)->code;
    const char *near      = text_nearest(word, codes, FINDING_COUNT);
    g_autofree char *text = message(MESSAGE_unknown_word, word, NULL);
    g_autofree char *more =
        near != NULL ? message(MESSAGE_did_you_mean, near, NULL) : NULL;
    g_autofree char *line = g_strconcat(text, more, NULL);
    terminal_error(line);
}

static int perform(const CommandLine *line)
{
    static const char *const programs[] = {"alliantiemonitor-ingest",
                                           "alliantiemonitor-indicators"};
    const char *language          = terminal_language() == LANGUAGE_EN ? "en" : "nl";
    const char *const arguments[] = {"--explain", line->argument, "--lang", language,
                                     NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(programs); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GString) out = NULL, err = NULL;
        Stage stage = {line->argument, programs[i], arguments};
        int code    = stage_capture(&stage, &out, &err, &error);
        if (code < 0)
            return command_fail(error);
        if (code == EX_OK) {
            terminal_lines(stdout, out->str);
            return EX_OK;
        }
        if (code == EX_SOFTWARE) {
            terminal_lines(stderr, err->str);
            return code;
        }
    }
    refuse(line->argument);
    return EX_USAGE;
}

const Command command_explain = {
    .name     = "explain",
    .argument = {"CODE|INDICATOR", "CODE|INDICATOR"},
    .summary  = {"What a finding or an indicator means",
                 "Wat een bevinding of een indicator betekent"},
    .perform  = perform,
};
