/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Do intervals hold the truth as often as they promise? Finite populations are drawn
 * once a round, answers at random within them, and the truth is that population's own.
 */
#include <math.h>

#include "indicators/comparison/change.h"
#include "indicators/estimation/estimate.h"
#include "indicators/estimation/hypergeometric.h"
#include "simulation.h"

enum { SECTORS = 8, PARTNERS = 300, ANSWERS = 180, ROUNDS = 20000 };
static const size_t SIZES[SECTORS]  = {12, 70, 55, 25, 18, 15, 75, 30};
static const double SHIFTS[SECTORS] = {0.1, -0.1, 0.05, 0, -0.05, 0.1, 0, -0.1};

static size_t sector_of(size_t partner)
{
    size_t sector = 0;
    while (partner >= SIZES[sector])
        partner -= SIZES[sector++];
    return sector;
}

/* Does the interval of one simulated year hold that year's share? */
static bool share_covers(gsl_rng *random, double share, double spread)
{
    size_t order[PARTNERS];
    size_t answers[SECTORS] = {0}, positives[SECTORS] = {0}, truth = 0;
    Stratum strata[SECTORS];
    for (size_t i = 0; i < PARTNERS; i++)
        order[i] = i;
    gsl_ran_shuffle(random, order, PARTNERS, sizeof *order);
    for (size_t i = 0; i < PARTNERS; i++) {
        const size_t h = sector_of(order[i]);
        const bool yes = gsl_rng_uniform(random) < share + spread * SHIFTS[h];
        truth += yes ? 1 : 0;
        answers[h] += i < ANSWERS ? 1 : 0;
        positives[h] += i < ANSWERS && yes ? 1 : 0;
    }
    for (size_t h = 0; h < SECTORS; h++)
        strata[h] = stratum_of_counts(SIZES[h], answers[h], positives[h]);
    const Estimate estimate = estimate_share(strata, SECTORS, 0.95);
    const double value      = (double)truth / PARTNERS;
    return estimate.interval.low <= value && value <= estimate.interval.high;
}

/* National share, eight sectors, 300 partners, 180 answers: 93 to 97 %. */
static void test_xlogit(void)
{
    static const double shares[] = {0.65, 0.33, 0.15, 0.85};
    gsl_rng *random              = simulation_random(1);
    for (size_t i = 0; i < G_N_ELEMENTS(shares); i++) {
        Rate rate = {.name = "xlogit"};
        for (size_t round = 0; round < ROUNDS; round++)
            rate_add(&rate, share_covers(random, shares[i], 1));
        rate_check(&rate, 0.93, 0.97);
    }
    gsl_rng_free(random);
}

/* The probability that the exact interval holds K, by enumeration. */
static double exact_coverage(size_t N, size_t n, size_t K)
{
    double coverage = 0;
    for (size_t x = 0; x <= MIN(n, K); x++) {
        const CountRange range = n - x <= N - K
                                     ? hypergeometric_range((Proportion){x, n}, N, 0.95)
                                     : (CountRange){1, 0};
        if (range.low <= K && K <= range.high)
            coverage += gsl_ran_hypergeometric_pdf((unsigned)x, (unsigned)K,
                                                   (unsigned)(N - K), (unsigned)n);
    }
    return coverage;
}

/* Every group of up to 60 partners, every number of answers, every truth: at least 95
 * %; on average 98 to 100 % for groups of up to twelve. */
static void test_exact(void)
{
    double sum   = 0;
    double cases = 0;
    for (size_t N = 2; N <= 60; N += N < 20 ? 1 : 10)
        for (size_t n = 1; n < N; n++)
            for (size_t K = 0; K <= N; K++) {
                const double coverage = exact_coverage(N, n, K);
                g_assert_cmpfloat(coverage, >=, 0.95 - 1e-9);
                sum += N <= 12 ? coverage : 0;
                cases += N <= 12 ? 1 : 0;
            }
    g_test_message("exact, up to 12 partners: %.4f on average", sum / cases);
    g_assert_cmpfloat(sum / cases, >=, 0.98);
}

