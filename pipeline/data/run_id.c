/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The id of a run. Each part goes in with its name and its length, so that no two
 * different sets of files can give the same bytes. */
#include "data/run_id.h"

#include <stdbool.h>
#include <string.h>

static bool add_file(GChecksum *checksum, const char *work, const char *name,
                     GError **error)
{
    g_autofree char *path = g_build_filename(work, name, NULL);
    g_autofree char *text = NULL;
    gsize length          = 0;
    if (!g_file_get_contents(path, &text, &length, error))
        return false;
    g_autofree char *head = g_strdup_printf("%s %zu\n", name, length);
    g_checksum_update(checksum, (const guchar *)head, -1);
    g_checksum_update(checksum, (const guchar *)text, (gssize)length);
    return true;
}

static int name_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *list_inputs(const char *work, GError **error)
{
    g_autofree char *path = g_build_filename(work, "inputs", NULL);
    g_autoptr(GDir) dir   = g_dir_open(path, 0, error);
    if (dir == NULL)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(names, g_strconcat("inputs/", name, NULL));
    g_ptr_array_sort(names, name_compare);
    return names;
}

char *run_id(const char *work, GError **error)
{
    g_autoptr(GPtrArray) inputs = list_inputs(work, error);
    if (inputs == NULL)
        return NULL;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum,
                      (const guchar *)"alliantiemonitor " MONITOR_VERSION "\n", -1);
    if (!add_file(checksum, work, "settings.ini", error))
        return NULL;
    for (guint i = 0; i < inputs->len; i++)
        if (!add_file(checksum, work, g_ptr_array_index(inputs, i), error))
            return NULL;
    return g_strdup(g_checksum_get_string(checksum));
}
