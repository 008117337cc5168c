/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From clean tables to cells: the numbers of the small generated data set against those
 * of R 4.2.2 with survey 4.1-1, and what statuses and subgroups come out. */
#include "indicators/tables/changes.h"
#include "mini.h"
#include "work.h"

#include <string.h>

#define REFERENCE "../reference/"

static const char settings_text[] =
    "[monitor]\ntitle=mini\n[sectors]\nA=A\nB=B\nC=C\nD=D\nE=E\nF=F\n";

/* The register: all partners of both waves, and silent ones up to each sector's N. */
static GString *register_text(const Mini *first, const Mini *second)
{
    size_t known[MINI_SECTORS]  = {0};
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    GString *text               = g_string_new("partner_id,name,sector,joined\n");
    const Mini *waves[]         = {first, second};
    for (size_t w = 0; w < 2; w++)
        for (size_t i = 0; i < waves[w]->count; i++) {
            const MiniRow *row = &waves[w]->rows[i];
            if (!g_hash_table_add(names, (void *)(uintptr_t)row->id))
                continue;
            known[row->sector]++;
            g_string_append_printf(text, "%s,Name,%c,2019-01-01\n", row->id,
                                   (char)('A' + row->sector));
        }
    for (size_t s = 0; s < MINI_SECTORS; s++)
        for (size_t i = known[s]; i < first->populations[s]; i++)
            g_string_append_printf(text, "X%c%zu,Name,%c,2019-01-01\n", (char)('A' + s),
                                   i, (char)('A' + s));
    return text;
}

static void add_value(GString *text, double value)
{
    if (isnan(value))
        g_string_append_c(text, ',');
    else
        g_string_append_printf(text, ",%d", (int)value);
}

static GString *survey_text(const Mini *mini)
{
    GString *text = g_string_new("partner_id,submitted,new_cross_sector,new_via_opgave,"
                                 "professionals_trained\n");
    for (size_t i = 0; i < mini->count; i++) {
        const MiniRow *row = &mini->rows[i];
        g_string_append_printf(text, "%s,2020-05-01", row->id);
        add_value(text, row->values[MINI_NEW]);
        add_value(text, row->values[MINI_NEWMIS]);
        add_value(text, row->values[MINI_POOR]);
        g_string_append_c(text, '\n');
    }
    return text;
}

static char *mini_work(void)
{
    const Mini first          = mini_read(REFERENCE "mini.csv");
    const Mini second         = mini_read(REFERENCE "mini_wave2.csv");
    g_autoptr(GString) people = register_text(&first, &second);
    g_autoptr(GString) wave1  = survey_text(&first);
    g_autoptr(GString) wave2  = survey_text(&second);
    const WorkFile files[]    = {{"settings.ini", settings_text},
                                 {"clean/partners.csv", people->str},
                                 {"clean/2020/survey.csv", wave1->str},
                                 {"clean/2021/survey.csv", wave2->str}};
    return work_make(files, G_N_ELEMENTS(files));
}

typedef struct Fixture {
    char *work;
    Arena *arena;
    Monitor *monitor;
    Cells *cells;
} Fixture;

static void set_up(Fixture *fixture, const void *make)
{
    g_autoptr(GError) error     = NULL;
    char *(*const *maker)(void) = make;
    fixture->work               = (*maker)();
    fixture->arena              = arena_new();
    fixture->monitor            = monitor_read(fixture->arena, fixture->work, &error);
    g_assert_no_error(error);
    fixture->cells = work_estimates(fixture->monitor);
}

static void tear_down(Fixture *fixture, const void *make)
{
    (void)make;
    cells_free(fixture->cells);
    monitor_free(fixture->monitor);
    arena_free(fixture->arena);
    work_remove(fixture->work);
}

static const Cell *cell_of(const Fixture *fixture, const char *const keys[6])
{
    return work_cell(fixture->monitor, fixture->cells, 2020, keys);
}

