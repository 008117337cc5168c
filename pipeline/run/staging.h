/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A run writes beside its output folder, on the same file system, and puts everything
 * in place in one step at the end: whoever looks sees the old tree or the new one. */
typedef struct Staging {
    char *out;    /* the output folder: absolute, symbolic links resolved */
    char *parent; /* the folder in which it lies */
    char *folder; /* the staging folder in `parent`, 0700 */
    char *work;   /* WORK of the stages, in `folder` */
    char *tree;   /* what becomes `out`, in `folder` */
    int lock;     /* on `folder`, so that no sweep takes it from under a run */
    bool is_kept; /* `folder` holds what may yet be needed: not removed at the end */
} Staging;

/* The absolute path of an output folder that may not exist yet; its parent must. Free
 * with g_free. NULL on failure. */
char *staging_resolve(const char *out, GError **error);

/* Whether a run may replace `out`: it is not there, is empty, or holds nothing but what
 * a run puts there. */
bool staging_may_replace(const char *out, GError **error);

/* Removes what killed runs left in `parent`: folders with our name pattern, our mark in
 * them (or nothing at all) and our user as owner. Where a run was killed between the
 * two renames of staging_publish_by_renames, its old tree is put back first. The caller
 * holds the lock on `parent`. */
bool staging_sweep(const char *parent, GError **error);

/* A new staging folder for `out` (as staging_resolve gives it). */
Staging *staging_new(const char *out, GError **error);

/* A folder of the same kind with a WORK but no output, in the system's temporary
 * folder: for what is only looked at. */
Staging *staging_new_private(GError **error);

/* Removes the staging folder with all that is in it, unless it is kept. A failure to do
 * so is left to the next run's sweep. NULL is allowed. */
void staging_free(Staging *staging);

/* Puts the tree in place as `out`: syncs it, exchanges the two in one step (renameat2
 * RENAME_EXCHANGE) and syncs `parent`. What was there before is in `tree` afterwards.
 * On a file system that cannot exchange, staging_publish_by_renames does it.
 *
 * What is on disk before what: all files of the tree (syncfs), the tree and the staging
 * folder, then the exchange, then `parent`. A power cut finds the old tree or the new
 * one, whole. On failure `out` is as it was, unless the error says EX_OSERR: then the
 * new tree is there, perhaps not yet safely on disk; or says that nothing is there:
 * then the old tree lies in `folder`. As long as the disk may not hold which tree is in
 * place, `folder` stays with the other one, until the next run's sweep. */
bool staging_publish(Staging *staging, GError **error);

/* The fallback: two renames with a moment between them in which `out` is not there; the
 * next run's sweep mends a kill in that moment. */
bool staging_publish_by_renames(Staging *staging, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Staging, staging_free)
