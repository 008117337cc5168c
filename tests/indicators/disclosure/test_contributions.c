/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dominance by holding. The numbers are those of the holding rule in the manual of
 * tau-ARGUS: contributors 700, 200, 60, 40, 10 and p = 10. */
#include "indicators/core/contributions.h"

#include <glib.h>

static Contributions of(const double *amounts, const size_t *holdings, size_t count)
{
    Contribution list[8];
    for (size_t i = 0; i < count; i++)
        list[i] = (Contribution){holdings[i], amounts[i]};
    return contributions_of(list, count);
}

static const double amounts[] = {40, 700, 10, 200, 60};

static void test_apart(void)
{
    const size_t apart[] = {0, 1, 2, 3, 4};
    Contributions found  = of(amounts, apart, 5);
    g_assert_cmpfloat(found.total, ==, 1010);
    g_assert_cmpfloat(found.first, ==, 700);
    g_assert_cmpfloat(found.second, ==, 200);
    g_assert_false(contributions_are_dominated(&found, 10)); /* 110 >= 70 */
}

static void test_together(void)
{
    const size_t together[] = {0, 1, 2, 1, 4};
    Contributions found     = of(amounts, together, 5);
    g_assert_cmpfloat(found.total, ==, 1010);
    g_assert_cmpfloat(found.first, ==, 900);
    g_assert_cmpfloat(found.second, ==, 60);
    g_assert_true(contributions_are_dominated(&found, 10)); /* 50 < 90 */
}

/* Of two the one knows the other; of nothing nobody knows anything. */
static void test_few(void)
{
    const double equal[]     = {5, 5, 5};
    const size_t holdings[]  = {0, 1, 2};
    const Contributions none = of(equal, holdings, 0);
    const Contributions one  = of(equal, holdings, 1);
    const Contributions two  = of(equal, holdings, 2);
    const Contributions all  = of(equal, holdings, 3);
    g_assert_false(contributions_are_dominated(&none, 10));
    g_assert_true(contributions_are_dominated(&one, 10));
    g_assert_true(contributions_are_dominated(&two, 10));
    g_assert_false(contributions_are_dominated(&all, 10));
}

/* The order in which they come does not matter. */
static void test_order(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    const size_t holdings[] = {0, 1, 2, 1, 4};
    Contributions first     = of(amounts, holdings, 5);
    for (int round = 0; round < 50; round++) {
        double shuffled[5];
        size_t owners[5];
        for (size_t i = 0; i < 5; i++) {
            size_t j    = (size_t)g_rand_int_range(random, 0, (gint32)i + 1);
            shuffled[i] = i != j ? shuffled[j] : 0;
            owners[i]   = i != j ? owners[j] : 0;
            shuffled[j] = amounts[i];
            owners[j]   = holdings[i];
        }
        Contributions again = of(shuffled, owners, 5);
        g_assert_cmpfloat(again.total, ==, first.total);
        g_assert_cmpfloat(again.first, ==, first.first);
        g_assert_cmpfloat(again.second, ==, first.second);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/contributions/apart", test_apart);
    g_test_add_func("/contributions/together", test_together);
    g_test_add_func("/contributions/few", test_few);
    g_test_add_func("/contributions/order", test_order);
    return g_test_run();
}