/* known-answers, stratified estimation with the rule for lonely strata. */
static void test_national(Fixture *fixture, const void *make)
{
    (void)make;
    const Cell *share =
        cell_of(fixture, KEYS("new_cross_sector", "share", "", "", "", ""));
    assert_close(share->value, 0.408591408591409, 1e-9);
    assert_close(share->se, 0.0560298312170348, 1e-9);
    assert_close(share->ci_low, 0.301868506942181, 1e-9);
    assert_close(share->ci_high, 0.524688156622214, 1e-9);
    assert_close(share->numerator, 0.408591408591409 * 91, 1e-9);
    g_assert_cmpfloat(share->df, ==, 40);
    g_assert_cmpfloat(share->N, ==, 91);
    g_assert_cmpint(share->obs_status, ==, OBS_UNRELIABLE);

    const Cell *missing =
        cell_of(fixture, KEYS("new_via_opgave", "share", "", "", "", ""));
    assert_close(missing->value, 0.445054945054945, 1e-9);
    assert_close(missing->se, 0.0642356344614181, 1e-9);
    assert_close(missing->ci_low, 0.321225703795892, 1e-9);
    assert_close(missing->ci_high, 0.576104459309956, 1e-9);
    g_assert_cmpfloat(missing->df, ==, 36);
    g_assert_cmpfloat(missing->n, ==, 42);

    const Cell *total =
        cell_of(fixture, KEYS("professionals_trained", "estimated", "", "", "", ""));
    assert_close(total->value, 10014.1818181818, 1e-9);
    assert_close(total->se, 548.043587472903, 1e-9);
}

/* What is certain, and the plain count: from the data by hand (18 yes of 46 of 91). */
static void test_certain(Fixture *fixture, const void *make)
{
    (void)make;
    const Cell *bounds =
        cell_of(fixture, KEYS("new_cross_sector", "bounds", "", "", "", ""));
    const Cell *reported =
        cell_of(fixture, KEYS("new_cross_sector", "reported", "", "", "", ""));
    g_assert_true(isnan(bounds->value));
    assert_close(bounds->ci_low, 18.0 / 91, 1e-12);
    assert_close(bounds->ci_high, (18.0 + 91 - 46) / 91, 1e-12);
    g_assert_cmpfloat(reported->value, ==, 18);
}

/* A question that was not asked is one national cell without a number. */
static void test_not_asked(Fixture *fixture, const void *make)
{
    (void)make;
    const Cell *cell = cell_of(fixture, KEYS("rule_changed", "share", "", "", "", ""));
    g_assert_cmpint(cell->obs_status, ==, OBS_MISSING);
    g_assert_true(isnan(cell->value) && isnan(cell->ci_low) && isnan(cell->n));
    for (size_t i = 0; i < cells_count(fixture->cells); i++) {
        const Cell *other = cells_get(fixture->cells, i);
        if (other->indicator == cell->indicator)
            g_assert_cmpint(other->sector, ==, CELL_ALL);
    }
}

/* R-indicator of the sectors, and a register count. */
static void test_census(Fixture *fixture, const void *make)
{
    (void)make;
    const Cell *alike =
        cell_of(fixture, KEYS("response", "r_indicator", "", "", "", ""));
    const Cell *active = cell_of(fixture, KEYS("partners", "active", "B", "", "", ""));
    assert_close(alike->value, 0.8565606117242, 1e-9);
    g_assert_cmpfloat(active->value, ==, 25);
}

/* known-answers, change with overlap. */
static void test_change(Fixture *fixture, const void *make)
{
    (void)make;
    g_autoptr(Table) changes = changes_make(fixture->monitor, 0);
    g_assert_cmpuint(changes->n_rows, ==, 2);
    g_assert_cmpstr(table_text(changes, COLUMN(change, indicator), 0), ==,
                    "new_cross_sector");
    assert_close(table_number(changes, COLUMN(change, difference), 0), 0.2287712287712,
                 1e-9);
    assert_close(table_number(changes, COLUMN(change, se), 0), 0.0710926336489588,
                 1e-9);
    g_assert_cmpfloat(table_number(changes, COLUMN(change, n_both), 0), ==, 37);
}

/* One alliance of twelve of whom eight answered, three yes: 3..7 of 12; one without any
 * answer; a sector of which everybody answered. Exact intervals from known-answers. */
