/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A tree that was published, of today or of long ago: its manifests say which files
 * belong to it. */

/* Whether openbaar/ and every folder of lokaal/ in `out` hold the files of their
 * manifest with the sizes and SHA-256 that stand there; else a RUN_ERROR with
 * EX_DATAERR that names the first that is not so. */
bool published_verify(const char *out, GError **error);

/* Copies the tables of openbaar/data to `work`/public. */
bool published_copy_data(const char *out, const char *work, GError **error);
