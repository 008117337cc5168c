/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How closely partners are tied together: density 2m / (N (N - 1)) of ties that either
 * or both report, degree centralisation (Freeman 1979), partners without a tie, the
 * largest connected part, and how many ties both sides report. */
#include "indicators/network/ties.h"

/* A measure of one network: a part of a whole, or without either a bare index. */
typedef struct Part {
    double part;
    double whole;
    double value;
} Part;

static Part part_of(size_t part, size_t whole)
{
    return (Part){(double)part, (double)whole,
                  whole > 0 ? (double)part / (double)whole : (double)NAN};
}

static void add_network(const Indicator *self, const Year *year, const Group *group,
                        Cells *cells)
{
    g_autoptr(Arena) arena = arena_new();
    const Ties *ties       = ties_find(arena, year, group);
    size_t nodes           = ties->network.nodes;
    size_t pairs           = nodes > 0 ? nodes * (nodes - 1) / 2 : 0;
    NetworkShape shape     = network_shape(&ties->network);
    const Part parts[]     = {part_of(ties->network.tie_count, pairs),
                              part_of(shape.ties_both, pairs),
                              {NAN, NAN, shape.degree_centralisation},
                              part_of(shape.isolates, nodes),
                              part_of(shape.largest_component, nodes),
                              part_of(shape.ties_both, ties->network.tie_count)};
    for (size_t m = 0; m < G_N_ELEMENTS(parts); m++) {
        Cell *cell        = indicator_add(self, year, m, parts[m].value, cells);
        cell->alliance_id = group != NULL ? group->id : NULL;
        cell->n           = (double)ties_answers(ties);
        cell->N           = (double)nodes;
        if (isnan(parts[m].value)) {
            cell->obs_status = OBS_CANNOT_EXIST;
            continue;
        }
        cell->numerator   = parts[m].part;
        cell->denominator = parts[m].whole;
    }
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    ties_compute(self, year, add_network, cells);
}

const Indicator indicator_network_density = {
    .id         = "network_density",
    .title      = {"Density of the network", "Dichtheid van het netwerk"},
    .definition = {"Share of all pairs of partners that work together.",
                   "Aandeel van alle paren partners dat samenwerkt."},
    .formula =
        {"Ties divided by all pairs of partners, as reported by either or by both. "
         "Centralisation: the spread of the number of ties to its maximum, that of a "
         "star. Reciprocity: ties that both report divided by all ties.",
         "Samenwerkingen gedeeld door alle paren partners, zoals door een van beide of "
         "door beide gemeld. Centralisatie: de spreiding van het aantal samenwerkingen "
         "ten opzichte van het maximum, dat van een ster. Wederkerigheid: door beide "
         "gemelde gedeeld door alle samenwerkingen."},
    .source  = {"Collaborations reported by partners",
                "Door partners gemelde samenwerkingen"},
    .compute = compute,
    MEASURES({.id     = "density",
              .unit   = UNIT_PROPORTION,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK},
             {.id     = "density_both",
              .unit   = UNIT_PROPORTION,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK},
             {.id     = "degree_centralisation",
              .unit   = UNIT_INDEX,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK},
             {.id     = "isolates",
              .unit   = UNIT_PROPORTION,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK},
             {.id     = "largest_component",
              .unit   = UNIT_PROPORTION,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK},
             {.id     = "reciprocity",
              .unit   = UNIT_PROPORTION,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK}),
};
