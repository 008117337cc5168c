/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The staging folder: .alliantiemonitor-XXXXXX in the folder of the output. Its mark is
 * a file that holds the name of the output folder; the mark is removed last, so a
 * folder of which removal was cut off is still known as ours. */
#include "run/staging.h"

#include "run/folder.h"
#include "run/message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sysexits.h>
#include <unistd.h>

#define PATTERN_START ".alliantiemonitor-"
#define MARK "staging-of"
#define OLD "old"

enum { PATTERN_RANDOM = 6 };

char *staging_resolve(const char *out, GError **error)
{
    g_autofree char *path = realpath(out, NULL);
    if (path != NULL)
        return g_strdup(path);
    g_autofree char *canonical = g_canonicalize_filename(out, NULL);
    g_autofree char *parent    = g_path_get_dirname(canonical);
    g_autofree char *name      = g_path_get_basename(canonical);
    g_autofree char *real      = realpath(parent, NULL);
    if (real == NULL) {
        if (errno == ENOENT)
            fail_with(error, EX_CANTCREAT, MESSAGE_no_parent, out, NULL);
        else
            fail_errno(error, EX_CANTCREAT, MESSAGE_cannot_create, out);
        return NULL;
    }
    return g_build_filename(real, name, NULL);
}

/* What a run puts in the output folder, and what file managers leave there. */
static bool is_our_name(const char *name)
{
    static const char *const names[] = {"openbaar",  "lokaal",    "intern",
                                        ".DS_Store", "Thumbs.db", "desktop.ini"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

bool staging_may_replace(const char *out, GError **error)
{
    struct stat state;
    if (lstat(out, &state) != 0)
        return errno == ENOENT ||
               fail_errno(error, EX_CANTCREAT, MESSAGE_cannot_create, out);
    if (!S_ISDIR(state.st_mode))
        return fail_with(error, EX_CANTCREAT, MESSAGE_out_is_file, out, NULL);
    g_autoptr(GPtrArray) names = folder_names(out, error);
    if (names == NULL)
        return false;
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        if (!is_our_name(name))
            return fail_with(error, EX_CANTCREAT, MESSAGE_out_not_ours, out, name,
                             NULL);
    }
    g_autofree char *manifest =
        g_build_filename(out, "openbaar", "manifest.json", NULL);
    if (names->len > 0 && access(manifest, F_OK) != 0)
        return fail_with(error, EX_CANTCREAT, MESSAGE_out_not_ours, out,
                         g_ptr_array_index(names, 0), NULL);
    return true;
}

static bool has_pattern(const char *name)
{
    size_t start = strlen(PATTERN_START);
    if (!g_str_has_prefix(name, PATTERN_START) ||
        strlen(name) != start + PATTERN_RANDOM)
        return false;
    for (const char *p = name + start; *p != '\0'; p++)
        if (!g_ascii_isalnum(*p))
            return false;
    return true;
}

/* Puts the old tree back where a run was killed between its two renames. */
static bool restore(const char *parent, const char *folder, const char *name,
                    GError **error)
{
    g_autofree char *old = g_build_filename(folder, OLD, NULL);
    g_autofree char *out = g_build_filename(parent, name, NULL);
    if (access(old, F_OK) != 0 || access(out, F_OK) == 0)
        return true;
    return rename(old, out) == 0 ||
           fail_errno(error, EX_IOERR, MESSAGE_cannot_publish, out);
}

/* Locks a staging folder: waiting for it, or (LOCK_NB) not. -1 when it cannot. */
static int hold(const char *folder, int how)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (file >= 0 && flock(file, LOCK_EX | how) == 0)
        return file;
    if (file >= 0)
        close(file);
    return -1;
}

