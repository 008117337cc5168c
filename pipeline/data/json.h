/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* JSON is written, and read back, for machines only (manifest, datapackage, check
 * --json): the door to json-glib. Members stand in the order in which they are added.
 * Inside an array the name is NULL. */
typedef struct Json Json;

/* A document that is one object. Owned by the caller. */
Json *json_new(void);
void json_free(Json *json);

void json_open_object(Json *json, const char *name);
void json_open_array(Json *json, const char *name);
/* Closes the innermost object or array. */
void json_close(Json *json);

/* NULL text becomes null. */
void json_add_text(Json *json, const char *name, const char *text);
void json_add_count(Json *json, const char *name, int64_t count);
void json_add_truth(Json *json, const char *name, bool truth);

/* Closes the document and gives its text: indented, ended by LF, or on one line without
 * it. Free with g_string_free. */
GString *json_finish(Json *json, bool is_indented);

/* One object of an array that is read. */
typedef struct JsonEntry JsonEntry;

/* A member that is a text, or NULL; a whole number, or -1. */
const char *json_entry_text(const JsonEntry *entry, const char *name);
int64_t json_entry_count(const JsonEntry *entry, const char *name);

/* Called for each object of the array; false, with `error` set, stops. */
typedef bool (*JsonVisit)(const JsonEntry *entry, void *data, GError **error);

typedef enum JsonRead {
    JSON_READ_DONE,
    JSON_READ_STOPPED, /* by a visit, whose `error` it is */
    JSON_READ_FAULT,   /* no JSON, or no such array of objects in it */
} JsonRead;

/* Reads the file and visits the objects of its array `member`. */
JsonRead json_read_array(const char *path, const char *member, JsonVisit visit,
                         void *data, GError **error);

/* The version of json-glib. */
const char *json_library_version(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Json, json_free)
