/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure through the years, with what was published earlier and the target. Fewer
 * than two years with a figure make no line, and no chart; nor do noughts alone. */
#include "reports/views/view_claims.h"
#include "reports/views/view_words.h"

#include <string.h>

/* A second row with the figures that the alliance published itself: never a margin. */
static size_t add_published(const ChartOrder *order, ChartCell *cells, size_t n_years)
{
    const Table *table = order->edition->published;
    size_t found       = 0;
    for (size_t y = 0; y < n_years; y++)
        cells[y] = view_cell_none();
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        if (order->alliance_id != NULL || order->row->opgave != NULL ||
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

/* The years with a figure, and of the last run of them that can be compared the first
 * and last, the lowest and highest. */
typedef struct Span {
    size_t count;
    size_t first, last;
    bool apart; /* there are figures before the run */
    double low, high;
} Span;

static void span_add(Span *span, const ChartCell *cell, size_t column)
{
    if (span->count == 0 || cell->apart) {
        span->apart = span->count > 0;
        span->first = column;
        span->low = span->high = (double)NAN;
    }
    span->last = column;
    span->low  = fmin(span->low, isnan(cell->value) ? cell->low : cell->value);
    span->high = fmax(span->high, isnan(cell->value) ? cell->high : cell->value);
    span->count++;
}

static Span find_span(const Chart *chart)
{
    Span span = {.low = (double)NAN, .high = (double)NAN};
    for (size_t y = 0; y < chart->column_count; y++) {
        const ChartCell *cell = chart_cell(chart, 0, y);
        if (!isnan(cell->value) || !isnan(cell->low))
            span_add(&span, cell, y);
    }
    return span;
}

/* A line along the bottom says nothing that a sentence does not. */
static bool rises_above_zero(const Chart *chart)
{
    for (size_t i = 0; i < chart->row_count * chart->column_count; i++)
        if (chart->cells[i].value > 0 || chart->cells[i].high > 0)
            return true;
    return false;
}

static WordId headline_word(const ChartOrder *order, const FigureKey *key,
                            const ChartCell *now)
{
    static const WordId moved[MOVEMENT_COUNT] = {
        [MOVEMENT_NONE]   = WORD_chart_years_headline,
        [MOVEMENT_RISE]   = WORD_chart_years_rise,
        [MOVEMENT_FALL]   = WORD_chart_years_fall,
        [MOVEMENT_EQUAL]  = WORD_chart_years_equal,
        [MOVEMENT_CHANCE] = WORD_chart_years_chance,
    };
    Progress progress;
    if (isnan(now->value) && isnan(now->low))
        return WORD_chart_years_missing;
    if (evidence_progress(order->edition, key, &progress))
        return WORD_chart_years_verdict;
    if (now->apart && now->word != NULL)
        return WORD_chart_years_verdict;
    return moved[evidence_movement(order->edition, key)];
}

/* What stands behind the value in the headline: progress to the target, or why it
 * cannot be compared. */
static const char *verdict_text(const ChartOrder *order, const FigureKey *key,
                                const ChartCell *now)
{
    Progress progress;
    if (evidence_progress(order->edition, key, &progress))
        return view_progress_word(order, &progress);
    return now->apart && now->word != NULL ? now->word : "";
}

static const char *title_text(const ChartOrder *order)
{
    const Edition *edition = order->edition;
    if (order->row->opgave == NULL)
        return view_title(order);
    return word_fill(order->arena, edition->language, WORD_chart_reach_title,
                     FIELDS({"opgave", name_opgave(edition, order->row->opgave)}));
}

/* The definition, and, of one opgave, which. */
static const char *what_text(const ChartOrder *order)
{
    const Edition *edition = order->edition;
    if (order->row->opgave == NULL)
        return view_definition(order);
    return word_fill(order->arena, edition->language, WORD_chart_reach_what,
                     FIELDS({"title", view_title(order)},
                            {"opgave", name_opgave(edition, order->row->opgave)}));
}

/* How the last figure moved, and what cannot be compared with it: sentences, or "". */
static const char *moved_text(const ChartOrder *order, const FigureKey *key)
{
    Movement movement = evidence_movement(order->edition, key);
    return movement == MOVEMENT_NONE
               ? ""
               : word_fill(order->arena, order->edition->language,
                           WORD_chart_years_moved,
                           FIELDS({"movement", view_movement_word(order, movement)}));
}

static const char *apart_text(const ChartOrder *order, const Span *span,
                              const char *first_year)
{
    return !span->apart
               ? ""
               : word_fill(order->arena, order->edition->language,
                           WORD_chart_years_apart, FIELDS({"first_year", first_year}));
}

static const char *column_text(const ChartOrder *order, const Chart *chart,
                               size_t column)
{
    return view_cell_text(order, chart_cell(chart, 0, column), chart->unit);
}

static void set_words(const ChartOrder *order, Picture *picture, const FigureKey *key)
{
    const Chart *chart      = &picture->chart;
    const ChartCell *now    = chart_cell(chart, 0, chart->column_count - 1);
    Span span               = find_span(chart);
    Chart basis             = {.row_count = 1, .column_count = 1, .cells = now};
    const char *first_year  = view_year(order, chart->years[span.first]);
    const WordField *fields = FIELDS(
        {"title", title_text(order)}, {"year", view_year(order, order->year)},
        {"value", view_cell_text(order, now, chart->unit)},
        {"verdict", verdict_text(order, key, now)}, {"definition", what_text(order)},
        {"place", view_place(order)}, {"from", view_year(order, chart->years[0])},
        {"answered", view_answered(order, view_basis(order, &basis))},
        {"count", view_number(order, span.count)},
        {"first", column_text(order, chart, span.first)}, {"first_year", first_year},
        {"last", column_text(order, chart, span.last)},
        {"last_year", view_year(order, chart->years[span.last])},
        {"low", view_value(order, span.low, chart->unit)},
        {"high", view_value(order, span.high, chart->unit)},
        {"moved", moved_text(order, key)},
        {"apart", apart_text(order, &span, first_year)});
    const ViewWords words = {headline_word(order, key, now), WORD_chart_years_subtitle,
                             span.first < span.last ? WORD_chart_years_alt
                                                    : WORD_chart_years_alt_one,
                             WORD_chart_years_description};
    view_tell(order, picture, &words, fields);
}

static void add_path(const ChartOrder *order, const FigureKey *key, Chart *chart)
{
    const Language language = order->edition->language;
    Progress progress;
    if (!evidence_progress(order->edition, key, &progress))
        return;
    bool starts = progress.baseline_year > 0 && !isnan(progress.baseline) &&
                  progress.baseline_year < progress.target_year;
    chart->path = (ChartPath){
        .label     = word(language, WORD_chart_required),
        .target    = word_fill(order->arena, language, WORD_chart_target,
                               FIELDS({"year", view_year(order, progress.target_year)})),
        .from_year = starts ? progress.baseline_year : chart->years[0],
        .to_year   = progress.target_year,
        .from      = starts ? progress.baseline : (double)NAN,
        .to        = progress.target};
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    size_t n_years    = view_years_shown(order);
    ChartCell *cells  = arena_array(order->arena, ChartCell, n_years * 2);
    const char **rows = arena_array(order->arena, const char *, 2);
    Chart *chart      = &picture->chart;
    FigureKey key     = view_key(order, order->year);
    Figure last;
    if (!figures_find(order->edition->figures, &key, &last))
        return false;
    for (size_t y = 0; y < n_years; y++) {
        FigureKey of_year = view_key(order, order->edition->years[y]);
        cells[y]          = view_cell(order, &of_year);
    }
    rows[0]             = word(order->edition->language, WORD_chart_estimate);
    rows[1]             = word(order->edition->language, WORD_chart_published);
    bool has_published  = add_published(order, cells + n_years, n_years) > 0;
    chart->row_count    = has_published ? 2 : 1;
    chart->column_count = n_years;
    chart->rows         = rows;
    chart->years        = order->edition->years;
    chart->cells        = cells;
    chart->unit         = view_unit(&last);
    if (find_span(chart).count < 2 || !rises_above_zero(chart))
        return false;
    add_path(order, &key, chart);
    set_words(order, picture, &key);
    return true;
}

const View view_years = {.fill = fill};
