/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How mixed the contributors to an opgave are over the sectors: Blau's index over the
 * estimated number of contributors by sector, N_h times the share that answered yes. */
#include "indicators/core/indicator.h"
#include "indicators/estimation/diversity.h"

enum { BLAU, IQV, OPGAVEN = 10 };

typedef struct Contributors {
    double weights[SECTORS_LIMIT]; /* estimated contributors by sector */
    size_t answers;
    size_t covered; /* partners of the sectors with answers */
} Contributors;

static Contributors find_contributors(const Year *year, size_t opgave)
{
    const Monitor *monitor = year->monitor;
    const int8_t *truths = year->survey->columns[COLUMN(survey, opgave) + opgave].truth;
    Moments sectors[SECTORS_LIMIT] = {0};
    Contributors contributors      = {0};
    for (size_t row = 0; row < monitor->partners->n_rows; row++) {
        if (!year->is_national[row] || year->answer[row] == NO_ROW ||
            truths[year->answer[row]] < 0)
            continue;
        Moments *sector = &sectors[monitor_sector(monitor, row)];
        sector->n++;
        sector->sum += truths[year->answer[row]];
    }
    for (size_t s = 0; s < monitor->settings->sectors.n_codes; s++) {
        if (sectors[s].n == 0)
            continue;
        contributors.weights[s] =
            (double)year->population[s] * sectors[s].sum / (double)sectors[s].n;
        contributors.answers += sectors[s].n;
        contributors.covered += year->population[s];
    }
    return contributors;
}

static void add_opgave(const Indicator *self, const Year *year, size_t opgave,
                       Cells *cells)
{
    Contributors contributors = find_contributors(year, opgave);
    size_t n                  = year->monitor->settings->sectors.n_codes;
    const double values[]     = {[BLAU] = diversity_blau(contributors.weights, n),
                                 [IQV]  = diversity_iqv(contributors.weights, n)};
    for (size_t m = 0; m < G_N_ELEMENTS(values); m++) {
        Cell *cell   = indicator_add(self, year, m, values[m], cells);
        cell->opgave = (int)opgave;
        cell->n      = (double)contributors.answers;
        cell->N      = (double)contributors.covered;
        if (isnan(values[m]) && contributors.answers > 0)
            cell_set_status(cell, OBS_CANNOT_EXIST);
        if (variable_is_changed(year, COLUMN(survey, opgave) + opgave))
            cell_set_status(cell, OBS_BREAK);
        if (contributors.answers > 0 && contributors.covered < year->n_eligible)
            cell_set_status(cell, OBS_UNRELIABLE);
        if (contributors.answers > 0)
            cell_note_coverage(cells, cell, (double)year->n_eligible);
    }
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    for (size_t opgave = 0; opgave < OPGAVEN; opgave++) {
        if (year->survey != NULL &&
            table_has(year->survey, COLUMN(survey, opgave) + opgave)) {
            add_opgave(self, year, opgave, cells);
            continue;
        }
        for (size_t m = 0; m < self->n_measures; m++)
            indicator_add(self, year, m, (double)NAN, cells)->opgave = (int)opgave;
    }
}

const Indicator indicator_opgave_sector_diversity = {
    .id    = "opgave_sector_diversity",
    .title = {"Diversity of sectors per opgave", "Verscheidenheid per opgave"},
    .definition =
        {"Probability that two contributors to the opgave come from different "
         "sectors.",
         "Kans dat twee organisaties die aan de opgave bijdragen uit "
         "verschillende sectoren komen."},
    .formula = {"As for all partners, over the estimated number of contributors of "
                "each sector: its partners times the share that contributes.",
                "Zoals voor alle partners, over het geschatte aantal deelnemers per "
                "sector: het aantal partners maal het aandeel dat bijdraagt."},
    .source  = {"Partner survey and register", "Partnervragenlijst en register"},
    .compute = compute,
    MEASURES({.id = "blau", .unit = UNIT_INDEX, .by = BY_OPGAVE},
             {.id = "iqv", .unit = UNIT_INDEX, .by = BY_OPGAVE}),
};
