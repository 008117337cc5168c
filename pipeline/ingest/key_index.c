/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linear probing at a load of at most one half; FNV-1a over the key's cells. */
#include "ingest/key_index.h"

#include <string.h>

struct KeyIndex {
    const Table *table;
    GArray *variables; /* size_t: the key columns */
    guint32 *slots;    /* row numbers, KEY_NEW where free */
    size_t n_slots;    /* a power of two */
    size_t n_rows;
};

static bool is_text(ValueType type)
{
    return type == VALUE_ID || type == VALUE_TEXT || type == VALUE_MUNICIPALITY ||
           type == VALUE_MUNICIPALITIES;
}

KeyIndex *key_index_new(const Table *table)
{
    KeyIndex *index  = g_new0(KeyIndex, 1);
    index->table     = table;
    index->variables = g_array_new(FALSE, FALSE, sizeof(size_t));
    index->n_slots   = 1024;
    index->slots     = g_new(guint32, index->n_slots);
    memset(index->slots, 0xFF, index->n_slots * sizeof *index->slots);
    for (size_t v = 0; v < table->spec->n_variables; v++)
        if ((table->spec->variables[v].flags & VARIABLE_KEY) && table_has(table, v))
            g_array_append_val(index->variables, v);
    return index;
}

void key_index_free(KeyIndex *index)
{
    if (index == NULL)
        return;
    g_array_unref(index->variables);
    g_free(index->slots);
    g_free(index);
}

static guint64 hash_bytes(guint64 hash, const void *bytes, size_t length)
{
    const unsigned char *p = bytes;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ p[i]) * G_GUINT64_CONSTANT(0x100000001b3);
    return hash;
}

static const guint64 hash_start = G_GUINT64_CONSTANT(0xcbf29ce484222325);

/* The text of a key cell, or its canonical form. */
static const char *cell_text(const Table *table, size_t variable, size_t row,
                             char buffer[48])
{
    if (is_text(table->spec->variables[variable].type)) {
        const char *text = table_text(table, variable, row);
        return text != NULL ? text : "";
    }
    return value_format(&table->spec->variables[variable],
                        table_get(table, variable, row), buffer);
}

static guint64 hash_row(const KeyIndex *index, size_t row)
{
    guint64 hash = hash_start;
    char buffer[48];
    for (guint i = 0; i < index->variables->len; i++) {
        size_t v         = g_array_index(index->variables, size_t, i);
        const char *text = cell_text(index->table, v, row, buffer);
        hash             = hash_bytes(hash, text, strlen(text) + 1);
    }
    return hash;
}

static bool is_same(const KeyIndex *index, size_t a, size_t b)
{
    char first[48], second[48];
    for (guint i = 0; i < index->variables->len; i++) {
        size_t v = g_array_index(index->variables, size_t, i);
        if (strcmp(cell_text(index->table, v, a, first),
                   cell_text(index->table, v, b, second)) != 0)
            return false;
    }
    return true;
}

static size_t slot_of(const KeyIndex *index, guint64 hash)
{
    return (size_t)(hash ^ (hash >> 32)) & (index->n_slots - 1);
}

static void grow(KeyIndex *index)
{
    guint32 *old = index->slots;
    size_t n_old = index->n_slots;
    index->n_slots *= 2;
    index->slots = g_new(guint32, index->n_slots);
    memset(index->slots, 0xFF, index->n_slots * sizeof *index->slots);
    for (size_t i = 0; i < n_old; i++) {
        if (old[i] == KEY_NEW)
            continue;
        size_t slot = slot_of(index, hash_row(index, old[i]));
        while (index->slots[slot] != KEY_NEW)
            slot = (slot + 1) & (index->n_slots - 1);
        index->slots[slot] = old[i];
    }
    g_free(old);
}

guint32 key_index_add(KeyIndex *index, size_t row)
{
    g_assert(row < KEY_NEW);
    if (index->n_rows * 2 >= index->n_slots)
        grow(index);
    size_t slot = slot_of(index, hash_row(index, row));
    for (; index->slots[slot] != KEY_NEW; slot = (slot + 1) & (index->n_slots - 1))
        if (is_same(index, index->slots[slot], row))
            return index->slots[slot];
    index->slots[slot] = (guint32)row;
    index->n_rows++;
    return KEY_NEW;
}

guint32 key_index_find(const KeyIndex *index, const char *text)
{
    g_assert(index->variables->len == 1);
    size_t v    = g_array_index(index->variables, size_t, 0);
    size_t slot = slot_of(index, hash_bytes(hash_start, text, strlen(text) + 1));
    for (; index->slots[slot] != KEY_NEW; slot = (slot + 1) & (index->n_slots - 1))
        if (strcmp(table_text(index->table, v, index->slots[slot]), text) == 0)
            return index->slots[slot];
    return KEY_NEW;
}
