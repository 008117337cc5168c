/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Experts by experience that joined: what partners reported this year, and since the
 * first year. One person may count at several partners.
 *
 * Source: the launch invitation of 2019: at least 100 more within three years. */
#include "indicators/core/indicator.h"

enum { CUMULATIVE = 1 };

/* The sum that eligible partners reported; NaN when it was not asked or not answered.
 */
static double reported_in(const Year *year)
{
    const Monitor *monitor = year->monitor;
    double sum             = (double)NAN;
    if (year->survey == NULL)
        return sum;
    for (size_t i = 0; i < monitor->partners->n_rows; i++) {
        size_t partner = monitor->order[i];
        double value   = 0;
        Answer answer  = {year, partner, (size_t)year->answer[partner]};
        if (year->is_national[partner] && year->answer[partner] != NO_ROW &&
            answer_value(&answer, COLUMN(survey, experts_new), &value))
            sum = isnan(sum) ? value : sum + value;
    }
    return sum;
}

/* An earlier year without figures leaves the sum incomplete: the note names it. */
static void note_without(const Year *year, Cell *cell, Cells *cells)
{
    char code[32];
    g_snprintf(code, sizeof code, "without=%d", year->year);
    cell_add_note(cells, cell, code);
}

/* Missing in a year without figures of its own: nothing is known up to then. */
static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    const Monitor *monitor = year->monitor;
    const int first        = (int)monitor->settings->monitor_first_year;
    Cell *cell = indicator_add(self, year, CUMULATIVE, reported_in(year), cells);
    if (year->year < first || isnan(cell->value)) {
        cell->value      = (double)NAN;
        cell->obs_status = OBS_MISSING;
        return;
    }
    for (const Year *earlier = monitor->years; earlier < year; earlier++) {
        double reported = earlier->year < first ? 0 : reported_in(earlier);
        if (isnan(reported))
            note_without(earlier, cell, cells);
        else
            cell->value += reported;
    }
    if (variable_is_changed(year, COLUMN(survey, experts_new)))
        cell_set_status(cell, OBS_BREAK);
}

const Indicator indicator_experts_added = {
    .id    = "experts_added",
    .title = {"Experts by experience added", "Nieuwe ervaringsdeskundigen"},
    .definition =
        {"Number of experts by experience that joined partners, this year and "
         "since the first year.",
         "Aantal ervaringsdeskundigen dat er bij partners bijkwam, dit jaar en "
         "sinds het eerste jaar."},
    .formula = {"Cumulative: the sum of what partners reported from the first year on.",
                "Opgeteld: de som van wat partners vanaf het eerste jaar meldden."},
    .source  = {"Partner survey", "Partnervragenlijst"},
    .compute = compute,
    MEASURES({.id       = "reported",
              .unit     = UNIT_COUNT,
              .estimate = ESTIMATE_REPORTED,
              .variable = COLUMN(survey, experts_new)},
             {.id = "cumulative", .unit = UNIT_COUNT, .method = METHOD_REPORTED}),
};
