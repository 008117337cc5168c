/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locks on folders. A second lock of the same process on the same folder would wait for
 * the first, so folders are told apart by device and inode. */
#include "run/lock.h"

#include "run/message.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

typedef struct Lock {
    int file;
    dev_t device;
    ino_t inode;
} Lock;

struct Locks {
    GArray *held; /* Lock */
};

static bool is_held(const Locks *locks, const struct stat *state)
{
    for (guint i = 0; i < locks->held->len; i++) {
        const Lock *lock = &g_array_index(locks->held, Lock, i);
        if (lock->device == state->st_dev && lock->inode == state->st_ino)
            return true;
    }
    return false;
}

static bool take(Locks *locks, const char *folder, GError **error)
{
    struct stat state;
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return fail_errno(error, EX_NOINPUT, MESSAGE_cannot_read, folder);
    if (fstat(file, &state) != 0) {
        fail_errno(error, EX_IOERR, MESSAGE_cannot_read, folder);
        close(file);
        return false;
    }
    if (is_held(locks, &state))
        return close(file) == 0;
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            fail_with(error, EX_TEMPFAIL, MESSAGE_folder_busy, folder, NULL);
        else
            fail_errno(error, EX_IOERR, MESSAGE_cannot_read, folder);
        close(file);
        return false;
    }
    Lock lock = {file, state.st_dev, state.st_ino};
    g_array_append_val(locks->held, lock);
    return true;
}

Locks *locks_take(const char *const *folders, size_t n_folders, GError **error)
{
    g_autoptr(Locks) locks = g_new0(Locks, 1);
    locks->held            = g_array_new(FALSE, FALSE, sizeof(Lock));
    for (size_t i = 0; i < n_folders; i++)
        if (!take(locks, folders[i], error))
            return NULL;
    return g_steal_pointer(&locks);
}

void locks_free(Locks *locks)
{
    if (locks == NULL)
        return;
    for (guint i = 0; i < locks->held->len; i++)
        close(g_array_index(locks->held, Lock, i).file);
    g_array_unref(locks->held);
    g_free(locks);
}
