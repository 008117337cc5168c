/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Network measures against igraph and against complete enumeration. */
#include "indicators/estimation/network.h"

#include <string.h>

#include "indicators/estimation/segregation.h"
#include "mini.h"

/* Krackhardt's kite (1990): 10 nodes, 18 ties. */
static const size_t KITE[][2] = {{0, 1}, {0, 2}, {0, 3}, {0, 5}, {1, 3}, {1, 4},
                                 {1, 6}, {2, 3}, {2, 5}, {3, 4}, {3, 5}, {3, 6},
                                 {4, 6}, {5, 6}, {5, 7}, {6, 7}, {7, 8}, {8, 9}};
static const size_t ONE_SECTOR[12];
static const bool ALL[12] = {true, true, true, true, true, true,
                             true, true, true, true, true, true};

/* igraph 0.10.2: density 0.4, centralisation 1/3 of a maximum of 72. */
static void test_kite(void)
{
    Tie ties[G_N_ELEMENTS(KITE)];
    for (size_t i = 0; i < G_N_ELEMENTS(KITE); i++)
        ties[i] = (Tie){KITE[i][0], KITE[i][1], true, i % 3 == 0};
    const Network kite       = {.nodes        = 10,
                                .sectors      = ONE_SECTOR,
                                .answered     = ALL,
                                .sector_count = 1,
                                .ties         = ties,
                                .tie_count    = G_N_ELEMENTS(KITE)};
    const NetworkShape shape = network_shape(&kite);
    assert_close(shape.density, 0.4, 1e-15);
    assert_close(shape.degree_centralisation, 1.0 / 3, 1e-15);
    assert_close(shape.density_both, 12.0 / 90, 1e-15);
    assert_close(shape.reciprocity, 1.0 / 3, 1e-15);
    g_assert_cmpuint(shape.isolates, ==, 0);
    g_assert_cmpuint(shape.largest_component, ==, 10);
    g_assert_cmpuint(shape.ties_answered, ==, 18);
}

/* A star is as central as can be; two more nodes are alone. */
static void test_star_and_parts(void)
{
    Tie ties[]             = {{0, 1, true, false},
                              {2, 0, false, true},
                              {0, 3, true, true},
                              {5, 4, true, true}};
    const bool answered[7] = {true, true, true, false, true, true, true};
    Network network        = {4, ONE_SECTOR, answered, 1, ties, 3};
    assert_close(network_shape(&network).degree_centralisation, 1, 1e-15);
    g_assert_cmpuint(network_shape(&network).ties_answered, ==, 2);
    network.nodes            = 7;
    network.tie_count        = 4;
    const NetworkShape parts = network_shape(&network);
    g_assert_cmpuint(parts.isolates, ==, 1);
    g_assert_cmpuint(parts.largest_component, ==, 4);
    network.nodes           = 1;
    network.tie_count       = 0;
    const NetworkShape none = network_shape(&network);
    g_assert_true(isnan(none.density) && isnan(none.degree_centralisation));
    g_assert_true(isnan(none.reciprocity));
    g_assert_cmpuint(none.largest_component, ==, 1);
}

/* Worked by hand: sectors A = {0,1,2}, B = {3,4}, C = {5}; degrees 5, 4, 1 of 10. */
static void test_mixing(void)
{
    const size_t sectors[] = {0, 0, 0, 1, 1, 2};
    const Tie ties[]       = {
              {0, 1, 1, 1}, {1, 2, 1, 1}, {0, 3, 1, 1}, {4, 3, 1, 1}, {4, 5, 1, 1}};
    const Network network = {6, sectors, ALL, 3, ties, 5};
    size_t counts[9];
    double ratio[9];
    network_mixing(&network, counts, ratio);
    const size_t expected[9] = {2, 1, 0, 1, 1, 1, 0, 1, 0};
    g_assert_true(memcmp(counts, expected, sizeof expected) == 0);
    assert_close(ratio[0], 2 / (5 * 5 / 20.0), 1e-15);
    assert_close(ratio[1], 1 / (5 * 4 / 10.0), 1e-15);
    assert_close(ratio[3], ratio[1], 0);
    assert_close(ratio[5], 1 / (4 * 1 / 10.0), 1e-15);
    assert_close(ratio[8], 0, 0);
}

enum { NODES = 7, ANSWERED = 4 };
static const Tie SMALL[]      = {{0, 1, 1, 1}, {0, 2, 1, 0}, {1, 4, 1, 0}, {3, 5, 1, 0},
                                 {2, 6, 1, 0}, {4, 5, 0, 1}, {1, 3, 1, 0}};
static const bool HALF[NODES] = {true, true, true, true, false, false, false};
static const size_t MIXED[NODES] = {0, 0, 1, 2, 0, 1, 1};

/* Walks through all orders of labels[first .. last - 1], swapping in place. */
typedef void (*Visit)(const size_t *labels, void *data);
static void permute(size_t *labels, size_t first, size_t last, Visit visit, void *data)
{
    if (first == last) {
        visit(labels, data);
        return;
    }
    for (size_t i = first; i < last; i++) {
        const size_t chosen = labels[i];
        labels[i]           = labels[first];
        labels[first]       = chosen;
        permute(labels, first + 1, last, visit, data);
        labels[first] = labels[i];
        labels[i]     = chosen;
    }
}

