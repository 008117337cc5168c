/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares of several indicators at a glance: this year, the year before where the
 * question was the same, and the target. */
#include "reports/views/view_claims.h"
#include "reports/views/view_words.h"

enum { NOW, BEFORE, TARGET, COLUMNS };

static void fill_row(const ChartOrder *order, const FigureKey *key, ChartCell *cells)
{
    FigureKey before = *key;
    Progress progress;
    before.year   = view_year_before(order);
    cells[NOW]    = view_cell(order, key);
    cells[BEFORE] = view_cell_none();
    cells[TARGET] = view_cell_none();
    if (before.year > 0 && !cells[NOW].apart) {
        ChartCell earlier   = view_cell(order, &before);
        cells[BEFORE].value = earlier.value;
    }
    if (evidence_progress(order->edition, key, &progress))
        cells[TARGET].value = progress.target;
}

typedef struct Tally {
    size_t up, down, compared;
} Tally;

static Tally count_moves(const ChartOrder *order, const ViewFigure *figures, size_t n)
{
    Tally tally = {0, 0, 0};
    for (size_t i = 0; i < n; i++) {
        Movement movement = evidence_movement(order->edition, &figures[i].key);
        tally.compared += movement != MOVEMENT_NONE;
        tally.up += movement == MOVEMENT_RISE;
        tally.down += movement == MOVEMENT_FALL;
    }
    return tally;
}

static void set_words(const ChartOrder *order, Picture *picture, Tally tally)
{
    const Chart *chart = &picture->chart;
    const char *basis  = view_basis(order, chart);
    const char *low    = "";
    const char *high   = "";
    view_range(order, chart, &low, &high);
    const WordField *fields = FIELDS(
        {"title", word(order->edition->language, WORD_chart_bullets_title)},
        {"year", view_year(order, order->year)}, {"place", view_place(order)},
        {"from", view_year(order, order->year - 1)},
        {"compared", view_number(order, tally.compared)},
        {"up", view_number(order, tally.up)}, {"down", view_number(order, tally.down)},
        {"count", view_number(order, view_shown(chart))}, {"low", low}, {"high", high},
        {"answered", view_answered(order, basis)});
    const ViewWords words = {tally.compared > 0 ? WORD_chart_bullets_headline
                                                : WORD_chart_bullets_first,
                             tally.compared > 0 ? WORD_chart_bullets_subtitle
                                                : WORD_chart_bullets_first_subtitle,
                             WORD_chart_bullets_alt, WORD_chart_bullets_description};
    view_tell(order, picture, &words, fields);
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n                  = 0;
    const ViewFigure *figures = view_figures(order, &n);
    const Language language   = order->edition->language;
    Chart *chart              = &picture->chart;
    ChartCell *cells          = arena_array(order->arena, ChartCell, n * COLUMNS);
    const char **rows         = arena_array(order->arena, const char *, n);
    const char **groups       = arena_array(order->arena, const char *, n);
    const char **columns      = arena_array(order->arena, const char *, COLUMNS);
    for (size_t i = 0; i < n; i++) {
        fill_row(order, &figures[i].key, cells + i * COLUMNS);
        rows[i]   = view_figure_name(order, &figures[i].key);
        groups[i] = name_term(order->edition, figures[i].group);
    }
    columns[NOW]        = view_year(order, order->year);
    columns[BEFORE]     = view_year(order, order->year - 1);
    columns[TARGET]     = word(language, WORD_chart_target_plain);
    chart->row_count    = n;
    chart->column_count = COLUMNS;
    chart->rows         = rows;
    chart->groups       = groups;
    chart->columns      = columns;
    chart->cells        = cells;
    if (view_shown(chart) == 0)
        return false;
    set_words(order, picture, count_moves(order, figures, n));
    return true;
}

const View view_bullets = {.fill = fill};
