/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `alliantiemonitor run`: everything, and one screen about it. */
#include "run/command.h"
#include "run/figures.h"
#include "run/message.h"
#include "run/monitor.h"
#include "run/quality.h"
#include "run/terminal.h"

#include <string.h>
#include <sysexits.h>
#include <unistd.h>

static void print_status(const Settings *settings)
{
    static const struct {
        const char *status;
        MessageId words;
    } rows[] = {{"voorbeeld", MESSAGE_status_voorbeeld},
                {"concept", MESSAGE_status_concept}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strcmp(settings->monitor_status, rows[i].status) == 0) {
            g_autofree char *words = message(rows[i].words, NULL);
            terminal_heading(stdout, words);
        }
}

static void print_years(const Settings *settings)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < settings->n_years; i++)
        g_string_append_printf(list, "%s%d", i > 0 ? ", " : "", settings->years[i]);
    if (list->len == 0)
        return;
    g_autofree char *line = message(MESSAGE_only_years, list->str, NULL);
    terminal_line(stdout, line);
}

/* Prints where a file of the output is, if it is there. */
static bool print_where(const char *out, MessageId words, const char *path)
{
    g_autofree char *full = g_build_filename(out, path, NULL);
    if (access(full, F_OK) != 0)
        return false;
    g_autofree char *line = message(words, full, NULL);
    terminal_line(stdout, line);
    return true;
}

static void print_open_first(const char *out, int year)
{
    g_autofree char *workbook =
        g_strdup_printf("openbaar/%d/monitor-%d.xlsx", year, year);
    g_autofree char *page     = g_strdup_printf("openbaar/%d/index.html", year);
    g_autofree char *findings = g_strdup_printf("intern/%d/bevindingen.xlsx", year);
    print_where(out, MESSAGE_findings_where, findings);
    putchar('\n');
    if (!print_where(out, MESSAGE_open_first, workbook))
        print_where(out, MESSAGE_open_first, page);
}

static void print_screen(const Outcome *outcome)
{
    const Settings *settings = outcome->settings;
    g_autofree char *path =
        g_build_filename(outcome->out, "openbaar", "data", "indicators.csv", NULL);
    Quality quality           = quality_measure(outcome->artefacts);
    g_autofree char *sentence = quality_sentence(&quality);
    putchar('\n');
    print_status(settings);
    int year = figures_print(path, settings, stdout);
    putchar('\n');
    terminal_line(stdout, sentence);
    quality_print_kinds(outcome->artefacts, stdout);
    print_years(settings);
    print_open_first(outcome->out, year);
    if (strcmp(settings->monitor_status, "voorbeeld") == 0) {
        g_autofree char *words = message(MESSAGE_now_yours, NULL);
        terminal_line(stdout, words);
    }
}

/* Says that an earlier output still stands. */
static void print_kept(const Request *request)
{
    g_autofree char *out = request->out != NULL
                               ? g_strdup(request->out)
                               : g_build_filename(request->folder, "output", NULL);
    g_autofree char *manifest =
        g_build_filename(out, "openbaar", "manifest.json", NULL);
    if (access(manifest, F_OK) != 0)
        return;
    g_autofree char *line = message(MESSAGE_output_kept, out, NULL);
    terminal_line(stderr, line);
}

static int perform(const CommandLine *line)
{
    g_autoptr(GError) error    = NULL;
    Request request            = {.folder    = line->argument,
                                  .out       = line->output,
                                  .language  = line->lang,
                                  .years     = (const char *const *)line->year,
                                  .jobs      = command_jobs(line),
                                  .is_strict = line->strict,
                                  .is_quiet  = line->quiet};
    g_autoptr(Outcome) outcome = monitor_run(&request, &error);
    if (outcome == NULL) {
        int exit_code = command_fail(error);
        if (exit_code != EX_OSERR)
            print_kept(&request);
        return exit_code;
    }
    if (!line->quiet)
        print_screen(outcome);
    return EX_OK;
}

const Command command_run = {
    .name     = "run",
    .argument = {"DIR", "MAP"},
    .summary  = {"Make everything from the monitor folder DIR",
                 "Maak alles uit de monitormap MAP"},
    .options = OPTION_SET_OUTPUT | OPTION_SET_YEAR | OPTION_SET_LANG | OPTION_SET_JOBS |
               OPTION_SET_STRICT | OPTION_SET_QUIET,
    .perform = perform,
};
