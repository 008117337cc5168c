/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stratified estimates against R 4.2.2 + survey 4.1-1 (svymean, svytotal, svyratio on
 * tests/reference/mini.csv), and what must hold for any data. */
#include "indicators/estimation/strata.h"

#include "mini.h"

static const char MINI[] = "../../reference/mini.csv";

/* The lonely stratum F without any contribution, as survey's option "certainty" has it:
 * the total of the others' variances over the whole population. */
static void test_certainty(void)
{
    const Mini mini = mini_read(MINI);
    Stratum x[MINI_SECTORS], y[MINI_SECTORS];
    mini_strata(&mini, MINI_NEW, x);
    assert_close(strata_mean(x, 6).value, 0.408591408591409, 1e-12);
    assert_close(sqrt(strata_total(x, 5).variance) / 91, 0.0501540006367749, 1e-12);
    mini_strata(&mini, MINI_POOR, y);
    assert_close(strata_total(y, 6).value, 10014.1818181818, 1e-12);
    assert_close(sqrt(strata_total(y, 5).variance), 491.34820043753, 1e-12);
}

static void test_borrowed_variance(void)
{
    const Mini mini = mini_read(MINI);
    Stratum strata[MINI_SECTORS];
    mini_strata(&mini, MINI_NEW, strata);
    const StratifiedEstimate new = strata_mean(strata, 6);
    assert_close(sqrt(new.variance), 0.0560298312170348, 1e-12);
    g_assert_cmpuint(new.df, ==, 40);
    g_assert_cmpuint(new.flags, ==, STRATA_LONELY);
    mini_strata(&mini, MINI_NEWMIS, strata);
    const StratifiedEstimate missing = strata_mean(strata, 6);
    assert_close(missing.value, 0.445054945054945, 1e-12);
    assert_close(sqrt(missing.variance), 0.0642356344614181, 1e-12);
    g_assert_cmpuint(missing.df, ==, 36);
    mini_strata(&mini, MINI_POOR, strata);
    assert_close(sqrt(strata_total(strata, 6).variance), 548.043587472903, 1e-12);
}

static void test_empty_stratum(void)
{
    const Mini mini = mini_read(MINI);
    Stratum strata[MINI_SECTORS];
    mini_strata(&mini, MINI_NEW, strata);
    strata[5]                     = (Stratum){.population = 5};
    const StratifiedEstimate mean = strata_mean(strata, 6);
    assert_close(mean.value, 0.374207188160676, 1e-12);
    assert_close(sqrt(mean.variance), 0.0530699309063548, 1e-12);
    g_assert_cmpuint(mean.df, ==, 40);
    g_assert_cmpuint(mean.population, ==, 86);
    g_assert_cmpuint(mean.eligible, ==, 91);
    g_assert_cmpuint(mean.flags, ==, STRATA_EMPTY);
}

/* F collapsed into D. */
static void test_collapsed(void)
{
    Mini mini = mini_read(MINI);
    for (size_t i = 0; i < mini.count; i++)
        if (mini.rows[i].sector == 5)
            mini.rows[i].sector = 3;
    mini.populations[3] = 11;
    mini.populations[5] = 0;
    Stratum strata[MINI_SECTORS];
    mini_strata(&mini, MINI_NEW, strata);
    const StratifiedEstimate mean = strata_mean(strata, 6);
    assert_close(mean.value, 0.392107892107892, 1e-12);
    assert_close(sqrt(mean.variance), 0.0552156971731948, 1e-12);
    g_assert_cmpuint(mean.df, ==, 41);
    g_assert_cmpuint(mean.flags, ==, 0);
    mini_strata(&mini, MINI_POOR, strata);
    const StratifiedEstimate total = strata_total(strata, 6);
    assert_close(total.value, 10285.6818181818, 1e-12);
    assert_close(sqrt(total.variance), 568.052495291177, 1e-12);
}

/* The answers of one alliance, in their sectors. */
static void domain_strata(const Mini *mini, size_t alliance, MiniColumn column,
                          Stratum strata[MINI_SECTORS])
{
    Mini part = *mini;
    for (size_t i = 0; i < part.count; i++)
        if (part.rows[i].alliance != alliance)
            part.rows[i].values[column] = NAN;
    mini_strata(&part, column, strata);
}

/* R's errors count F as certain: the total of u_i = d_i (y_i - m_d) / Nhat_d over the
 * other strata. Ours lets F borrow, so it must be larger. */
