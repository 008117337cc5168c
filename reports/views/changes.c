/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of this year and the year before; what is more than chance has another shape.
 * Figures that are not of the same question are not compared. */
#include "reports/views/view_claims.h"
#include "reports/views/view_words.h"

enum { BEFORE, NOW, COLUMNS };

static Movement fill_row(const ChartOrder *order, const FigureKey *key,
                         ChartCell *cells)
{
    Movement movement = evidence_movement(order->edition, key);
    FigureKey before  = *key;
    before.year       = order->year - 1;
    cells[NOW]        = view_cell(order, key);
    cells[BEFORE]     = view_cell(order, &before);
    if (movement == MOVEMENT_NONE && !isnan(cells[BEFORE].value)) {
        const char *why    = cells[NOW].word != NULL ? cells[NOW].word
                                                     : view_movement_word(order, movement);
        cells[BEFORE]      = view_cell_none();
        cells[BEFORE].word = why;
    }
    cells[NOW].sign = view_movement_sign(movement);
    return movement;
}

static void set_words(const ChartOrder *order, Picture *picture,
                      const size_t tally[MOVEMENT_COUNT])
{
    const Chart *chart      = &picture->chart;
    size_t certain          = tally[MOVEMENT_RISE] + tally[MOVEMENT_FALL];
    size_t compared         = certain + tally[MOVEMENT_EQUAL] + tally[MOVEMENT_CHANCE];
    bool is_several         = order->indicator == NULL;
    const char *title       = is_several
                                  ? word(order->edition->language, WORD_chart_changes_title)
                                  : view_title(order);
    const WordField *fields = FIELDS(
        {"title", title}, {"year", view_year(order, order->year)},
        {"from", view_year(order, order->year - 1)}, {"place", view_place(order)},
        {"up", view_number(order, tally[MOVEMENT_RISE])},
        {"down", view_number(order, tally[MOVEMENT_FALL])},
        {"compared", view_number(order, compared)},
        {"count", view_number(order, chart->row_count)},
        {"definition", is_several ? "" : view_definition(order)});
    const ViewWords words = {
        certain > 0 ? WORD_chart_changes_headline : WORD_chart_changes_chance,
        is_several ? WORD_chart_changes_subtitle : WORD_chart_changes_items_subtitle,
        WORD_chart_changes_alt, WORD_chart_changes_description};
    view_tell(order, picture, &words, fields);
}

static void set_signs(const ChartOrder *order, Chart *chart)
{
    chart->signs[SIGN_UP]     = view_movement_word(order, MOVEMENT_RISE);
    chart->signs[SIGN_DOWN]   = view_movement_word(order, MOVEMENT_FALL);
    chart->signs[SIGN_UNSURE] = view_movement_word(order, MOVEMENT_CHANCE);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                     = 0;
    size_t tally[MOVEMENT_COUNT] = {0};
    const ViewFigure *figures    = view_figures(order, &n);
    Chart *chart                 = &picture->chart;
    ChartCell *cells             = arena_array(order->arena, ChartCell, n * COLUMNS);
    const char **rows            = arena_array(order->arena, const char *, n);
    const char **columns         = arena_array(order->arena, const char *, COLUMNS);
    for (size_t i = 0; i < n; i++) {
        tally[fill_row(order, &figures[i].key, cells + i * COLUMNS)]++;
        rows[i] = order->indicator != NULL ? view_item_name(order, &figures[i].key)
                                           : view_figure_name(order, &figures[i].key);
    }
    if (tally[MOVEMENT_NONE] == n)
        return false;
    columns[BEFORE]     = view_year(order, order->year - 1);
    columns[NOW]        = view_year(order, order->year);
    chart->row_count    = n;
    chart->column_count = COLUMNS;
    chart->rows         = rows;
    chart->columns      = columns;
    chart->cells        = cells;
    set_signs(order, chart);
    set_words(order, picture, tally);
    return true;
}

const View view_changes = {.fill = fill};
