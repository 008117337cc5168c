/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shares of local alliances against their numbers of answers, within the limits
 * that chance sets around the national share. From ten alliances on. */
#include "indicators/comparison/funnel.h"
#include "reports/views/view_alliances.h"

/* Limits at every number of answers up to a little beyond the largest. */
static void add_limits(const ChartOrder *order, Chart *chart,
                       const AllianceTally *tally)
{
    size_t most        = (size_t)tally->most_answers + 2;
    ChartLimit *limits = arena_array(order->arena, ChartLimit, most);
    for (size_t i = 0; i < most; i++) {
        FunnelLimits at = funnel_limits(i + 1, tally->national);
        limits[i]       = (ChartLimit){.n        = (double)(i + 1),
                                       .low_95   = at.limits_95.low,
                                       .high_95  = at.limits_95.high,
                                       .low_998  = at.limits_998.low,
                                       .high_998 = at.limits_998.high};
    }
    chart->limits         = limits;
    chart->limit_count    = most;
    chart->limit_names[0] = word(order->edition->language, WORD_chart_limit_95);
    chart->limit_names[1] = word(order->edition->language, WORD_chart_limit_998);
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
               {"most", view_value(order, tally->most_answers, NUMBER_COUNT)},
               {"count", view_number(order, picture->chart.row_count)});
    const ViewWords words = {tally->scattered    ? WORD_chart_funnel_scattered
                             : tally->beyond > 0 ? WORD_chart_funnel_beyond
                                                 : WORD_chart_funnel_within,
                             WORD_chart_funnel_subtitle, WORD_chart_funnel_alt,
                             WORD_chart_funnel_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                 = 0;
    const ViewAlliance *list = view_alliances(order, &n);
    ChartCell *cells         = arena_array(order->arena, ChartCell, n);
    AllianceTally tally      = view_alliance_cells(order, list, n, cells);
    if (!tally.compared || isnan(tally.national))
        return false;
    picture->chart           = view_alliance_chart(order, list, n, cells);
    picture->chart.counts    = NULL;
    picture->chart.axis      = word(order->edition->language, WORD_chart_answers_axis);
    picture->chart.reference = view_whole(order, tally.national);
    if (tally.scattered)
        picture->chart.signs[SIGN_NONE] = NULL;
    add_limits(order, &picture->chart, &tally);
    set_words(order, picture, &tally);
    return true;
}

const View view_funnel = {.fill = fill};
