/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule on a small monitor made for it: what goes, with which status, and what
 * stays. Sectors A (8 partners), B (6), C (6) and D (2), all of whom answered. */
#include "indicators/disclosure/disclosure.h"
#include "indicators/tables/comparisons.h"
#include "work.h"

#include <math.h>

typedef struct Fixture {
    char *work;
    Arena *arena;
    Monitor *monitor;
    Cells *cells;
} Fixture;

enum { PARTNERS = 22 };

static char sector_of(int partner)
{
    return partner < 8 ? 'A' : partner < 14 ? 'B' : partner < 20 ? 'C' : 'D';
}

/* Of the trained professionals of sector A partner 0 and its subsidiary 1 report nearly
 * all; of the experts that joined in 2021 partner 0 alone reports any. */
static void write_survey(GString *survey, int year, int partner)
{
    int trained = partner == 0 ? 700 : partner == 1 ? 200 : 8 + partner;
    int experts = year == 2021 ? (partner == 0 ? 9 : 0) : 1 + partner % 3;
    g_string_append_printf(survey, "P%02d,%d-10-01,%d,%d,%d,%d\n", partner, year,
                           partner % 2, trained, experts, partner % 4);
}

static char *make_work(void)
{
    g_autoptr(GString) partners =
        g_string_new("partner_id,name,sector,joined,parent_id\n");
    g_autoptr(GString) members = g_string_new("alliance_id,partner_id\n");
    g_autoptr(GString) survey =
        g_string_new("partner_id,submitted,new_cross_sector,professionals_trained,"
                     "experts_new,gaps_found\n");
    g_autoptr(GString) later = g_string_new(survey->str);
    for (int i = 0; i < PARTNERS; i++) {
        g_string_append_printf(partners, "P%02d,n,%c,2019-01-01,%s\n", i, sector_of(i),
                               i == 1 ? "P00" : "");
        /* Three alliances that divide the partners, of 3, 6 and 13. */
        g_string_append_printf(members, "%s,P%02d\n",
                               i < 3   ? "L1"
                               : i < 9 ? "L2"
                                       : "L3",
                               i);
        write_survey(survey, 2020, i);
        write_survey(later, 2021, i);
    }
    const WorkFile files[] = {
        {"settings.ini", "[monitor]\ntitle=t\n[sectors]\nA=A\nB=B\nC=C\nD=D\n"},
        {"clean/partners.csv", partners->str},
        {"clean/alliances.csv",
         "alliance_id,name,started,municipalities\nL1,a,2019-01-01,GM9001\n"
         "L2,b,2019-01-01,\nL3,c,2019-01-01,\n"},
        {"clean/memberships.csv", members->str},
        {"clean/2020/survey.csv", survey->str},
        {"clean/2020/collaborations.csv",
         "partner_id,with_partner\nP00,P08\nP00,P09\nP08,P15\nP20,P08\n"},
        {"clean/2020/reach.csv",
         "partner_id,opgave,unit,count\nP00,01,children,500\nP03,01,children,30\n"
         "P04,01,children,20\nP05,02,children,60\nP06,02,children,50\n"
         "P07,02,children,40\nP08,02,children,30\n"},
        {"clean/2021/survey.csv", later->str}};
    return work_make(files, G_N_ELEMENTS(files));
}

static void set_up(Fixture *fixture, const void *data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    fixture->work           = make_work();
    fixture->arena          = arena_new();
    fixture->monitor        = monitor_read(fixture->arena, fixture->work, &error);
    g_assert_no_error(error);
    fixture->cells = work_estimates(fixture->monitor);
    disclosure_suppress(fixture->monitor, fixture->cells);
}

static void tear_down(Fixture *fixture, const void *data)
{
    (void)data;
    cells_free(fixture->cells);
    monitor_free(fixture->monitor);
    arena_free(fixture->arena);
    work_remove(fixture->work);
}

static ConfStatus status_of(const Fixture *fixture, int year, const char *const keys[6])
{
    const Cell *cell = work_cell(fixture->monitor, fixture->cells, year, keys);
    bool is_empty    = isnan(cell->value) && isnan(cell->n) && isnan(cell->numerator) &&
                    isnan(cell->denominator) && isnan(cell->se) &&
                    isnan(cell->ci_low) && isnan(cell->ci_high) && isnan(cell->df);
    g_assert_true(cell->conf_status == CONF_FREE || is_empty);
    return cell->conf_status;
}

#define STATUS(year, ...) status_of(fixture, year, KEYS(__VA_ARGS__))

/* Two answers in D; then the next smallest, B (6, before C with as many), or D would be
 * the country less the others. */
static void test_threshold(Fixture *fixture, const void *data)
{
    (void)data;
    g_assert_cmpint(STATUS(2020, "new_cross_sector", "share", "A", "", "", ""), ==,
                    'F');
    g_assert_cmpint(STATUS(2020, "new_cross_sector", "share", "B", "", "", ""), ==,
                    'D');
    g_assert_cmpint(STATUS(2020, "new_cross_sector", "share", "C", "", "", ""), ==,
                    'F');
    g_assert_cmpint(STATUS(2020, "new_cross_sector", "share", "D", "", "", ""), ==,
                    'A');
    g_assert_cmpint(STATUS(2020, "new_cross_sector", "share", "", "", "", ""), ==, 'F');
    g_assert_cmpint(STATUS(2020, "response", "rate", "D", "", "", ""), ==, 'A');
    /* The register is no answer. */
    g_assert_cmpint(STATUS(2020, "partners", "active", "D", "", "", ""), ==, 'F');
}

