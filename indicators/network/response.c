/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of the eligible partners completed the survey: R_t / U_t. */
#include "indicators/indicator.h"

enum { RATE, PARTIAL };

static Cell response_cell(const Year *year, int measure, const char *id, Unit unit)
{
    Cell cell          = cell_empty;
    cell.year          = year->year;
    cell.indicator     = indicator_find("response");
    cell.measure_order = measure;
    cell.measure       = id;
    cell.unit          = unit;
    cell.method        = METHOD_CENSUS;
    return cell;
}

static void add_rate(Cells *cells, Cell cell, size_t answers, size_t eligible)
{
    cell.numerator = cell.n = (double)answers;
    cell.denominator = cell.N = (double)eligible;
    if (eligible > 0)
        cell.value = cell.numerator / cell.denominator;
    else
        cell.obs_status = OBS_CANNOT_EXIST;
    cells_add(cells, &cell);
}

static void add_sectors(const Year *year, Cells *cells)
{
    const Monitor *monitor     = year->monitor;
    size_t n_sectors           = monitor->settings->sectors.n_codes;
    g_autofree size_t *answers = g_new0(size_t, n_sectors);
    for (size_t row = 0; row < monitor->partners->n_rows; row++)
        if (year->is_national[row] && year->answer[row] != NO_ROW)
            answers[monitor_sector(monitor, row)]++;
    for (size_t s = 0; s < n_sectors; s++) {
        Cell cell   = response_cell(year, RATE, "rate", UNIT_PROPORTION);
        cell.sector = (int)s;
        if (year->population[s] > 0)
            add_rate(cells, cell, answers[s], year->population[s]);
    }
}

static void add_alliances(const Year *year, Cells *cells)
{
    for (size_t g = 0; g < year->n_groups; g++) {
        const Group *group = &year->groups[g];
        size_t answers     = 0;
        for (size_t m = 0; m < group->n_members; m++)
            answers += year->answer[group->members[m]] != NO_ROW;
        Cell cell        = response_cell(year, RATE, "rate", UNIT_PROPORTION);
        cell.alliance_id = group->id;
        add_rate(cells, cell, answers, group->n_members);
    }
}

static void add_partial(const Year *year, Cells *cells)
{
    size_t partial = 0;
    for (size_t row = 0; row < year->monitor->partners->n_rows; row++)
        partial += year->is_national[row] && year->is_partial[row];
    Cell cell  = response_cell(year, PARTIAL, "partial", UNIT_COUNT);
    cell.value = (double)partial;
    cells_add(cells, &cell);
}

static void compute(const Year *year, Cells *cells)
{
    if (year->survey == NULL) {
        Cell cell       = response_cell(year, RATE, "rate", UNIT_PROPORTION);
        cell.obs_status = OBS_MISSING;
        cells_add(cells, &cell);
        cell            = response_cell(year, PARTIAL, "partial", UNIT_COUNT);
        cell.obs_status = OBS_MISSING;
        cells_add(cells, &cell);
        return;
    }
    add_rate(cells, response_cell(year, RATE, "rate", UNIT_PROPORTION), year->n_answers,
             year->n_eligible);
    add_sectors(year, cells);
    add_alliances(year, cells);
    add_partial(year, cells);
}

const Indicator indicator_response = {
    .id         = "response",
    .title      = {"Response", "Respons"},
    .definition = {"Share of the partners that completed the survey.",
                   "Aandeel van de partners dat de vragenlijst heeft voltooid."},
    .source     = {"Partner survey and register", "Partnervragenlijst en register"},
    .compute    = compute,
};
