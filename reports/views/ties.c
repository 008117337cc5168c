/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collaborations within and between sectors. A pair without a row has none. */
#include "reports/views/view_words.h"

/* How many collaborations there are, and the share of them that crosses sectors: the
 * cells alone do not tell where some of them may not be shown. */
static bool find_crossing(const ChartOrder *order, Figure *figure)
{
    const FigureKey key = {
        .year = order->year, .indicator = "cross_sector_ties", .measure = "share"};
    return figures_find(order->edition->figures, &key, figure) &&
           figure_is_shown(figure) && !isnan(figure->denominator);
}

static void set_words(const ChartOrder *order, Picture *picture, double shown)
{
    Figure crossing;
    bool is_known = find_crossing(order, &crossing);
    double ties   = is_known ? crossing.denominator : shown;
    const char *share =
        is_known ? view_value(order, crossing.value, NUMBER_PROPORTION) : "";
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"definition", view_definition(order)}, {"place", view_place(order)},
               {"share", share}, {"ties", view_value(order, ties, NUMBER_COUNT)},
               {"sectors", view_number(order, picture->chart.row_count)});
    const ViewWords words = {is_known ? WORD_chart_ties_headline : WORD_chart_headline,
                             WORD_chart_ties_subtitle, WORD_chart_ties_alt,
                             WORD_chart_ties_description};
    view_tell(order, picture, &words, fields);
}

static ChartCell tie_cell(const ChartOrder *order, const char *one, const char *other)
{
    FigureKey key  = view_key(order, order->year);
    ChartCell cell = view_cell_none();
    Figure figure;
    cell.value   = 0;
    key.sector   = one;
    key.category = other;
    return figures_find(order->edition->figures, &key, &figure) ? view_cell(order, &key)
                                                                : cell;
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    const Edition *edition  = order->edition;
    const CodeList *sectors = &edition->settings->sectors;
    size_t n                = sectors->n_codes;
    double shown            = 0;
    ChartCell *cells        = arena_array(order->arena, ChartCell, n * n);
    const char **rows       = arena_array(order->arena, const char *, n);
    for (size_t i = 0; i < n; i++) {
        rows[i] = name_sector(edition, sectors->codes[i]);
        for (size_t k = 0; k < n; k++) {
            ChartCell *cell = &cells[i * n + k];
            *cell           = view_cell_none();
            if (k < i)
                continue;
            *cell = tie_cell(order, sectors->codes[i], sectors->codes[k]);
            shown += isnan(cell->value) ? 0 : cell->value;
        }
    }
    picture->chart = (Chart){.unit         = NUMBER_COUNT,
                             .row_count    = n,
                             .column_count = n,
                             .rows         = rows,
                             .columns      = rows,
                             .cells        = cells};
    if (shown <= 0)
        return false;
    set_words(order, picture, shown);
    return true;
}

const View view_ties = {.fill = fill};