/* One partner in a hundred says yes: often no answer does, and the exact bound serves.
 */
static void test_rare(void)
{
    gsl_rng *random = simulation_random(2);
    Rate rate       = {.name = "rare yes"};
    for (size_t round = 0; round < ROUNDS; round++)
        rate_add(&rate, share_covers(random, 0.01, 0));
    rate_check(&rate, 0.95, 1);
    gsl_rng_free(random);
}

/* How partners come, go and answer. */
typedef struct Turnover {
    const char *name;
    double leave;     /* of the partners of the first year */
    double join;      /* as many new ones, of the first year's number */
    double answer;    /* in the first year */
    double stayers;   /* answer in the second year, of those eligible in both */
    double newcomers; /* answer in the second year */
    double change;    /* probability that a stayer's answer is drawn anew */
} Turnover;

/* Answers are drawn after the truth: they depend on staying, never on the value. */
static PanelPartner draw_partner(gsl_rng *random, const Turnover *turnover,
                                 size_t sector, bool newcomer, double truth[4])
{
    const double share    = 0.5 + SHIFTS[sector];
    const bool first      = gsl_rng_uniform(random) < share;
    const bool anew       = gsl_rng_uniform(random) < turnover->change;
    const bool second     = anew ? gsl_rng_uniform(random) < share + 0.1 : first;
    const bool leaves     = !newcomer && gsl_rng_uniform(random) < turnover->leave;
    PanelPartner partner  = {sector, !newcomer, !leaves, NAN, NAN};
    const double answered = newcomer ? turnover->newcomers : turnover->stayers;
    truth[0] += !newcomer && first ? 1 : 0;
    truth[1] += newcomer ? 0 : 1;
    truth[2] += !leaves && second ? 1 : 0;
    truth[3] += leaves ? 0 : 1;
    if (!newcomer && gsl_rng_uniform(random) < turnover->answer)
        partner.from = first;
    if (!leaves && gsl_rng_uniform(random) < answered)
        partner.to = second;
    return partner;
}

static bool change_covers(gsl_rng *random, const Turnover *turnover)
{
    PanelPartner partners[2 * PARTNERS];
    double truth[4] = {0};
    size_t count    = 0;
    for (size_t i = 0; i < PARTNERS; i++) {
        const size_t h    = sector_of(i);
        partners[count++] = draw_partner(random, turnover, h, false, truth);
        if (gsl_rng_uniform(random) < turnover->join)
            partners[count++] = draw_partner(random, turnover, h, true, truth);
    }
    const Panel panel   = {partners, count, SECTORS, true};
    const Change change = change_between(&panel, 0.95);
    const double value  = truth[2] / truth[3] - truth[0] / truth[1];
    return change.interval.low <= value && value <= change.interval.high;
}

/* Change under turnover, also when stayers answer at .85 and newcomers at .3. */
static void test_change(void)
{
    static const Turnover turnovers[] = {
        {"change, nobody moves", 0, 0, 0.6, 0.6, 0.6, 0.5},
        {"change, turnover", 0.1, 0.25, 0.6, 0.6, 0.6, 0.5},
        {"change, stayers .85, newcomers .3", 0.1, 0.25, 0.6, 0.85, 0.3, 0.5},
        {"change, hardly anyone changes", 0.05, 0.1, 0.7, 0.7, 0.7, 0.15},
    };
    gsl_rng *random = simulation_random(3);
    for (size_t i = 0; i < G_N_ELEMENTS(turnovers); i++) {
        Rate rate = {.name = turnovers[i].name};
        for (size_t round = 0; round < ROUNDS / 2; round++)
            rate_add(&rate, change_covers(random, &turnovers[i]));
        rate_check(&rate, 0.93, 0.97);
    }
    gsl_rng_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add_func("/coverage/xlogit", test_xlogit);
    g_test_add_func("/coverage/exact", test_exact);
    g_test_add_func("/coverage/rare", test_rare);
    g_test_add_func("/coverage/change", test_change);
    return g_test_run();
}
