/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flow of a run, top to bottom at the end of this file. */
#include "run/monitor.h"

#include "data/run_id.h"
#include "run/folder.h"
#include "run/interrupt.h"
#include "run/lock.h"
#include "run/manifest.h"
#include "run/message.h"
#include "run/quality.h"
#include "run/stage.h"
#include "run/staging.h"

#include <errno.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

enum { STEPS_BESIDE_YEARS = 6 };

/* A run on its way. */
typedef struct Run {
    const Request *request;
    Staging *staging;
    GArray *years; /* int: the year folders */
    Progress *progress;
} Run;

/* ---- before the stages ---- */

static bool check_folder(const char *folder, GError **error)
{
    struct stat state;
    if (stat(folder, &state) != 0) {
        if (errno == ENOENT)
            return fail_with(error, EX_NOINPUT, MESSAGE_no_folder, folder, NULL);
        return fail_errno(error, EX_NOINPUT, MESSAGE_cannot_read, folder);
    }
    if (!S_ISDIR(state.st_mode))
        return fail_with(error, EX_NOINPUT, MESSAGE_not_a_folder, folder, NULL);
    if (access(folder, R_OK | X_OK) != 0)
        return fail_with(error, EX_NOPERM, MESSAGE_no_access, folder, NULL);
    return true;
}

static bool has_survey(const char *folder, const GArray *years)
{
    for (guint i = 0; i < years->len; i++) {
        g_autofree char *path =
            g_strdup_printf("%s/%d/survey.csv", folder, g_array_index(years, int, i));
        if (access(path, F_OK) == 0)
            return true;
    }
    return false;
}

static bool has_year(const GArray *years, const char *text)
{
    for (guint i = 0; i < years->len; i++)
        if (g_array_index(years, int, i) == (int)g_ascii_strtoll(text, NULL, 10))
            return true;
    return false;
}

static char *list_years(const GArray *years)
{
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < years->len; i++)
        g_string_append_printf(list, "%s%d", i > 0 ? ", " : "",
                               g_array_index(years, int, i));
    return g_string_free(list, FALSE);
}

/* The register is read before this is asked: an empty folder is told what it lacks
 * first. */
static bool check_years(const Run *run, GError **error)
{
    const Request *request = run->request;
    if (!has_survey(request->folder, run->years))
        return fail_with(error, EX_NOINPUT, MESSAGE_no_survey, request->folder, NULL);
    for (size_t i = 0; request->years != NULL && request->years[i] != NULL; i++) {
        if (has_year(run->years, request->years[i]))
            continue;
        g_autofree char *list = list_years(run->years);
        return fail_with(error, EX_NOINPUT, MESSAGE_no_such_year, request->folder,
                         request->years[i], list, NULL);
    }
    return true;
}

/* ---- the stages ---- */

static bool run_stage(const Run *run, const Stage *stage, GError **error)
{
    StageRun one = {1, run->progress};
    return stages_run(&one, stage, 1, error);
}

static bool read_register(const Run *run, GError **error)
{
    const Request *request        = run->request;
    g_autoptr(GPtrArray) words    = g_ptr_array_new();
    const char *const arguments[] = {request->folder, "-o", run->staging->work,
                                     "--register"};
    for (size_t i = 0; i < G_N_ELEMENTS(arguments); i++)
        g_ptr_array_add(words, (char *)(size_t)arguments[i]);
    if (request->language != NULL) {
        g_ptr_array_add(words, (char *)(size_t) "--lang");
        g_ptr_array_add(words, (char *)(size_t)request->language);
    }
    for (size_t i = 0; request->years != NULL && request->years[i] != NULL; i++) {
        g_ptr_array_add(words, (char *)(size_t) "--year");
        g_ptr_array_add(words, (char *)(size_t)request->years[i]);
    }
    g_ptr_array_add(words, NULL);
    g_autofree char *label = message(MESSAGE_step_register, NULL);
    Stage stage = {label, "alliantiemonitor-ingest", (const char *const *)words->pdata};
    return run_stage(run, &stage, error);
}