static bool sweep_held(const char *parent, const char *folder, GError **error)
{
    struct stat state;
    g_autofree char *mark = g_build_filename(folder, MARK, NULL);
    g_autofree char *name = NULL;
    if (lstat(mark, &state) != 0 || !S_ISREG(state.st_mode) ||
        !g_file_get_contents(mark, &name, NULL, NULL))
        return true;
    if (*name != '\0' && strchr(name, '/') == NULL &&
        !restore(parent, folder, name, error))
        return false;
    return folder_remove(folder, MARK, error);
}

static bool sweep_one(const char *parent, const char *folder, GError **error)
{
    struct stat state;
    if (lstat(folder, &state) != 0 || !S_ISDIR(state.st_mode) ||
        state.st_uid != geteuid())
        return true;
    int file = hold(folder, LOCK_NB);
    if (file < 0)
        return true;
    bool is_swept = sweep_held(parent, folder, error);
    close(file);
    return is_swept;
}

static bool sweep(const char *parent, bool is_locked, GError **error)
{
    g_autoptr(GPtrArray) names = folder_names(parent, error);
    if (names == NULL)
        return false;
    for (guint i = 0; i < names->len; i++) {
        const char *name        = g_ptr_array_index(names, i);
        g_autofree char *folder = g_build_filename(parent, name, NULL);
        if (!has_pattern(name))
            continue;
        /* An empty one was killed before it had its mark, if nobody else can be making
         * one just now. */
        if (is_locked && rmdir(folder) == 0)
            continue;
        if (!sweep_one(parent, folder, error))
            return false;
    }
    return true;
}

bool staging_sweep(const char *parent, GError **error)
{
    return sweep(parent, true, error);
}

static bool make_folders(Staging *staging, const char *name, GError **error)
{
    g_autofree char *folder =
        g_build_filename(staging->parent, PATTERN_START "XXXXXX", NULL);
    if (mkdtemp(folder) == NULL)
        return fail_errno(error, EX_CANTCREAT, MESSAGE_cannot_create, folder);
    staging->folder       = g_steal_pointer(&folder);
    staging->lock         = hold(staging->folder, 0);
    staging->work         = g_build_filename(staging->folder, "work", NULL);
    staging->tree         = g_build_filename(staging->folder, "tree", NULL);
    g_autofree char *mark = g_build_filename(staging->folder, MARK, NULL);
    if (!g_file_set_contents_full(mark, name, -1, G_FILE_SET_CONTENTS_NONE, 0600,
                                  error))
        return false;
    if (mkdir(staging->work, 0700) != 0 || mkdir(staging->tree, 0700) != 0)
        return fail_errno(error, EX_CANTCREAT, MESSAGE_cannot_create, staging->folder);
    return true;
}

Staging *staging_new(const char *out, GError **error)
{
    g_autoptr(Staging) staging = g_new0(Staging, 1);
    staging->out               = g_strdup(out);
    staging->parent            = g_path_get_dirname(out);
    g_autofree char *name      = g_path_get_basename(out);
    return make_folders(staging, name, error) ? g_steal_pointer(&staging) : NULL;
}

Staging *staging_new_private(GError **error)
{
    g_autoptr(Staging) staging = g_new0(Staging, 1);
    staging->parent            = g_strdup(g_get_tmp_dir());
    sweep(staging->parent, false, NULL);
    return make_folders(staging, "", error) ? g_steal_pointer(&staging) : NULL;
}

void staging_free(Staging *staging)
{
    if (staging == NULL)
        return;
    if (staging->folder != NULL && !staging->is_kept)
        folder_remove(staging->folder, MARK, NULL);
    if (staging->lock > 0)
        close(staging->lock);
    g_free(staging->out);
    g_free(staging->parent);
    g_free(staging->folder);
    g_free(staging->work);
    g_free(staging->tree);
    g_free(staging);
}

/* All data of the run's file system, then the folders: a crash of the machine after the
 * exchange finds a whole tree. */
