/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that come in the order of their keys need no index to see that none is there
 * twice. Only where one does not, or one is asked for that is not near, the rows get
 * slots: linear probing at a load of at most one half. */
#include "data/key_index.h"

#include <string.h>

/* The hash spares a look at the table for nearly all rows that are not meant. */
typedef struct Slot {
    guint32 row; /* KEY_NEW: free */
    guint32 hash;
} Slot;

enum {
    BLOCK       = 16, /* slots that neighbours share */
    NEAR        = 4,  /* rows that are looked at before the slots */
    NEAR_ENOUGH = 32, /* before there are slots */
};

/* The order of keys: by their first column, or by their last. */
typedef enum Order { FIRST_COLUMN_FIRST, LAST_COLUMN_FIRST, ORDERS } Order;

struct KeyIndex {
    const Table *table;
    GArray *variables; /* size_t: the key columns */
    Slot *slots;       /* NULL: rows 0 .. n_rows - 1 are all, and in order */
    size_t n_slots;    /* a power of two */
    size_t n_rows;
    bool is_ordered[ORDERS];
    size_t found; /* the row that was found last */
};

static bool is_text(ValueType type)
{
    return type == VALUE_ID || type == VALUE_TEXT || type == VALUE_MUNICIPALITY ||
           type == VALUE_MUNICIPALITIES;
}

static Slot *new_slots(size_t n_slots)
{
    Slot *slots = g_new(Slot, n_slots);
    memset(slots, 0xFF, n_slots * sizeof *slots);
    return slots;
}

