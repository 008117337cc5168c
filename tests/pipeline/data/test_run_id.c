/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The id of a run: the same for the same input and settings, another for any other. */
#include "data/output.h"
#include "data/run_id.h"

#include <string.h>

typedef struct WorkFile {
    const char *name;
    const char *content;
} WorkFile;

enum { FILES = 3 };

/* The id of a WORK with these files, written in this order or the other way round. */
static char *id_of(const WorkFile files[FILES], bool is_reversed)
{
    g_autofree char *work      = g_dir_make_tmp("run-id-XXXXXX", NULL);
    g_autoptr(Outputs) outputs = outputs_new(work, "test", NULL);
    for (size_t i = 0; i < FILES; i++) {
        const WorkFile *file    = &files[is_reversed ? FILES - 1 - i : i];
        g_autoptr(GString) text = g_string_new(file->content);
        if (file->content != NULL)
            g_assert_true(outputs_write(outputs, file->name, text, NULL));
    }
    char *id = run_id(work, NULL);
    for (size_t i = 0; i < FILES; i++) {
        g_autofree char *path = g_build_filename(work, files[i].name, NULL);
        remove(path);
    }
    g_autofree char *inputs = g_build_filename(work, "inputs", NULL);
    remove(inputs);
    g_assert_cmpint(remove(work), ==, 0);
    return id;
}

static const WorkFile base[FILES] = {{"settings.ini", "[monitor]\n"},
                                     {"inputs/ingest-2022.csv", "path\na\n"},
                                     {"inputs/ingest-2023.csv", "path\nb\n"}};

static void test_same(void)
{
    g_autofree char *first  = id_of(base, false);
    g_autofree char *second = id_of(base, true);
    g_assert_cmpstr(first, ==, second);
    g_assert_cmpuint(strlen(first), ==, 64);
}

/* One file changed, or content moved from one file to the next. */
static void test_different(void)
{
    g_autofree char *first                = id_of(base, false);
    static const WorkFile others[][FILES] = {
        {{"settings.ini", "[monitor]"},
         {"inputs/ingest-2022.csv", "path\na\n"},
         {"inputs/ingest-2023.csv", "path\nb\n"}},
        {{"settings.ini", "[monitor]\n"},
         {"inputs/ingest-2022.csv", "path\nb\n"},
         {"inputs/ingest-2023.csv", "path\na\n"}},
        {{"settings.ini", "[monitor]\n"},
         {"inputs/ingest-2021.csv", "path\na\n"},
         {"inputs/ingest-2023.csv", "path\nb\n"}},
        {{"settings.ini", "[monitor]\n"},
         {"inputs/ingest-2022.csv", "path\na\npath\nb\n"},
         {"inputs/ingest-2023.csv", ""}}};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *other = id_of(others[i], false);
        g_assert_cmpstr(other, !=, first);
    }
}

static void test_without_settings(void)
{
    static const WorkFile files[FILES] = {{"settings.ini", NULL},
                                          {"inputs/ingest-2022.csv", "path\na\n"},
                                          {"inputs/ingest-2023.csv", "path\nb\n"}};
    g_assert_null(id_of(files, false));
}

int main(int count, char **words)
{
    g_test_init(&count, &words, NULL);
    g_test_add_func("/run-id/same", test_same);
    g_test_add_func("/run-id/different", test_different);
    g_test_add_func("/run-id/without-settings", test_without_settings);
    return g_test_run();
}
