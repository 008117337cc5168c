/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that contradict each other, and tables that do not. */
#include "indicators/estimation/estimate.h"
#include "indicators/tables/checks.h"
#include "work.h"

static char *make_work(bool is_right)
{
    const WorkFile files[] = {
        {"settings.ini", "[monitor]\nlanguage=en\n[sectors]\nA=A\nB=B\n"},
        {"clean/partners.csv", "partner_id,name,sector,joined\n"
                               "P1,n,A,2019-01-01\nP2,n,B,2019-01-01\n"
                               "P3,n,A,2019-01-01\nP4,n,A,2019-01-01\n"},
        {"clean/population.csv",
         "municipality,year,definition,unit,count,rounding\n"
         "GM9001,2020,LI,children,100,10\nGM9001,2020,LI,families,40,\n"},
        {"clean/targets.csv",
         is_right
             ? "indicator,measure,target_year,target\nnew_cross_sector,share,2030,1\n"
             : "indicator,measure,target_year,target\n"
               "new_cross_sectors,share,2030,1\npartners,actief,2030,1\n"},
        {"clean/2020/survey.csv",
         is_right ? "partner_id,submitted,new_cross_sector,new_via_opgave\n"
                    "P1,2020-10-01,1,1\nP3,2020-10-01,0,0\nP4,2020-10-01,1,1\n"
                  : "partner_id,submitted,new_cross_sector,new_via_opgave\n"
                    "P1,2020-10-01,0,1\nP3,2020-10-01,1,0\nP4,2020-10-01,1,1\n"},
        {"clean/2020/collaborations.csv", "partner_id,with_partner,new,opgave\n"
                                          "P1,P2,1,01\nP3,P1,1,\n"},
        {"clean/2020/reach.csv", "partner_id,opgave,unit,count,municipality\n"
                                 "P1,01,children,80,GM9001\nP2,01,children,60,"
                                 "GM9001\nP3,02,families,40,GM9001\n"},
        {"clean/2020/overlaps.csv",
         is_right ? "partner_a,partner_b,opgave,unit,count,municipality\n"
                    "P1,P2,01,children,50,GM9001\n"
                  : "partner_a,partner_b,opgave,unit,count,municipality\n"
                    "P1,P2,01,children,70,GM9001\n"}};
    char *work = work_make(files, G_N_ELEMENTS(files));
    if (!is_right)
        work_add(work, "clean/2020/reach.csv",
                 "partner_id,opgave,unit,count,municipality\n"
                 "P1,01,children,80,GM9001\nP2,01,children,60,GM9001\n"
                 "P3,02,families,41,GM9001\n");
    return work;
}

static Findings *findings_of(bool is_right)
{
    g_autoptr(GError) error    = NULL;
    g_autoptr(Arena) arena     = arena_new();
    char *work                 = make_work(is_right);
    g_autoptr(Monitor) monitor = monitor_read(arena, work, &error);
    g_assert_no_error(error);
    Findings *findings = findings_new("indicators", LANGUAGE_EN);
    checks_run(monitor, findings);
    work_remove(work);
    return findings;
}

static const FindingCode codes[] = {FINDING_answers_disagree,
                                    FINDING_overlaps_impossible, FINDING_cap_refuted,
                                    FINDING_target_unknown};

static void test_right(void)
{
    g_autoptr(Findings) findings = findings_of(true);
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        g_assert_cmpuint(findings_count(findings, codes[i]), ==, 0);
}

/* P1 says no but lists one: that is found at its cell, when the survey is read. P3 says
 * yes but lists none across sectors; P4 lists nothing, which contradicts nothing. 70 of
 * both > 60 of one. 41 families of 40. */
static void test_wrong(void)
{
    static const size_t expected[] = {1, 1, 1, 2};
    g_autoptr(Findings) findings   = findings_of(false);
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        g_assert_cmpuint(findings_count(findings, codes[i]), ==, expected[i]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add_func("/checks/right", test_right);
    g_test_add_func("/checks/wrong", test_wrong);
    return g_test_run();
}