/* Here the alliances divide the partners: L1 would be the rest. */
static void test_division(Fixture *fixture, const void *data)
{
    (void)data;
    g_assert_cmpint(STATUS(2020, "new_cross_sector", "share", "", "L1", "", ""), ==,
                    'A');
    g_assert_cmpint(STATUS(2020, "new_cross_sector", "share", "", "L2", "", ""), ==,
                    'D');
    g_assert_cmpint(STATUS(2020, "new_cross_sector", "share", "", "L3", "", ""), ==,
                    'F');
    g_assert_cmpint(STATUS(2020, "gaps_found", "reported", "", "L2", "", ""), ==, 'D');
}

/* P00 and its subsidiary trained 900 of sector A's 975: what the others leave, 60, is
 * less than a tenth. Apart they would have left 75 for 700. Of the country there is
 * enough beside them. */
static void test_dominance(Fixture *fixture, const void *data)
{
    (void)data;
    const char *const measures[] = {"reported", "estimated"};
    for (size_t m = 0; m < 2; m++) {
        const char *measure = measures[m];
        g_assert_cmpint(STATUS(2020, "professionals_trained", measure, "", "", "", ""),
                        ==, 'F');
        g_assert_cmpint(STATUS(2020, "professionals_trained", measure, "A", "", "", ""),
                        ==, 'A');
        g_assert_cmpint(STATUS(2020, "professionals_trained", measure, "C", "", "", ""),
                        ==, 'F');
        g_assert_cmpint(STATUS(2020, "professionals_trained", measure, "D", "", "", ""),
                        ==, 'A');
    }
}

/* Opgave 01: one reached 500 of 550. Opgave 02: four of like size. */
static void test_reach(Fixture *fixture, const void *data)
{
    (void)data;
    const char *const measures[] = {"gross", "lower", "upper"};
    for (size_t m = 0; m < G_N_ELEMENTS(measures); m++) {
        g_assert_cmpint(STATUS(2020, "reach_children", measures[m], "", "", "01", ""),
                        ==, 'A');
        g_assert_cmpint(STATUS(2020, "reach_children", measures[m], "", "", "02", ""),
                        ==, 'F');
    }
}

/* All experts of 2021 are of one partner: that sum goes, and what two running sums
 * would tell of it. */
static void test_difference(Fixture *fixture, const void *data)
{
    (void)data;
    g_assert_cmpint(STATUS(2020, "experts_added", "reported", "", "", "", ""), ==, 'F');
    g_assert_cmpint(STATUS(2021, "experts_added", "reported", "", "", "", ""), ==, 'A');
    g_assert_cmpint(STATUS(2020, "experts_added", "cumulative", "", "", "", ""), ==,
                    'F');
    g_assert_cmpint(STATUS(2021, "experts_added", "cumulative", "", "", "", ""), ==,
                    'D');
}

/* Ties with the two of sector D go, and one more pair: all ties are known. */
static void test_pairs(Fixture *fixture, const void *data)
{
    (void)data;
    g_assert_cmpint(STATUS(2020, "sector_mixing", "ties", "B", "", "", "D"), ==, 'A');
    g_assert_cmpint(STATUS(2020, "sector_mixing", "ties", "A", "", "", "B"), ==, 'D');
    g_assert_cmpint(STATUS(2020, "sector_mixing", "ties", "B", "", "", "C"), ==, 'F');
    g_assert_cmpint(STATUS(2020, "sector_mixing", "ratio", "A", "", "", "B"), ==, 'D');
}

static void assert_same(const Table *one, const Table *other)
{
    g_assert_cmpuint(one->n_rows, ==, other->n_rows);
    for (size_t row = 0; row < one->n_rows; row++)
        for (size_t v = 0; v < one->spec->n_variables; v++) {
            const Variable *variable = &one->spec->variables[v];
            char first[48], second[48];
            g_assert_cmpstr(value_format(variable, table_get(one, v, row), first), ==,
                            value_format(variable, table_get(other, v, row), second));
        }
}

/* An alliance that is not shown takes no part in what is said of the others. */
static void test_comparison(Fixture *fixture, const void *data)
{
    (void)data;
    g_autoptr(Arena) arena = arena_new();
    const Tallies *tallies = tallies_make(arena, fixture->monitor);
    g_autoptr(Table) full  = comparisons_make(tallies, NULL, NULL);
    g_autoptr(Table) anew  = comparisons_make(tallies, fixture->cells, NULL);
    g_autoptr(Table) table = comparisons_make(tallies, fixture->cells, full);
    size_t shown           = 0;
    assert_same(anew, table);
    for (size_t row = 0; row < table->n_rows; row++) {
        const char *id = table_text(table, COLUMN(comparison, alliance_id), row);
        bool is_shown  = g_strcmp0(id, "L3") == 0;
        g_assert_true(is_shown ==
                      !isnan(table_number(table, COLUMN(comparison, x), row)));
        g_assert_false(isnan(table_number(table, COLUMN(comparison, N), row)));
        if (!is_shown)
            continue;
        g_assert_cmpfloat(table_number(table, COLUMN(comparison, rank_high), row), ==,
                          1);
        shown++;
    }
    g_assert_cmpuint(shown, ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    static const struct {
        const char *path;
        void (*test)(Fixture *, const void *);
    } tests[] = {
        {"/disclosure/threshold", test_threshold},
        {"/disclosure/division", test_division},
        {"/disclosure/dominance", test_dominance},
        {"/disclosure/reach", test_reach},
        {"/disclosure/difference", test_difference},
        {"/disclosure/pairs", test_pairs},
        {"/disclosure/comparison", test_comparison},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
    return g_test_run();
}
