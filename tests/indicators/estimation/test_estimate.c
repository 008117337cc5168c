/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of interval and method, against R 4.2.2 + survey 4.1-1 and rule by rule.
 */
#include "indicators/estimation/estimate.h"

#include <stdbool.h>
#include <stdio.h>

#include "indicators/estimation/hypergeometric.h"
#include "mini.h"

static const char MINI[]  = "../../reference/mini.csv";
static const char CASES[] = "../../reference/stratified.txt";

static void assert_interval(Interval actual, double low, double high, double tolerance)
{
    assert_close(actual.low, low, tolerance);
    assert_close(actual.high, high, tolerance);
}

static void test_mini_share(void)
{
    const Mini mini = mini_read(MINI);
    Stratum strata[MINI_SECTORS];
    mini_strata(&mini, MINI_NEW, strata);
    const Estimate new = estimate_share(strata, MINI_SECTORS, 0.95);
    assert_close(new.value, 0.408591408591409, 1e-12);
    assert_close(new.se, 0.0560298312170348, 1e-12);
    assert_interval(new.interval, 0.301868506942181, 0.524688156622214, 1e-12);
    g_assert_cmpuint(new.df, ==, 40);
    g_assert_cmpint(new.method, ==, METHOD_STRATIFIED_XLOGIT);
    g_assert_cmpuint(new.flags, ==, STRATA_LONELY | ESTIMATE_UNRELIABLE);
    mini_strata(&mini, MINI_NEWMIS, strata);
    const Estimate missing = estimate_share(strata, MINI_SECTORS, 0.95);
    assert_interval(missing.interval, 0.321225703795892, 0.576104459309956, 1e-12);
    mini_strata(&mini, MINI_NEW, strata);
    strata[5]            = (Stratum){.population = 5};
    const Estimate empty = estimate_share(strata, MINI_SECTORS, 0.95);
    assert_interval(empty.interval, 0.274435475998482, 0.485957291239022, 1e-12);
    g_assert_cmpuint(empty.flags, ==, STRATA_EMPTY | ESTIMATE_UNRELIABLE);
}

/* The same interval with F counted as certain: the formula apart from the lonely rule.
 */
static void test_xlogit(void)
{
    assert_interval(interval_xlogit(0.408591408591409, 0.0501540006367749, 40, 0.95),
                    0.312325123432164, 0.512419569310688, 1e-12);
}

/* One random design of the case file. */
typedef struct Case {
    size_t strata;
    size_t populations[8];
    size_t rows;
    size_t stratum[512];
    double columns[4][512]; /* yes, score, count, group */
} Case;

static bool read_case(FILE *file, Case *design)
{
    if (fscanf(file, " design %zu %zu", &design->strata, &design->rows) != 2)
        return false;
    g_assert_cmpuint(design->rows, <=, G_N_ELEMENTS(design->stratum));
    for (size_t h = 0; h < design->strata; h++)
        g_assert_cmpint(fscanf(file, "%zu", &design->populations[h]), ==, 1);
    for (size_t i = 0; i < design->rows; i++)
        g_assert_cmpint(fscanf(file, "%zu %lf %lf %lf %lf", &design->stratum[i],
                               &design->columns[0][i], &design->columns[1][i],
                               &design->columns[2][i], &design->columns[3][i]),
                        ==, 5);
    return true;
}

static void read_numbers(FILE *file, const char *name, double *numbers, size_t count)
{
    char word[16];
    g_assert_cmpint(fscanf(file, " %15s", word), ==, 1);
    g_assert_cmpstr(word, ==, name);
    for (size_t i = 0; i < count; i++)
        g_assert_cmpint(fscanf(file, "%lf", &numbers[i]), ==, 1);
}

static void case_strata(const Case *design, const double *values, Stratum *strata)
{
    const Sample sample = {values, design->stratum, design->rows};
    for (size_t h = 0; h < design->strata; h++)
        strata[h].population = design->populations[h];
    strata_summarise(strata, design->strata, &sample);
}