/* One year's stage with its words, in `arena`. */
static Stage year_stage(Arena *arena, const Run *run, int year)
{
    g_autofree char *number = g_strdup_printf("%d", year);
    g_autofree char *label  = message(MESSAGE_step_year, number, NULL);
    const char **arguments  = arena_array(arena, const char *, 6);
    arguments[0]            = run->request->folder;
    arguments[1]            = "-o";
    arguments[2]            = run->staging->work;
    arguments[3]            = "--year";
    arguments[4]            = arena_strdup(arena, number);
    return (Stage){arena_strdup(arena, label), "alliantiemonitor-ingest", arguments};
}

static bool read_years(const Run *run, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    Stage *stages          = arena_array(arena, Stage, run->years->len);
    for (guint i = 0; i < run->years->len; i++)
        stages[i] = year_stage(arena, run, g_array_index(run->years, int, i));
    StageRun side = {run->request->jobs, run->progress};
    return stages_run(&side, stages, run->years->len, error);
}

static bool run_on_work(const Run *run, const char *program, MessageId label,
                        GError **error)
{
    g_autofree char *words        = message(label, NULL);
    const char *const arguments[] = {run->staging->work, NULL};
    return run_stage(run, &(Stage){words, program, arguments}, error);
}

/* The same for a stage that works in threads. */
static bool run_in_threads(const Run *run, const char *program, MessageId label,
                           GError **error)
{
    g_autofree char *words        = message(label, NULL);
    g_autofree char *threads      = g_strdup_printf("%zu", run->request->jobs);
    const char *const arguments[] = {run->staging->work, "-j", threads, NULL};
    return run_stage(run, &(Stage){words, program, arguments}, error);
}

static bool ingest(Run *run, GError **error)
{
    run->years = artefacts_years(run->request->folder, error);
    if (run->years == NULL)
        return false;
    run->progress =
        progress_new(run->years->len + STEPS_BESIDE_YEARS, run->request->is_quiet);
    return read_register(run, error) && check_years(run, error) &&
           read_years(run, error);
}

/* What tables say of each other shows when figures are made of them. */
static bool estimate(const Run *run, GError **error)
{
    return run_on_work(run, "alliantiemonitor-indicators", MESSAGE_step_indicators,
                       error);
}

static bool compute(const Run *run, GError **error)
{
    return estimate(run, error) &&
           run_in_threads(run, "alliantiemonitor-charts", MESSAGE_step_charts, error) &&
           run_in_threads(run, "alliantiemonitor-reports", MESSAGE_step_reports, error);
}

static void run_clear(Run *run)
{
    progress_free(run->progress);
    if (run->years != NULL)
        g_array_unref(run->years);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Run, run_clear)

/* ---- after the stages ---- */

static void step(const Run *run, MessageId label)
{
    g_autofree char *words = message(label, NULL);
    progress_step(run->progress, words);
}

/* The outcome of what lies in `work`. */
static Outcome *read_outcome(const char *work, const char *out, GError **error)
{
    g_autoptr(Outcome) outcome = g_new0(Outcome, 1);
    outcome->arena             = arena_new();
    outcome->out               = g_strdup(out);
    g_autofree char *path      = g_build_filename(work, "settings.ini", NULL);
    outcome->settings          = settings_read(outcome->arena, path, error);
    if (outcome->settings == NULL)
        return NULL;
    outcome->artefacts = artefacts_read(work, error);
    return outcome->artefacts != NULL ? g_steal_pointer(&outcome) : NULL;
}

void outcome_free(Outcome *outcome)
{
    if (outcome == NULL)
        return;
    artefacts_free(outcome->artefacts);
    arena_free(outcome->arena);
    g_free(outcome->out);
    g_free(outcome);
}

static bool verify(const Run *run, const Outcome *outcome, GError **error)
{
    step(run, MESSAGE_step_verify);
    if (!artefacts_reconcile(outcome->artefacts, error) ||
        !artefacts_verify(outcome->artefacts, run->request->jobs, error))
        return false;
    Quality quality = quality_measure(outcome->artefacts);
    if (!run->request->is_strict || quality.serious == 0)
        return true;
    g_autofree char *count = message_count(quality.serious);
    return fail_with(error, EX_DATAERR, MESSAGE_strict_stop, count, NULL);
}

