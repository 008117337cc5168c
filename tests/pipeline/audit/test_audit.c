/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The attacker on systems whose solutions were counted by hand. */
#include "audit/audit.h"
#include "audit/enumeration.h"

#include <glib/gstdio.h>

/* Two strata of 3 and 4 organisations, 3 answers of which 2 are yes. */
static HiddenSystem two_strata(void)
{
    return (HiddenSystem){.strata    = {{.size = 3, .n_high = 3, .own = -1},
                                        {.size = 4, .n_high = 4, .own = -1}},
                          .n_strata  = 2,
                          .n         = 3,
                          .x_low     = 2,
                          .x_high    = 2,
                          .size      = 7,
                          .answering = 2,
                          .weighted  = NAN,
                          .half      = 1e-6,
                          .variance  = NAN};
}

/* (1,1)(1,2): 3 + 2 = 5; (0,1)(2,2): 4; (2,2)(0,1): 3; (1,2)(1,1): 1.5 + 4 = 5.5. */
static void test_solvable(void)
{
    HiddenSystem system = two_strata();
    Solved solved[HIDDEN_LIMIT];
    system.weighted = 5;
    g_assert_cmpint(enumeration_run(&system, solved), ==, SEARCH_DONE);
    g_assert_cmpuint(solved[0].n_solutions, ==, 1);
    g_assert_cmpint(solved[0].x_least, ==, 1);
    g_assert_cmpint(solved[0].n_most, ==, 1);
    g_assert_cmpint(solved[1].n_least, ==, 2);
    g_assert_false(solved[0].is_safe);
}

static void test_unsolvable(void)
{
    HiddenSystem system = two_strata();
    Solved solved[HIDDEN_LIMIT];
    g_assert_cmpint(enumeration_run(&system, solved), ==, SEARCH_DONE);
    g_assert_true(solved[0].is_safe);
    g_assert_true(solved[1].is_safe);
}

/* 5 and 5.5 lie within half a unit of 5.25; x = 1 in both strata, whichever it is. */
static void test_rounded(void)
{
    HiddenSystem system = two_strata();
    Solved solved[HIDDEN_LIMIT];
    system.weighted = 5.25;
    system.half     = 0.3;
    enumeration_run(&system, solved);
    g_assert_cmpuint(solved[0].n_solutions, ==, 2);
    g_assert_cmpint(solved[0].x_least, ==, 1);
    g_assert_cmpint(solved[0].x_most, ==, 1);
    g_assert_false(solved[0].is_safe);
}

static void test_limit(void)
{
    HiddenSystem system = two_strata();
    Solved solved[HIDDEN_LIMIT];
    system.step_limit = 2;
    g_assert_cmpint(enumeration_run(&system, solved), ==, SEARCH_LIMIT);
}

/* ---- whole folders ---- */

/* How many lessons of that attack the folder teaches. */
static size_t lessons_in(const char *folder, const char *attack)
{
    g_autoptr(GError) error            = NULL;
    g_autoptr(Publication) publication = publication_read(folder, &error);
    g_assert_no_error(error);
    const Schema *schema =
        schema_new(publication->arena, &publication->settings->sectors);
    g_autoptr(Lessons) lessons = lessons_new(schema);
    size_t count               = 0;
    audit_attack(publication, lessons);
    for (size_t row = 0; row < lessons->table->n_rows; row++)
        count +=
            g_str_equal(table_text(lessons->table, COLUMN(audit, attack), row), attack);
    return count;
}

static void test_folder_solvable(void)
{
    g_assert_cmpuint(lessons_in("solvable", "hidden_sector"), ==, 2);
}

static void test_folder_unsolvable(void)
{
    g_assert_cmpuint(lessons_in("unsolvable", "hidden_sector"), ==, 0);
    g_assert_cmpuint(lessons_in("unsolvable", "all_alike"), ==, 0);
}

static void test_folder_alike(void)
{
    g_assert_cmpuint(lessons_in("alike", "all_alike"), ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/audit/solvable", test_solvable);
    g_test_add_func("/audit/unsolvable", test_unsolvable);
    g_test_add_func("/audit/rounded", test_rounded);
    g_test_add_func("/audit/limit", test_limit);
    g_test_add_func("/audit/folder/solvable", test_folder_solvable);
    g_test_add_func("/audit/folder/unsolvable", test_folder_unsolvable);
    g_test_add_func("/audit/folder/alike", test_folder_alike);
    return g_test_run();
}
