/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/table.h"

/* Finds the row of a table by its key. Costs nothing for a table that is kept in the
 * order of its keys and asked for row after row, else a few bytes a row however long
 * the keys are. */
typedef struct KeyIndex KeyIndex;

#define KEY_NEW G_MAXUINT32 /* no row */

/* An index over the key columns that `table` has now; the table outlives it. Empty:
 * rows are added one by one. Free with key_index_free. */
KeyIndex *key_index_new(const Table *table);
void key_index_free(KeyIndex *index);

/* Adds the row, or gives the earlier row with the same key, which is then kept. */
guint32 key_index_add(KeyIndex *index, size_t row);

/* The row whose key is this one text, or KEY_NEW. Only where the key is one text. */
guint32 key_index_find(KeyIndex *index, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(KeyIndex, key_index_free)
