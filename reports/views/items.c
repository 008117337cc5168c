/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of an indicator in one year, in their own order: opgaven, categories. */
#include "reports/views/view_words.h"

#include <string.h>

/* How many answered stands beside each row only where that differs. */
static bool counts_differ(const Chart *chart)
{
    for (size_t row = 1; row < chart->row_count; row++)
        if (chart->cells[row].n != chart->cells[0].n ||
            chart->cells[row].of != chart->cells[0].of)
            return true;
    return false;
}

/* Items with "all together" among them are summed up by that one. */
static const char *all_together(const ChartOrder *order, const ViewFigure *figures,
                                size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (g_strcmp0(figures[i].key.category, "all") == 0) {
            ChartCell cell = view_cell(order, &figures[i].key);
            return isnan(cell.value) ? NULL
                                     : view_value(order, cell.value, NUMBER_PROPORTION);
        }
    return NULL;
}

/* What all the items bear, behind the subtitle. */
static const char *remark_text(const ChartOrder *order, const Chart *chart,
                               ChartCell *cells)
{
    const char *remark = view_common_remark(cells, chart->row_count);
    return remark != NULL ? arena_printf(order->arena, "; %s", remark) : "";
}

static bool set_words(const ChartOrder *order, Picture *picture, const char *all,
                      const char *remark)
{
    const char *low, *high;
    if (!view_range(order, &picture->chart, &low, &high))
        return false;
    const char *basis = view_basis(order, &picture->chart);
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"low", low}, {"high", high}, {"all", all != NULL ? all : ""},
               {"definition", view_definition(order)}, {"place", view_place(order)},
               {"answered", view_answered(order, basis)}, {"remark", remark},
               {"count", view_number(order, picture->chart.row_count)});
    const ViewWords words = {
        all != NULL ? WORD_chart_items_all : WORD_chart_items_headline,
        WORD_chart_items_subtitle, WORD_chart_items_alt, WORD_chart_items_description};
    view_tell(order, picture, &words, fields);
    return true;
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                  = 0;
    const ViewFigure *figures = view_figures(order, &n);
    Chart *chart              = &picture->chart;
    ChartCell *cells          = arena_array(order->arena, ChartCell, n);
    const char **rows         = arena_array(order->arena, const char *, n);
    for (size_t i = 0; i < n; i++) {
        cells[i] = view_cell(order, &figures[i].key);
        rows[i]  = view_item_name(order, &figures[i].key);
    }
    *chart = (Chart){.unit         = NUMBER_PROPORTION,
                     .row_count    = n,
                     .column_count = 1,
                     .rows         = rows,
                     .cells        = cells};
    if (counts_differ(chart))
        chart->counts = word(order->edition->language, WORD_chart_counts);
    return set_words(order, picture, all_together(order, figures, n),
                     remark_text(order, chart, cells));
}

const View view_items = {.fill = fill};
