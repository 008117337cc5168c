/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The permutation test at the size that is promised, 10,000 shuffles of 10,000 ties, or
 * with --floor the bare shuffles of as many sectors. permutation [--floor] */
#include <gsl/gsl_randist.h>
#include <string.h>
#include <sysexits.h>

#include "indicators/estimation/segregation.h"

enum { NODES = 5000, TIES = 10000, SECTORS = 8, SHUFFLES = 10000, SEED = 7 };

static void shuffle_only(size_t *sectors)
{
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    for (size_t i = 0; i < SHUFFLES; i++)
        gsl_ran_shuffle(random, sectors, NODES, sizeof *sectors);
    gsl_rng_free(random);
}

int main(int argc, char **argv)
{
    static size_t sectors[NODES];
    static bool answered[NODES];
    static Tie ties[TIES];
    for (size_t i = 0; i < NODES; i++) {
        sectors[i]  = (i * 7 + i / 3) % SECTORS;
        answered[i] = i % 3 != 0;
    }
    for (size_t i = 0; i < TIES; i++)
        ties[i] = (Tie){i % NODES, (i * 31 + i / NODES + 1) % NODES, true, false};
    if (argc > 1 && strcmp(argv[1], "--floor") == 0) {
        shuffle_only(sectors);
        return EX_OK;
    }
    const Network network = {NODES, sectors, answered, SECTORS, ties, TIES};
    return network_segregation(&network, SHUFFLES, SEED).p_value > 0 ? EX_OK
                                                                     : EX_SOFTWARE;
}
