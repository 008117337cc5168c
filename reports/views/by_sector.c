/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A share of each sector in one year, in the order of the settings, beside the whole.
 */
#include "reports/views/view_words.h"

static void set_words(const ChartOrder *order, Picture *picture, double whole)
{
    const char *low = "", *high = "";
    view_range(order, &picture->chart, &low, &high);
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"value", view_value(order, whole, picture->chart.unit)},
               {"definition", view_definition(order)}, {"place", view_place(order)},
               {"low", low}, {"high", high},
               {"count", view_number(order, view_shown(&picture->chart))});
    const ViewWords words = {WORD_chart_by_sector_headline,
                             WORD_chart_by_sector_subtitle, WORD_chart_by_sector_alt,
                             WORD_chart_by_sector_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    const Edition *edition  = order->edition;
    const CodeList *sectors = &edition->settings->sectors;
    FigureKey whole_key     = view_key(order, order->year);
    ChartCell *cells        = arena_array(order->arena, ChartCell, sectors->n_codes);
    const char **rows       = arena_array(order->arena, const char *, sectors->n_codes);
    ChartCell whole         = view_cell(order, &whole_key);
    size_t n                = 0;
    if (isnan(whole.value))
        return false;
    for (size_t s = 0; s < sectors->n_codes; s++) {
        FigureKey key = whole_key;
        Figure figure;
        key.sector = sectors->codes[s];
        if (!figures_find(edition->figures, &key, &figure))
            continue; /* a sector without partners */
        rows[n]    = name_sector(edition, key.sector);
        cells[n++] = view_cell(order, &key);
    }
    view_common_remark(cells, n); /* beside each other they answer the same question */
    picture->chart = (Chart){.unit         = NUMBER_PROPORTION,
                             .row_count    = n,
                             .column_count = 1,
                             .rows         = rows,
                             .cells        = cells,
                             .counts       = word(edition->language, WORD_chart_counts),
                             .reference    = view_whole(order, whole.value)};
    if (view_shown(&picture->chart) == 0)
        return false; /* nothing to put beside the whole */
    set_words(order, picture, whole.value);
    return true;
}

const View view_by_sector = {.fill = fill};