KeyIndex *key_index_new(const Table *table)
{
    KeyIndex *index  = g_new0(KeyIndex, 1);
    index->table     = table;
    index->variables = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (Order order = 0; order < ORDERS; order++)
        index->is_ordered[order] = true;
    for (size_t v = 0; v < table->spec->n_variables; v++)
        if ((table->spec->variables[v].flags & VARIABLE_KEY) && table_has(table, v))
            g_array_append_val(index->variables, v);
    g_assert(index->variables->len > 0);
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

/* FNV-1a. */
static guint64 hash_bytes(guint64 hash, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (guchar)text[i]) * G_GUINT64_CONSTANT(0x100000001b3);
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

/* Numbers that differ in their last letter alone share a block of slots: organisations
 * stand in nearly the same order in the register and in every export, so that the next
 * one is mostly found in memory that is at hand. */
static guint32 finish_hash(guint64 hash, const char *last, size_t length)
{
    char letter = length > 0 ? last[length - 1] : '\0';
    hash        = hash_bytes(hash, last, length > 0 ? length - 1 : 0);
    hash ^= hash >> 32;
    return ((guint32)hash & ~(guint32)(BLOCK - 1)) | ((guchar)letter & (BLOCK - 1));
}

static guint32 hash_row(const KeyIndex *index, size_t row)
{
    guint64 hash = hash_start;
    char buffer[48];
    for (guint i = 0; i + 1 < index->variables->len; i++) {
        size_t v         = g_array_index(index->variables, size_t, i);
        const char *text = cell_text(index->table, v, row, buffer);
        hash             = hash_bytes(hash, text, strlen(text) + 1);
    }
    size_t v = g_array_index(index->variables, size_t, index->variables->len - 1);
    const char *text = cell_text(index->table, v, row, buffer);
    return finish_hash(hash, text, strlen(text));
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

/* The slot after `slot`, around the end. */
static size_t next_slot(const KeyIndex *index, size_t slot)
{
    return (slot + 1) & (index->n_slots - 1);
}

static size_t free_slot(const KeyIndex *index, guint32 hash)
{
    size_t slot = hash & (index->n_slots - 1);
    while (index->slots[slot].row != KEY_NEW)
        slot = next_slot(index, slot);
    return slot;
}

static void grow(KeyIndex *index)
{
    g_autofree Slot *old = index->slots;
    size_t n_old         = index->n_slots;
    index->n_slots *= 2;
    index->slots = new_slots(index->n_slots);
    for (size_t i = 0; i < n_old; i++)
        if (old[i].row != KEY_NEW)
            index->slots[free_slot(index, old[i].hash)] = old[i];
}

/* Gives the rows so far their slots. */
static void leave_order(KeyIndex *index)
{
    index->n_slots = 1024;
    while (index->n_slots < 2 * index->n_rows)
        index->n_slots *= 2;
    index->slots = new_slots(index->n_slots);
    for (size_t row = 0; row < index->n_rows; row++) {
        guint32 hash                         = hash_row(index, row);
        index->slots[free_slot(index, hash)] = (Slot){(guint32)row, hash};
    }
}

/* Whether the key of `row` comes after that of the row before it. */
static bool is_after(const KeyIndex *index, size_t row, Order order)
{
    char before[48], own[48];
    const guint n = index->variables->len;
    for (guint i = 0; i < n; i++) {
        guint place = order == FIRST_COLUMN_FIRST ? i : n - 1 - i;
        size_t v    = g_array_index(index->variables, size_t, place);
        int step    = strcmp(cell_text(index->table, v, row - 1, before),
                             cell_text(index->table, v, row, own));
        if (step != 0)
            return step < 0;
    }
    return false;
}

/* Whether `row` keeps all rows in one of the orders. */
static bool keeps_order(KeyIndex *index, size_t row)
{
    bool is_kept = false;
    for (Order order = 0; order < ORDERS; order++) {
        index->is_ordered[order] =
            index->is_ordered[order] && (row == 0 || is_after(index, row, order));
        is_kept |= index->is_ordered[order];
    }
    return is_kept && row == index->n_rows;
}

static guint32 add_slot(KeyIndex *index, size_t row)
{
    if (index->n_rows * 2 >= index->n_slots)
        grow(index);
    guint32 hash = hash_row(index, row);
    size_t slot  = hash & (index->n_slots - 1);
    for (; index->slots[slot].row != KEY_NEW; slot = next_slot(index, slot))
        if (index->slots[slot].hash == hash &&
            is_same(index, index->slots[slot].row, row))
            return index->slots[slot].row;
    index->slots[slot] = (Slot){(guint32)row, hash};
    index->n_rows++;
    return KEY_NEW;
}

guint32 key_index_add(KeyIndex *index, size_t row)
{
    g_assert(row < KEY_NEW);
    if (index->slots == NULL && keeps_order(index, row)) {
        index->n_rows++;
        return KEY_NEW;
    }
    if (index->slots == NULL)
        leave_order(index);
    return add_slot(index, row);
}

static guint32 find_slot(const KeyIndex *index, size_t variable, const char *text)
{
    guint32 hash = finish_hash(hash_start, text, strlen(text));
    size_t slot  = hash & (index->n_slots - 1);
    for (; index->slots[slot].row != KEY_NEW; slot = next_slot(index, slot))
        if (index->slots[slot].hash == hash &&
            strcmp(table_text(index->table, variable, index->slots[slot].row), text) ==
                0)
            return index->slots[slot].row;
    return KEY_NEW;
}

/* The one found last or a few after it: tables that name each other's rows are mostly
 * kept in one order. */
static guint32 find_near(const KeyIndex *index, size_t variable, const char *text)
{
    size_t end = index->found + (index->slots != NULL ? NEAR : NEAR_ENOUGH);
    for (size_t row = index->found; row < MIN(end, index->n_rows); row++)
        if (strcmp(table_text(index->table, variable, row), text) == 0)
            return (guint32)row;
    return KEY_NEW;
}

guint32 key_index_find(KeyIndex *index, const char *text)
{
    g_assert(index->variables->len == 1);
    size_t v    = g_array_index(index->variables, size_t, 0);
    guint32 row = find_near(index, v, text);
    if (row == KEY_NEW && index->slots == NULL)
        leave_order(index);
    if (row == KEY_NEW)
        row = find_slot(index, v, text);
    if (row != KEY_NEW)
        index->found = row;
    return row;
}
