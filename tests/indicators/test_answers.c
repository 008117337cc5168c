/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The share of each answer against numbers worked out by hand, and what of it may be
 * shown. */
#include "indicators/disclosure/disclosure.h"
#include "indicators/tables/answers.h"
#include "work.h"

#include <math.h>
#include <string.h>

enum { ANSWERS = 5 };

/* Sector A has six partners, B four, C two of whom nobody answers. P99 is a local
 * partner, P98 left: their answers are not of the partners. P05 left statement 01 open.
 * Statement 02: all agree strongly. 03: asked, nobody answered. 04: four answers. 05:
 * not asked. 2021 is a year of three answers. */
static const WorkFile files[] = {
    {"settings.ini", "[monitor]\ntitle=t\n[sectors]\nA=A\nB=B\nC=C\n"},
    {"clean/partners.csv", "partner_id,name,sector,joined,left,role\n"
                           "P01,n,A,2019-01-01,,partner\nP02,n,A,2019-01-01,,partner\n"
                           "P03,n,A,2019-01-01,,partner\nP04,n,A,2019-01-01,,partner\n"
                           "P05,n,A,2019-01-01,,partner\nP06,n,A,2019-01-01,,partner\n"
                           "P11,n,B,2019-01-01,,partner\nP12,n,B,2019-01-01,,partner\n"
                           "P13,n,B,2019-01-01,,partner\nP14,n,B,2019-01-01,,partner\n"
                           "P21,n,C,2019-01-01,,partner\nP22,n,C,2019-01-01,,partner\n"
                           "P98,n,A,2019-01-01,2020-01-01,partner\n"
                           "P99,n,A,2019-01-01,,local_only\n"},
    {"clean/2020/survey.csv",
     "partner_id,submitted,statement_01,statement_02,statement_03,statement_04\n"
     "P99,2020-10-01,2,1,1,1\nP98,2020-10-01,2,1,1,1\n"
     "P12,2020-10-01,4,5,,\nP11,2020-10-01,3,5,,2\n"
     "P04,2020-10-01,5,5,,\nP03,2020-10-01,5,5,,3\n"
     "P02,2020-10-01,4,5,,4\nP01,2020-10-01,1,5,,5\n"
     "P05,2020-10-01,,,,\nP13,,1,1,1,1\n"},
    {"clean/2021/survey.csv", "partner_id,submitted,statement_01\n"
                              "P01,2021-10-01,1\nP02,2021-10-01,5\nP03,2021-10-01,5\n"},
};

typedef struct Fixture {
    char *work;
    Arena *arena;
    Monitor *monitor;
    Cells *cells;
    Cells *answers;
} Fixture;

static void set_up(Fixture *fixture, const void *data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    fixture->work           = work_make(files, G_N_ELEMENTS(files));
    fixture->arena          = arena_new();
    fixture->monitor        = monitor_read(fixture->arena, fixture->work, &error);
    g_assert_no_error(error);
    fixture->cells   = work_estimates(fixture->monitor);
    fixture->answers = answers_estimate(tallies_make(fixture->arena, fixture->monitor),
                                        fixture->cells);
}

static void tear_down(Fixture *fixture, const void *data)
{
    (void)data;
    cells_free(fixture->answers);
    cells_free(fixture->cells);
    monitor_free(fixture->monitor);
    arena_free(fixture->arena);
    work_remove(fixture->work);
}

static const Cell *answer_of(const Fixture *fixture, int year, const char *statement,
                             int answer)
{
    const Cell *found = NULL;
    for (size_t i = 0; i < cells_count(fixture->answers); i++) {
        const Cell *cell = cells_get(fixture->answers, i);
        if (cell->year != year || cell->answer != answer ||
            strcmp(cell->category, statement) != 0)
            continue;
        g_assert_null(found); /* every key stands once */
        found = cell;
    }
    g_assert_nonnull(found);
    return found;
}

static const Cell *own_cell(const Fixture *fixture, const char *statement)
{
    return work_cell(fixture->monitor, fixture->cells, 2020,
                     KEYS("statement_agreement", "share_agree", "", "", "", statement));
}

static void assert_shares(const Fixture *fixture, const char *statement,
                          const double shares[ANSWERS])
{
    for (int k = 0; k < ANSWERS; k++)
        g_assert_cmpfloat_with_epsilon(
            answer_of(fixture, 2020, statement, k + 1)->value, shares[k], 1e-15);
}

