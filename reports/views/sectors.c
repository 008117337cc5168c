/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A count by sector through the years. */
#include "reports/views/view_words.h"

/* A sector without partners in a year has no row: that is a count of none. */
static ChartCell sector_cell(const ChartOrder *order, int year, const char *sector)
{
    FigureKey whole = view_key(order, year);
    FigureKey key   = whole;
    Figure figure;
    key.sector     = sector;
    ChartCell cell = view_cell(order, &key);
    if (!figures_find(order->edition->figures, &key, &figure) &&
        figures_find(order->edition->figures, &whole, &figure) &&
        figure_is_shown(&figure)) {
        cell.value = 0;
        cell.word  = NULL;
    }
    return cell;
}

static void set_words(const ChartOrder *order, Picture *picture, const Figure *whole,
                      size_t n_present)
{
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"n", view_value(order, whole->value, NUMBER_COUNT)},
               {"sectors", view_number(order, n_present)}, {"place", view_place(order)},
               {"span", view_span(order, &picture->chart)},
               {"definition", view_definition(order)});
    const ViewWords words = {WORD_chart_sectors_headline, WORD_chart_sectors_subtitle,
                             WORD_chart_sectors_alt, WORD_chart_sectors_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    const Edition *edition  = order->edition;
    const CodeList *sectors = &edition->settings->sectors;
    size_t n_years          = view_years_shown(order);
    size_t n_present        = 0;
    FigureKey key           = view_key(order, order->year);
    Figure whole;
    if (!figures_find(edition->figures, &key, &whole) || !figure_is_shown(&whole))
        return false;
    ChartCell *cells = arena_array(order->arena, ChartCell, sectors->n_codes * n_years);
    const char **rows = arena_array(order->arena, const char *, sectors->n_codes);
    for (size_t s = 0; s < sectors->n_codes; s++) {
        rows[s] = text_in(sectors->labels[s], edition->language);
        for (size_t y = 0; y < n_years; y++)
            cells[s * n_years + y] =
                sector_cell(order, edition->years[y], sectors->codes[s]);
        n_present += cells[(s + 1) * n_years - 1].value > 0;
    }
    picture->chart.row_count    = sectors->n_codes;
    picture->chart.column_count = n_years;
    picture->chart.rows         = rows;
    picture->chart.years        = edition->years;
    picture->chart.cells        = cells;
    picture->chart.unit         = NUMBER_COUNT;
    set_words(order, picture, &whole, n_present);
    return true;
}

const View view_sectors = {.fill = fill};
