/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few counts through the years, two or more, a panel each, on one scale. */
#include "reports/views/view_words.h"

#include <string.h>

/* The headline of each chart; {a} and {b} are the first two counts of the year. */
static const struct {
    const char *chart;
    WordId headline;
} headlines[] = {
    {"partners_turnover", WORD_chart_turnover_headline},
    {"gaps_and_duplicates", WORD_chart_gaps_headline},
};

static WordId headline_of(const char *chart)
{
    for (size_t i = 0; i < G_N_ELEMENTS(headlines); i++)
        if (strcmp(headlines[i].chart, chart) == 0)
            return headlines[i].headline;
    return WORD_chart_headline;
}

static const ChartCell *last_cell(const Chart *chart, size_t row)
{
    return chart_cell(chart, MIN(row, chart->row_count - 1), chart->column_count - 1);
}

static void set_words(const ChartOrder *order, Picture *picture)
{
    const Chart *chart = &picture->chart;
    const ChartCell *a = last_cell(chart, 0);
    const ChartCell *b = last_cell(chart, 1);
    bool is_known      = !isnan(a->value) && !isnan(b->value);
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"span", view_span(order, chart)}, {"place", view_place(order)},
               {"a", view_cell_text(order, a, chart->unit)},
               {"b", view_cell_text(order, b, chart->unit)}, {"one", chart->rows[0]},
               {"other", chart->rows[chart->row_count - 1]},
               {"count", view_number(order, chart->row_count)});
    const ViewWords words = {is_known ? headline_of(order->row->id)
                                      : WORD_chart_headline,
                             WORD_chart_panels_subtitle, WORD_chart_panels_alt,
                             WORD_chart_panels_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                  = 0;
    const ViewFigure *figures = view_figures(order, &n);
    const int *years          = order->edition->years;
    size_t n_years            = view_years_shown(order);
    Chart *chart              = &picture->chart;
    ChartCell *cells          = arena_array(order->arena, ChartCell, n * n_years);
    const char **rows         = arena_array(order->arena, const char *, n);
    bool any                  = false;
    for (size_t i = 0; i < n; i++) {
        rows[i] = view_figure_name(order, &figures[i].key);
        for (size_t y = 0; y < n_years; y++) {
            FigureKey key          = figures[i].key;
            key.year               = years[y];
            cells[i * n_years + y] = view_cell(order, &key);
            any |= !isnan(cells[i * n_years + y].value);
        }
    }
    if (!any || n_years < 2)
        return false;
    *chart = (Chart){.unit         = NUMBER_COUNT,
                     .row_count    = n,
                     .column_count = n_years,
                     .rows         = rows,
                     .years        = years,
                     .cells        = cells};
    set_words(order, picture);
    return true;
}

const View view_panels = {.fill = fill};
