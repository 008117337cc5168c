/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 2: from clean tables to estimates, once in full and once as may be shown. */
#include "indicators/disclosure/disclosure.h"
#include "indicators/estimates.h"

#include <stdio.h>
#include <string.h>
#include <sysexits.h>

/* Cells that only a computation of their own can give. */
static void compute_all(const Year *year, Cells *cells)
{
    for (size_t i = 0; i < indicator_count(); i++)
        if (indicator_at(i)->compute != NULL)
            indicator_at(i)->compute(indicator_at(i), year, cells);
}

static bool run(const char *work, GError **error)
{
    g_autoptr(Arena) arena     = arena_new();
    g_autoptr(Monitor) monitor = monitor_read(arena, work, error);
    if (monitor == NULL)
        return false;
    g_autoptr(Outputs) outputs = outputs_new(work, "indicators", error);
    g_autoptr(Cells) cells     = cells_new();
    if (outputs == NULL)
        return false;
    for (size_t i = 0; i < monitor->n_years; i++) {
        estimates_add(&monitor->years[i], cells);
        compute_all(&monitor->years[i], cells);
    }
    cells_sort(cells);
    const CodeList *sectors = &monitor->settings->sectors;
    if (!cells_write(cells, monitor->schema, sectors, outputs, "full/indicators.csv",
                     error))
        return false;
    disclosure_suppress(cells, monitor->settings->disclosure_minimum_answers);
    return cells_write(cells, monitor->schema, sectors, outputs,
                       "public/indicators.csv", error) &&
           outputs_finish(outputs, error);
}

static int explain(const char *id, Language language)
{
    int found = indicator_find(id);
    if (found < 0) {
        fprintf(stderr, "alliantiemonitor-indicators: unknown indicator %s\n", id);
        return EX_USAGE;
    }
    const Indicator *indicator = indicator_at((size_t)found);
    const Text source          = {"Source: ", "Bron: "};
    printf("%s (%s)\n\n%s\n%s%s\n", text_in(indicator->title, language), indicator->id,
           text_in(indicator->definition, language), text_in(source, language),
           text_in(indicator->source, language));
    return fflush(stdout) == 0 ? EX_OK : EX_IOERR;
}

int main(int argc, char **argv)
{
    estimation_begin();
    g_autofree char *lang      = NULL;
    g_autofree char *explained = NULL;
    GOptionEntry entries[]     = {
            {"explain", 0, 0, G_OPTION_ARG_STRING, &explained, "Explain an indicator",
             "ID"},
            {"lang", 0, 0, G_OPTION_ARG_STRING, &lang, "Language: nl or en", "LANG"},
            {NULL, 0, 0, 0, NULL, NULL, NULL}};
    g_autoptr(GOptionContext) context =
        g_option_context_new("WORK - stage 2: estimate the indicators");
    g_option_context_add_main_entries(context, entries, NULL);
    g_autoptr(GError) error = NULL;
    if (!g_option_context_parse(context, &argc, &argv, &error) ||
        (explained == NULL && argc != 2)) {
        fprintf(stderr, "alliantiemonitor-indicators: %s\n",
                error != NULL ? error->message : "WORK is missing");
        return EX_USAGE;
    }
    if (explained != NULL)
        return explain(explained,
                       g_strcmp0(lang, "en") == 0 ? LANGUAGE_EN : LANGUAGE_NL);
    if (run(argv[1], &error))
        return EX_OK;
    fprintf(stderr, "alliantiemonitor-indicators: %s\n", error->message);
    return error->domain == G_FILE_ERROR ? EX_IOERR : EX_SOFTWARE;
}
