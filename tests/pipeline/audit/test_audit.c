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
    g_assert_cmpuint(lessons_in("unsolvable", "own_answer"), ==, 0);
}

static void test_folder_alike(void)
{
    g_assert_cmpuint(lessons_in("alike", "all_alike"), ==, 2);
}

/* The sector of 20 less its alliance of 17 leaves three answers, one yes; all less that
 * sector leaves the one school, which said yes. */
static void test_folder_differences(void)
{
    g_assert_cmpuint(lessons_in("differences", "differences"), >=, 2);
}

/* 7 to yes and 2 to no of 40: p = 2 (1 + 9 + 36) / 512 = 0.1796875, 5/40 = 0.125. In
 * the second row p is not told. */
static void test_folder_flows(void)
{
    g_assert_cmpuint(lessons_in("flows", "flows"), ==, 1);
}

/* 2022: 100 less 60 leaves 40 for one sector; 2024: two sectors share 40 and may have
 * anything from 0 to 40. */
static void test_folder_totals(void)
{
    g_assert_cmpuint(lessons_in("totals", "totals"), ==, 1);
}

/* (x, n) of 3 and 4 organisations with 2 of 3 yes: (0,1)(2,2), (1,1)(1,2), (1,2)(1,1),
 * (2,2)(0,1). Who said no in the first knows that he is its 1 of 2 or its 0 of 1. */
static void test_own(void)
{
    HiddenSystem system = two_strata();
    Solved solved[HIDDEN_LIMIT];
    system.strata[0].own = 0;
    enumeration_run(&system, solved);
    g_assert_cmpuint(solved[0].n_solutions, ==, 2);
    g_assert_cmpint(solved[0].x_most, ==, 1);
    g_assert_cmpfloat(solved[0].share_least, ==, 1);
    g_assert_false(solved[0].is_safe);
}

/* The small table of tau-ARGUS' kind: 3 x 1 with one cell hidden is undone by its
 * total, with two hidden ones and no other figure it is not. */
static void test_table(void)
{
    Solved solved[HIDDEN_LIMIT];
    HiddenSystem one = {.strata    = {{.size = 9, .n_high = 9, .own = -1}},
                        .n_strata  = 1,
                        .n         = 4,
                        .x_low     = 1,
                        .x_high    = 1,
                        .size      = -1,
                        .answering = -1,
                        .weighted  = NAN,
                        .variance  = NAN};
    enumeration_run(&one, solved);
    g_assert_false(solved[0].is_safe);
    g_assert_cmpint(solved[0].x_least, ==, 1);
    g_assert_cmpint(solved[0].n_least, ==, 4);
    HiddenSystem two = one;
    two.n_strata     = 2;
    two.strata[1]    = two.strata[0];
    enumeration_run(&two, solved);
    g_assert_true(solved[0].is_safe);
    g_assert_true(solved[1].is_safe);
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
    g_test_add_func("/audit/own", test_own);
    g_test_add_func("/audit/table", test_table);
    g_test_add_func("/audit/folder/differences", test_folder_differences);
    g_test_add_func("/audit/folder/flows", test_folder_flows);
    g_test_add_func("/audit/folder/totals", test_folder_totals);
    return g_test_run();
}
