/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Experts by experience that joined: what partners reported this year, and since the
 * first year. One person may count at several partners.
 *
 * Source: the launch invitation of 2019: at least 100 more within three years. */
#include "indicators/indicator.h"

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

/* A year without figures leaves the sum incomplete: the note names it. */
static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    const Monitor *monitor = year->monitor;
    Cell *cell             = indicator_add(self, year, CUMULATIVE, (double)NAN, cells);
    for (size_t i = 0; i < monitor->n_years && monitor->years[i].year <= year->year;
         i++) {
        if (monitor->years[i].year < monitor->settings->monitor_first_year)
            continue;
        double reported = reported_in(&monitor->years[i]);
        if (isnan(reported)) {
            char code[32];
            g_snprintf(code, sizeof code, "without=%d", monitor->years[i].year);
            cell_add_note(cells, cell, code);
            continue;
        }
        cell->value      = isnan(cell->value) ? reported : cell->value + reported;
        cell->obs_status = OBS_NORMAL;
    }
}

const Indicator indicator_experts_added = {
    .id    = "experts_added",
    .title = {"Experts by experience added", "Nieuwe ervaringsdeskundigen"},
    .definition =
        {"Number of experts by experience that joined partners, this year and "
         "since the first year.",
         "Aantal ervaringsdeskundigen dat er bij partners bijkwam, dit jaar en "
         "sinds het eerste jaar."},
    .source  = {"Partner survey", "Partnervragenlijst"},
    .compute = compute,
    MEASURES({.id       = "reported",
              .unit     = UNIT_COUNT,
              .estimate = ESTIMATE_REPORTED,
              .variable = COLUMN(survey, experts_new)},
             {.id = "cumulative", .unit = UNIT_COUNT, .method = METHOD_REPORTED}),
};
