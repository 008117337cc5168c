/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a target over all files of its corpus, in order of name. */
#include "fuzz.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

static int name_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *list(const char *folder)
{
    GPtrArray *paths    = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(paths, name_compare);
    return paths;
}

int main(int argc, char **argv)
{
    g_autoptr(GPtrArray) paths = list(argc > 1 ? argv[1] : "");
    for (guint i = 0; i < paths->len; i++) {
        g_autofree char *bytes = NULL;
        gsize length           = 0;
        if (!g_file_get_contents(g_ptr_array_index(paths, i), &bytes, &length, NULL))
            return 1;
        LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
    }
    printf("%u files\n", paths->len);
    return paths->len > 0 ? 0 : 1;
}
