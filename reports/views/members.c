/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many members of one local alliance do what each item asks: numbers, not
 * percentages. Also where too few answered: then each row bears that word. */
#include "reports/views/view_words.h"

#include <string.h>

/* The number of members: of a share how many said yes. */
static ChartCell member_cell(const ChartOrder *order, const FigureKey *key)
{
    ChartCell cell = view_cell(order, key);
    Figure figure;
    if (!isnan(cell.value) && figures_find(order->edition->figures, key, &figure) &&
        strcmp(figure.unit, "proportion") == 0)
        cell.value = figure.numerator;
    cell.low = cell.high = (double)NAN;
    return cell;
}

static size_t count_positive(const Chart *chart)
{
    size_t count = 0;
    for (size_t row = 0; row < chart->row_count; row++)
        count += chart_cell(chart, row, 0)->value > 0;
    return count;
}

/* The words of each chart: of opgaven, and of any other items. */
static const ViewWords opgave_words = {
    WORD_chart_members_opgaven, WORD_chart_members_opgaven_subtitle,
    WORD_chart_members_opgaven_alt, WORD_chart_members_description};
static const ViewWords item_words = {
    WORD_chart_members_items, WORD_chart_members_items_subtitle,
    WORD_chart_members_items_alt, WORD_chart_members_description};

static void set_words(const ChartOrder *order, Picture *picture, bool is_opgave)
{
    const Chart *chart      = &picture->chart;
    const char *basis       = view_basis(order, chart);
    const char *low         = "";
    const char *high        = "";
    bool is_shown           = view_range(order, chart, &low, &high);
    const WordField *fields = FIELDS(
        {"title", view_title(order)}, {"year", view_year(order, order->year)},
        {"alliance", view_place(order)}, {"answered", view_answered(order, basis)},
        {"positive", view_number(order, count_positive(chart))},
        {"count", view_number(order, chart->row_count)}, {"low", low}, {"high", high});
    ViewWords words = is_opgave ? opgave_words : item_words;
    if (!is_shown) {
        words.headline    = WORD_chart_members_few;
        words.alt         = WORD_chart_members_few_alt;
        words.description = WORD_chart_members_few_description;
    }
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                  = 0;
    const ViewFigure *figures = view_figures(order, &n);
    ChartCell *cells          = arena_array(order->arena, ChartCell, n);
    const char **rows         = arena_array(order->arena, const char *, n);
    for (size_t i = 0; i < n; i++) {
        cells[i] = member_cell(order, &figures[i].key);
        rows[i]  = view_item_name(order, &figures[i].key);
    }
    picture->chart = (Chart){.unit         = NUMBER_COUNT,
                             .row_count    = n,
                             .column_count = 1,
                             .rows         = rows,
                             .cells        = cells};
    bool is_opgave = n > 0 && figures[0].key.opgave != NULL;
    if (n == 0 || (!is_opgave && view_shown(&picture->chart) == 0))
        return false;
    set_words(order, picture, is_opgave);
    return true;
}

const View view_members = {.fill = fill};