static void test_domain_means(void)
{
    static const double means[]  = {0.406940063091483, 0.525885558583106,
                                    0.274447949526814};
    static const double errors[] = {0.0930595884350726, 0.080737806842088,
                                    0.0859274895386503};
    const Mini mini              = mini_read(MINI);
    Stratum design[MINI_SECTORS], domain[MINI_SECTORS], linear[MINI_SECTORS];
    mini_strata(&mini, MINI_NEW, design);
    for (size_t d = 0; d < 3; d++) {
        domain_strata(&mini, d, MINI_NEW, domain);
        const StratifiedEstimate mean = strata_domain(design, domain, 6);
        double size                   = 0;
        for (size_t h = 0; h < MINI_SECTORS; h++)
            size += (double)(design[h].population * domain[h].answers) /
                    (double)design[h].answers;
        Mini part = mini;
        for (size_t i = 0; i < part.count; i++) {
            double *value = &part.rows[i].values[MINI_NEW];
            *value = part.rows[i].alliance == d ? (*value - mean.value) / size : 0;
        }
        mini_strata(&part, MINI_NEW, linear);
        assert_close(mean.value, means[d], 1e-12);
        assert_close(sqrt(strata_total(linear, 5).variance), errors[d], 1e-12);
        assert_close(mean.variance, strata_total(linear, 6).variance, 1e-12);
        g_assert_cmpuint(mean.df, ==, 10);
    }
}

/* A domain total is the total of d_i y_i. */
static void test_domain_totals(void)
{
    static const double totals[] = {3340.45454545455, 3132.09090909091,
                                    3541.63636363636};
    static const double errors[] = {595.105061711473, 526.990434508782,
                                    633.491302778954};
    const Mini mini              = mini_read(MINI);
    for (size_t d = 0; d < 3; d++) {
        Mini part = mini;
        for (size_t i = 0; i < part.count; i++)
            if (part.rows[i].alliance != d)
                part.rows[i].values[MINI_POOR] = 0;
        Stratum strata[MINI_SECTORS];
        mini_strata(&part, MINI_POOR, strata);
        const StratifiedEstimate total = strata_total(strata, 6);
        assert_close(total.value, totals[d], 1e-12);
        assert_close(sqrt(strata_total(strata, 5).variance), errors[d], 1e-12);
        g_assert_cmpfloat(total.variance, >, errors[d] * errors[d]);
    }
}

/* survey's apistrat by its published moments. */
static void test_apistrat(void)
{
    const Stratum score[]  = {stratum_of_moments(4421, 100, 674.43, 15687.4192929293),
                              stratum_of_moments(755, 50, 625.82, 11947.0893877551),
                              stratum_of_moments(1018, 50, 636.6, 13824.8571428571)};
    const Stratum enroll[] = {stratum_of_moments(4421, 100, 416.78, 27576.8804040404),
                              stratum_of_moments(755, 50, 1320.7, 450339.928571429),
                              stratum_of_moments(1018, 50, 832.48, 156307.275102041)};
    const Stratum tested[] = {stratum_of_moments(4421, 100, 355.02, 19561.0096969697),
                              stratum_of_moments(755, 50, 1070.52, 347437.438367347),
                              stratum_of_moments(1018, 50, 695.7, 124836.540816327)};
    const double both[]    = {22711.2468686869, 372674.853061225, 132790.86122449};
    const StratifiedEstimate mean  = strata_mean(score, 3);
    const StratifiedEstimate total = strata_total(enroll, 3);
    const StratifiedEstimate ratio = strata_ratio(tested, enroll, both, 3);
    assert_close(mean.value, 662.2873635777, 1e-12);
    assert_close(sqrt(mean.variance), 9.408940879434, 1e-12);
    g_assert_cmpuint(mean.df, ==, 197);
    assert_close(total.value, 3687177.52, 1e-12);
    assert_close(sqrt(total.variance), 114641.7151904, 1e-12);
    assert_close(ratio.value, 0.8369568872833, 1e-12);
    assert_close(sqrt(ratio.variance), 0.007757103058241, 1e-12);
}

/* The error of R's ratio counts F as certain: the strata without it, over the total of
 * all. With F borrowing, the same sum of u_i. */
static void test_ratio(void)
{
    const Mini mini = mini_read(MINI);
    Stratum x[MINI_SECTORS], y[MINI_SECTORS], linear[MINI_SECTORS];
    mini_strata(&mini, MINI_POOR, x);
    mini_strata(&mini, MINI_ALL, y);
    double both[MINI_SECTORS] = {0};
    for (size_t i = 0; i < mini.count; i++) {
        const MiniRow *row = &mini.rows[i];
        const size_t h     = row->sector;
        both[h] += (row->values[MINI_POOR] - x[h].mean) *
                   (row->values[MINI_ALL] - y[h].mean) /
                   fmax((double)x[h].answers - 1, 1);
    }
    const StratifiedEstimate ratio = strata_ratio(x, y, both, 6);
    const double total             = strata_total(y, 6).value;
    Mini part                      = mini;
    for (size_t i = 0; i < part.count; i++) {
        double *values   = part.rows[i].values;
        values[MINI_NEW] = (values[MINI_POOR] - ratio.value * values[MINI_ALL]) / total;
    }
    mini_strata(&part, MINI_NEW, linear);
    assert_close(ratio.value, 0.35653229330183, 1e-12);
    assert_close(sqrt(strata_total(linear, 5).variance), 0.0153210356761906, 1e-12);
    assert_close(ratio.variance, strata_total(linear, 6).variance, 1e-12);
}

