/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collaborations within and between sectors. A pair without a row has none. */
#include "reports/view_words.h"

/* The share that crosses sectors, as text; NULL: not known. */
static const char *crossing_share(const ChartOrder *order)
{
    const FigureKey key = {
        .year = order->year, .indicator = "cross_sector_ties", .measure = "share"};
    Figure figure;
    if (!figures_find(order->edition->figures, &key, &figure) ||
        !figure_is_shown(&figure))
        return NULL;
    return view_value(order, figure.value, NUMBER_PROPORTION);
}

static void set_words(const ChartOrder *order, Picture *picture, double total)
{
    const char *share = crossing_share(order);
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"definition", view_definition(order)}, {"place", view_place(order)},
               {"share", share != NULL ? share : ""},
               {"ties", view_value(order, total, NUMBER_COUNT)},
               {"sectors", view_number(order, picture->chart.row_count)});
    const ViewWords words = {
        share != NULL ? WORD_chart_ties_headline : WORD_chart_headline,
        WORD_chart_ties_subtitle, WORD_chart_ties_alt, WORD_chart_ties_description};
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
    double total            = 0;
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
            total += isnan(cell->value) ? 0 : cell->value;
        }
    }
    picture->chart = (Chart){.unit         = NUMBER_COUNT,
                             .row_count    = n,
                             .column_count = n,
                             .rows         = rows,
                             .columns      = rows,
                             .cells        = cells};
    if (total <= 0)
        return false;
    set_words(order, picture, total);
    return true;
}

const View view_ties = {.fill = fill};
