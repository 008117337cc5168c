/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <sys/stat.h>

/* Whole folders: what lies in them, their permissions, and taking them away. Symbolic
 * links are never followed. */

/* The relative paths of the regular files below `folder`, in byte order. Anything that
 * is neither a file nor a folder is a failure. Free with g_ptr_array_unref; NULL on
 * failure. */
GPtrArray *folder_files(const char *folder, GError **error);

/* The names directly in `folder`, in byte order, without "." and "..". */
GPtrArray *folder_names(const char *folder, GError **error);

/* Gives all folders (itself included) and all files below exactly these permissions,
 * whatever the umask. */
bool folder_set_modes(const char *folder, mode_t folders, mode_t files, GError **error);

/* Removes the folder and all that is in it, a file directly in it named `last` (or
 * NULL) after all others, so that a folder removed in part still bears its mark. A
 * folder that is not there is removed already. */
bool folder_remove(const char *folder, const char *last, GError **error);

/* Brings the folder's own entries to the disk. */
bool folder_sync(const char *folder, GError **error);
