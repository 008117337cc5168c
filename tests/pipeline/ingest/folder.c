/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Temporary monitor folders. */
#include "folder.h"

#include "ingest/ingest.h"

#include <ftw.h>
#include <string.h>
#include <unistd.h>

Folder *folder_new(void)
{
    g_autoptr(GError) error = NULL;
    Folder *folder          = g_new0(Folder, 1);
    folder->top             = g_dir_make_tmp("ingest-XXXXXX", &error);
    g_assert_no_error(error);
    folder->input = g_build_filename(folder->top, "input", NULL);
    folder->work  = g_build_filename(folder->top, "work", NULL);
    g_mkdir_with_parents(folder->input, 0700);
    return folder;
}

static int remove_entry(const char *path, const struct stat *status, int type,
                        struct FTW *place)
{
    (void)status, (void)type, (void)place;
    return remove(path);
}

void folder_free(Folder *folder)
{
    nftw(folder->top, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    g_free(folder->top);
    g_free(folder->input);
    g_free(folder->work);
    g_free(folder->message);
    g_free(folder);
}

static void copy_file(const char *from, const char *to)
{
    g_autoptr(GError) error   = NULL;
    g_autofree char *link     = g_file_read_link(from, NULL);
    g_autofree char *contents = NULL;
    gsize length              = 0;
    unlink(to);
    if (link != NULL) {
        g_assert_cmpint(symlink(link, to), ==, 0);
        return;
    }
    g_file_get_contents(from, &contents, &length, &error);
    g_assert_no_error(error);
    g_file_set_contents(to, contents, (gssize)length, &error);
    g_assert_no_error(error);
}

static void copy_tree(const char *from, const char *to)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) dir     = g_dir_open(from, 0, &error);
    g_assert_no_error(error);
    g_mkdir_with_parents(to, 0700);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *source = g_build_filename(from, name, NULL);
        g_autofree char *target = g_build_filename(to, name, NULL);
        bool is_link            = g_file_test(source, G_FILE_TEST_IS_SYMLINK);
        if (g_str_has_suffix(name, ".case"))
            continue;
        if (!is_link && g_file_test(source, G_FILE_TEST_IS_DIR))
            copy_tree(source, target);
        else
            copy_file(source, target);
    }
}

void folder_copy(Folder *folder, const char *from)
{
    copy_tree(from, folder->input);
}

void folder_write(Folder *folder, const char *path, const char *bytes, size_t length)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *full   = g_build_filename(folder->input, path, NULL);
    g_autofree char *parent = g_path_get_dirname(full);
    g_mkdir_with_parents(parent, 0700);
    g_file_set_contents(full, bytes, (gssize)length, &error);
    g_assert_no_error(error);
}

int folder_ingest(Folder *folder, int year)
{
    g_autoptr(GError) error = NULL;
    IngestOrder order       = {.folder = folder->input, .work = folder->work};
    g_clear_pointer(&folder->message, g_free);
    if (ingest_register(&order, &error) &&
        (year == 0 || ingest_year(&order, year, &error)))
        return 0;
    folder->message = g_strdup(error->message);
    return error->code;
}

const Schema *folder_schema(void)
{
    static const Schema *schema;
    static Arena *arena;
    if (schema != NULL)
        return schema;
    arena                    = arena_new();
    const Settings *settings = settings_parse(arena, "", NULL, NULL);
    return schema            = schema_new(arena, &settings->sectors);
}

Table *folder_table(const Folder *folder, TableId id, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *full   = g_build_filename(folder->work, path, NULL);
    if (!g_file_test(full, G_FILE_TEST_EXISTS))
        return NULL;
    Table *table = table_read(schema_table(folder_schema(), id), full, &error);
    g_assert_no_error(error);
    return table;
}

char *folder_text(const Folder *folder, const char *path)
{
    g_autofree char *full = g_build_filename(folder->work, path, NULL);
    char *text            = NULL;
    g_file_get_contents(full, &text, NULL, NULL);
    return text;
}

static size_t count_in(const Folder *folder, const char *path, const char *code)
{
    g_autoptr(Table) findings = folder_table(folder, TABLE_findings, path);
    size_t count              = 0;
    for (size_t row = 0; findings != NULL && row < findings->n_rows; row++)
        count += strcmp(table_text(findings, COLUMN(findings, code), row), code) == 0;
    return count;
}

size_t folder_count(const Folder *folder, const char *code)
{
    return count_in(folder, "findings/ingest-register.csv", code) +
           count_in(folder, "findings/ingest-2023.csv", code);
}
