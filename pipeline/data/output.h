/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

/* What a stage writes: every file of a stage is opened, closed and recorded here, so
 * that nothing is written that the manifest does not know, and a write that failed is
 * never taken for done. Files are 0600, folders 0700, whatever the umask. */
typedef struct Outputs Outputs;

/* A ledger for files below `folder` (which is created), written by `stage`. */
Outputs *outputs_new(const char *folder, const char *stage, GError **error);
void outputs_free(Outputs *outputs);

/* Opens `path` (relative, no "..", folders made as needed) for writing. An existing
 * file is replaced, a symbolic link refused. NULL is a failure. */
FILE *outputs_open(Outputs *outputs, const char *path, GError **error);

/* Flushes, closes and records the file; `rows` may be 0. A write error of any earlier
 * moment is a failure here. `stream` is closed in every case. */
bool outputs_close(Outputs *outputs, FILE *stream, size_t rows, GError **error);

/* A whole file in one call. */
bool outputs_write(Outputs *outputs, const char *path, GString *content,
                   GError **error);

/* Gives the file `from` of the same folder a second name `to`, which is recorded; where
 * the file system has no hard links it is copied. */
bool outputs_link(Outputs *outputs, const char *from, const char *to, GError **error);

/* The absolute path for a file that a library writes itself, with its folders made.
 * Free with g_free; call outputs_record when it is written. */
char *outputs_path(Outputs *outputs, const char *path, GError **error);

/* Records a file that a library wrote. */
bool outputs_record(Outputs *outputs, const char *path, size_t rows, GError **error);

/* A library that a stage stands on, for the manifest. */
typedef struct LibraryVersion {
    const char *library;
    const char *version;
} LibraryVersion;

/* Writes versions/<stage>.csv with these and GLib; a library may stand there once. */
bool outputs_versions(Outputs *outputs, const LibraryVersion *versions, size_t count,
                      GError **error);

/* Writes outputs/<stage>.csv, sorted by path: the last call of a stage. */
bool outputs_finish(Outputs *outputs, GError **error);

/* SHA-256 in hexadecimal and size of a regular file; NULL is a failure. Free with
 * g_free. */
char *file_sha256(const char *path, size_t *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Outputs, outputs_free)
