/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alliantiemonitor-ingest: the first stage, from the monitor folder to clean tables. */
#include "ingest/draft.h"
#include "ingest/explain.h"
#include "ingest/ingest.h"

#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>

typedef struct Arguments {
    char *work;
    char *language;
    char *code;     /* to explain */
    char *codebook; /* folder of the year to draft it for */
    char **years;
    char **rest;
    gboolean is_register;
    gboolean is_version;
} Arguments;

static int fail(int code, const char *text)
{
    fprintf(stderr, "alliantiemonitor-ingest: %s\n", text);
    return code;
}

static bool parse_arguments(int argc, char **argv, Arguments *arguments, GError **error)
{
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments->work,
         "Folder for the results", "WORK"},
        {"register", 0, 0, G_OPTION_ARG_NONE, &arguments->is_register,
         "Read monitor.ini and the tables of all years", NULL},
        {"year", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments->years,
         "Read this year; with --register: report on it", "YEAR"},
        {"lang", 0, 0, G_OPTION_ARG_STRING, &arguments->language, "nl or en", "LANG"},
        {"explain", 0, 0, G_OPTION_ARG_STRING, &arguments->code,
         "Say what a finding means", "CODE"},
        {"codebook", 0, 0, G_OPTION_ARG_FILENAME, &arguments->codebook,
         "Print a draft codebook for the survey of that year", "DIR/YEAR"},
        {"version", 0, 0, G_OPTION_ARG_NONE, &arguments->is_version, "Show the version",
         NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments->rest, NULL,
         "DIR"},
        {NULL, 0, 0, 0, NULL, NULL, NULL}};
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_add_main_entries(context, entries, NULL);
    return g_option_context_parse(context, &argc, &argv, error);
}

static GArray *parse_years(char **texts)
{
    GArray *years = g_array_new(FALSE, FALSE, sizeof(int));
    for (size_t i = 0; texts != NULL && texts[i] != NULL; i++) {
        char *end = NULL;
        int year  = (int)g_ascii_strtoll(texts[i], &end, 10);
        if (*end != '\0' || year < 1900 || year > 2199) {
            g_array_unref(years);
            return NULL;
        }
        g_array_append_val(years, year);
    }
    return years;
}

static bool ingest(const IngestOrder *order, bool is_register, GError **error)
{
    if (is_register)
        return ingest_register(order, error);
    for (size_t i = 0; i < order->overrides.n_years; i++)
        if (!ingest_year(order, order->overrides.years[i], error))
            return false;
    return true;
}

/* Standard output counts as any other file: a full disk is not silence. */
static int end_output(void)
{
    return fflush(stdout) == 0 && ferror(stdout) == 0 ? EX_OK : EX_IOERR;
}

static int explain(const Arguments *arguments)
{
    bool is_english = g_strcmp0(arguments->language, "en") == 0;
    if (explain_finding(arguments->code, is_english ? LANGUAGE_EN : LANGUAGE_NL,
                        stdout))
        return end_output();
    return fail(EX_USAGE, "there is no finding of that code");
}

static int draft(const Arguments *arguments)
{
    g_autoptr(GError) error = NULL;
    if (draft_print(arguments->codebook, stdout, &error))
        return end_output();
    return fail(error->code, error->message);
}

static int run_stage(const Arguments *arguments)
{
    if (arguments->rest == NULL || arguments->rest[1] != NULL ||
        arguments->work == NULL)
        return fail(EX_USAGE, "give one monitor folder and -o WORK (see --help)");
    g_autoptr(GArray) years = parse_years(arguments->years);
    if (years == NULL)
        return fail(EX_USAGE, "--year takes a year such as 2023");
    if (!arguments->is_register && years->len == 0)
        return fail(EX_USAGE, "give --register or --year (see --help)");
    if (arguments->language != NULL && g_strcmp0(arguments->language, "nl") != 0 &&
        g_strcmp0(arguments->language, "en") != 0)
        return fail(EX_USAGE, "--lang takes nl or en");
    IngestOrder order       = {.folder    = arguments->rest[0],
                               .work      = arguments->work,
                               .overrides = {.language = arguments->language,
                                             .years = (const int *)(const void *)years->data,
                                             .n_years = years->len}};
    g_autoptr(GError) error = NULL;
    if (ingest(&order, arguments->is_register, &error))
        return EX_OK;
    return fail(error->code, error->message);
}

static int run(const Arguments *arguments)
{
    if (arguments->code != NULL)
        return explain(arguments);
    if (arguments->codebook != NULL)
        return draft(arguments);
    if (!arguments->is_version)
        return run_stage(arguments);
    puts("alliantiemonitor-ingest " MONITOR_VERSION);
    return end_output();
}

int main(int argc, char **argv)
{
    Arguments arguments     = {0};
    g_autoptr(GError) error = NULL;
    int code                = parse_arguments(argc, argv, &arguments, &error)
                                  ? run(&arguments)
                                  : fail(EX_USAGE, error->message);
    g_free(arguments.work);
    g_free(arguments.language);
    g_free(arguments.code);
    g_free(arguments.codebook);
    g_strfreev(arguments.years);
    g_strfreev(arguments.rest);
    return code;
}
