/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How mixed the network is over the sectors: Blau 1 - sum p_s^2 and the index of
 * qualitative variation, Blau / (1 - 1/k) with k sectors present (Simpson 1949; Blau
 * 1977). */
#include "indicators/core/indicator.h"
#include "indicators/estimation/diversity.h"

enum { BLAU, IQV };

static void add_diversity(const Indicator *self, const Year *year,
                          const double *sectors, const char *alliance_id, Cells *cells)
{
    size_t n              = year->monitor->settings->sectors.n_codes;
    const double values[] = {
        [BLAU] = diversity_blau(sectors, n), [IQV] = diversity_iqv(sectors, n)};
    for (size_t m = 0; m < G_N_ELEMENTS(values); m++) {
        Cell *cell        = indicator_add(self, year, m, values[m], cells);
        cell->alliance_id = alliance_id;
        if (isnan(values[m]))
            cell->obs_status = OBS_CANNOT_EXIST;
    }
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    const Monitor *monitor         = year->monitor;
    double national[SECTORS_LIMIT] = {0};
    for (size_t s = 0; s < monitor->settings->sectors.n_codes; s++)
        national[s] = (double)year->population[s];
    add_diversity(self, year, national, NULL, cells);
    for (size_t g = 0; g < year->n_groups; g++) {
        double local[SECTORS_LIMIT] = {0};
        for (size_t m = 0; m < year->groups[g].n_members; m++)
            local[monitor_sector(monitor, year->groups[g].members[m])]++;
        add_diversity(self, year, local, year->groups[g].id, cells);
    }
}

const Indicator indicator_sector_diversity = {
    .id         = "sector_diversity",
    .title      = {"Diversity of sectors", "Verscheidenheid aan sectoren"},
    .definition = {"Probability that two partners drawn at random come from different "
                   "sectors.",
                   "Kans dat twee willekeurig gekozen partners uit verschillende "
                   "sectoren komen."},
    .formula = {"Blau: 1 less the sum of the squared shares of the sectors. IQV: Blau "
                "divided by its maximum, 1 - 1/k with k sectors.",
                "Blau: 1 min de som van de gekwadrateerde aandelen van de sectoren. "
                "IQV: Blau gedeeld door het maximum, 1 - 1/k bij k sectoren."},
    .source  = {"Register of partners", "Partnerregister"},
    .compute = compute,
    MEASURES({.id = "blau", .unit = UNIT_INDEX, .by = BY_ALLIANCE},
             {.id = "iqv", .unit = UNIT_INDEX, .by = BY_ALLIANCE}),
};
