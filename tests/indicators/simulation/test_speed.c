/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The permutation test at the size that is promised: 10,000 shuffles of 10,000 ties in
 * two seconds of processor time, in an optimised build. */
#include <time.h>

#include "indicators/estimation/segregation.h"

enum { NODES = 5000, TIES = 10000 };

static void test_permutations(void)
{
    g_autofree size_t *sectors = g_new(size_t, NODES);
    g_autofree bool *answered  = g_new(bool, NODES);
    g_autofree Tie *ties       = g_new(Tie, TIES);
    for (size_t i = 0; i < NODES; i++) {
        sectors[i]  = (i * 7 + i / 3) % 8;
        answered[i] = i % 3 != 0;
    }
    for (size_t i = 0; i < TIES; i++)
        ties[i] = (Tie){i % NODES, (i * 31 + i / NODES + 1) % NODES, true, false};
    const Network network = {NODES, sectors, answered, 8, ties, TIES};
    const clock_t start   = clock();
    const Segregation one = network_segregation(&network, 10000, 7);
    const double seconds  = (double)(clock() - start) / CLOCKS_PER_SEC;
    g_test_message("%.2f seconds, p = %g", seconds, one.p_value);
#ifdef __OPTIMIZE__
    g_assert_cmpfloat(seconds, <, 2);
#endif
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/speed/permutations", test_permutations);
    return g_test_run();
}