static void check_share(FILE *file, const Case *design)
{
    double expected[6];
    Stratum strata[8];
    read_numbers(file, "share", expected, 6);
    case_strata(design, design->columns[0], strata);
    const Estimate share = estimate_share(strata, design->strata, 0.95);
    assert_close(share.value, expected[0], 1e-11);
    assert_close(share.se, expected[1], 1e-11);
    assert_interval(share.interval, expected[2], expected[3], 1e-11);
    assert_close((double)share.df, expected[4], 0);
    assert_close(share.model_se, expected[5], 1e-11);
}

static void check_mean_and_total(FILE *file, const Case *design)
{
    double expected[5];
    Stratum strata[8];
    read_numbers(file, "mean", expected, 5);
    case_strata(design, design->columns[1], strata);
    const Estimate mean = estimate_mean(strata, design->strata, 0.95);
    assert_close(mean.value, expected[0], 1e-11);
    assert_close(mean.se, expected[1], 1e-11);
    assert_interval(mean.interval, expected[2], expected[3], 1e-11);
    assert_close(mean.model_se, expected[4], 1e-11);
    read_numbers(file, "total", expected, 4);
    case_strata(design, design->columns[2], strata);
    const Estimate total = estimate_total(strata, design->strata, 0.95);
    assert_close(total.value, expected[0], 1e-11);
    assert_close(total.se, expected[1], 1e-11);
    assert_close(total.interval.low, expected[2], 1e-9);
    assert_close(total.interval.high, expected[3], 1e-11);
}

static void check_domain(FILE *file, const Case *design)
{
    double expected[3], values[512];
    Stratum all[8], part[8];
    read_numbers(file, "domain", expected, 3);
    for (size_t i = 0; i < design->rows; i++)
        values[i] = design->columns[3][i] > 0 ? design->columns[1][i] : NAN;
    case_strata(design, design->columns[1], all);
    case_strata(design, values, part);
    const StratifiedEstimate domain = strata_domain(all, part, design->strata);
    assert_close(domain.value, expected[0], 1e-11);
    assert_close(sqrt(domain.variance), expected[1], 1e-11);
    assert_close((double)domain.df, expected[2], 0);
}

static void check_ratio(FILE *file, const Case *design)
{
    double expected[2], both[8] = {0};
    Stratum x[8], y[8];
    read_numbers(file, "ratio", expected, 2);
    case_strata(design, design->columns[1], x);
    case_strata(design, design->columns[2], y);
    for (size_t i = 0; i < design->rows; i++) {
        const size_t h = design->stratum[i];
        both[h] += (design->columns[1][i] - x[h].mean) *
                   (design->columns[2][i] - y[h].mean) / ((double)x[h].answers - 1);
    }
    const StratifiedEstimate ratio = strata_ratio(x, y, both, design->strata);
    assert_close(ratio.value, expected[0], 1e-11);
    assert_close(sqrt(ratio.variance), expected[1], 1e-10);
}

/* tests/reference/stratified.R wrote three hundred random designs. */
static void test_random_designs(void)
{
    FILE *file     = fopen(CASES, "r");
    Case *design   = g_new0(Case, 1);
    size_t designs = 0;
    g_assert_nonnull(file);
    g_assert_cmpint(fscanf(file, "#%*[^\n]"), ==, 0);
    for (; read_case(file, design); designs++) {
        check_share(file, design);
        check_mean_and_total(file, design);
        check_domain(file, design);
        check_ratio(file, design);
    }
    g_assert_true(feof(file));
    g_assert_cmpuint(designs, ==, 300);
    g_free(design);
    fclose(file);
}

