/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The theory of change: a column for each term, a tile for each figure with its value
 * and how it stands, to its target where it has one, else to the year before. */
#include "reports/views/view_claims.h"
#include "reports/views/view_words.h"

typedef struct Tally {
    size_t moves[MOVEMENT_COUNT];
    size_t reached;
    size_t shown;
} Tally;

/* How a figure without a target stands: its movement, or why there is none. */
static const char *state_of(const ChartOrder *order, const FigureKey *key,
                            const ChartCell *cell, Movement movement)
{
    FigureKey before = *key;
    before.year      = order->year - 1;
    if (movement != MOVEMENT_NONE)
        return view_movement_word(order, movement);
    if (cell->word != NULL)
        return cell->word;
    return isnan(view_cell(order, &before).value)
               ? word(order->edition->language, WORD_chart_first_figure)
               : view_movement_word(order, movement);
}

static ChartCell make_cell(const ChartOrder *order, const FigureKey *key, Tally *tally)
{
    Progress progress;
    Figure figure  = {.unit = ""};
    ChartCell cell = view_cell(order, key);
    ChartCell tile = view_cell_none();
    tile.word      = cell.word;
    tile.sign      = SIGN_ABSENT;
    if (isnan(cell.value) && isnan(cell.low))
        return tile;
    figures_find(order->edition->figures, key, &figure);
    Movement movement = evidence_movement(order->edition, key);
    const char *state = state_of(order, key, &cell, movement);
    tile.sign = movement == MOVEMENT_NONE ? SIGN_UNSURE : view_movement_sign(movement);
    if (evidence_progress(order->edition, key, &progress)) {
        state     = view_progress_word(order, &progress);
        tile.sign = view_progress_sign(order, &progress);
        tally->reached += tile.sign == SIGN_DONE;
    } else {
        tally->moves[movement]++;
    }
    tally->shown++;
    tile.word = arena_printf(order->arena, "%s: %s",
                             view_cell_text(order, &cell, view_unit(&figure)), state);
    return tile;
}

static void set_words(const ChartOrder *order, Picture *picture, const Tally *tally)
{
    const size_t *moves     = tally->moves;
    bool is_compared        = view_year_before(order) > 0;
    const WordField *fields = FIELDS(
        {"title", word(order->edition->language, WORD_chart_terms_title)},
        {"year", view_year(order, order->year)}, {"place", view_place(order)},
        {"from", view_year(order, order->year - 1)},
        {"up", view_number(order, moves[MOVEMENT_RISE])},
        {"down", view_number(order, moves[MOVEMENT_FALL])},
        {"chance", view_number(order, moves[MOVEMENT_EQUAL] + moves[MOVEMENT_CHANCE])},
        {"reached", view_number(order, tally->reached)},
        {"shown", view_number(order, tally->shown)},
        {"count", view_number(order, picture->chart.row_count)});
    const ViewWords words = {
        is_compared ? WORD_chart_terms_headline : WORD_chart_terms_first,
        WORD_chart_terms_subtitle, WORD_chart_terms_alt, WORD_chart_terms_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                  = 0;
    Tally tally               = {.shown = 0};
    const ViewFigure *figures = view_figures(order, &n);
    Chart *chart              = &picture->chart;
    ChartCell *cells          = arena_array(order->arena, ChartCell, n);
    const char **rows         = arena_array(order->arena, const char *, n);
    const char **groups       = arena_array(order->arena, const char *, n);
    for (size_t i = 0; i < n; i++) {
        cells[i]  = make_cell(order, &figures[i].key, &tally);
        rows[i]   = view_figure_name(order, &figures[i].key);
        groups[i] = name_term(order->edition, figures[i].group);
    }
    chart->row_count    = n;
    chart->column_count = 1;
    chart->rows         = rows;
    chart->groups       = groups;
    chart->cells        = cells;
    if (tally.shown == 0)
        return false;
    set_words(order, picture, &tally);
    return true;
}

const View view_terms = {.fill = fill};
