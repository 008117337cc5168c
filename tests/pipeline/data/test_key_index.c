/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index against a hash table of the keys as text, whatever the order of the rows
 * and of the questions. */
#include "data/key_index.h"

#include <string.h>

static const CodeList no_sectors = {NULL, NULL, 0};

/* In which order rows stand. */
typedef enum Kept { RISING, FALLING, MOSTLY_RISING, AT_RANDOM, KEPT_COUNT } Kept;

static int number_of(Kept kept, int row, int n_rows)
{
    const int numbers[KEPT_COUNT] = {
        [RISING]        = row,
        [FALLING]       = n_rows - row,
        [MOSTLY_RISING] = row == n_rows / 2 ? 0 : row,
        [AT_RANDOM]     = g_test_rand_int_range(0, 2 * n_rows),
    };
    return numbers[kept];
}

/* Adds a membership to the table and, when its key is new, to `known`; else takes it
 * off again. */
static void add_row(Table *table, KeyIndex *index, GHashTable *known,
                    const int numbers[2])
{
    g_autofree char *alliance = g_strdup_printf("LA%03d", numbers[0]);
    g_autofree char *partner  = g_strdup_printf("P%05d", numbers[1]);
    g_autofree char *key      = g_strdup_printf("%s %s", alliance, partner);
    size_t row                = table_add_row(table);
    table_set(table, COLUMN(memberships, alliance_id), row, (Value){.text = alliance});
    table_set(table, COLUMN(memberships, partner_id), row, (Value){.text = partner});
    void *earlier = g_hash_table_lookup(known, key);
    guint32 found = key_index_add(index, row);
    if (earlier != NULL) {
        g_assert_cmpuint(found, ==, GPOINTER_TO_UINT(earlier) - 1);
        table_drop_row(table);
        return;
    }
    g_assert_cmpuint(found, ==, KEY_NEW);
    g_hash_table_insert(known, g_steal_pointer(&key), GUINT_TO_POINTER(row + 1));
}

static void test_two_columns(void)
{
    enum { ROWS = 3000 };
    g_autoptr(Arena) arena = arena_new();
    const TableSpec *spec =
        schema_table(schema_new(arena, &no_sectors), TABLE_memberships);
    for (int pair = 0; pair < KEPT_COUNT * KEPT_COUNT; pair++) {
        g_autoptr(Table) table = table_new(spec);
        table_add_column(table, COLUMN(memberships, alliance_id));
        table_add_column(table, COLUMN(memberships, partner_id));
        g_autoptr(KeyIndex) index = key_index_new(table);
        g_autoptr(GHashTable) known =
            g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        for (int row = 0; row < ROWS; row++)
            add_row(table, index, known,
                    (int[]){number_of((Kept)(pair % KEPT_COUNT), row / 50, ROWS / 50),
                            number_of((Kept)(pair / KEPT_COUNT), row, ROWS)});
        g_assert_cmpuint(table->n_rows, ==, g_hash_table_size(known));
    }
}

static void assert_found(KeyIndex *index, GHashTable *known, int number)
{
    g_autofree char *id = g_strdup_printf("P%05d", number);
    guint row           = GPOINTER_TO_UINT(g_hash_table_lookup(known, id));
    g_assert_cmpuint(key_index_find(index, id), ==, row == 0 ? KEY_NEW : row - 1);
}

static void test_questions(void)
{
    enum { ROWS = 3000 };
    g_autoptr(Arena) arena = arena_new();
    const TableSpec *spec =
        schema_table(schema_new(arena, &no_sectors), TABLE_partners);
    for (int pair = 0; pair < KEPT_COUNT * KEPT_COUNT; pair++) {
        g_autoptr(Table) table = table_new(spec);
        table_add_column(table, COLUMN(partners, partner_id));
        g_autoptr(KeyIndex) index   = key_index_new(table);
        g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
        for (int i = 0; i < ROWS; i++) {
            int number     = number_of((Kept)(pair % KEPT_COUNT), i, ROWS);
            const char *id = arena_printf(arena, "P%05d", number);
            size_t row     = table_add_row(table);
            table_set(table, COLUMN(partners, partner_id), row, (Value){.text = id});
            if (key_index_add(index, row) == KEY_NEW)
                g_hash_table_insert(known, (void *)(uintptr_t)id,
                                    GUINT_TO_POINTER(row + 1));
            else
                table_drop_row(table);
        }
        for (int i = 0; i < ROWS; i++)
            assert_found(index, known, number_of((Kept)(pair / KEPT_COUNT), i, ROWS));
        assert_found(index, known, 3 * ROWS);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/key index/keys of two columns", test_two_columns);
    g_test_add_func("/key index/questions", test_questions);
    return g_test_run();
}
