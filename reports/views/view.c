/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registers of charts and of their figures, and what all views share. */
#include "reports/views/view.h"

#include <string.h>

#define VIEW(name) extern const View view_##name;
#include "reports/views/views.def"

const ChartRow chart_rows[] = {
#define CHART(id, view, kind, scope, indicator, measure, opgave)                       \
    {#id, &view_##view, &chart_##kind, SCOPE_##scope, indicator, measure, opgave},
#include "reports/views/charts.def"
};
const size_t chart_row_count = G_N_ELEMENTS(chart_rows);

typedef struct ListedFigure {
    const char *chart;
    const char *group;
    const char *indicator;
    const char *measure;
    const char *opgave;
    const char *category;
} ListedFigure;

static const ListedFigure listed_figures[] = {
#define CHART_FIGURE(chart, group, indicator, measure, opgave, category)               \
    {#chart, group, #indicator, #measure, opgave, category},
#include "reports/views/chart_figures.def"
};

FigureKey view_key(const ChartOrder *order, int year)
{
    return (FigureKey){.year        = year,
                       .indicator   = order->row->indicator,
                       .measure     = order->row->measure,
                       .alliance_id = order->alliance_id,
                       .opgave      = order->row->opgave};
}

static const ViewFigure *figures_listed(const ChartOrder *order, size_t *n)
{
    ViewFigure *figures =
        arena_array(order->arena, ViewFigure, G_N_ELEMENTS(listed_figures));
    *n = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(listed_figures); i++) {
        const ListedFigure *listed = &listed_figures[i];
        if (strcmp(listed->chart, order->row->id) == 0)
            figures[(*n)++] = (ViewFigure){.key   = {.year        = order->year,
                                                     .indicator   = listed->indicator,
                                                     .measure     = listed->measure,
                                                     .alliance_id = order->alliance_id,
                                                     .opgave      = listed->opgave,
                                                     .category    = listed->category},
                                           .group = listed->group};
    }
    return figures;
}

/* Whether the key is an item of the order's figure. */
static bool is_item(const ChartOrder *order, const FigureKey *key)
{
    return key->sector == NULL && (key->opgave != NULL || key->category != NULL) &&
           strcmp(key->indicator, order->row->indicator) == 0 &&
           strcmp(key->measure, order->row->measure) == 0;
}

const ViewFigure *view_figures(const ChartOrder *order, size_t *n)
{
    const Figures *all = order->edition->figures;
    if (order->row->measure == NULL)
        return figures_listed(order, n);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ViewFigure));
    size_t n_rows           = 0;
    const size_t *rows      = figures_of(all, order->year, order->alliance_id, &n_rows);
    for (size_t i = 0; i < n_rows; i++) {
        ViewFigure figure = {.group = NULL};
        figures_at(all, rows[i], &figure.key);
        if (is_item(order, &figure.key))
            g_array_append_val(found, figure);
    }
    ViewFigure *figures = arena_array(order->arena, ViewFigure, found->len);
    *n                  = found->len;
    if (found->len > 0)
        memcpy(figures, found->data, found->len * sizeof(ViewFigure));
    return figures;
}

size_t view_years_shown(const ChartOrder *order)
{
    size_t n = 0;
    while (n < order->edition->n_years && order->edition->years[n] <= order->year)
        n++;
    return n;
}

int view_year_before(const ChartOrder *order)
{
    size_t shown = view_years_shown(order);
    if (shown < 2 || order->edition->years[shown - 2] != order->year - 1)
        return 0;
    return order->year - 1;
}

ChartCell view_cell_none(void)
{
    return (ChartCell){.value = (double)NAN,
                       .low   = (double)NAN,
                       .high  = (double)NAN,
                       .n     = (double)NAN,
                       .of    = (double)NAN};
}

static bool is_derived(const Figure *figure)
{
    if (figure->note == NULL)
        return false;
    g_autoptr(Arena) arena = arena_new();
    return figure_note(arena, figure, "derived") != NULL;
}

/* Another question than in the year before, or derived where that was asked. */
static bool stands_apart(const ChartOrder *order, FigureKey key, const Figure *figure)
{
    Figure before;
    key.year--;
    if (figure->obs_status == 'B')
        return true;
    return figures_find(order->edition->figures, &key, &before) &&
           !isnan(before.value) && is_derived(&before) != is_derived(figure);
}

/* What a figure that is shown bears. */
static const char *remark_of(const ChartOrder *order, const Figure *figure)
{
    if (is_derived(figure))
        return word(order->edition->language, WORD_chart_derived);
    return edition_status_word(order->edition, figure);
}

/* Only bounds and no value: reach and its coverage. */
static bool has_bounds(const Figure *figure)
{
    return isnan(figure->value) && !isnan(figure->ci_low) && !isnan(figure->ci_high) &&
           figure->conf_status == 'F';
}

ChartCell view_cell(const ChartOrder *order, const FigureKey *key)
{
    const Edition *edition = order->edition;
    ChartCell cell         = view_cell_none();
    Figure figure;
    if (!figures_find(edition->figures, key, &figure)) {
        cell.word = word(edition->language, WORD_not_delivered);
        return cell;
    }
    cell.of = figure.N;
    if (!figure_is_shown(&figure) && !has_bounds(&figure)) {
        cell.word = edition_missing_word(edition, &figure);
        if (cell.word == NULL)
            cell.word = word(edition->language, WORD_not_delivered);
        return cell;
    }
    cell.value = figure.value;
    cell.low   = figure.ci_low;
    cell.high  = figure.ci_high;
    cell.n     = figure.n;
    cell.word  = remark_of(order, &figure);
    cell.apart = stands_apart(order, *key, &figure);
    return cell;
}

NumberUnit view_unit(const Figure *figure)
{
    static const struct {
        const char *name;
        NumberUnit unit;
    } units[] = {{"proportion", NUMBER_PROPORTION},
                 {"mean", NUMBER_MEAN},
                 {"index", NUMBER_INDEX}};
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (strcmp(units[i].name, figure->unit) == 0)
            return units[i].unit;
    return NUMBER_COUNT;
}

/* A date goes to the next line as a whole. */
static const char *unbroken(Arena *arena, const char *text)
{
    g_auto(GStrv) words       = g_strsplit(text, " ", -1);
    g_autofree char *together = g_strjoinv("\u00a0", words);
    return arena_strdup(arena, together);
}

static const char *source_line(const ChartOrder *order)
{
    const Edition *edition = order->edition;
    Date reference         = settings_reference_date(edition->settings, order->year);
    const char *source     = order->indicator != NULL
                                 ? text_in(order->indicator->source, edition->language)
                                 : word(edition->language, WORD_chart_source_several);
    return word_fill(
        order->arena, edition->language, WORD_chart_source,
        FIELDS({"monitor", edition->settings->monitor_title}, {"source", source},
               {"date", unbroken(order->arena,
                                 edition_date(order->arena, edition, reference))}));
}

bool view_fill(const ChartOrder *order, Picture *picture)
{
    const Edition *edition = order->edition;
    *picture               = (Picture){.chart = {.unit = NUMBER_PROPORTION}};
    if (!order->row->view->fill(order, picture))
        return false;
    ChartText *text = &picture->chart.text;
    text->id        = order->row->id;
    text->source    = source_line(order);
    text->status    = edition->status;
    text->date      = edition->date;
    text->format    = edition->format;
    return true;
}
