/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 2: from clean tables to estimates, once in full and once as may be shown. */
#include "indicators/disclosure/disclosure.h"
#include "indicators/disclosure/rounding.h"
#include "indicators/network/ties.h"
#include "indicators/tables/answers.h"
#include "indicators/tables/cells_table.h"
#include "indicators/tables/changes.h"
#include "indicators/tables/checks.h"
#include "indicators/tables/comparisons.h"
#include "indicators/tables/estimates.h"
#include "indicators/tables/explanation.h"
#include "indicators/tables/progresses.h"

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

static Cells *estimate_all(const Tallies *tallies)
{
    const Monitor *monitor = tallies->monitor;
    Cells *cells           = cells_new();
    for (size_t i = 0; i < monitor->n_years; i++) {
        estimates_add(tallies, i, cells);
        compute_all(&monitor->years[i], cells);
    }
    cells_sort(cells);
    return cells;
}

static bool write_table(Table *table, Outputs *outputs, const char *path,
                        GError **error)
{
    bool is_written = table_write(table, outputs, path, error);
    table_free(table);
    return is_written;
}

/* What was estimated, once as it is and once as it may be shown. */
typedef struct Estimates {
    const Tallies *tallies;
    Cells *cells;
    Cells *answers;
    const Table *compared; /* all local alliances */
} Estimates;

/* Everything, for the project team. */
static bool write_full(const Estimates *estimates, Outputs *outputs, GError **error)
{
    const Cells *cells     = estimates->cells;
    const Monitor *monitor = estimates->tallies->monitor;
    return cells_write(cells, monitor->schema, &monitor->settings->sectors, outputs,
                       "full/indicators.csv", error) &&
           answers_write(estimates->answers, monitor, outputs, "full/answers.csv",
                         error) &&
           write_table(changes_make(monitor, 0), outputs, "full/change.csv", error) &&
           write_table(progresses_make(monitor, cells), outputs, "full/progress.csv",
                       error) &&
           table_write(estimates->compared, outputs, "full/comparison.csv", error) &&
           write_table(ties_table(monitor), outputs, "full/network_ties.csv", error);
}

/* Columns of the tables that compare which are counts or whole persons, not rounded. */
static const int change_counts[]     = {COLUMN(change, n_both), COLUMN_NONE};
static const int comparison_counts[] = {COLUMN(comparison, x), COLUMN(comparison, n),
                                        COLUMN(comparison, N), COLUMN_NONE};
static const int progress_counts[]   = {COLUMN_NONE};

/* Of those who answered in both years, beside their number: with the shares of the
 * years these give how many went from no to yes and from yes to no. */
static const int change_flows[] = {COLUMN(change, mcnemar_p),
                                   COLUMN(change, among_stayers),
                                   COLUMN(change, composition), COLUMN_NONE};

static bool write_rounded(Table *table, const int *counts, Outputs *outputs,
                          const char *path, GError **error)
{
    rounding_table(table, counts);
    return write_table(table, outputs, path, error);
}

/* What everybody may see; the estimates have been through disclosure control. They are
 * rounded last, so that nothing is computed from rounded numbers. */
static bool write_public(const Estimates *estimates, Outputs *outputs, GError **error)
{
    const Tallies *tallies = estimates->tallies;
    Cells *cells           = estimates->cells;
    const Monitor *monitor = tallies->monitor;
    int64_t minimum        = monitor->settings->disclosure_minimum_answers;
    Table *changes         = changes_make(monitor, minimum);
    rounding_empty_columns(changes, change_flows);
    if (!write_rounded(changes, change_counts, outputs, "public/change.csv", error) ||
        !write_rounded(progresses_make(monitor, cells), progress_counts, outputs,
                       "public/progress.csv", error) ||
        !write_rounded(comparisons_make(tallies, cells, estimates->compared),
                       comparison_counts, outputs, "public/comparison.csv", error))
        return false;
    rounding_cells(cells);
    rounding_cells(estimates->answers);
    return cells_write(cells, monitor->schema, &monitor->settings->sectors, outputs,
                       "public/indicators.csv", error) &&
           answers_write(estimates->answers, monitor, outputs, "public/answers.csv",
                         error);
}

static bool write_findings(const Monitor *monitor, Outputs *outputs, GError **error)
{
    g_autoptr(Findings) findings =
        findings_new("indicators", monitor->settings->language);
    checks_run(monitor, findings);
    return findings_write(findings, outputs, error);
}

static bool run(const char *work, GError **error)
{
    g_autoptr(Arena) arena     = arena_new();
    g_autoptr(Monitor) monitor = monitor_read(arena, work, error);
    if (monitor == NULL)
        return false;
    g_autoptr(Outputs) outputs = outputs_new(work, "indicators", error);
    if (outputs == NULL)
        return false;
    const Tallies *tallies    = tallies_make(arena, monitor);
    g_autoptr(Cells) cells    = estimate_all(tallies);
    g_autoptr(Cells) answers  = answers_estimate(tallies, cells);
    g_autoptr(Table) compared = comparisons_make(tallies, NULL, NULL);
    Estimates estimates       = {tallies, cells, answers, compared};
    if (!write_full(&estimates, outputs, error))
        return false;
    disclosure_suppress(monitor, cells);
    disclosure_suppress(monitor, answers);
    const LibraryVersion gsl = {"GSL", estimation_version()};
    return write_public(&estimates, outputs, error) &&
           write_findings(monitor, outputs, error) &&
           outputs_versions(outputs, &gsl, 1, error) && outputs_finish(outputs, error);
}

static int explain(const char *id, Language language)
{
    int found = indicator_find(id);
    if (found < 0) {
        fprintf(stderr, "alliantiemonitor-indicators: unknown indicator %s\n", id);
        return EX_USAGE;
    }
    g_autoptr(Arena) arena = arena_new();
    fputs(explanation_make(arena, indicator_at((size_t)found), language), stdout);
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
