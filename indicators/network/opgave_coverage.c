/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a local alliance has nobody for an opgave, and where it has several. A gap is
 * only certain when every member answered; else it is not known. */
#include "indicators/core/indicator.h"

enum { ACTIVE_PARTNERS, GAP, GAPS, UNKNOWN, OPGAVEN = 10 };

typedef struct Coverage {
    size_t contributing;
    size_t answers;
} Coverage;

static Coverage find_coverage(const Year *year, const Group *group, size_t opgave)
{
    Coverage coverage = {0};
    for (size_t m = 0; m < group->n_members; m++) {
        size_t partner = group->members[m];
        double value   = 0;
        if (year->answer[partner] == NO_ROW)
            continue;
        Answer answer = {year, partner, (size_t)year->answer[partner]};
        if (!answer_value(&answer, COLUMN(survey, opgave) + opgave, &value))
            continue;
        coverage.answers++;
        coverage.contributing += value > 0;
    }
    return coverage;
}

/* 1: a gap; 0: none; NaN: not known. */
static double gap_of(const Coverage *coverage, const Group *group)
{
    if (coverage->contributing > 0)
        return 0;
    return coverage->answers == group->n_members ? 1 : (double)NAN;
}

typedef struct Totals {
    size_t gaps;
    size_t unknown;
    size_t asked;    /* opgaven */
    bool is_changed; /* one of those questions */
} Totals;

static void add_group(const Indicator *self, const Year *year, const Group *group,
                      int opgave, Totals *totals, Cells *cells)
{
    Coverage coverage     = find_coverage(year, group, (size_t)opgave);
    double gap            = gap_of(&coverage, group);
    const double values[] = {[ACTIVE_PARTNERS] = coverage.answers > 0
                                                     ? (double)coverage.contributing
                                                     : (double)NAN,
                             [GAP]             = gap};
    for (size_t m = 0; m < G_N_ELEMENTS(values); m++) {
        Cell *cell        = indicator_add(self, year, m, values[m], cells);
        cell->opgave      = opgave;
        cell->alliance_id = group->id;
        cell->n           = (double)coverage.answers;
        cell->N           = (double)group->n_members;
        if (variable_is_changed(year, COLUMN(survey, opgave) + (size_t)opgave))
            cell_set_status(cell, OBS_BREAK);
    }
    totals->gaps += gap > 0;
    totals->unknown += isnan(gap) != 0;
}

static void add_total(const Indicator *self, const Year *year, size_t measure,
                      const Totals *totals, Cells *cells)
{
    bool is_there = totals->asked > 0 && year->n_groups > 0;
    double count  = (double)(measure == GAPS ? totals->gaps : totals->unknown);
    Cell *cell =
        indicator_add(self, year, measure, is_there ? count : (double)NAN, cells);
    if (year->n_groups == 0)
        cell_set_status(cell, OBS_CANNOT_EXIST);
    if (totals->is_changed)
        cell_set_status(cell, OBS_BREAK);
}

/* One national cell for each measure: the question was not asked. */
static void add_opgave_absent(const Indicator *self, const Year *year, int opgave,
                              Cells *cells)
{
    for (size_t m = 0; m < GAPS; m++)
        indicator_add(self, year, m, (double)NAN, cells)->opgave = opgave;
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    Totals totals = {0};
    if (year->monitor->alliances == NULL || year->monitor->memberships == NULL) {
        indicator_add_absent(self, year, cells);
        return;
    }
    for (int opgave = 0; opgave < OPGAVEN; opgave++) {
        bool is_asked =
            year->survey != NULL &&
            table_has(year->survey, COLUMN(survey, opgave) + (size_t)opgave);
        totals.asked += is_asked;
        totals.is_changed |=
            is_asked &&
            variable_is_changed(year, COLUMN(survey, opgave) + (size_t)opgave);
        if (!is_asked)
            add_opgave_absent(self, year, opgave, cells);
        for (size_t g = 0; is_asked && g < year->n_groups; g++)
            add_group(self, year, &year->groups[g], opgave, &totals, cells);
    }
    add_total(self, year, GAPS, &totals, cells);
    add_total(self, year, UNKNOWN, &totals, cells);
}

const Indicator indicator_opgave_coverage = {
    .id    = "opgave_coverage",
    .title = {"Coverage of the opgaven", "Dekking van de opgaven"},
    .definition =
        {"How many members of a local alliance contribute to each opgave, and "
         "where nobody does.",
         "Hoeveel leden van een lokale alliantie aan elke opgave bijdragen, en "
         "waar niemand dat doet."},
    .formula = {"Members that answered and contribute to the opgave. A gap (1) when "
                "nobody does and every member answered, 0 when somebody does, unknown "
                "when nobody does and some did not answer.",
                "Leden die antwoordden en aan de opgave bijdragen. Een hiaat (1) als "
                "niemand dat doet en elk lid antwoordde, 0 als iemand het doet, "
                "onbekend als niemand het doet en niet elk lid antwoordde."},
    .source  = {"Partner survey and memberships",
                "Partnervragenlijst en lidmaatschappen"},
    .compute = compute,
    MEASURES(
        {.id = "active_partners", .unit = UNIT_COUNT, .by = BY_OPGAVE | BY_ALLIANCE},
        {.id = "gap", .unit = UNIT_COUNT, .by = BY_OPGAVE | BY_ALLIANCE},
        {.id = "gaps", .unit = UNIT_COUNT}, {.id = "unknown", .unit = UNIT_COUNT}),
};
