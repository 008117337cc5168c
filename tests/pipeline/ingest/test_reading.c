/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole folders as data: each file of reading/ says what is put over base/, and what
 * then stands in WORK.
 *
 * [input] path = its text; [expect] exit; year (2023; 0 for the register alone);
 * findings = all of them but notices of unknown columns, as "code row column" and
 * commas; said = words that stand in WORK or in what the stage says; never = words that
 * stand nowhere. [work] path = the whole text of a file of WORK. */
#include "folder.h"

#include <string.h>

#define CASES "reading"

static char *wanted(GKeyFile *file, const char *key)
{
    return g_key_file_get_string(file, "expect", key, NULL);
}

static void put_inputs(Folder *folder, GKeyFile *file)
{
    g_auto(GStrv) paths = g_key_file_get_keys(file, "input", NULL, NULL);
    for (size_t i = 0; paths != NULL && paths[i] != NULL; i++) {
        g_autofree char *text = g_key_file_get_string(file, "input", paths[i], NULL);
        g_assert_nonnull(text);
        folder_write(folder, paths[i], text, strlen(text));
    }
}

static void list_findings(const Folder *folder, const char *path, GString *list)
{
    g_autoptr(Table) findings = folder_table(folder, TABLE_findings, path);
    for (size_t row = 0; findings != NULL && row < findings->n_rows; row++) {
        const char *code   = table_text(findings, COLUMN(findings, code), row);
        const char *column = table_text(findings, COLUMN(findings, column), row);
        int64_t place      = table_count(findings, COLUMN(findings, row), row);
        if (strcmp(code, "onbekende-kolom") == 0)
            continue;
        g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", code);
        if (place > 0)
            g_string_append_printf(list, " %" G_GINT64_FORMAT, (gint64)place);
        if (column != NULL)
            g_string_append_printf(list, " %s", column);
    }
}

static void check_findings(const Folder *folder, GKeyFile *file)
{
    g_autofree char *expected = wanted(file, "findings");
    g_autoptr(GString) found  = g_string_new(NULL);
    list_findings(folder, "findings/ingest-register.csv", found);
    list_findings(folder, "findings/ingest-2023.csv", found);
    g_assert_cmpstr(found->str, ==, expected != NULL ? expected : "");
}

/* All that the stage wrote and said. */
static void gather(const char *path, GString *all)
{
    g_autofree char *text = NULL;
    g_autoptr(GDir) dir   = g_dir_open(path, 0, NULL);
    if (dir == NULL && g_file_get_contents(path, &text, NULL, NULL))
        g_string_append(all, text);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        gather(below, all);
    }
}

static void check_words(const Folder *folder, GKeyFile *file)
{
    g_autoptr(GString) all = g_string_new(folder->message);
    g_auto(GStrv) never =
        g_key_file_get_string_list(file, "expect", "never", NULL, NULL);
    g_auto(GStrv) said = g_key_file_get_string_list(file, "expect", "said", NULL, NULL);
    gather(folder->work, all);
    for (size_t i = 0; never != NULL && never[i] != NULL; i++)
        if (strstr(all->str, never[i]) != NULL)
            g_test_fail_printf("\"%s\" got out", never[i]);
    for (size_t i = 0; said != NULL && said[i] != NULL; i++)
        if (strstr(all->str, said[i]) == NULL)
            g_test_fail_printf("nothing says \"%s\"", said[i]);
}

static void check_work(const Folder *folder, GKeyFile *file)
{
    g_auto(GStrv) paths = g_key_file_get_keys(file, "work", NULL, NULL);
    for (size_t i = 0; paths != NULL && paths[i] != NULL; i++) {
        g_autofree char *text  = g_key_file_get_string(file, "work", paths[i], NULL);
        g_autofree char *found = folder_text(folder, paths[i]);
        g_assert_cmpstr(found, ==, text);
    }
}

static void test_case(gconstpointer data)
{
    g_autoptr(GError) error  = NULL;
    g_autoptr(Folder) folder = folder_new();
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autofree char *path    = g_build_filename(CASES, data, NULL);
    g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &error);
    g_assert_no_error(error);
    folder_copy(folder, SOURCE_FOLDER "/fixtures/malformed/base");
    put_inputs(folder, file);
    bool has_year = g_key_file_has_key(file, "expect", "year", NULL);
    int year = has_year ? g_key_file_get_integer(file, "expect", "year", NULL) : 2023;
    int code = folder_ingest(folder, year);
    if (code != g_key_file_get_integer(file, "expect", "exit", NULL))
        g_test_fail_printf("exit code %d: %s", code, folder->message);
    check_findings(folder, file);
    check_words(folder, file);
    check_work(folder, file);
}

static int name_compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir        = g_dir_open(CASES, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, name_compare);
    g_assert_cmpuint(names->len, >, 0);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path =
            g_strdup_printf("/reading/%s", (char *)g_ptr_array_index(names, i));
        g_test_add_data_func(path, g_ptr_array_index(names, i), test_case);
    }
    return g_test_run();
}
