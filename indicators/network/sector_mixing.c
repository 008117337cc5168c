/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sectors work together: ties between sectors s and s', and their ratio to what
 * the degrees alone would give, d_s d_s' / (2m), within a sector d_s^2 / (4m). Only
 * pairs with a tie; the first sector in settings order is the key, the other the
 * category. */
#include "indicators/core/indicator.h"
#include "indicators/network/ties.h"

enum { TIES, RATIO };

typedef struct Pair {
    size_t first;
    size_t other;
    size_t fewest_answers;
    double values[2];
} Pair;

/* The answers of the sector of the two that has fewest. */
static size_t fewest_answers(const Network *network, size_t first, size_t other)
{
    size_t answers[2] = {0};
    for (size_t i = 0; i < network->nodes; i++) {
        answers[0] += network->answered[i] && network->sectors[i] == first;
        answers[1] += network->answered[i] && network->sectors[i] == other;
    }
    return MIN(answers[0], answers[1]);
}

static void add_pair(const Indicator *self, const Year *year, const Pair *pair,
                     Cells *cells)
{
    const CodeList *sectors = &year->monitor->settings->sectors;
    for (size_t m = 0; m < 2; m++) {
        Cell *cell           = indicator_add(self, year, m, pair->values[m], cells);
        cell->sector         = (int)pair->first;
        cell->category       = sectors->codes[pair->other];
        cell->category_order = (int)pair->other;
        cell->fewest_answers = (double)pair->fewest_answers;
    }
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    g_autoptr(Arena) arena = arena_new();
    const Ties *found      = ties_find(arena, year, NULL);
    size_t n               = year->monitor->settings->sectors.n_codes;
    size_t *ties           = arena_array(arena, size_t, n * n);
    double *ratio          = arena_array(arena, double, n *n);
    if (found == NULL) {
        indicator_add_absent(self, year, cells);
        return;
    }
    network_mixing(&found->network, ties, ratio);
    for (size_t s = 0; s < n; s++)
        for (size_t t = s; t < n; t++) {
            if (ties[s * n + t] == 0)
                continue;
            const Pair pair = {
                s,
                t,
                fewest_answers(&found->network, s, t),
                {[TIES] = (double)ties[s * n + t], [RATIO] = ratio[s * n + t]}};
            add_pair(self, year, &pair, cells);
        }
}

const Indicator indicator_sector_mixing = {
    .id         = "sector_mixing",
    .title      = {"Sectors working together", "Welke sectoren samenwerken"},
    .definition = {"Number of collaborations between each pair of sectors.",
                   "Aantal samenwerkingen tussen elk paar sectoren."},
    .formula = {"Ties between two sectors; ratio: to what the numbers of ties of the "
                "two sectors alone would give.",
                "Samenwerkingen tussen twee sectoren; verhouding: tot wat de aantallen "
                "samenwerkingen van de twee sectoren op zich zouden geven."},
    .source  = {"Collaborations reported by partners",
                "Door partners gemelde samenwerkingen"},
    .compute = compute,
    MEASURES({.id     = "ties",
              .unit   = UNIT_COUNT,
              .by     = BY_SECTOR | BY_CATEGORY,
              .method = METHOD_NETWORK},
             {.id     = "ratio",
              .unit   = UNIT_INDEX,
              .by     = BY_SECTOR | BY_CATEGORY,
              .method = METHOD_NETWORK}),
};
