/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A share of each local alliance from A to Z with its margin, beside the whole: no
 * ranking. */
#include "reports/views/view_alliances.h"

static WordId headline_of(const AllianceTally *tally)
{
    if (tally->scattered)
        return WORD_chart_alliances_scattered;
    if (!tally->compared)
        return WORD_chart_alliances_headline;
    return tally->beyond > 0 ? WORD_chart_alliances_beyond
                             : WORD_chart_alliances_chance;
}

static void set_words(const ChartOrder *order, Picture *picture,
                      const AllianceTally *tally)
{
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"definition", view_definition(order)},
               {"national", view_value(order, tally->national, NUMBER_PROPORTION)},
               {"beyond", view_number(order, tally->beyond)},
               {"shown", view_number(order, tally->shown)},
               {"few", view_number(order, picture->chart.row_count - tally->shown)},
               {"count", view_number(order, picture->chart.row_count)});
    const ViewWords words = {headline_of(tally), WORD_chart_alliances_subtitle,
                             WORD_chart_alliances_alt,
                             WORD_chart_alliances_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                 = 0;
    const ViewAlliance *list = view_alliances(order, &n);
    ChartCell *cells         = arena_array(order->arena, ChartCell, n);
    AllianceTally tally      = view_alliance_cells(order, list, n, cells);
    FigureKey key            = view_key(order, order->year);
    ChartCell whole          = view_cell(order, &key);
    if (tally.shown == 0 || isnan(whole.value))
        return false;
    tally.national = whole.value;
    picture->chart = view_alliance_chart(order, list, n, cells);
    if (!tally.compared || tally.scattered)
        picture->chart.signs[SIGN_NONE] = NULL;
    picture->chart.reference = view_whole(order, whole.value);
    set_words(order, picture, &tally);
    return true;
}

const View view_by_alliance = {.fill = fill};
