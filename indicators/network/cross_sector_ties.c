/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Do collaborations cross sectors, and more than chance would have it? Share of the
 * distinct ties that cross sectors, the E-I index (Krackhardt and Stern 1988), what it
 * would be by chance within the answering groups, and how unusual the difference is
 * (permutation test). */
#include "indicators/estimation/segregation.h"
#include "indicators/network/ties.h"

enum { SHARE, SHUFFLES = 10000 };

static void add_network(const Indicator *self, const Year *year, const Group *group,
                        Cells *cells)
{
    g_autoptr(Arena) arena   = arena_new();
    const Settings *settings = year->monitor->settings;
    const Ties *ties         = ties_find(arena, year, group);
    const char *alliance_id  = group != NULL ? group->id : NULL;
    guint32 seed      = segregation_seed((guint64)settings->monitor_seed, year->year,
                                    group != NULL ? group->id : "");
    Segregation found = network_segregation(&ties->network, SHUFFLES, seed);
    const double values[] = {found.share, found.ei_index, found.ei_expected,
                             found.ei_excess, found.p_value};
    for (size_t m = 0; m < G_N_ELEMENTS(values); m++) {
        Cell *cell        = indicator_add(self, year, m, values[m], cells);
        cell->alliance_id = alliance_id;
        cell->n           = (double)ties_answers(ties);
        cell->N           = (double)ties->network.nodes;
        if (isnan(values[m]))
            cell->obs_status = OBS_CANNOT_EXIST;
        if (m != SHARE || isnan(values[m]))
            continue;
        cell->numerator   = (double)found.crossing;
        cell->denominator = (double)ties->network.tie_count;
    }
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    ties_compute(self, year, add_network, cells);
}

const Indicator indicator_cross_sector_ties = {
    .id    = "cross_sector_ties",
    .title = {"Collaborations across sectors", "Samenwerking over sectoren heen"},
    .definition =
        {"Share of the collaborations between partners that cross sectors.",
         "Aandeel van de samenwerkingen tussen partners dat over sectoren heen "
         "gaat."},
    .formula =
        {"Ties that cross sectors divided by all ties. E-I index: crossing less inner "
         "ties, divided by all. Excess: the index less what drawing partners at random "
         "within the same answering groups would give; p by 10,000 shuffles.",
         "Samenwerkingen over sectoren heen, gedeeld door alle samenwerkingen. "
         "E-I-index: die tussen min die binnen sectoren, gedeeld door alle. Verschil: "
         "de index min wat loting van partners binnen dezelfde antwoordgroepen zou "
         "geven; p uit 10.000 keer schudden."},
    .source  = {"Collaborations reported by partners",
                "Door partners gemelde samenwerkingen"},
    .compute = compute,
    MEASURES({.id     = "share",
              .unit   = UNIT_PROPORTION,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK},
             {.id     = "ei_index",
              .unit   = UNIT_INDEX,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK},
             {.id     = "ei_expected",
              .unit   = UNIT_INDEX,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK},
             {.id     = "ei_excess",
              .unit   = UNIT_INDEX,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK},
             {.id     = "permutation_p",
              .unit   = UNIT_PROPORTION,
              .by     = BY_ALLIANCE,
              .method = METHOD_NETWORK}),
};
