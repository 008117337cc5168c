/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shares of one local alliance beside the whole, with the band that chance alone
 * gives at its number of answers. Other alliances are not shown: no best, no worst.
 * Below twenty answers a share is written as "6 of 7". */
#include "reports/edition/evidence.h"
#include "reports/edition/sentence.h"
#include "reports/views/view_words.h"

enum { OWN, WHOLE, COLUMNS };

static const char *few_label(const ChartOrder *order, const Comparison *comparison)
{
    if (comparison->n >= ANSWERS_FOR_PERCENTAGE)
        return NULL;
    return word_fill(order->arena, order->edition->language, WORD_n_of_N,
                     FIELDS({"n", view_value(order, comparison->x, NUMBER_COUNT)},
                            {"N", view_value(order, comparison->n, NUMBER_COUNT)}));
}

/* Whether the share lies outside the band. */
static bool fill_row(const ChartOrder *order, const FigureKey *key, ChartCell *cells)
{
    Comparison comparison;
    cells[OWN]   = view_cell(order, key);
    cells[WHOLE] = view_cell_none();
    if (!evidence_comparison(order->edition, key, &comparison))
        return false;
    cells[OWN].low = cells[OWN].high = (double)NAN;
    cells[WHOLE].value               = comparison.national;
    if (isnan(cells[OWN].value))
        return false;
    cells[OWN].label  = few_label(order, &comparison);
    cells[WHOLE].low  = comparison.funnel_low_95;
    cells[WHOLE].high = comparison.funnel_high_95;
    return cells[OWN].value < comparison.funnel_low_95 ||
           cells[OWN].value > comparison.funnel_high_95;
}

static void set_words(const ChartOrder *order, Picture *picture, size_t outside)
{
    const Chart *chart = &picture->chart;
    const char *basis  = view_basis(order, chart);
    const WordField *fields =
        FIELDS({"title", word(order->edition->language, WORD_chart_beside_title)},
               {"year", view_year(order, order->year)}, {"alliance", view_place(order)},
               {"answered", view_answered(order, basis)},
               {"outside", view_number(order, outside)},
               {"shown", view_number(order, view_shown(chart))},
               {"count", view_number(order, chart->row_count)});
    const ViewWords words = {outside > 0 ? WORD_chart_beside_outside
                                         : WORD_chart_beside_within,
                             WORD_chart_beside_subtitle, WORD_chart_beside_alt,
                             WORD_chart_beside_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                  = 0;
    size_t outside            = 0;
    const ViewFigure *figures = view_figures(order, &n);
    const Language language   = order->edition->language;
    Chart *chart              = &picture->chart;
    ChartCell *cells          = arena_array(order->arena, ChartCell, n * COLUMNS);
    const char **rows         = arena_array(order->arena, const char *, n);
    const char **columns      = arena_array(order->arena, const char *, COLUMNS);
    for (size_t i = 0; i < n; i++) {
        outside += fill_row(order, &figures[i].key, cells + i * COLUMNS);
        rows[i] = view_figure_name(order, &figures[i].key);
    }
    columns[OWN]            = word(language, WORD_chart_beside_own);
    columns[WHOLE]          = word(language, WORD_chart_beside_whole);
    chart->row_count        = n;
    chart->column_count     = COLUMNS;
    chart->rows             = rows;
    chart->columns          = columns;
    chart->cells            = cells;
    chart->counts           = word(language, WORD_chart_counts);
    chart->band             = word(language, WORD_chart_beside_band);
    chart->signs[SIGN_NONE] = columns[OWN];
    if (view_shown(chart) == 0)
        return false;
    set_words(order, picture, outside);
    return true;
}

const View view_beside = {.fill = fill};
