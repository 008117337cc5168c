/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Degrees, components and sector totals, each in one walk over the ties. */
#include "indicators/estimation/network.h"

#include <glib.h>
#include <math.h>

#include "indicators/estimation/forest.h"

/* sum (max - d) over the nodes. */
static double degree_dispersion(const size_t *degrees, size_t nodes)
{
    size_t largest = 0;
    size_t sum     = 0;
    for (size_t i = 0; i < nodes; i++) {
        largest = MAX(largest, degrees[i]);
        sum += degrees[i];
    }
    return (double)(largest * nodes - sum);
}

static size_t count_isolates(const size_t *degrees, size_t nodes)
{
    size_t isolates = 0;
    for (size_t i = 0; i < nodes; i++)
        isolates += degrees[i] == 0 ? 1 : 0;
    return isolates;
}

static size_t largest_component(const Network *network)
{
    g_autofree size_t *parents = forest_new(network->nodes);
    g_autofree size_t *sizes   = g_new0(size_t, MAX(network->nodes, 1));
    size_t largest             = 0;
    for (size_t i = 0; i < network->tie_count; i++)
        forest_join(parents, network->ties[i].a, network->ties[i].b);
    for (size_t i = 0; i < network->nodes; i++) {
        const size_t size = ++sizes[forest_root(parents, i)];
        largest           = MAX(largest, size);
    }
    return largest;
}

NetworkShape network_shape(const Network *network)
{
    NetworkShape shape         = {.largest_component = largest_component(network)};
    g_autofree size_t *degrees = g_new0(size_t, MAX(network->nodes, 1));
    for (size_t i = 0; i < network->tie_count; i++) {
        const Tie *tie = &network->ties[i];
        g_assert(tie->a < network->nodes && tie->b < network->nodes &&
                 tie->a != tie->b);
        degrees[tie->a]++;
        degrees[tie->b]++;
        shape.ties_both += tie->reported_by_a && tie->reported_by_b ? 1 : 0;
        shape.ties_answered +=
            network->answered[tie->a] && network->answered[tie->b] ? 1 : 0;
    }
    const double N     = (double)network->nodes;
    const double m     = (double)network->tie_count;
    const double both  = (double)shape.ties_both;
    shape.density      = N > 1 ? 2 * m / (N * (N - 1)) : NAN;
    shape.density_both = N > 1 ? 2 * both / (N * (N - 1)) : NAN;
    shape.reciprocity  = m > 0 ? both / m : NAN;
    shape.isolates     = count_isolates(degrees, network->nodes);
    shape.degree_centralisation =
        N > 2 ? degree_dispersion(degrees, network->nodes) / ((N - 1) * (N - 2)) : NAN;
    return shape;
}

/* Ties per pair of sectors; within a sector each tie once. */
static void count_ties(const Network *network, size_t *ties)
{
    const size_t k = network->sector_count;
    for (size_t i = 0; i < network->tie_count; i++) {
        const size_t s = network->sectors[network->ties[i].a];
        const size_t t = network->sectors[network->ties[i].b];
        ties[s * k + t]++;
        if (s != t)
            ties[t * k + s]++;
    }
}

/* The degrees of a sector's nodes, added up: a tie within it counts at both ends. */
static double sector_degree(const size_t *ties, size_t sector, size_t count)
{
    size_t degree = ties[sector * count + sector];
    for (size_t t = 0; t < count; t++)
        degree += ties[sector * count + t];
    return (double)degree;
}

void network_mixing(const Network *network, size_t *ties, double *ratio)
{
    const size_t k           = network->sector_count;
    const double m           = (double)network->tie_count;
    g_autofree size_t *found = g_new0(size_t, MAX(k * k, 1));
    count_ties(network, found);
    for (size_t s = 0; s < k; s++)
        for (size_t t = 0; t < k; t++) {
            const double degrees =
                sector_degree(found, s, k) * sector_degree(found, t, k);
            const double expected = degrees / ((s == t ? 4 : 2) * m);
            if (ties != NULL)
                ties[s * k + t] = found[s * k + t];
            if (ratio != NULL)
                ratio[s * k + t] =
                    degrees > 0 ? (double)found[s * k + t] / expected : NAN;
        }
}
