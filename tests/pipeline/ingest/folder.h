/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/settings.h"
#include "data/table.h"

/* A monitor folder to try ingest on: copied from fixtures, changed by the test, read by
 * the stage itself. All of it is gone when the folder is freed. */
typedef struct Folder {
    char *top;     /* holds both */
    char *input;   /* the monitor folder */
    char *work;    /* what ingest wrote */
    char *message; /* of the last failure, or NULL */
} Folder;

Folder *folder_new(void);
void folder_free(Folder *folder);

/* Copies all files below `from` (links as links) into the monitor folder. */
void folder_copy(Folder *folder, const char *from);

/* Writes a file of the monitor folder. */
void folder_write(Folder *folder, const char *path, const char *bytes, size_t length);

/* Reads the register and the year (0: register only); returns the exit code. */
int folder_ingest(Folder *folder, int year);

/* A file of WORK as a table of the default schema; NULL when it is not there. */
Table *folder_table(const Folder *folder, TableId id, const char *path);

/* A file of WORK as text; NULL when it is not there. */
char *folder_text(const Folder *folder, const char *path);

/* The schema for the default sectors. */
const Schema *folder_schema(void);

/* How many findings of that code there are, register and year together. */
size_t folder_count(const Folder *folder, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Folder, folder_free)
