/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Temporary folders for tests. */
#include "sandbox.h"

#include "run/folder.h"

Sandbox sandbox_new(void)
{
    Sandbox sandbox = {g_dir_make_tmp("sandbox-XXXXXX", NULL)};
    g_assert_nonnull(sandbox.folder);
    return sandbox;
}

void sandbox_clear(Sandbox *sandbox)
{
    g_assert_true(folder_remove(sandbox->folder, NULL, NULL));
    g_free(sandbox->folder);
}

char *sandbox_path(const Sandbox *sandbox, const char *name)
{
    return g_build_filename(sandbox->folder, name, NULL);
}

void sandbox_write(const Sandbox *sandbox, const char *name, const char *text)
{
    g_autofree char *path   = sandbox_path(sandbox, name);
    g_autofree char *parent = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

char *sandbox_read(const Sandbox *sandbox, const char *name)
{
    g_autofree char *path = sandbox_path(sandbox, name);
    char *text            = NULL;
    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

bool sandbox_has(const Sandbox *sandbox, const char *name)
{
    g_autofree char *path = sandbox_path(sandbox, name);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}
