/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of the eligible partners completed the survey, R_t / U_t, and how alike the
 * sectors did (R-indicator; with fewer than 50 partners it is left out). */
#include "indicators/core/indicator.h"
#include "indicators/estimation/nonresponse.h"

enum { RATE, PARTIAL, R_INDICATOR };
enum { R_INDICATOR_PARTNERS = 50 };

static Cell *add_rate(const Indicator *self, const Year *year, const Stratum *group,
                      Cells *cells)
{
    Cell cell      = indicator_cell(self, year, RATE);
    cell.numerator = cell.n = (double)group->answers;
    cell.denominator = cell.N = (double)group->population;
    if (group->population > 0)
        cell.value = cell.numerator / cell.denominator;
    else
        cell.obs_status = OBS_CANNOT_EXIST;
    return cells_add(cells, &cell);
}

/* Partners and answers by sector. */
static void count_sectors(const Year *year, Stratum *sectors)
{
    const Monitor *monitor = year->monitor;
    for (size_t row = 0; row < monitor->partners->n_rows; row++) {
        if (!year->is_national[row])
            continue;
        Stratum *sector = &sectors[monitor_sector(monitor, row)];
        sector->population++;
        sector->answers += year->answer[row] != NO_ROW;
    }
}

static void add_alliances(const Indicator *self, const Year *year, Cells *cells)
{
    for (size_t g = 0; g < year->n_groups; g++) {
        const Group *group = &year->groups[g];
        Stratum members    = {.population = group->n_members};
        for (size_t m = 0; m < group->n_members; m++)
            members.answers += year->answer[group->members[m]] != NO_ROW;
        add_rate(self, year, &members, cells)->alliance_id = group->id;
    }
}

static void add_partial(const Indicator *self, const Year *year, Cells *cells)
{
    size_t partial = 0;
    for (size_t row = 0; row < year->monitor->partners->n_rows; row++)
        partial += year->is_national[row] && year->is_partial[row];
    indicator_add(self, year, PARTIAL, (double)partial, cells);
}

/* Below 50 partners it does not exist: uncorrected it would read chance as selection.
 */
static void add_representativity(const Indicator *self, const Year *year,
                                 const Stratum *sectors, Cells *cells)
{
    size_t n_sectors = year->monitor->settings->sectors.n_codes;
    bool is_large    = year->n_eligible >= R_INDICATOR_PARTNERS;
    double value     = is_large && year->n_answers > 0
                           ? representativity_indicator(sectors, n_sectors)
                           : (double)NAN;
    Cell *cell       = indicator_add(self, year, R_INDICATOR, value, cells);
    if (!is_large)
        cell->obs_status = OBS_CANNOT_EXIST;
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    Stratum sectors[SECTORS_LIMIT] = {0};
    size_t n_sectors               = year->monitor->settings->sectors.n_codes;
    Stratum all = {.population = year->n_eligible, .answers = year->n_answers};
    if (year->survey == NULL) {
        indicator_add_absent(self, year, cells);
        return;
    }
    count_sectors(year, sectors);
    add_rate(self, year, &all, cells);
    for (size_t s = 0; s < n_sectors; s++)
        if (sectors[s].population > 0)
            add_rate(self, year, &sectors[s], cells)->sector = (int)s;
    add_alliances(self, year, cells);
    add_partial(self, year, cells);
    add_representativity(self, year, sectors, cells);
}

const Indicator indicator_response = {
    .id         = "response",
    .title      = {"Response", "Respons"},
    .definition = {"Share of the partners that completed the survey.",
                   "Aandeel van de partners dat de vragenlijst heeft voltooid."},
    .formula    = {"Partners with a completed answer divided by all partners. "
                      "R-indicator: 1 less twice the spread of the response rates between "
                      "sectors, corrected for chance; from 50 partners on.",
                   "Partners met een voltooid antwoord, gedeeld door alle partners. "
                      "R-indicator: 1 min tweemaal de spreiding van de respons tussen "
                      "sectoren, gecorrigeerd voor toeval; vanaf 50 partners."},
    .source     = {"Partner survey and register", "Partnervragenlijst en register"},
    .compute    = compute,
    MEASURES({.id = "rate", .unit = UNIT_PROPORTION, .by = BY_SECTOR | BY_ALLIANCE},
             {.id = "partial", .unit = UNIT_COUNT},
             {.id = "r_indicator", .unit = UNIT_INDEX}),
};
