/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The labels of each answering group lie in one run, those of nodes with ties in front.
 * A shuffle draws labels for these only: the front of a partly shuffled run is a random
 * sample of the run, whatever order it had before. */
#include "indicators/estimation/segregation.h"

#include <gsl/gsl_rng.h>
#include <math.h>

/* Labels in runs (0 answered, 1 did not); ties as places of their ends among the
 * labels. */
typedef struct Shuffle {
    guint16 *labels;
    size_t start[2];
    size_t size[2];
    size_t tied[2];
    guint32 *ends;
    size_t ties;
} Shuffle;

static size_t group_of(const Network *network, size_t node)
{
    return network->answered[node] ? 0 : 1;
}

/* The places of all nodes: of a group those with ties first. */
static void place_nodes(Shuffle *shuffle, const Network *network, guint32 *places)
{
    g_autofree bool *tied = g_new0(bool, network->nodes);
    for (size_t i = 0; i < network->tie_count; i++)
        tied[network->ties[i].a] = tied[network->ties[i].b] = true;
    for (size_t i = 0; i < network->nodes; i++) {
        shuffle->size[group_of(network, i)]++;
        shuffle->tied[group_of(network, i)] += tied[i] ? 1 : 0;
    }
    shuffle->start[1] = shuffle->size[0];
    size_t front[2]   = {0, shuffle->start[1]};
    size_t back[2]    = {shuffle->tied[0], shuffle->start[1] + shuffle->tied[1]};
    for (size_t i = 0; i < network->nodes; i++) {
        const size_t group = group_of(network, i);
        places[i]          = (guint32)(tied[i] ? front[group]++ : back[group]++);
        shuffle->labels[places[i]] = (guint16)network->sectors[i];
    }
}

static Shuffle shuffle_new(const Network *network)
{
    g_assert(network->nodes < G_MAXUINT32 && network->sector_count <= G_MAXUINT16);
    Shuffle shuffle            = {.labels = g_new(guint16, network->nodes),
                                  .ends   = g_new(guint32, 2 * network->tie_count),
                                  .ties   = network->tie_count};
    g_autofree guint32 *places = g_new(guint32, network->nodes);
    place_nodes(&shuffle, network, places);
    for (size_t i = 0; i < network->tie_count; i++) {
        shuffle.ends[2 * i]     = places[network->ties[i].a];
        shuffle.ends[2 * i + 1] = places[network->ties[i].b];
    }
    return shuffle;
}

static void shuffle_clear(Shuffle *shuffle)
{
    g_free(shuffle->labels);
    g_free(shuffle->ends);
}

/* Uniform on 0 .. count - 1 from 32 random bits (Lemire 2019): a product instead of a
 * division. */
static guint32 draw_below(gsl_rng *random, guint32 count)
{
    const guint32 unfair = (guint32)(-(gint64)count & G_MAXUINT32) % count;
    guint64 product      = (guint64)gsl_rng_get(random) * count;
    while ((guint32)product < unfair)
        product = (guint64)gsl_rng_get(random) * count;
    return (guint32)(product >> 32);
}

static void shuffle_labels(Shuffle *shuffle, gsl_rng *random)
{
    for (size_t group = 0; group < 2; group++) {
        guint16 *labels = shuffle->labels + shuffle->start[group];
        for (size_t i = 0; i < shuffle->tied[group]; i++) {
            const guint32 left = (guint32)(shuffle->size[group] - i);
            const size_t other = i + draw_below(random, left);
            const guint16 swap = labels[i];
            labels[i]          = labels[other];
            labels[other]      = swap;
        }
    }
}

static size_t count_external(const Shuffle *shuffle)
{
    size_t external = 0;
    for (size_t i = 0; i < shuffle->ties; i++)
        external += shuffle->labels[shuffle->ends[2 * i]] !=
                            shuffle->labels[shuffle->ends[2 * i + 1]]
                        ? 1
                        : 0;
    return external;
}

