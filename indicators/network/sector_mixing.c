/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sectors work together: ties between sectors s and s', and their ratio to what
 * the degrees alone would give, d_s d_s' / (2m), within a sector d_s^2 / (4m). Only
 * pairs with a tie; the first sector in settings order is the key, the other the
 * category. */
#include "indicators/indicator.h"
#include "indicators/network/ties.h"

enum { TIES, RATIO };

static void add_pair(const Indicator *self, const Year *year, size_t pair,
                     const double values[2], Cells *cells)
{
    const CodeList *sectors = &year->monitor->settings->sectors;
    size_t first            = pair / sectors->n_codes;
    size_t other            = pair % sectors->n_codes;
    for (size_t m = 0; m < 2; m++) {
        Cell *cell           = indicator_add(self, year, m, values[m], cells);
        cell->sector         = (int)first;
        cell->category       = sectors->codes[other];
        cell->category_order = (int)other;
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
            size_t pair           = s * n + t;
            const double values[] = {
                [TIES] = (double)ties[pair], [RATIO] = ratio[pair]};
            if (ties[pair] > 0)
                add_pair(self, year, pair, values, cells);
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