/* By hand: W_A = 6/10 and W_B = 4/10, the sectors that answered. A gave 1, 4, 5 and 5,
 * B gave 3 and 4: 1 is .6/4, 3 is .4/2, 4 is .6/4 + .4/2, 5 is .6 x 2/4. */
static void test_shares(Fixture *fixture, const void *data)
{
    (void)data;
    assert_shares(fixture, "01", (const double[ANSWERS]){0.15, 0, 0.2, 0.35, 0.3});
    for (int k = 1; k <= ANSWERS; k++) {
        const Cell *cell = answer_of(fixture, 2020, "01", k);
        g_assert_cmpfloat(cell->n, ==, 6);
        g_assert_cmpfloat(cell->N, ==, 10);
        g_assert_cmpint(cell->obs_status, ==, OBS_UNRELIABLE); /* C is not covered */
    }
    assert_shares(fixture, "02", (const double[ANSWERS]){0, 0, 0, 0, 1});
}

/* 4 and 5 are the share that agrees, and all five the whole. */
static void test_sums(Fixture *fixture, const void *data)
{
    (void)data;
    const char *const statements[] = {"01", "02", "04"};
    for (size_t i = 0; i < G_N_ELEMENTS(statements); i++) {
        double sums[ANSWERS + 1] = {0};
        for (int k = ANSWERS; k >= 1; k--)
            sums[k - 1] = sums[k] + answer_of(fixture, 2020, statements[i], k)->value;
        g_assert_cmpfloat_with_epsilon(sums[0], 1, 1e-12);
        g_assert_cmpfloat_with_epsilon(sums[3], own_cell(fixture, statements[i])->value,
                                       1e-12);
    }
}

/* Not asked, and asked of whom nobody answered: the statuses of indicators.csv. */
static void test_without_answers(Fixture *fixture, const void *data)
{
    (void)data;
    const Cell *silent     = answer_of(fixture, 2020, "03", 5);
    const Cell *not_asked  = answer_of(fixture, 2020, "05", 1);
    const Cell *own_silent = own_cell(fixture, "03");
    g_assert_true(isnan(silent->value) && isnan(not_asked->value));
    g_assert_cmpint(own_silent->obs_status, ==, OBS_MISSING);
    g_assert_cmpint(silent->obs_status, ==, OBS_MISSING);
    g_assert_cmpint(not_asked->obs_status, ==, OBS_MISSING);
    g_assert_cmpfloat(silent->n, ==, 0);
    g_assert_true(isnan(not_asked->n));
}

/* By statement as indicators.csv has them, and from the first answer to the last. */
static void test_order(Fixture *fixture, const void *data)
{
    (void)data;
    g_assert_cmpuint(cells_count(fixture->answers), ==, 2 * 24 * ANSWERS);
    for (size_t i = 0; i < cells_count(fixture->answers); i++) {
        const Cell *cell = cells_get(fixture->answers, i);
        g_assert_cmpint(cell->year, ==, i < 24 * ANSWERS ? 2020 : 2021);
        g_assert_cmpint(cell->answer, ==, (int)(i % ANSWERS) + 1);
        g_assert_cmpint(atoi(cell->category), ==, (int)(i / ANSWERS % 24) + 1);
    }
}

static void assert_emptied(const Fixture *fixture, int year, const char *statement)
{
    for (int k = 1; k <= ANSWERS; k++) {
        const Cell *cell = answer_of(fixture, year, statement, k);
        g_assert_cmpint(cell->conf_status, ==, CONF_PRIMARY);
        g_assert_true(isnan(cell->value) && isnan(cell->n));
        g_assert_false(isnan(cell->N));
    }
}

/* Fewer than five answers, of a statement or in a whole year, say who gave them. */
static void test_disclosure(Fixture *fixture, const void *data)
{
    (void)data;
    disclosure_suppress(fixture->monitor, fixture->answers);
    assert_shares(fixture, "01", (const double[ANSWERS]){0.15, 0, 0.2, 0.35, 0.3});
    g_assert_cmpint(answer_of(fixture, 2020, "01", 1)->conf_status, ==, CONF_FREE);
    assert_emptied(fixture, 2020, "04");
    assert_emptied(fixture, 2021, "01");
    g_assert_cmpint(answer_of(fixture, 2020, "05", 1)->conf_status, ==, CONF_FREE);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*test)(Fixture *fixture, const void *data);
    } tests[] = {{"/answers/shares", test_shares},
                 {"/answers/sums", test_sums},
                 {"/answers/without-answers", test_without_answers},
                 {"/answers/order", test_order},
                 {"/answers/disclosure", test_disclosure}};
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
    return g_test_run();
}