/* How many of each sector are in each group; two numbers a sector. */
static double *count_groups(const Network *network)
{
    double *counts = g_new0(double, 2 * network->sector_count);
    for (size_t i = 0; i < network->nodes; i++) {
        g_assert(network->sectors[i] < network->sector_count);
        counts[2 * network->sectors[i] + group_of(network, i)] += 1;
    }
    return counts;
}

/* The probability that one partner of each group (two different ones of the same) are
 * of different sectors. */
static double chance_to_differ(const double *counts, size_t sectors, size_t g, size_t h)
{
    double pairs = 0;
    double total = 0;
    double same  = 0;
    for (size_t s = 0; s < sectors; s++) {
        pairs += counts[2 * s + g];
        total += counts[2 * s + h];
        same += counts[2 * s + g] * (counts[2 * s + h] - (g == h ? 1 : 0));
    }
    return 1 - same / (pairs * (total - (g == h ? 1 : 0)));
}

static double expected_index(const Network *network)
{
    g_autofree double *counts = count_groups(network);
    double ties[2][2]         = {{0, 0}, {0, 0}};
    double sum                = 0;
    for (size_t i = 0; i < network->tie_count; i++)
        ties[group_of(network, network->ties[i].a)]
            [group_of(network, network->ties[i].b)] += 1;
    for (size_t g = 0; g < 2; g++)
        for (size_t h = 0; h < 2; h++)
            if (ties[g][h] > 0)
                sum += ties[g][h] *
                       (2 * chance_to_differ(counts, network->sector_count, g, h) - 1);
    return sum / (double)network->tie_count;
}

/* The share of shuffles, the data themselves counted in, that lie as far from what is
 * expected. Rounding must not decide between two equal distances. */
static double permutation_p(Shuffle *shuffle, double expected, size_t shuffles,
                            guint32 seed)
{
    gsl_rng *random       = gsl_rng_alloc(gsl_rng_mt19937);
    const double ties     = (double)shuffle->ties;
    const double centre   = ties * (expected + 1) / 2;
    const double distance = fabs((double)count_external(shuffle) - centre) - 1e-9;
    size_t as_far         = 1;
    gsl_rng_set(random, seed);
    for (size_t i = 0; i < shuffles; i++) {
        shuffle_labels(shuffle, random);
        as_far += fabs((double)count_external(shuffle) - centre) >= distance ? 1 : 0;
    }
    gsl_rng_free(random);
    return (double)as_far / (double)(shuffles + 1);
}

static bool has_two_sectors(const Network *network)
{
    for (size_t i = 1; i < network->nodes; i++)
        if (network->sectors[i] != network->sectors[0])
            return true;
    return false;
}

Segregation network_segregation(const Network *network, size_t shuffles, guint32 seed)
{
    Segregation result = {0, NAN, NAN, NAN, NAN, NAN};
    if (network->tie_count == 0 || !has_two_sectors(network))
        return result;
    Shuffle shuffle    = shuffle_new(network);
    result.crossing    = count_external(&shuffle);
    result.share       = (double)result.crossing / (double)network->tie_count;
    result.ei_index    = 2 * result.share - 1;
    result.ei_expected = expected_index(network);
    result.ei_excess   = result.ei_index - result.ei_expected;
    result.p_value     = permutation_p(&shuffle, result.ei_expected, shuffles, seed);
    shuffle_clear(&shuffle);
    return result;
}

guint32 segregation_seed(guint64 seed, int year, const char *alliance)
{
    g_autofree char *text =
        g_strdup_printf("%" G_GUINT64_FORMAT "/%d/%s", seed, year, alliance);
    guint32 hash = 2166136261U;
    for (const char *byte = text; *byte != '\0'; byte++)
        hash = (hash ^ (unsigned char)*byte) * 16777619U;
    return hash;
}