static char *small_work(void)
{
    GString *people  = g_string_new("partner_id,name,sector,joined,left,role\n");
    GString *answers = g_string_new("partner_id,submitted,new_cross_sector\n");
    GString *members = g_string_new("alliance_id,partner_id,since,until\n");
    for (int i = 1; i <= 12; i++) {
        g_string_append_printf(people, "P%02d,Name,A,2019-01-01,,%s\n", i,
                               i > 10 ? "local_only" : "partner");
        g_string_append_printf(members, "L1,P%02d,,\n", i);
        if (i <= 8)
            g_string_append_printf(answers, "P%02d,2020-05-01,%d\n", i, i <= 3);
    }
    g_string_append(people, "P13,Name,B,2019-01-01,2020-12-31,partner\n"
                            "P14,Name,B,2019-01-01,2021-01-01,partner\n");
    g_string_append(answers, "P14,,1\nP13,2020-05-01,1\n");
    g_string_append(members, "L2,P14,2020-12-31,\nL2,P01,,2020-12-31\n");
    const WorkFile files[] = {
        {"settings.ini", "[sectors]\nA=A\nB=B\n"},
        {"clean/partners.csv", people->str},
        {"clean/alliances.csv",
         "alliance_id,name,started,ended\nL1,One,2019-01-01,\nL2,Two,2019-01-01,\n"
         "L3,Ended,2019-01-01,2020-12-31\n"},
        {"clean/memberships.csv", members->str},
        {"clean/2020/survey.csv", answers->str}};
    char *work = work_make(files, G_N_ELEMENTS(files));
    g_string_free(people, TRUE);
    g_string_free(answers, TRUE);
    g_string_free(members, TRUE);
    return work;
}

static void test_subgroups(Fixture *fixture, const void *make)
{
    (void)make;
    const Cell *one =
        cell_of(fixture, KEYS("new_cross_sector", "share", "", "L1", "", ""));
    g_assert_cmpfloat(one->n, ==, 8);
    g_assert_cmpfloat(one->N, ==, 12);
    assert_close(one->ci_low, 3.0 / 12, 1e-12);
    assert_close(one->ci_high, 7.0 / 12, 1e-12);
    const Cell *two =
        cell_of(fixture, KEYS("new_cross_sector", "share", "", "L2", "", ""));
    g_assert_cmpfloat(two->N, ==, 1); /* a membership that ended today is over */
    g_assert_cmpfloat(two->n, ==, 0);
    g_assert_cmpint(two->obs_status, ==, OBS_MISSING);
    /* P13 left on the reference date: not eligible; P14 the day after: eligible. */
    g_assert_cmpfloat(
        cell_of(fixture, KEYS("partners", "active", "", "", "", ""))->value, ==, 11);
    g_assert_cmpfloat(
        cell_of(fixture, KEYS("partners", "local_only", "", "", "", ""))->value, ==, 2);
    g_assert_cmpfloat(
        cell_of(fixture, KEYS("response", "partial", "", "", "", ""))->value, ==, 1);
    /* Sector B has nobody who answered: it is not covered. */
    const Cell *national =
        cell_of(fixture, KEYS("new_cross_sector", "share", "", "", "", ""));
    g_assert_cmpstr(national->note, ==, "coverage=91");
    g_assert_cmpint(national->obs_status, ==, OBS_UNRELIABLE);
}

int main(int argc, char **argv)
{
    static char *(*const mini)(void)  = mini_work;
    static char *(*const small)(void) = small_work;
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add("/estimates/national", Fixture, &mini, set_up, test_national, tear_down);
    g_test_add("/estimates/certain", Fixture, &mini, set_up, test_certain, tear_down);
    g_test_add("/estimates/not-asked", Fixture, &mini, set_up, test_not_asked,
               tear_down);
    g_test_add("/estimates/census", Fixture, &mini, set_up, test_census, tear_down);
    g_test_add("/estimates/change", Fixture, &mini, set_up, test_change, tear_down);
    g_test_add("/estimates/subgroups", Fixture, &small, set_up, test_subgroups,
               tear_down);
    return g_test_run();
}
