/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of an indicator in one year: ten opgaven, in their own order. */
#include "reports/view.h"

/* The lowest and highest value that is shown. */
static bool find_range(const Chart *chart, double *low, double *high)
{
    *low  = (double)NAN;
    *high = (double)NAN;
    for (size_t i = 0; i < chart->row_count; i++) {
        *low  = fmin(*low, chart->cells[i].value);
        *high = fmax(*high, chart->cells[i].value);
    }
    return !isnan(*low);
}

/* What an item is called: opgaven have names of their own. */
static const char *opgave_label(const ChartOrder *order, size_t item)
{
    const CodeList *opgaven = schema_opgaven();
    return arena_printf(order->arena, "%zu. %s", item + 1,
                        text_in(opgaven->labels[item], order->edition->language));
}

static void set_words(const ChartOrder *order, Picture *picture, double low,
                      double high)
{
    Arena *arena               = order->arena;
    Language language          = order->edition->language;
    const char *title          = text_in(order->indicator->title, language);
    const char *year           = arena_printf(arena, "%d", order->year);
    const NumberFormat *format = order->edition->format;
    const WordField fields[]   = {
          {"title", title},
          {"year", year},
          {"low", format_number(arena, format, low * 100, 0)},
          {"high", format_number(arena, format, high * 100, 0)},
          {"definition", text_in(order->indicator->definition, language)},
          {NULL, NULL}};
    ChartText *text = &picture->chart.text;
    text->headline  = word_fill(arena, language, WORD_chart_items_headline, fields);
    text->subtitle  = word_fill(arena, language, WORD_chart_items_subtitle, fields);
    text->description =
        word_fill(arena, language, WORD_chart_items_description, fields);
    picture->alt = word_fill(arena, language, WORD_chart_items_alt, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    const CodeList *opgaven = schema_opgaven();
    Chart *chart            = &picture->chart;
    ChartCell *cells        = arena_array(order->arena, ChartCell, opgaven->n_codes);
    const char **rows       = arena_array(order->arena, const char *, opgaven->n_codes);
    double low, high;
    for (size_t i = 0; i < opgaven->n_codes; i++) {
        FigureKey key = view_key(order, order->year);
        key.opgave    = opgaven->codes[i];
        cells[i]      = view_cell(order, &key);
        rows[i]       = opgave_label(order, i);
    }
    chart->row_count    = opgaven->n_codes;
    chart->column_count = 1;
    chart->rows         = rows;
    chart->cells        = cells;
    chart->counts       = word(order->edition->language, WORD_chart_counts);
    if (!find_range(chart, &low, &high))
        return false;
    set_words(order, picture, low, high);
    return true;
}

const View view_items = {.fill = fill};
