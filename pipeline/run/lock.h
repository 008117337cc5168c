/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stddef.h>

/* One run at a time in a folder. The lock is the kernel's own on the folder itself
 * (flock), so it ends with the process however that ends, and leaves no file behind. */
typedef struct Locks Locks;

/* Locks each of the folders; two names of the same folder are one lock. A folder that
 * is locked by another process is a RUN_ERROR with EX_TEMPFAIL. NULL on failure, with
 * none of them locked. */
Locks *locks_take(const char *const *folders, size_t n_folders, GError **error);
void locks_free(Locks *locks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Locks, locks_free)
