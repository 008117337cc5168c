/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Manifests read back, and the files held against them. */
#include "run/commands/published.h"

#include "data/json.h"
#include "data/output.h"
#include "run/folder.h"
#include "run/message.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sysexits.h>

/* A path that stays in its folder; a manifest that was changed by hand may name any. */
static bool is_inside(const char *path)
{
    return path != NULL && *path != '\0' && *path != '/' && strstr(path, "..") == NULL;
}

static bool verify_file(const JsonEntry *entry, void *data, GError **error)
{
    const char *folder = data, *path = json_entry_text(entry, "path");
    if (!is_inside(path))
        return fail_with(error, EX_DATAERR, MESSAGE_not_published, folder, NULL);
    g_autofree char *file = g_build_filename(folder, path, NULL);
    if (!g_file_test(file, G_FILE_TEST_EXISTS))
        return fail_with(error, EX_DATAERR, MESSAGE_published_missing, file, NULL);
    size_t bytes           = 0;
    g_autofree char *found = file_sha256(file, &bytes, error);
    if (found == NULL)
        return false;
    if ((int64_t)bytes != json_entry_count(entry, "bytes") ||
        g_strcmp0(found, json_entry_text(entry, "sha256")) != 0)
        return fail_with(error, EX_DATAERR, MESSAGE_published_changed, file, NULL);
    return true;
}

static bool verify_folder(const char *folder, GError **error)
{
    g_autofree char *manifest = g_build_filename(folder, "manifest.json", NULL);
    if (!g_file_test(manifest, G_FILE_TEST_IS_REGULAR))
        return fail_with(error, EX_DATAERR, MESSAGE_not_published, folder, NULL);
    g_autofree char *path   = g_strdup(folder);
    g_autoptr(GError) fault = NULL;
    switch (json_read_array(manifest, "outputs", verify_file, path, &fault)) {
    case JSON_READ_DONE:
        return true;
    case JSON_READ_STOPPED:
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    default:
        return fail_with(error, EX_DATAERR, MESSAGE_not_published, folder, NULL);
    }
}

bool published_verify(const char *out, GError **error)
{
    if (!g_file_test(out, G_FILE_TEST_EXISTS))
        return fail_with(error, EX_NOINPUT, MESSAGE_no_folder, out, NULL);
    g_autofree char *openbaar = g_build_filename(out, "openbaar", NULL);
    g_autofree char *lokaal   = g_build_filename(out, "lokaal", NULL);
    if (!g_file_test(openbaar, G_FILE_TEST_IS_DIR))
        return fail_with(error, EX_DATAERR, MESSAGE_not_published, out, NULL);
    if (!verify_folder(openbaar, error))
        return false;
    if (!g_file_test(lokaal, G_FILE_TEST_IS_DIR))
        return true;
    g_autoptr(GPtrArray) names = folder_names(lokaal, error);
    for (size_t i = 0; names != NULL && i < names->len; i++) {
        g_autofree char *local = g_build_filename(lokaal, names->pdata[i], NULL);
        if (!verify_folder(local, error))
            return false;
    }
    return names != NULL;
}

static bool copy_file(const char *from, const char *to, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length           = 0;
    return g_file_get_contents(from, &bytes, &length, error) &&
           g_file_set_contents(to, bytes, (gssize)length, error);
}

bool published_copy_data(const char *out, const char *work, GError **error)
{
    static const char *const tables[] = {"indicators.csv", "change.csv"};
    g_autofree char *public           = g_build_filename(work, "public", NULL);
    if (g_mkdir_with_parents(public, 0700) != 0)
        return fail_errno(error, EX_CANTCREAT, MESSAGE_cannot_create, public);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_autofree char *from = g_build_filename(out, "openbaar/data", tables[i], NULL);
        g_autofree char *to   = g_build_filename(public, tables[i], NULL);
        if (!g_file_test(from, G_FILE_TEST_EXISTS))
            return fail_with(error, EX_DATAERR, MESSAGE_published_missing, from, NULL);
        if (!copy_file(from, to, error))
            return false;
    }
    return true;
}
