/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what stages recorded, and checks it against what is there. */
#include "run/artefacts.h"

#include "data/number.h"
#include "data/output.h"
#include "run/folder.h"
#include "run/message.h"

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

static void copy_row(Table *to, const Table *from, size_t row)
{
    size_t new_row = table_add_row(to);
    for (size_t v = 0; v < from->spec->n_variables; v++) {
        Value value = table_get(from, v, row);
        if (value_is_missing(&from->spec->variables[v], value))
            continue;
        if (!table_has(to, v))
            table_add_column(to, v);
        table_set(to, v, new_row, value);
    }
}

/* The files of WORK/FOLDER as one table, in the order of their names. */
static Table *gather(const Artefacts *artefacts, TableId id, GError **error)
{
    const TableSpec *spec      = schema_table(artefacts->schema, id);
    g_autoptr(Table) all       = table_new(spec);
    g_autofree char *folder    = g_build_filename(artefacts->work, spec->name, NULL);
    g_autoptr(GPtrArray) names = NULL;
    if (access(folder, F_OK) == 0 && (names = folder_names(folder, error)) == NULL)
        return NULL;
    for (guint i = 0; names != NULL && i < names->len; i++) {
        const char *name       = g_ptr_array_index(names, i);
        g_autofree char *path  = g_build_filename(folder, name, NULL);
        g_autoptr(Table) table = table_read(spec, path, error);
        if (table == NULL)
            return NULL;
        for (size_t row = 0; row < table->n_rows; row++)
            copy_row(all, table, row);
    }
    return g_steal_pointer(&all);
}

static int key_compare(const void *a, const void *b, void *data)
{
    const Table *table = data;
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    int order = g_strcmp0(table_text(table, 0, x), table_text(table, 0, y));
    return order != 0 ? order : (x > y) - (x < y);
}

/* Whether two rows say the same of the same key (the first column). */
typedef bool (*Agree)(const Table *table, size_t a, size_t b, GError **error);

/* The rows by key, each key once; `agree` judges further rows of a key. */
static Table *sort_keys(const Table *table, Agree agree, GError **error)
{
    g_autofree size_t *order = g_new(size_t, table->n_rows);
    for (size_t i = 0; i < table->n_rows; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)table->n_rows, sizeof *order, key_compare,
                      (void *)(size_t)table);
    g_autoptr(Table) sorted = table_new(table->spec);
    for (size_t i = 0; i < table->n_rows; i++) {
        const char *key = table_text(table, 0, order[i]);
        if (i == 0 || g_strcmp0(table_text(table, 0, order[i - 1]), key) != 0)
            copy_row(sorted, table, order[i]);
        else if (!agree(table, order[i - 1], order[i], error))
            return NULL;
    }
    return g_steal_pointer(&sorted);
}

static bool inputs_agree(const Table *table, size_t a, size_t b, GError **error)
{
    if (g_strcmp0(table_text(table, COLUMN(inputs, sha256), a),
                  table_text(table, COLUMN(inputs, sha256), b)) == 0)
        return true;
    return fail_with(error, EX_TEMPFAIL, MESSAGE_input_changed,
                     table_text(table, COLUMN(inputs, path), a), NULL);
}

static bool outputs_agree(const Table *table, size_t a, size_t b, GError **error)
{
    (void)b;
    return fail_with(error, EX_SOFTWARE, MESSAGE_file_twice,
                     table_text(table, COLUMN(outputs, path), a), NULL);
}

static bool versions_agree(const Table *table, size_t a, size_t b, GError **error)
{
    (void)table, (void)a, (void)b, (void)error;
    return true;
}

static Table *gather_keys(const Artefacts *artefacts, TableId id, Agree agree,
                          GError **error)
{
    g_autoptr(Table) all = gather(artefacts, id, error);
    return all != NULL ? sort_keys(all, agree, error) : NULL;
}

Artefacts *artefacts_read(const char *work, GError **error)
{
    g_autoptr(Artefacts) artefacts = g_new0(Artefacts, 1);
    static const CodeList none     = {NULL, NULL, 0};
    artefacts->work                = g_strdup(work);
    artefacts->arena               = arena_new();
    artefacts->schema              = schema_new(artefacts->arena, &none);
    artefacts->inputs = gather_keys(artefacts, TABLE_inputs, inputs_agree, error);
    if (artefacts->inputs == NULL)
        return NULL;
    artefacts->outputs = gather_keys(artefacts, TABLE_outputs, outputs_agree, error);
    if (artefacts->outputs == NULL)
        return NULL;
    artefacts->versions = gather_keys(artefacts, TABLE_versions, versions_agree, error);
    if (artefacts->versions == NULL)
        return NULL;
    artefacts->findings = gather(artefacts, TABLE_findings, error);
    if (artefacts->findings == NULL)
        return NULL;
    artefacts->quarantine = gather(artefacts, TABLE_quarantine, error);
    return artefacts->quarantine != NULL ? g_steal_pointer(&artefacts) : NULL;
}

void artefacts_free(Artefacts *artefacts)
{
    if (artefacts == NULL)
        return;
    table_free(artefacts->inputs);
    table_free(artefacts->outputs);
    table_free(artefacts->versions);
    table_free(artefacts->findings);
    table_free(artefacts->quarantine);
    arena_free(artefacts->arena);
    g_free(artefacts->work);
    g_free(artefacts);
}