/* What each published folder is for decides who may open it. */
static const struct {
    const char *name;
    mode_t folders;
    mode_t files;
} audiences[] = {
    {"openbaar", 0755, 0644}, {"lokaal", 0755, 0644}, {"intern", 0700, 0600}};

static bool move_trees(const Staging *staging, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(audiences); i++) {
        g_autofree char *from =
            g_build_filename(staging->work, audiences[i].name, NULL);
        g_autofree char *to = g_build_filename(staging->tree, audiences[i].name, NULL);
        if (rename(from, to) != 0 && errno != ENOENT)
            return fail_errno(error, EX_IOERR, MESSAGE_cannot_write, to);
    }
    g_autofree char *open = g_build_filename(staging->tree, "openbaar", NULL);
    return access(open, F_OK) == 0 ||
           fail_with(error, EX_SOFTWARE, MESSAGE_nothing_public, NULL);
}

static bool set_modes(const Staging *staging, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(audiences); i++) {
        g_autofree char *path =
            g_build_filename(staging->tree, audiences[i].name, NULL);
        if (access(path, F_OK) == 0 &&
            !folder_set_modes(path, audiences[i].folders, audiences[i].files, error))
            return false;
    }
    return chmod(staging->tree, 0755) == 0 ||
           fail_errno(error, EX_IOERR, MESSAGE_cannot_write, staging->tree);
}

static bool write_manifests(const Staging *staging, const Outcome *outcome,
                            GError **error)
{
    g_autofree char *id = run_id(staging->work, error);
    ManifestFacts facts = {outcome->artefacts, outcome->settings, id};
    return id != NULL && manifests_write(&facts, staging->tree, error);
}

static bool publish(const Run *run, const Outcome *outcome, GError **error)
{
    step(run, MESSAGE_step_publish);
    if (!move_trees(run->staging, error) ||
        !write_manifests(run->staging, outcome, error) ||
        !set_modes(run->staging, error))
        return false;
    if (interrupt_seen())
        return fail_with(error, EX_OK, MESSAGE_interrupted, NULL);
    return staging_publish(run->staging, error);
}

static Outcome *run_staged(const Request *request, Staging *staging, const char *out,
                           GError **error)
{
    g_auto(Run) run = {.request = request, .staging = staging};
    if (!ingest(&run, error) || !compute(&run, error))
        return NULL;
    g_autoptr(Outcome) outcome = read_outcome(staging->work, out, error);
    if (outcome == NULL || !verify(&run, outcome, error) ||
        !publish(&run, outcome, error))
        return NULL;
    return g_steal_pointer(&outcome);
}

Outcome *monitor_run(const Request *request, GError **error)
{
    if (!check_folder(request->folder, error))
        return NULL;
    g_autofree char *out      = request->out != NULL
                                    ? g_strdup(request->out)
                                    : g_build_filename(request->folder, "output", NULL);
    g_autofree char *resolved = staging_resolve(out, error);
    if (resolved == NULL || !staging_may_replace(resolved, error))
        return NULL;
    g_autofree char *parent     = g_path_get_dirname(resolved);
    const char *const folders[] = {request->folder, parent};
    g_autoptr(Locks) locks      = locks_take(folders, G_N_ELEMENTS(folders), error);
    if (locks == NULL || !staging_sweep(parent, error))
        return NULL;
    g_autoptr(Staging) staging = staging_new(resolved, error);
    return staging != NULL ? run_staged(request, staging, out, error) : NULL;
}

Outcome *monitor_check(const Request *request, GError **failure)
{
    if (!check_folder(request->folder, failure))
        return NULL;
    g_autoptr(Staging) staging = staging_new_private(failure);
    if (staging == NULL)
        return NULL;
    g_auto(Run) run = {.request = request, .staging = staging};
    bool is_read    = ingest(&run, failure) && estimate(&run, failure);
    if (!is_read && interrupt_seen())
        return NULL;
    GError **error             = is_read ? failure : NULL;
    g_autoptr(Outcome) outcome = read_outcome(staging->work, NULL, error);
    if (outcome != NULL && is_read && !artefacts_reconcile(outcome->artefacts, failure))
        return NULL;
    return g_steal_pointer(&outcome);
}
