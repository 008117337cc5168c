/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many members of each local alliance contribute to each opgave: numbers, not
 * shares, for here one member more or less is what matters. Alliances from A to Z. */
#include "reports/views/view_alliances.h"

/* A national count of the coverage: gaps, or what is not known. */
static double count_of(const ChartOrder *order, const char *measure)
{
    FigureKey key = view_key(order, order->year);
    Figure figure;
    key.measure = measure;
    return figures_find(order->edition->figures, &key, &figure) &&
                   figure_is_shown(&figure)
               ? figure.value
               : 0;
}

static void set_words(const ChartOrder *order, Picture *picture, size_t shown)
{
    double gaps    = count_of(order, "gaps");
    double unknown = count_of(order, "unknown");
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"definition", view_definition(order)},
               {"gaps", view_value(order, gaps, NUMBER_COUNT)},
               {"unknown", view_value(order, unknown, NUMBER_COUNT)},
               {"shown", view_number(order, shown)},
               {"count", view_number(order, picture->chart.row_count)});
    const ViewWords words = {WORD_chart_coverage_headline, WORD_chart_coverage_subtitle,
                             WORD_chart_coverage_alt, WORD_chart_coverage_description};
    view_tell(order, picture, &words, fields);
}

/* The row of an alliance; whether it shows anything. */
static bool fill_row(const ChartOrder *order, const ViewAlliance *alliance,
                     ChartCell *cells)
{
    const CodeList *opgaven = schema_opgaven();
    FigureKey key           = view_key(order, order->year);
    bool any                = false;
    key.alliance_id         = alliance->id;
    for (size_t i = 0; i < opgaven->n_codes; i++) {
        key.opgave = opgaven->codes[i];
        cells[i]   = view_cell(order, &key);
        any |= !isnan(cells[i].value);
    }
    return any;
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                 = 0;
    const ViewAlliance *list = view_alliances(order, &n);
    const CodeList *opgaven  = schema_opgaven();
    size_t n_columns         = opgaven->n_codes;
    ChartCell *cells         = arena_array(order->arena, ChartCell, n * n_columns);
    const char **columns     = arena_array(order->arena, const char *, n_columns);
    size_t shown             = 0;
    for (size_t i = 0; i < n_columns; i++)
        columns[i] =
            name_opgave_numbered(order->arena, order->edition, opgaven->codes[i]);
    for (size_t i = 0; i < n; i++)
        shown += fill_row(order, &list[i], cells + i * n_columns);
    if (shown == 0)
        return false;
    picture->chart              = view_alliance_chart(order, list, n, cells);
    picture->chart.unit         = NUMBER_COUNT;
    picture->chart.counts       = NULL;
    picture->chart.column_count = n_columns;
    picture->chart.columns      = columns;
    set_words(order, picture, shown);
    return true;
}

const View view_coverage = {.fill = fill};
