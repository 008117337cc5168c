/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings per kind through the years. Only kinds that occurred have a row in a year:
 * the others of a year with meetings are none. */
#include "reports/views/view_words.h"

static const CodeList *kinds_of(const Edition *edition)
{
    const TableSpec *events = schema_table(edition->schema, TABLE_events);
    return events->variables[COLUMN(events, kind)].codes;
}

static bool has_row(const ChartOrder *order, int year, const char *kind)
{
    FigureKey key = view_key(order, year);
    Figure figure;
    key.category = kind;
    return figures_find(order->edition->figures, &key, &figure);
}

static bool year_has_meetings(const ChartOrder *order, int year)
{
    const CodeList *kinds = kinds_of(order->edition);
    for (size_t i = 0; i < kinds->n_codes; i++)
        if (has_row(order, year, kinds->codes[i]))
            return true;
    return false;
}

static ChartCell cell_of(const ChartOrder *order, int year, const char *kind)
{
    FigureKey key  = view_key(order, year);
    ChartCell none = view_cell_none();
    none.value     = 0;
    key.category   = kind;
    return has_row(order, year, kind) || !year_has_meetings(order, year)
               ? view_cell(order, &key)
               : none;
}

static void set_words(const ChartOrder *order, Picture *picture)
{
    const Chart *chart = &picture->chart;
    double total       = 0;
    for (size_t row = 0; row < chart->row_count; row++) {
        double value = chart_cell(chart, row, chart->column_count - 1)->value;
        total += isnan(value) ? 0 : value;
    }
    const WordField *fields = FIELDS(
        {"title", view_title(order)}, {"year", view_year(order, order->year)},
        {"span", view_span(order, chart)}, {"definition", view_definition(order)},
        {"place", view_place(order)}, {"total", view_value(order, total, NUMBER_COUNT)},
        {"count", view_number(order, chart->row_count)});
    const ViewWords words = {WORD_chart_meetings_headline, WORD_chart_meetings_subtitle,
                             WORD_chart_meetings_alt, WORD_chart_meetings_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    const CodeList *kinds = kinds_of(order->edition);
    const int *years      = order->edition->years;
    size_t n_years        = view_years_shown(order);
    ChartCell *cells  = arena_array(order->arena, ChartCell, kinds->n_codes * n_years);
    const char **rows = arena_array(order->arena, const char *, kinds->n_codes);
    size_t n          = 0;
    for (size_t i = 0; i < kinds->n_codes; i++) {
        FigureKey key = view_key(order, order->year);
        bool occurred = false;
        key.category  = kinds->codes[i];
        for (size_t y = 0; y < n_years; y++) {
            cells[n * n_years + y] = cell_of(order, years[y], kinds->codes[i]);
            occurred |= cells[n * n_years + y].value > 0;
        }
        rows[n] = view_item_name(order, &key);
        n += occurred;
    }
    picture->chart = (Chart){.unit         = NUMBER_COUNT,
                             .row_count    = n,
                             .column_count = n_years,
                             .rows         = rows,
                             .years        = years,
                             .cells        = cells};
    if (n == 0 || n_years < 2 || !year_has_meetings(order, order->year))
        return false;
    set_words(order, picture);
    return true;
}

const View view_meetings = {.fill = fill};
