/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opgaven against sectors: the share of each sector's partners that contribute. */
#include "reports/views/view_words.h"

static void set_words(const ChartOrder *order, Picture *picture)
{
    const Chart *chart = &picture->chart;
    double low = (double)NAN, high = (double)NAN;
    size_t hidden = 0;
    for (size_t i = 0; i < chart->row_count * chart->column_count; i++) {
        low  = fmin(low, chart->cells[i].value);
        high = fmax(high, chart->cells[i].value);
        hidden += isnan(chart->cells[i].value) ? 1 : 0;
    }
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"definition", view_definition(order)}, {"place", view_place(order)},
               {"low", view_value(order, low, NUMBER_PROPORTION)},
               {"high", view_value(order, high, NUMBER_PROPORTION)},
               {"rows", view_number(order, chart->row_count)},
               {"columns", view_number(order, chart->column_count)},
               {"hidden", view_number(order, hidden)});
    const ViewWords words = {WORD_chart_crossing_headline, WORD_chart_crossing_subtitle,
                             WORD_chart_crossing_alt, WORD_chart_crossing_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    const Edition *edition  = order->edition;
    const CodeList *opgaven = schema_opgaven();
    const CodeList *sectors = &edition->settings->sectors;
    size_t n_rows = opgaven->n_codes, n_columns = sectors->n_codes;
    ChartCell *cells     = arena_array(order->arena, ChartCell, n_rows * n_columns);
    const char **rows    = arena_array(order->arena, const char *, n_rows);
    const char **columns = arena_array(order->arena, const char *, n_columns);
    bool any             = false;
    for (size_t s = 0; s < n_columns; s++)
        columns[s] = name_sector(edition, sectors->codes[s]);
    for (size_t i = 0; i < n_rows; i++) {
        FigureKey key = view_key(order, order->year);
        key.opgave    = opgaven->codes[i];
        rows[i]       = view_item_name(order, &key);
        for (size_t s = 0; s < n_columns; s++) {
            key.sector               = sectors->codes[s];
            cells[i * n_columns + s] = view_cell(order, &key);
            any |= !isnan(cells[i * n_columns + s].value);
        }
    }
    picture->chart = (Chart){.unit         = NUMBER_PROPORTION,
                             .row_count    = n_rows,
                             .column_count = n_columns,
                             .rows         = rows,
                             .columns      = columns,
                             .cells        = cells};
    if (any)
        set_words(order, picture);
    return any;
}

const View view_crossing = {.fill = fill};
