/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every run of the stage begins with the settings and ends with an account. */
#include "ingest/stage.h"

#include "ingest/intake.h"

#include <string.h>
#include <sysexits.h>

G_DEFINE_QUARK(ingest - error - quark, ingest_error)

static const char *const monitor_ini = "monitor.ini";

/* ---- trouble ---- */

static int exit_code_of(const GError *error)
{
    if (error->domain == INGEST_ERROR)
        return error->code;
    if (error->domain == REFUSAL_ERROR)
        return EX_DATAERR;
    if (error->domain == CODEBOOK_ERROR || error->domain == SETTINGS_ERROR)
        return EX_CONFIG;
    if (error->domain == INTAKE_ERROR || error->domain == TABLE_ERROR)
        return EX_SOFTWARE;
    if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
        g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_PERM))
        return EX_NOPERM;
    return g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? EX_NOINPUT
                                                                    : EX_IOERR;
}

bool stage_give_up(GError *trouble, Language language, GError **error)
{
    g_autofree char *text = trouble->domain == REFUSAL_ERROR
                                ? task_refusal_text(trouble, language)
                                : g_strdup(trouble->message);
    g_set_error_literal(error, INGEST_ERROR, exit_code_of(trouble), text);
    g_error_free(trouble);
    return false;
}

/* ---- a task and its end ---- */

Stage *stage_new(const IngestOrder *order, int year)
{
    Stage *stage       = g_new0(Stage, 1);
    stage->task.folder = order->folder;
    stage->task.year   = year;
    stage->task.arena  = arena_new();
    stage->task.answers =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
    stage->name =
        year == 0 ? g_strdup("ingest-register") : g_strdup_printf("ingest-%d", year);
    return stage;
}

void stage_free(Stage *stage)
{
    findings_free(stage->task.findings);
    ledger_free(stage->task.ledger);
    outputs_free(stage->task.outputs);
    g_ptr_array_unref(stage->task.answers);
    arena_free(stage->task.arena);
    g_free(stage->name);
    g_free(stage);
}

bool stage_open_outputs(Stage *stage, const char *work, GError **error)
{
    g_autoptr(GError) trouble = NULL;
    stage->task.outputs       = outputs_new(work, stage->name, &trouble);
    if (stage->task.outputs != NULL)
        return true;
    g_set_error_literal(error, INGEST_ERROR, EX_CANTCREAT, trouble->message);
    return false;
}

void stage_use(Stage *stage, const Settings *settings)
{
    Task *task      = &stage->task;
    task->settings  = settings;
    task->reference = settings_reference_date(settings, task->year);
    task->schema    = schema_new(task->arena, &settings->sectors);
    task->ledger    = ledger_new(task->schema);
    task->findings  = findings_new(stage->name, settings->language);
}

/* Writes what the stage tells of itself. After a failure only the findings. */
static bool write_account(const Stage *stage, bool is_done, GError **error)
{
    const Task *task         = &stage->task;
    const LibraryVersion csv = {"libcsv", csv_version()};
    g_autofree char *name =
        task->year == 0 ? g_strdup("register") : g_strdup_printf("%d", task->year);
    if (!findings_write(task->findings, task->outputs, error))
        return false;
    if (!is_done)
        return true;
    return ledger_write(task->ledger, task->outputs, stage->name, name, error) &&
           outputs_versions(task->outputs, &csv, 1, error) &&
           outputs_finish(task->outputs, error);
}

/* ---- the settings ---- */

/* Settings that are no text file are wrong settings, not wrong data. */
static void give_settings_error(GError *trouble, GError **error)
{
    if (trouble->domain != REFUSAL_ERROR) {
        g_propagate_error(error, trouble);
        return;
    }
    g_autofree char *text = task_refusal_text(trouble, terminal_language());
    g_set_error_literal(error, SETTINGS_ERROR, 0, text);
    g_error_free(trouble);
}

const Settings *stage_settings(Stage *stage, const IngestOrder *order, Source **source,
                               GError **error)
{
    SourceOptions options  = {.encoding = "", .limit = 1024 * 1024};
    g_autoptr(Source) held = NULL;
    g_autofree char *text  = g_strdup("");
    if (task_has(&stage->task, monitor_ini)) {
        g_autoptr(GError) trouble = NULL;
        held          = source_open(order->folder, monitor_ini, &options, &trouble);
        bool is_empty = g_error_matches(trouble, REFUSAL_ERROR, FINDING_file_empty);
        if (held == NULL && !is_empty) {
            give_settings_error(g_steal_pointer(&trouble), error);
            return NULL;
        }
        g_free(text);
        text = is_empty ? g_strdup("") : g_strndup(held->text, held->length);
    }
    if (source != NULL)
        *source = g_steal_pointer(&held);
    return settings_parse(stage->task.arena, text, &order->overrides, error);
}

bool stage_finish(Stage *stage, bool is_done, GError *trouble, GError **error)
{
    Language language         = stage->task.settings->language;
    g_autoptr(GError) writing = NULL;
    bool is_written           = write_account(stage, is_done, &writing);
    if (!is_done)
        return stage_give_up(trouble, language, error);
    return is_written || stage_give_up(g_steal_pointer(&writing), language, error);
}