typedef struct Enumeration {
    double sum;
    size_t count;
    size_t as_far;
    double expected;
    double excess;
} Enumeration;

static double index_of(const size_t *labels)
{
    double index = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(SMALL); i++)
        index += labels[SMALL[i].a] != labels[SMALL[i].b] ? 1 : -1;
    return index / G_N_ELEMENTS(SMALL);
}

static void visit_second(const size_t *labels, void *data)
{
    Enumeration *seen = data;
    seen->sum += index_of(labels);
    seen->count++;
    if (fabs(index_of(labels) - seen->expected) >= fabs(seen->excess) - 1e-12)
        seen->as_far++;
}

static void visit_first(const size_t *labels, void *data)
{
    size_t copy[NODES];
    memcpy(copy, labels, sizeof copy);
    permute(copy, ANSWERED, NODES, visit_second, data);
}

/* The expectation is the mean over all 4! 3! orders, and the permutation p tends to the
 * share of them that are as far. */
static void test_enumeration(void)
{
    const Network network   = {NODES, MIXED, HALF, 3, SMALL, G_N_ELEMENTS(SMALL)};
    const Segregation found = network_segregation(&network, 40000, 7);
    Enumeration seen = {.expected = found.ei_expected, .excess = found.ei_excess};
    size_t labels[NODES];
    memcpy(labels, MIXED, sizeof labels);
    permute(labels, 0, ANSWERED, visit_first, &seen);
    g_assert_cmpuint(seen.count, ==, 144);
    assert_close(found.ei_expected, seen.sum / 144, 1e-14);
    assert_close(found.ei_index, index_of(MIXED), 1e-15);
    assert_close(found.share, (index_of(MIXED) + 1) / 2, 1e-15);
    assert_close(found.ei_excess, found.ei_index - found.ei_expected, 1e-15);
    g_assert_cmpfloat(fabs(found.p_value - (double)seen.as_far / 144), <, 0.01);
}

/* The same seed gives the same p, another seed another one; no ties or one sector:
 * none. */
static void test_seed(void)
{
    Network network       = {NODES, MIXED, HALF, 3, SMALL, G_N_ELEMENTS(SMALL)};
    const guint32 seed    = segregation_seed(2030, 2023, "");
    const Segregation one = network_segregation(&network, 999, seed);
    const Segregation two = network_segregation(&network, 999, seed);
    g_assert_cmpfloat(one.p_value, ==, two.p_value);
    assert_close(one.p_value * 1000, round(one.p_value * 1000), 1e-12);
    g_assert_cmpuint(seed, !=, segregation_seed(2030, 2023, "A1"));
    g_assert_cmpuint(seed, !=, segregation_seed(2030, 2022, ""));
    network.sectors = ONE_SECTOR;
    g_assert_true(isnan(network_segregation(&network, 9, 1).share));
    network.sectors   = MIXED;
    network.tie_count = 0;
    g_assert_true(isnan(network_segregation(&network, 9, 1).p_value));
}

/* A Python FNV-1a that gives the published 0xbf9cf968 for "foobar" gives these. */
static void test_hash(void)
{
    g_assert_cmphex(segregation_seed(2030, 2023, ""), ==, 0xf23789ed);
    g_assert_cmphex(segregation_seed(2030, 2023, "haarlem"), ==, 0xbf17d1d9);
}

/* Names of sectors and numbers of nodes carry no information. */
static void test_relabelling(void)
{
    static const size_t place[NODES] = {6, 3, 0, 5, 1, 4, 2};
    static const size_t other[3]     = {2, 0, 1};
    size_t sectors[NODES];
    bool answered[NODES];
    Tie ties[G_N_ELEMENTS(SMALL)];
    for (size_t i = 0; i < NODES; i++) {
        sectors[place[i]]  = other[MIXED[i]];
        answered[place[i]] = HALF[i];
    }
    for (size_t i = 0; i < G_N_ELEMENTS(SMALL); i++)
        ties[i] = (Tie){place[SMALL[i].b], place[SMALL[i].a], SMALL[i].reported_by_b,
                        SMALL[i].reported_by_a};
    const Network first  = {NODES, MIXED, HALF, 3, SMALL, G_N_ELEMENTS(SMALL)};
    const Network second = {NODES, sectors, answered, 3, ties, G_N_ELEMENTS(ties)};
    assert_close(network_segregation(&second, 9, 1).ei_excess,
                 network_segregation(&first, 9, 1).ei_excess, 1e-14);
    assert_close(network_shape(&second).degree_centralisation,
                 network_shape(&first).degree_centralisation, 1e-15);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/network/kite", test_kite);
    g_test_add_func("/network/star-and-parts", test_star_and_parts);
    g_test_add_func("/network/mixing", test_mixing);
    g_test_add_func("/network/enumeration", test_enumeration);
    g_test_add_func("/network/seed", test_seed);
    g_test_add_func("/network/hash", test_hash);
    g_test_add_func("/network/relabelling", test_relabelling);
    return g_test_run();
}