/* The order of the rows and the names of the strata carry no information. */
static void test_permutation(void)
{
    Mini mini = mini_read(MINI);
    Stratum before[MINI_SECTORS], after[MINI_SECTORS];
    mini_strata(&mini, MINI_POOR, before);
    for (size_t i = 0; i < mini.count; i++)
        mini.rows[i].sector = MINI_SECTORS - 1 - mini.rows[i].sector;
    for (size_t i = mini.count - 1; i > 0; i--) {
        const size_t j     = (size_t)g_test_rand_int_range(0, (gint32)i + 1);
        const MiniRow swap = mini.rows[i];
        mini.rows[i]       = mini.rows[j];
        mini.rows[j]       = swap;
    }
    for (size_t h = 0; h < MINI_SECTORS / 2; h++) {
        const size_t swap                      = mini.populations[h];
        mini.populations[h]                    = mini.populations[MINI_SECTORS - 1 - h];
        mini.populations[MINI_SECTORS - 1 - h] = swap;
    }
    mini_strata(&mini, MINI_POOR, after);
    const StratifiedEstimate one = strata_mean(before, 6);
    const StratifiedEstimate two = strata_mean(after, 6);
    assert_close(two.value, one.value, 1e-14);
    assert_close(two.variance, one.variance, 1e-13);
    assert_close(two.model_variance, one.model_variance, 1e-13);
    g_assert_cmpuint(two.df, ==, one.df);
}

/* Counts, values and the grouped sample describe the same stratum. */
static void test_ways_in(void)
{
    const double values[] = {1, 0, NAN, 1, 1, 0, NAN, 0};
    const size_t strata[] = {0, 0, 0, 0, 0, 0, 0, 0};
    const Sample sample   = {values, strata, G_N_ELEMENTS(values)};
    const Stratum counted = stratum_of_counts(20, 6, 3);
    const Stratum listed  = stratum_of_values(20, values, G_N_ELEMENTS(values));
    Stratum grouped       = {.population = 20};
    strata_summarise(&grouped, 1, &sample);
    g_assert_cmpuint(listed.answers, ==, 6);
    assert_close(listed.variance, 0.3, 1e-15);
    assert_close(counted.variance, 0.3, 1e-15);
    assert_close(grouped.variance, 0.3, 1e-15);
    assert_close(grouped.sum, 3, 0);
    assert_close(counted.mean, 0.5, 0);
}

/* Nobody answered; nobody exists; only strata with one answer each. */
static void test_corners(void)
{
    const Stratum silent[] = {{.population = 5}, {.population = 0}};
    const Stratum lonely[] = {stratum_of_counts(5, 1, 1), stratum_of_counts(1, 1, 0)};
    const Stratum full[]   = {stratum_of_counts(4, 4, 1), stratum_of_counts(1, 1, 0)};
    const StratifiedEstimate none  = strata_mean(silent, 2);
    const StratifiedEstimate least = strata_mean(lonely, 2);
    const StratifiedEstimate all   = strata_mean(full, 2);
    g_assert_true(isnan(none.value) && isnan(none.variance));
    g_assert_cmpuint(none.flags, ==, STRATA_EMPTY);
    assert_close(least.value, 5.0 / 6, 1e-15);
    g_assert_true(isnan(least.variance));
    g_assert_cmpuint(least.df, ==, 0);
    g_assert_cmpuint(least.flags, ==, STRATA_LONELY);
    assert_close(all.value, 0.2, 1e-15);
    assert_close(all.variance, 0, 0);
    g_assert_cmpfloat(all.model_variance, >, 0);
    g_assert_cmpuint(all.flags, ==, STRATA_FULL);
    g_assert_true(isnan(strata_mean(NULL, 0).value));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/strata/certainty", test_certainty);
    g_test_add_func("/strata/borrowed-variance", test_borrowed_variance);
    g_test_add_func("/strata/empty-stratum", test_empty_stratum);
    g_test_add_func("/strata/collapsed", test_collapsed);
    g_test_add_func("/strata/domain-means", test_domain_means);
    g_test_add_func("/strata/domain-totals", test_domain_totals);
    g_test_add_func("/strata/apistrat", test_apistrat);
    g_test_add_func("/strata/ratio", test_ratio);
    g_test_add_func("/strata/permutation", test_permutation);
    g_test_add_func("/strata/ways-in", test_ways_in);
    g_test_add_func("/strata/corners", test_corners);
    return g_test_run();
}