/* What remains to be estimated decides: everybody, all alike, no spread, nobody. */
static void test_share_rules(void)
{
    const Stratum full[]  = {stratum_of_counts(4, 4, 1), stratum_of_counts(3, 3, 2)};
    const Stratum none[]  = {stratum_of_counts(9, 5, 0), stratum_of_counts(6, 1, 0)};
    const Stratum yes[]   = {stratum_of_counts(9, 5, 5), stratum_of_counts(6, 1, 1)};
    const Stratum split[] = {stratum_of_counts(9, 5, 5), stratum_of_counts(6, 3, 0)};
    const Stratum ones[]  = {stratum_of_counts(9, 1, 1), stratum_of_counts(6, 1, 0)};
    const Estimate census = estimate_share(full, 2, 0.95);
    g_assert_cmpint(census.method, ==, METHOD_CENSUS);
    assert_interval(census.interval, 3.0 / 7, 3.0 / 7, 1e-15);
    g_assert_cmpfloat(census.se, ==, 0);
    const Estimate no     = estimate_share(none, 2, 0.95);
    const double unseen   = (double)unseen_positives(none, 2, 0.95);
    const Estimate mirror = estimate_share(yes, 2, 0.95);
    g_assert_cmpint(no.method, ==, METHOD_HYPERGEOMETRIC);
    assert_interval(no.interval, 0, unseen / 15, 1e-15);
    assert_interval(mirror.interval, 1 - unseen / 15, 1, 1e-15);
    g_assert_cmpfloat(no.se, ==, 0);
    g_assert_cmpfloat(mirror.value, ==, 1);
    const Estimate flat = estimate_share(split, 2, 0.95);
    g_assert_true(isnan(flat.interval.low) && isnan(flat.interval.high));
    g_assert_cmpuint(flat.flags, ==, ESTIMATE_UNRELIABLE);
    const Estimate least = estimate_share(ones, 2, 0.95);
    g_assert_cmpuint(least.df, ==, 0);
    g_assert_true(isnan(least.se) && isnan(least.interval.low));
    g_assert_cmpint(least.method, ==, METHOD_STRATIFIED_XLOGIT);
}

/* All answers alike without a degree of freedom: the exact bound needs none. */
static void test_all_equal_without_df(void)
{
    const Stratum ones[] = {stratum_of_counts(3, 1, 1), stratum_of_counts(2, 1, 1)};
    const Estimate share = estimate_share(ones, 2, 0.95);
    g_assert_cmpuint(share.df, ==, 0);
    g_assert_cmpfloat(share.se, ==, 0);
    g_assert_cmpint(share.method, ==, METHOD_HYPERGEOMETRIC);
    assert_interval(share.interval, 0.4, 1, 1e-15);
    g_assert_true(share.flags & ESTIMATE_UNRELIABLE);
}

static void test_missing(void)
{
    const Stratum silent[] = {{.population = 5}};
    const Estimate missing = estimate_share(silent, 1, 0.95);
    const Estimate nobody  = estimate_total(NULL, 0, 0.95);
    g_assert_true(isnan(missing.value) && isnan(missing.interval.low));
    g_assert_true(missing.flags & ESTIMATE_NO_ANSWERS);
    g_assert_true(nobody.flags & ESTIMATE_NO_POPULATION);
    g_assert_true(estimate_subgroup_share((Proportion){0, 0}, 4, 0.95).flags &
                  ESTIMATE_NO_ANSWERS);
}

static void test_subgroup_share(void)
{
    const Estimate share = estimate_subgroup_share((Proportion){20, 45}, 60, 0.95);
    assert_close(share.value, 20.0 / 45, 1e-15);
    assert_interval(share.interval, 22.0 / 60, 31.0 / 60, 1e-15);
    assert_close(share.se, sqrt(0.25 * (20.0 * 25 / (45 * 44)) / 45), 1e-14);
    g_assert_cmpint(share.method, ==, METHOD_HYPERGEOMETRIC);
    const Estimate full = estimate_subgroup_share((Proportion){2, 5}, 5, 0.95);
    assert_interval(full.interval, 0.4, 0.4, 1e-15);
    g_assert_cmpfloat(full.se, ==, 0);
    const Estimate one = estimate_subgroup_share((Proportion){1, 1}, 5, 0.95);
    assert_interval(one.interval, 0.2, 1, 1e-15);
    g_assert_cmpfloat(one.se, ==, 0);
}