static bool sync_tree(const Staging *staging, GError **error)
{
    int file       = open(staging->tree, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool is_synced = file >= 0 && syncfs(file) == 0;
    if (!is_synced)
        fail_errno(error, EX_IOERR, MESSAGE_cannot_write, staging->tree);
    if (file >= 0)
        close(file);
    return is_synced && folder_sync(staging->tree, error) &&
           folder_sync(staging->folder, error);
}

/* What stands at `out` after the old tree was to be put back. */
typedef enum Standing { STANDS_OLD, STANDS_NEW, STANDS_NOTHING } Standing;

static Standing put_back_by_renames(const Staging *staging)
{
    g_autofree char *old = g_build_filename(staging->folder, OLD, NULL);
    if (rename(staging->out, staging->tree) != 0)
        return STANDS_NEW;
    if (rename(old, staging->out) == 0 || errno == ENOENT)
        return STANDS_OLD;
    return rename(staging->tree, staging->out) == 0 ? STANDS_NEW : STANDS_NOTHING;
}

static Standing put_back_by_exchange(const Staging *staging)
{
    return renameat2(AT_FDCWD, staging->tree, AT_FDCWD, staging->out,
                     RENAME_EXCHANGE) == 0
               ? STANDS_OLD
               : STANDS_NEW;
}

/* Where there was no output before. */
static Standing put_back_nothing(const Staging *staging)
{
    return rename(staging->out, staging->tree) == 0 ? STANDS_OLD : STANDS_NEW;
}

/* The last good output lies in the staging folder alone: that stays, and the next run's
 * sweep puts it back. */
static bool fail_aside(Staging *staging, GError **error)
{
    staging->is_kept = true;
    return fail_with(error, EX_IOERR, MESSAGE_output_aside, staging->out,
                     staging->folder, NULL);
}

/* The new tree stands in its place, but whether it will after a power cut is not known
 * until `parent` is synced. Where that fails the old tree goes back, so that a failure
 * is a run that changed nothing; EX_OSERR tells that it could not. Until the disk holds
 * which of the two is there, neither is removed. */
static bool settle(Staging *staging, Standing (*put_back)(const Staging *),
                   GError **error)
{
    g_autoptr(GError) unsynced = NULL;
    if (folder_sync(staging->parent, &unsynced))
        return true;
    Standing standing = put_back(staging);
    if (standing == STANDS_NOTHING)
        return fail_aside(staging, error);
    staging->is_kept = standing == STANDS_NEW || !folder_sync(staging->parent, NULL);
    if (standing == STANDS_NEW)
        return fail_with(error, EX_OSERR, MESSAGE_published_unsynced, staging->out,
                         unsynced->message, NULL);
    g_propagate_error(error, g_steal_pointer(&unsynced));
    return false;
}

bool staging_publish_by_renames(Staging *staging, GError **error)
{
    g_autofree char *old = g_build_filename(staging->folder, OLD, NULL);
    bool has_old         = rename(staging->out, old) == 0;
    if (!has_old && errno != ENOENT)
        return fail_errno(error, EX_CANTCREAT, MESSAGE_cannot_publish, staging->out);
    if (rename(staging->tree, staging->out) == 0)
        return settle(staging, put_back_by_renames, error);
    g_autoptr(GError) refused = NULL;
    fail_errno(&refused, EX_CANTCREAT, MESSAGE_cannot_publish, staging->out);
    if (has_old && rename(old, staging->out) != 0)
        return fail_aside(staging, error);
    g_propagate_error(error, g_steal_pointer(&refused));
    return false;
}

bool staging_publish(Staging *staging, GError **error)
{
    if (!sync_tree(staging, error))
        return false;
    bool has_old = access(staging->out, F_OK) == 0;
    unsigned how = has_old ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (renameat2(AT_FDCWD, staging->tree, AT_FDCWD, staging->out, how) == 0)
        return settle(staging, has_old ? put_back_by_exchange : put_back_nothing,
                      error);
    if (errno == EINVAL || errno == ENOSYS)
        return staging_publish_by_renames(staging, error);
    return fail_errno(error, EX_CANTCREAT, MESSAGE_cannot_publish, staging->out);
}
