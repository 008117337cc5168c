/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How closely partners are tied together: density 2m / (N (N - 1)) of ties that either
 * or both report, degree centralisation (Freeman 1979), partners without a tie, the
 * largest connected part, and how many ties both sides report. */
#include "indicators/indicator.h"
#include "indicators/network/ties.h"

static double share_of(size_t part, size_t whole)
{
    return whole > 0 ? (double)part / (double)whole : (double)NAN;
}

static void add_network(const Indicator *self, const Year *year, const Group *group,
                        Cells *cells)
{
    g_autoptr(Arena) arena = arena_new();
    const Ties *ties       = ties_find(arena, year, group);
    size_t nodes           = ties->network.nodes;
    NetworkShape shape     = network_shape(&ties->network);
    const double values[]  = {shape.density,
                              shape.density_both,
                              shape.degree_centralisation,
                              share_of(shape.isolates, nodes),
                              share_of(shape.largest_component, nodes),
                              shape.reciprocity};
    for (size_t m = 0; m < G_N_ELEMENTS(values); m++) {
        Cell *cell        = indicator_add(self, year, m, values[m], cells);
        cell->alliance_id = group != NULL ? group->id : NULL;
        cell->n           = (double)ties_answers(ties);
        cell->N           = (double)nodes;
        if (isnan(values[m]))
            cell->obs_status = OBS_CANNOT_EXIST;
    }
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    if (year->collaborations == NULL) {
        indicator_add_absent(self, year, cells);
        return;
    }
    add_network(self, year, NULL, cells);
    for (size_t g = 0; g < year->n_groups; g++)
        add_network(self, year, &year->groups[g], cells);
}

const Indicator indicator_network_density = {
    .id         = "network_density",
    .title      = {"Density of the network", "Dichtheid van het netwerk"},
    .definition = {"Share of all pairs of partners that work together.",
                   "Aandeel van alle paren partners dat samenwerkt."},
    .source     = {"Collaborations reported by partners",
                   "Door partners gemelde samenwerkingen"},
    .compute    = compute,
    MEASURES(
        {.id = "density", .unit = UNIT_PROPORTION, .method = METHOD_NETWORK},
        {.id = "density_both", .unit = UNIT_PROPORTION, .method = METHOD_NETWORK},
        {.id = "degree_centralisation", .unit = UNIT_INDEX, .method = METHOD_NETWORK},
        {.id = "isolates", .unit = UNIT_PROPORTION, .method = METHOD_NETWORK},
        {.id = "largest_component", .unit = UNIT_PROPORTION, .method = METHOD_NETWORK},
        {.id = "reciprocity", .unit = UNIT_PROPORTION, .method = METHOD_NETWORK}),
};