/* R: mean(c(2,4,4,5)), N = 10, t with 3 degrees of freedom. */
static void test_subgroup_mean(void)
{
    const double values[] = {2, 4, 4, 5};
    const Stratum group   = stratum_of_values(10, values, 4);
    const Estimate mean   = estimate_subgroup_mean(&group, 0.95);
    const Estimate total  = estimate_subgroup_total(&group, 0.95);
    const double se       = sqrt(0.6 * (4.75 / 3) / 4);
    const double t        = 3.182446305284263; /* R: qt(0.975, 3) */
    assert_close(mean.se, se, 1e-14);
    assert_interval(mean.interval, 3.75 - t * se, 3.75 + t * se, 1e-12);
    assert_interval(total.interval, 37.5 - 10 * t * se, 37.5 + 10 * t * se, 1e-12);
    g_assert_cmpint(mean.method, ==, METHOD_SRS_T);
    const Stratum one   = stratum_of_values(10, values, 1);
    const Estimate lone = estimate_subgroup_mean(&one, 0.95);
    g_assert_true(isnan(lone.se) && isnan(lone.interval.low));
    assert_close(lone.value, 2, 0);
    const Stratum alone  = stratum_of_values(1, values, 1);
    const Estimate whole = estimate_subgroup_mean(&alone, 0.95);
    g_assert_cmpint(whole.method, ==, METHOD_CENSUS);
    assert_interval(whole.interval, 2, 2, 0);
}

/* The share of no is 1 - the share of yes, with the interval mirrored, for any design.
 */
static void test_complement(void)
{
    for (int round = 0; round < 500; round++) {
        Stratum yes[5], no[5];
        for (size_t h = 0; h < 5; h++) {
            const size_t N = (size_t)g_test_rand_int_range(0, 30);
            const size_t n = (size_t)g_test_rand_int_range(0, (gint32)N + 1);
            const size_t x = (size_t)g_test_rand_int_range(0, (gint32)n + 1);
            yes[h]         = stratum_of_counts(N, n, x);
            no[h]          = stratum_of_counts(N, n, n - x);
        }
        const Estimate one   = estimate_share(yes, 5, 0.95);
        const Estimate other = estimate_share(no, 5, 0.95);
        assert_close(other.value, 1 - one.value, 1e-12);
        assert_close(other.se, one.se, 1e-12);
        assert_interval(other.interval, 1 - one.interval.high, 1 - one.interval.low,
                        1e-11);
        g_assert_cmpint(other.method, ==, one.method);
        g_assert_cmpuint(other.flags, ==, one.flags);
    }
}

/* In a population that is known, the bounds hold the truth, and so does full response.
 */
static void test_bounds_hold(void)
{
    for (int round = 0; round < 500; round++) {
        const int N     = g_test_rand_int_range(1, 50);
        Proportion seen = {0, 0};
        size_t truth    = 0;
        for (int i = 0; i < N; i++) {
            const bool yes     = g_test_rand_bit();
            const bool answers = g_test_rand_double() < (yes ? 0.8 : 0.3);
            truth += yes ? 1 : 0;
            seen.answers += answers ? 1 : 0;
            seen.positives += answers && yes ? 1 : 0;
        }
        const Interval bounds = interval_bounds(seen, (size_t)N);
        const double share    = (double)truth / N;
        g_assert_true(bounds.low <= share && share <= bounds.high);
    }
}

static void test_names(void)
{
    g_assert_cmpstr(method_name(METHOD_CENSUS), ==, "census");
    g_assert_cmpstr(method_name(METHOD_STRATIFIED_XLOGIT), ==, "stratified-xlogit");
    for (Method method = 0; method < METHOD_COUNT; method++)
        g_assert_nonnull(method_name(method));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    estimation_begin();
    g_test_add_func("/estimate/mini-share", test_mini_share);
    g_test_add_func("/estimate/xlogit", test_xlogit);
    g_test_add_func("/estimate/random-designs", test_random_designs);
    g_test_add_func("/estimate/share-rules", test_share_rules);
    g_test_add_func("/estimate/all-equal-without-df", test_all_equal_without_df);
    g_test_add_func("/estimate/missing", test_missing);
    g_test_add_func("/estimate/subgroup-share", test_subgroup_share);
    g_test_add_func("/estimate/subgroup-mean", test_subgroup_mean);
    g_test_add_func("/estimate/complement", test_complement);
    g_test_add_func("/estimate/bounds-hold", test_bounds_hold);
    g_test_add_func("/estimate/names", test_names);
    return g_test_run();
}
