/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure through the years, with what was published earlier and the target. */
#include "reports/view.h"

#include <string.h>

/* A second row with the figures that the alliance published itself: never a margin. */
static size_t add_published(const ChartOrder *order, ChartCell *cells, size_t n_years)
{
    const Table *table = order->edition->published;
    size_t found       = 0;
    for (size_t y = 0; y < n_years; y++)
        cells[y] = (ChartCell){.value = (double)NAN,
                               .low   = (double)NAN,
                               .high  = (double)NAN,
                               .n     = (double)NAN,
                               .of    = (double)NAN};
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        if (order->alliance_id != NULL ||
            strcmp(table_text(table, COLUMN(published, indicator), row),
                   order->row->indicator) != 0 ||
            strcmp(table_text(table, COLUMN(published, measure), row),
                   order->row->measure) != 0)
            continue;
        for (size_t y = 0; y < n_years; y++) {
            if (table_count(table, COLUMN(published, year), row) !=
                order->edition->years[y])
                continue;
            cells[y].value = table_number(table, COLUMN(published, value), row);
            found++;
        }
    }
    return found;
}

static void set_words(const ChartOrder *order, Picture *picture, const Figure *last)
{
    const Edition *edition = order->edition;
    const Chart *chart     = &picture->chart;
    Arena *arena           = order->arena;
    Language language      = edition->language;
    const char *title      = text_in(order->indicator->title, language);
    const char *year       = arena_printf(arena, "%d", order->year);
    const char *from       = arena_printf(arena, "%d", chart->years[0]);
    bool is_shown          = figure_is_shown(last);
    const char *value      = is_shown ? view_percent(order, last->value)
                                      : edition_missing_word(edition, last);
    picture->chart.text.headline =
        word_fill(arena, language, WORD_chart_years_headline,
                  FIELDS({"title", title}, {"value", value}, {"year", year}));
    picture->chart.text.subtitle = word_fill(
        arena, language, WORD_chart_years_subtitle,
        FIELDS({"from", from}, {"year", year}, {"basis", view_basis(order, last)}));
    picture->alt = word_fill(
        arena, language, WORD_chart_years_alt,
        FIELDS({"title", title}, {"from", from}, {"year", year}, {"value", value}));
    picture->chart.text.description = word_fill(
        arena, language, WORD_chart_years_description,
        FIELDS({"definition", text_in(order->indicator->definition, language)},
               {"from", from}, {"year", year}, {"value", value},
               {"basis", view_basis(order, last)}));
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n_years     = view_years_shown(order);
    ChartCell *cells   = arena_array(order->arena, ChartCell, n_years * 2);
    const char **rows  = arena_array(order->arena, const char *, 2);
    Chart *chart       = &picture->chart;
    size_t n_estimates = 0;
    Figure last;
    FigureKey key = view_key(order, order->year);
    if (n_years == 0 || !figures_find(order->edition->figures, &key, &last))
        return false;
    for (size_t y = 0; y < n_years; y++) {
        key      = view_key(order, order->edition->years[y]);
        cells[y] = view_cell(order, &key);
        n_estimates += isnan(cells[y].value) ? 0 : 1;
    }
    if (n_estimates == 0)
        return false;
    rows[0]          = word(order->edition->language, WORD_chart_estimate);
    rows[1]          = word(order->edition->language, WORD_chart_published);
    chart->row_count = 1;
    if (add_published(order, cells + n_years, n_years) > 0)
        chart->row_count++;
    chart->column_count = n_years;
    chart->rows         = rows;
    chart->years        = order->edition->years;
    chart->cells        = cells;
    chart->unit         = view_unit(&last);
    set_words(order, picture, &last);
    return true;
}

const View view_years = {.fill = fill};
