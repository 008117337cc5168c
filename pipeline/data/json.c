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

const char *json_library_version(void)
{
    return JSON_VERSION_S;
}
