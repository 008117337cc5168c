/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of indicators. */
#include "indicators/core/indicator.h"

#include <string.h>

#define INDICATOR(term, name) extern const Indicator indicator_##name;
#include "indicators/indicators.def"

static const struct {
    const char *term;
    const Indicator *indicator;
} registered[] = {
#define INDICATOR(term, name) {#term, &indicator_##name},
#include "indicators/indicators.def"
};

/* A share takes three places in the declared order: itself, reported and bounds. */
enum { MEASURE_PLACES = 3 };

int measure_place(size_t measure)
{
    return (int)measure * MEASURE_PLACES;
}

const Measure *measure_at(int indicator, int place)
{
    return &indicator_at((size_t)indicator)->measures[place / MEASURE_PLACES];
}

int measure_find(int indicator, const char *id)
{
    const Indicator *of = indicator_at((size_t)indicator);
    for (size_t m = 0; m < of->n_measures; m++) {
        const char *const names[MEASURE_PLACES] = {of->measures[m].id, "reported",
                                                   "bounds"};
        bool is_triple = of->measures[m].estimate == ESTIMATE_SHARE;
        for (int i = 0; i < (is_triple ? MEASURE_PLACES : 1); i++)
            if (strcmp(names[i], id) == 0)
                return measure_place(m) + i;
    }
    return -1;
}

size_t indicator_count(void)
{
    return G_N_ELEMENTS(registered);
}

const Indicator *indicator_at(size_t index)
{
    g_assert(index < indicator_count());
    return registered[index].indicator;
}

const char *indicator_term(size_t index)
{
    g_assert(index < indicator_count());
    return registered[index].term;
}

int indicator_find(const char *id)
{
    for (size_t i = 0; i < indicator_count(); i++)
        if (strcmp(indicator_at(i)->id, id) == 0)
            return (int)i;
    return -1;
}

size_t uses_columns(size_t first, size_t count, size_t columns[USES_LIMIT])
{
    g_assert(count <= USES_LIMIT);
    for (size_t i = 0; i < count; i++)
        columns[i] = first + i;
    return count;
}

bool answer_value(const Answer *answer, size_t variable, double *value)
{
    const Table *survey = answer->year->survey;
    if (!table_has(survey, variable))
        return false;
    const Column *column = &survey->columns[variable];
    switch (survey->spec->variables[variable].type) {
    case VALUE_BOOL:
        *value = column->truth[answer->row];
        break;
    case VALUE_COUNT:
        *value = (double)column->count[answer->row];
        break;
    case VALUE_CODE:
        *value =
            column->code[answer->row] == CODE_NONE ? -1 : column->code[answer->row] + 1;
        break;
    default:
        g_assert_not_reached();
    }
    return *value >= 0;
}

bool answer_count(const Answer *answer, size_t first, size_t count, double *value)
{
    int sum = 0;
    for (size_t i = 0; i < count; i++) {
        int one = table_bool(answer->year->survey, first + i, answer->row);
        if (one < 0)
            return false;
        sum += one;
    }
    *value = sum;
    return true;
}

bool variable_is_changed(const Year *year, size_t variable)
{
    const TableSpec *survey = schema_table(year->monitor->schema, TABLE_survey);
    return settings_is_break(year->monitor->settings, survey->variables[variable].name,
                             year->year);
}

Cell indicator_cell(const Indicator *self, const Year *year, size_t measure)
{
    Cell cell          = cell_empty;
    cell.year          = year->year;
    cell.indicator     = indicator_find(self->id);
    cell.measure_order = measure_place(measure);
    cell.measure       = self->measures[measure].id;
    cell.unit          = self->measures[measure].unit;
    cell.method        = self->measures[measure].method;
    return cell;
}

Cell *indicator_add(const Indicator *self, const Year *year, size_t measure,
                    double value, Cells *cells)
{
    Cell cell  = indicator_cell(self, year, measure);
    cell.value = value;
    if (isnan(value))
        cell.obs_status = OBS_MISSING;
    return cells_add(cells, &cell);
}

void indicator_add_absent(const Indicator *self, const Year *year, Cells *cells)
{
    for (size_t m = 0; m < self->n_measures; m++)
        if (self->measures[m].estimate == ESTIMATE_CENSUS)
            indicator_add(self, year, m, (double)NAN, cells);
}