/* Missing is none. */
static gint64 count_of(const Table *inputs, size_t variable, size_t row)
{
    return MAX(table_count(inputs, variable, row), 0);
}

static bool reconcile_row(const Table *inputs, size_t row, GError **error)
{
    static const size_t columns[] = {
        COLUMN(inputs, records), COLUMN(inputs, accepted), COLUMN(inputs, quarantined),
        COLUMN(inputs, duplicates), COLUMN(inputs, withdrawn)};
    gint64 counts[G_N_ELEMENTS(columns)];
    char texts[G_N_ELEMENTS(columns)][NUMBER_SIZE];
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        counts[i] = count_of(inputs, columns[i], row);
        g_snprintf(texts[i], NUMBER_SIZE, "%" G_GINT64_FORMAT, counts[i]);
    }
    if (counts[0] == counts[1] + counts[2] + counts[3] + counts[4])
        return true;
    return fail_with(error, EX_SOFTWARE, MESSAGE_counts_differ,
                     table_text(inputs, COLUMN(inputs, path), row), texts[0], texts[1],
                     texts[2], texts[3], texts[4], NULL);
}

bool artefacts_reconcile(const Artefacts *artefacts, GError **error)
{
    for (size_t row = 0; row < artefacts->inputs->n_rows; row++)
        if (!reconcile_row(artefacts->inputs, row, error))
            return false;
    return true;
}

/* One recorded output to check; threads write only their own. */
typedef struct Check {
    const char *path;
    const char *sha256;
    size_t bytes;
    const char *work;
    bool is_same;
} Check;

static void check_output(void *data, void *unused)
{
    Check *check            = data;
    size_t bytes            = 0;
    g_autofree char *path   = g_build_filename(check->work, check->path, NULL);
    g_autofree char *sha256 = file_sha256(path, &bytes, NULL);
    (void)unused;
    check->is_same = sha256 != NULL && bytes == check->bytes &&
                     g_strcmp0(sha256, check->sha256) == 0;
}

static Check *list_checks(const Artefacts *artefacts)
{
    const Table *outputs = artefacts->outputs;
    Check *checks        = arena_array(artefacts->arena, Check, outputs->n_rows);
    for (size_t i = 0; i < outputs->n_rows; i++)
        checks[i] =
            (Check){.path   = table_text(outputs, COLUMN(outputs, path), i),
                    .sha256 = table_text(outputs, COLUMN(outputs, sha256), i),
                    .bytes  = (size_t)count_of(outputs, COLUMN(outputs, bytes), i),
                    .work   = artefacts->work};
    return checks;
}

/* The folders of WORK that are published. */
static const char *const published[] = {"openbaar", "lokaal", "intern"};

static int check_compare(const void *key, const void *check)
{
    return strcmp(key, ((const Check *)check)->path);
}

static bool verify_known(const Artefacts *artefacts, const Check *checks,
                         const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(artefacts->work, folder, NULL);
    if (access(path, F_OK) != 0)
        return true;
    g_autoptr(GPtrArray) files = folder_files(path, error);
    for (guint i = 0; files != NULL && i < files->len; i++) {
        g_autofree char *file =
            g_build_filename(folder, g_ptr_array_index(files, i), NULL);
        if (bsearch(file, checks, artefacts->outputs->n_rows, sizeof *checks,
                    check_compare) == NULL)
            return fail_with(error, EX_SOFTWARE, MESSAGE_file_unknown, file, NULL);
    }
    return files != NULL;
}

bool artefacts_verify(const Artefacts *artefacts, size_t threads, GError **error)
{
    Check *checks = list_checks(artefacts);
    size_t n      = artefacts->outputs->n_rows;
    GThreadPool *pool =
        g_thread_pool_new(check_output, NULL, (gint)threads, TRUE, error);
    if (pool == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        g_thread_pool_push(pool, &checks[i], NULL);
    g_thread_pool_free(pool, FALSE, TRUE);
    for (size_t i = 0; i < n; i++)
        if (!checks[i].is_same)
            return fail_with(error, EX_IOERR, MESSAGE_file_changed, checks[i].path,
                             NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(published); i++)
        if (!verify_known(artefacts, checks, published[i], error))
            return false;
    return true;
}

static bool is_year(const char *name)
{
    return strlen(name) == 4 && strspn(name, "0123456789") == 4 &&
           (g_str_has_prefix(name, "19") || g_str_has_prefix(name, "20") ||
            g_str_has_prefix(name, "21"));
}

GArray *artefacts_years(const char *folder, GError **error)
{
    g_autoptr(GPtrArray) names = folder_names(folder, error);
    if (names == NULL)
        return NULL;
    GArray *years = g_array_new(FALSE, FALSE, sizeof(int));
    for (guint i = 0; i < names->len; i++) {
        const char *name      = g_ptr_array_index(names, i);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        int year              = (int)g_ascii_strtoll(name, NULL, 10);
        if (is_year(name) && g_file_test(path, G_FILE_TEST_IS_DIR))
            g_array_append_val(years, year);
    }
    return years;
}
