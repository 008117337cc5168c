/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of the task, and municipality codes through the years. */
#include "ingest/task.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

const char *task_path(const Task *task, const char *file)
{
    if (task->year == 0)
        return file;
    return arena_printf(task->arena, "%d/%s", task->year, file);
}

bool task_has(const Task *task, const char *path)
{
    struct stat status;
    g_autofree char *full = g_build_filename(task->folder, path, NULL);
    return lstat(full, &status) == 0 || errno != ENOENT;
}

Source *task_open(const Task *task, const char *path, const char *encoding,
                  GError **error)
{
    SourceOptions options = {.encoding = encoding,
                             .limit    = (size_t)task->settings->limits_file_bytes};
    Source *source        = source_open(task->folder, path, &options, error);
    if (source != NULL && strcmp(source->encoding_reason, "assumed") == 0)
        findings_add(task->findings,
                     &(Finding){.code = FINDING_encoding_assumed, .file = path});
    return source;
}

void task_note_refusal(const Task *task, const char *path, const GError *refusal)
{
    g_assert(refusal->domain == REFUSAL_ERROR);
    findings_add(task->findings,
                 &(Finding){.code = (FindingCode)refusal->code, .file = path});
}

char *task_refusal_text(const GError *refusal, Language language)
{
    const FindingKind *kind = finding_kind((FindingCode)refusal->code);
    return g_strdup_printf("%s: %s %s", refusal->message, text_in(kind->what, language),
                           text_in(kind->mend, language));
}

/* The row of changes that gives `code` another one by `year`, or none. */
static const char *changed_code(const Table *changes, const char *code, int64_t year)
{
    for (size_t row = 0; row < changes->n_rows; row++)
        if (strcmp(table_text(changes, COLUMN(municipality_changes, old), row), code) ==
                0 &&
            table_count(changes, COLUMN(municipality_changes, from), row) <= year)
            return table_text(changes, COLUMN(municipality_changes, new), row);
    return NULL;
}

const char *task_municipality(const Task *task, const char *code, int64_t year)
{
    const Table *changes = task->municipality_changes;
    if (changes == NULL || code == NULL)
        return code;
    /* A code can change more than once, but never in a circle of more than all rows. */
    for (size_t i = 0; i < changes->n_rows; i++) {
        const char *next = changed_code(changes, code, year);
        if (next == NULL)
            break;
        code = next;
    }
    return code;
}
