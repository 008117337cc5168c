/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom partners reached with each opgave: at least and at most so many different
 * persons, the sum of all counts, and the target population. */
#include "reports/views/view_words.h"

enum { BOUNDS, SUM, POPULATION, COLUMNS };

static ChartCell measure_cell(const ChartOrder *order, FigureKey key,
                              const char *measure)
{
    key.measure = measure;
    return view_cell(order, &key);
}

static void fill_row(const ChartOrder *order, const FigureKey *key, ChartCell *cells)
{
    ChartCell lower    = measure_cell(order, *key, "lower");
    ChartCell upper    = measure_cell(order, *key, "upper");
    cells[SUM]         = measure_cell(order, *key, "gross");
    cells[POPULATION]  = measure_cell(order, *key, "target_population");
    cells[BOUNDS]      = view_cell_none();
    cells[BOUNDS].low  = lower.value;
    cells[BOUNDS].high = upper.value;
    cells[BOUNDS].word = isnan(lower.value) ? lower.word : NULL;
    cells[SUM].low = cells[SUM].high = (double)NAN;
    cells[POPULATION].low = cells[POPULATION].high = (double)NAN;
}

/* The year of the target population where it is not the order's own. */
static const char *population_note(const ChartOrder *order, const FigureKey *key)
{
    FigureKey population = *key;
    Figure figure;
    population.measure = "target_population";
    if (!figures_find(order->edition->figures, &population, &figure))
        return "";
    const char *year = figure_note(order->arena, &figure, "denominator");
    return year == NULL
               ? ""
               : word_fill(order->arena, order->edition->language,
                           WORD_chart_reach_population, FIELDS({"year", year}));
}

static void set_words(const ChartOrder *order, Picture *picture, const char *note)
{
    size_t count = view_shown(&picture->chart);
    double most  = (double)NAN;
    for (size_t i = 0; i < picture->chart.row_count; i++)
        most = fmax(most, chart_cell(&picture->chart, i, BOUNDS)->high);
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"definition", view_definition(order)}, {"place", view_place(order)},
               {"note", note}, {"most", view_value(order, most, NUMBER_COUNT)},
               {"count", view_number(order, count)});
    const ViewWords words = {WORD_chart_reach_headline, WORD_chart_reach_subtitle,
                             WORD_chart_reach_alt, WORD_chart_reach_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                  = 0;
    const ViewFigure *figures = view_figures(order, &n);
    const Language language   = order->edition->language;
    ChartCell *cells          = arena_array(order->arena, ChartCell, n * COLUMNS);
    const char **rows         = arena_array(order->arena, const char *, n);
    const char **columns      = arena_array(order->arena, const char *, COLUMNS);
    for (size_t i = 0; i < n; i++) {
        fill_row(order, &figures[i].key, cells + i * COLUMNS);
        rows[i] = view_item_name(order, &figures[i].key);
    }
    columns[BOUNDS]     = word(language, WORD_chart_reach_bounds);
    columns[SUM]        = word(language, WORD_chart_reach_sum);
    columns[POPULATION] = word(language, WORD_chart_reach_target);
    picture->chart      = (Chart){.unit         = NUMBER_COUNT,
                                  .row_count    = n,
                                  .column_count = COLUMNS,
                                  .rows         = rows,
                                  .columns      = columns,
                                  .cells        = cells};
    if (n == 0 || view_shown(&picture->chart) == 0)
        return false;
    set_words(order, picture, population_note(order, &figures[0].key));
    return true;
}

const View view_reach = {.fill = fill};
