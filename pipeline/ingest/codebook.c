/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a codebook, each with the variable that it names. */
#include "ingest/rules.h"

#include <string.h>

G_DEFINE_QUARK(codebook - error - quark, codebook_error)

size_t codebook_variable(const TableSpec *spec, const char *name)
{
    const Variable *variable = schema_find(spec, name);
    return variable != NULL ? (size_t)(variable - spec->variables) : spec->n_variables;
}

const char *codebook_nearest(const TableSpec *spec, const char *name)
{
    g_autofree const char **names = g_new(const char *, spec->n_variables);
    for (size_t v = 0; v < spec->n_variables; v++)
        names[v] = spec->variables[v].name;
    return text_nearest(name, names, spec->n_variables);
}

bool codebook_refuse(Task *task, const Finding *finding, GError **error)
{
    const FindingKind *kind = finding_kind(finding->code);
    findings_add(task->findings, finding);
    g_set_error(error, CODEBOOK_ERROR, 0, "%s, row %zu: \"%s\": %s", finding->file,
                finding->row, finding->value != NULL ? finding->value : "",
                text_in(kind->what, task->settings->language));
    return false;
}

static CodebookRow row_at(const CodebookFile *file, const TableSpec *spec, size_t r)
{
    const Table *table = file->table;
    const char *source = table_text(table, COLUMN(codebook, source), r);
    const char *name   = table_text(table, COLUMN(codebook, variable), r);
    return (CodebookRow){.source   = source != NULL ? source : "",
                         .variable = codebook_variable(spec, name),
                         .answer   = table_text(table, COLUMN(codebook, answer), r),
                         .code     = table_text(table, COLUMN(codebook, code), r),
                         .place    = file->places[r]};
}

static bool refuse_variable(Task *task, const CodebookFile *file, size_t r,
                            const TableSpec *spec, GError **error)
{
    const char *name = table_text(file->table, COLUMN(codebook, variable), r);
    return codebook_refuse(
        task,
        &(Finding){.code     = FINDING_codebook_variable,
                   .file     = file->path,
                   .row      = file->places[r].row,
                   .line     = file->places[r].line,
                   .column   = file->columns[COLUMN(codebook, variable)],
                   .variable = "variable",
                   .value    = name,
                   .expected = codebook_nearest(spec, name)},
        error);
}

/* Rows whose sources differ by a capital or a space are about one column. */
static void give_keys(Arena *arena, CodebookRow *rows, size_t n_rows)
{
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t r = 0; r < n_rows; r++) {
        char *folded  = text_folded(arena, rows[r].source, strlen(rows[r].source));
        gpointer same = g_hash_table_lookup(keys, folded);
        if (same == NULL)
            g_hash_table_insert(keys, folded, folded);
        rows[r].key = same != NULL ? same : folded;
    }
}

const Codebook *codebook_new(Task *task, const CodebookFile *file,
                             const TableSpec *spec, GError **error)
{
    const Table *table = file->table;
    Codebook *codebook = arena_alloc(task->arena, sizeof *codebook);
    CodebookRow *rows  = arena_array(task->arena, CodebookRow, table->n_rows);
    size_t n           = 0;
    for (size_t r = 0; r < table->n_rows; r++) {
        if (table_text(table, COLUMN(codebook, variable), r) == NULL)
            continue;
        rows[n] = row_at(file, spec, r);
        if (rows[n++].variable == spec->n_variables) {
            refuse_variable(task, file, r, spec, error);
            return NULL;
        }
    }
    give_keys(task->arena, rows, n);
    *codebook = (Codebook){
        .rows = rows, .n_rows = n, .path = file->path, .columns = file->columns};
    return codebook;
}

/* Without its codebook an export cannot be read: there is none, or it is right. */
const TableRules rules_codebook = {.is_required = true};
