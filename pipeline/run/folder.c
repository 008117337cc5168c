/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over a tree (fts, physical) serves listing, permissions and removal. */
#include "run/folder.h"

#include "run/message.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

/* Called for each entry, a folder before (FTS_D) and after (FTS_DP) what is in it. */
typedef bool (*Visit)(const FTSENT *entry, void *data, GError **error);

static int entry_compare(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static bool walk_on(FTS *walk, Visit visit, void *data, GError **error)
{
    const FTSENT *entry;
    while (errno = 0, (entry = fts_read(walk)) != NULL) {
        if (entry->fts_info == FTS_ERR || entry->fts_info == FTS_DNR ||
            entry->fts_info == FTS_NS) {
            errno = entry->fts_errno;
            return fail_errno(error, EX_IOERR, MESSAGE_cannot_read, entry->fts_path);
        }
        if (!visit(entry, data, error))
            return false;
    }
    return errno == 0 ||
           fail_errno(error, EX_IOERR, MESSAGE_cannot_read, walk->fts_path);
}

static bool walk(const char *folder, Visit visit, void *data, GError **error)
{
    g_autofree char *path = g_strdup(folder);
    char *const paths[]   = {path, NULL};
    FTS *walk             = fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR, entry_compare);
    if (walk == NULL)
        return fail_errno(error, EX_IOERR, MESSAGE_cannot_read, folder);
    bool is_done = walk_on(walk, visit, data, error);
    fts_close(walk);
    return is_done;
}

typedef struct Listing {
    GPtrArray *paths;
    size_t prefix; /* length of the folder's own path and its slash */
} Listing;

static bool list_visit(const FTSENT *entry, void *data, GError **error)
{
    Listing *listing = data;
    if (entry->fts_info == FTS_D || entry->fts_info == FTS_DP)
        return true;
    if (entry->fts_info != FTS_F)
        return fail_with(error, EX_SOFTWARE, MESSAGE_not_regular, entry->fts_path,
                         NULL);
    g_ptr_array_add(listing->paths, g_strdup(entry->fts_path + listing->prefix));
    return true;
}

static int path_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *folder_files(const char *folder, GError **error)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    Listing listing            = {paths, strlen(folder) + 1};
    if (!walk(folder, list_visit, &listing, error))
        return NULL;
    g_ptr_array_sort(paths, path_compare);
    return g_steal_pointer(&paths);
}

GPtrArray *folder_names(const char *folder, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
    if (dir == NULL)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, path_compare);
    return names;
}

typedef struct Modes {
    mode_t folders;
    mode_t files;
} Modes;

static bool mode_visit(const FTSENT *entry, void *data, GError **error)
{
    const Modes *modes = data;
    bool is_folder     = entry->fts_info == FTS_DP;
    if (entry->fts_info == FTS_D)
        return true;
    if (!is_folder && entry->fts_info != FTS_F)
        return fail_with(error, EX_SOFTWARE, MESSAGE_not_regular, entry->fts_path,
                         NULL);
    if (chmod(entry->fts_path, is_folder ? modes->folders : modes->files) != 0)
        return fail_errno(error, EX_IOERR, MESSAGE_cannot_write, entry->fts_path);
    return true;
}

bool folder_set_modes(const char *folder, mode_t folders, mode_t files, GError **error)
{
    Modes modes = {folders, files};
    return walk(folder, mode_visit, &modes, error);
}

static bool remove_visit(const FTSENT *entry, void *data, GError **error)
{
    const char *last = data;
    if (entry->fts_info == FTS_D && access(entry->fts_path, W_OK | X_OK) != 0)
        return chmod(entry->fts_path, 0700) == 0 ||
               fail_errno(error, EX_IOERR, MESSAGE_cannot_write, entry->fts_path);
    if (entry->fts_info == FTS_D)
        return true;
    if (entry->fts_level == 1 && last != NULL && strcmp(entry->fts_name, last) == 0)
        return true;
    if (entry->fts_level == 0 && last != NULL) {
        g_autofree char *path = g_build_filename(entry->fts_path, last, NULL);
        unlink(path);
    }
    bool is_folder = entry->fts_info == FTS_DP;
    if ((is_folder ? rmdir : unlink)(entry->fts_path) == 0 || errno == ENOENT)
        return true;
    return fail_errno(error, EX_IOERR, MESSAGE_cannot_write, entry->fts_path);
}

bool folder_remove(const char *folder, const char *last, GError **error)
{
    struct stat state;
    g_autofree char *kept = g_strdup(last);
    if (lstat(folder, &state) != 0 && errno == ENOENT)
        return true;
    return walk(folder, remove_visit, kept, error);
}

bool folder_sync(const char *folder, GError **error)
{
    int file       = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool is_synced = file >= 0 && fsync(file) == 0;
    if (!is_synced)
        fail_errno(error, EX_IOERR, MESSAGE_cannot_write, folder);
    if (file >= 0)
        close(file);
    return is_synced;
}
