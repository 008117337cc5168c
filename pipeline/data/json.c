/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A builder with a stack of what is open. */
#include "data/json.h"

#include <json-glib/json-glib.h>

struct Json {
    JsonBuilder *builder;
    GArray *is_array; /* gboolean, innermost last */
};

Json *json_new(void)
{
    Json *json     = g_new0(Json, 1);
    json->builder  = json_builder_new();
    json->is_array = g_array_new(FALSE, FALSE, sizeof(gboolean));
    json_builder_begin_object(json->builder);
    return json;
}

void json_free(Json *json)
{
    if (json == NULL)
        return;
    g_object_unref(json->builder);
    g_array_unref(json->is_array);
    g_free(json);
}

static void add_name(Json *json, const char *name)
{
    if (name != NULL)
        json_builder_set_member_name(json->builder, name);
}

static void push(Json *json, gboolean is_array)
{
    g_array_append_val(json->is_array, is_array);
}

void json_open_object(Json *json, const char *name)
{
    add_name(json, name);
    json_builder_begin_object(json->builder);
    push(json, FALSE);
}

void json_open_array(Json *json, const char *name)
{
    add_name(json, name);
    json_builder_begin_array(json->builder);
    push(json, TRUE);
}

void json_close(Json *json)
{
    guint last = json->is_array->len;
    g_assert(last > 0);
    if (g_array_index(json->is_array, gboolean, last - 1))
        json_builder_end_array(json->builder);
    else
        json_builder_end_object(json->builder);
    g_array_set_size(json->is_array, last - 1);
}

void json_add_text(Json *json, const char *name, const char *text)
{
    add_name(json, name);
    if (text == NULL)
        json_builder_add_null_value(json->builder);
    else
        json_builder_add_string_value(json->builder, text);
}

void json_add_count(Json *json, const char *name, int64_t count)
{
    add_name(json, name);
    json_builder_add_int_value(json->builder, count);
}

void json_add_truth(Json *json, const char *name, bool truth)
{
    add_name(json, name);
    json_builder_add_boolean_value(json->builder, truth);
}

GString *json_finish(Json *json, bool is_indented)
{
    g_assert(json->is_array->len == 0);
    json_builder_end_object(json->builder);
    g_autoptr(JsonNode) root = json_builder_get_root(json->builder);
    g_autofree char *text    = json_to_string(root, is_indented);
    GString *result          = g_string_new(text);
    if (is_indented)
        g_string_append_c(result, '\n');
    return result;
}

/* ---- reading ---- */

struct JsonEntry {
    JsonObject *object;
};

static JsonNode *entry_value(const JsonEntry *entry, const char *name, GType type)
{
    JsonNode *node = json_object_get_member(entry->object, name);
    return node != NULL && JSON_NODE_HOLDS_VALUE(node) &&
                   json_node_get_value_type(node) == type
               ? node
               : NULL;
}

const char *json_entry_text(const JsonEntry *entry, const char *name)
{
    JsonNode *node = entry_value(entry, name, G_TYPE_STRING);
    return node != NULL ? json_node_get_string(node) : NULL;
}

int64_t json_entry_count(const JsonEntry *entry, const char *name)
{
    JsonNode *node = entry_value(entry, name, G_TYPE_INT64);
    return node != NULL ? json_node_get_int(node) : -1;
}

static JsonArray *find_array(JsonNode *root, const char *member)
{
    if (root == NULL || !JSON_NODE_HOLDS_OBJECT(root))
        return NULL;
    JsonNode *node = json_object_get_member(json_node_get_object(root), member);
    return node != NULL && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node)
                                                       : NULL;
}

JsonRead json_read_array(const char *path, const char *member, JsonVisit visit,
                         void *data, GError **error)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    if (!json_parser_load_from_file(parser, path, NULL))
        return JSON_READ_FAULT;
    JsonArray *array = find_array(json_parser_get_root(parser), member);
    if (array == NULL)
        return JSON_READ_FAULT;
    for (guint i = 0; i < json_array_get_length(array); i++) {
        JsonNode *node = json_array_get_element(array, i);
        if (!JSON_NODE_HOLDS_OBJECT(node))
            return JSON_READ_FAULT;
        JsonEntry entry = {json_node_get_object(node)};
        if (!visit(&entry, data, error))
            return JSON_READ_STOPPED;
    }
    return JSON_READ_DONE;
}

const char *json_library_version(void)
{
    return JSON_VERSION_S;
}
