/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of charts, and what all views share. */
#include "reports/view.h"

#include <string.h>

#define VIEW(name) extern const View view_##name;
#include "reports/views.def"

const ChartRow chart_rows[] = {
#define CHART(id, view, kind, scope, indicator, measure)                               \
    {#id, &view_##view, &chart_##kind, SCOPE_##scope, #indicator, #measure},
#include "reports/charts.def"
};
const size_t chart_row_count = G_N_ELEMENTS(chart_rows);

FigureKey view_key(const ChartOrder *order, int year)
{
    return (FigureKey){.year        = year,
                       .indicator   = order->row->indicator,
                       .measure     = order->row->measure,
                       .alliance_id = order->alliance_id};
}

size_t view_years_shown(const ChartOrder *order)
{
    size_t n = 0;
    while (n < order->edition->n_years && order->edition->years[n] <= order->year)
        n++;
    return n;
}

ChartCell view_cell(const ChartOrder *order, const FigureKey *key)
{
    const Edition *edition = order->edition;
    ChartCell cell         = {.value = (double)NAN,
                              .low   = (double)NAN,
                              .high  = (double)NAN,
                              .n     = (double)NAN,
                              .of    = (double)NAN};
    Figure figure;
    if (!figures_find(edition->figures, key, &figure)) {
        cell.word = word(edition->language, WORD_not_delivered);
        return cell;
    }
    cell.of = figure.N;
    if (!figure_is_shown(&figure)) {
        cell.word = edition_missing_word(edition, &figure);
        return cell;
    }
    cell.value = figure.value;
    cell.low   = figure.ci_low;
    cell.high  = figure.ci_high;
    cell.n     = figure.n;
    return cell;
}

const char *view_percent(const ChartOrder *order, double share)
{
    const Edition *edition = order->edition;
    const char *digits = format_number(order->arena, edition->format, share * 100, 0);
    return word_fill(order->arena, edition->language, WORD_percent,
                     FIELDS({"number", digits}));
}

const char *view_basis(const ChartOrder *order, const Figure *figure)
{
    const NumberFormat *format = order->edition->format;
    if (isnan(figure->n) || isnan(figure->N))
        return "";
    return word_fill(order->arena, order->edition->language, WORD_n_of_N,
                     FIELDS({"n", format_number(order->arena, format, figure->n, 0)},
                            {"N", format_number(order->arena, format, figure->N, 0)}));
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

static const char *source_line(const ChartOrder *order)
{
    const Edition *edition = order->edition;
    Date reference         = settings_reference_date(edition->settings, order->year);
    const char *name       = edition->settings->monitor_title;
    return word_fill(
        order->arena, edition->language, WORD_chart_source,
        FIELDS({"monitor", name},
               {"source", text_in(order->indicator->source, edition->language)},
               {"date", edition_date(order->arena, edition, reference)}));
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
