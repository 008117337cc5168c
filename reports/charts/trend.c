/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line through the years with its interval as a ribbon, the way to the target dashed
 * and the target as a square. Columns are years. The first row holds the estimates; a
 * second one, if there is any, figures published earlier: open points without a margin.
 * Bounds without a value are a ribbon alone. The line crosses neither a year without a
 * figure, which bears its word, nor a year that stands apart: its remark stands by its
 * point. */
#include "reports/charts/axes.h"
#include "reports/charts/frame.h"
#include "reports/charts/labels.h"

#include <math.h>
#include <string.h>

static const double PLOT_HIGH   = 190;
static const double INSET       = 14; /* from the plot's edge to the first year */
static const double DOT         = 2.8;
static const double OPEN_DOT    = 3.4;
static const double TARGET_MOST = 92; /* width of the target's label */
static const double YEAR_ROOM   = 28;

typedef struct Trend {
    const Frame *frame;
    Box plot;
    ValueAxis axis;
    int first_year, last_year;
    Scale years;
    GString *notes; /* what found no place in the plot */
} Trend;

static Point place_of(const Trend *trend, int year, double value)
{
    return (Point){scale_position(&trend->years, year),
                   scale_position(&trend->axis.scale, value)};
}

static Point point_at(const Trend *trend, size_t column, double value)
{
    return place_of(trend, trend->frame->chart->years[column], value);
}

static const ChartCell *estimate_at(const Trend *trend, size_t column)
{
    return chart_cell(trend->frame->chart, 0, column);
}

static bool has_interval(const ChartCell *cell)
{
    return cell->low < cell->high;
}

/* A value, or bounds without one. */
static bool has_figure(const Trend *trend, size_t column)
{
    if (column >= trend->frame->chart->column_count)
        return false;
    const ChartCell *cell = estimate_at(trend, column);
    return !isnan(cell->value) || !isnan(cell->low);
}

/* A figure follows on the one before only where their years do and it is the same. */
static bool goes_on(const Trend *trend, size_t column)
{
    const int *years = trend->frame->chart->years;
    return has_figure(trend, column) && has_figure(trend, column + 1) &&
           years[column + 1] == years[column] + 1 &&
           !estimate_at(trend, column + 1)->apart;
}

/* Where a figure's label points to: its value, or the upper of its bounds. */
static double mark_of(const ChartCell *cell)
{
    return isnan(cell->value) ? cell->high : cell->value;
}

static TextStyle label_style(Ink ink, bool bold)
{
    return (TextStyle){.size = TEXT_SIZE, .ink = ink, .bold = bold};
}

static char *value_text(const Trend *trend, double value)
{
    const Chart *chart = trend->frame->chart;
    return format_value(trend->frame->arena, chart->text.format, value, chart->unit);
}

static char *figure_text(const Trend *trend, const ChartCell *cell)
{
    if (!isnan(cell->value))
        return value_text(trend, cell->value);
    return arena_printf(trend->frame->arena, "%s\u2013%s", value_text(trend, cell->low),
                        value_text(trend, cell->high));
}

static char *target_text(const Frame *frame)
{
    const Chart *chart = frame->chart;
    return arena_printf(
        frame->arena, "%s: %s", chart->path.target,
        format_value(frame->arena, chart->text.format, chart->path.to, chart->unit));
}

/* Does the target lie beyond the last figure, so that nothing is to the right of it? */
static bool target_is_last(const Chart *chart)
{
    return chart->path.label != NULL &&
           chart->path.to_year > chart->years[chart->column_count - 1];
}

/* The room to the right of the plot that the target's label takes. */
static double target_room(const Frame *frame)
{
    TextStyle style = label_style(INK_SECOND, true);
    style.width     = TARGET_MOST;
    if (!target_is_last(frame->chart))
        return 0;
    Box box = canvas_measure(frame->canvas, (Point){0, 0}, target_text(frame), style);
    return ceil(box.width) - 4;
}

static void draw_ribbon(const Trend *trend, size_t from, size_t to)
{
    size_t count    = to - from + 1;
    PathStep *steps = arena_array(trend->frame->arena, PathStep, 2 * count + 1);
    Point *low      = arena_array(trend->frame->arena, Point, count);
    Point *high     = arena_array(trend->frame->arena, Point, count);
    for (size_t i = 0; i < count; i++) {
        const ChartCell *cell = estimate_at(trend, from + i);
        bool wide             = has_interval(cell);
        high[i]  = point_at(trend, from + i, wide ? cell->high : mark_of(cell));
        low[i]   = point_at(trend, from + i, wide ? cell->low : mark_of(cell));
        steps[i] = (PathStep){.command = i == 0 ? 'M' : 'L', .to = high[i]};
        steps[2 * count - 1 - i] = (PathStep){.command = 'L', .to = low[i]};
    }
    steps[2 * count] = (PathStep){.command = 'Z'};
    Canvas *canvas   = trend->frame->canvas;
    canvas_shape(canvas, steps, 2 * count + 1, (Paint){.fill = INK_DATA_TINT});
    const Paint edge = {.stroke = INK_DATA_PAST, .width = 0.5};
    canvas_line(canvas, high, count, edge);
    canvas_line(canvas, low, count, edge);
}

static void draw_lone_interval(const Trend *trend, size_t column)
{
    const ChartCell *cell = estimate_at(trend, column);
    const Paint paint     = {.stroke = INK_DATA_PAST, .width = 1};
    if (!has_interval(cell))
        return;
    Point low  = point_at(trend, column, cell->low);
    Point high = point_at(trend, column, cell->high);
    frame_rule(trend->frame, low, high, paint);
    frame_rule(trend->frame, (Point){low.x - 3, low.y}, (Point){low.x + 3, low.y},
               paint);
    frame_rule(trend->frame, (Point){high.x - 3, high.y}, (Point){high.x + 3, high.y},
               paint);
}

/* The line through the values of a run; bounds have none. */
static void draw_line(const Trend *trend, size_t from, size_t to)
{
    Point *points = arena_array(trend->frame->arena, Point, to - from + 1);
    size_t count  = 0;
    for (size_t i = from; i <= to; i++)
        if (!isnan(estimate_at(trend, i)->value))
            points[count++] = point_at(trend, i, estimate_at(trend, i)->value);
    canvas_line(trend->frame->canvas, points, count,
                (Paint){.stroke = INK_DATA, .width = 2});
}

/* Runs of years that follow on each other, as a ribbon and a line each. */
static void draw_estimates(const Trend *trend)
{
    size_t count = trend->frame->chart->column_count;
    for (size_t from = 0, to = 0; from < count; from = to + 1) {
        for (to = from; goes_on(trend, to);)
            to++;
        if (!has_figure(trend, from))
            continue;
        if (to == from) {
            draw_lone_interval(trend, from);
            continue;
        }
        draw_ribbon(trend, from, to);
        draw_line(trend, from, to);
    }
    for (size_t i = 0; i < count; i++)
        if (!isnan(estimate_at(trend, i)->value))
            canvas_circle(trend->frame->canvas,
                          point_at(trend, i, estimate_at(trend, i)->value), DOT,
                          (Paint){.fill = INK_DATA});
}

static void draw_path(const Trend *trend)
{
    const ChartPath *path = &trend->frame->chart->path;
    if (path->label == NULL)
        return;
    Point target = place_of(trend, path->to_year, path->to);
    if (!isnan(path->from))
        frame_rule(trend->frame, place_of(trend, path->from_year, path->from), target,
                   (Paint){.stroke = INK_SECOND, .width = 1.2, .dashed = true});
    frame_sign(trend->frame, target, 8, SIGN_DONE);
    if (!target_is_last(trend->frame->chart))
        return;
    char *text      = target_text(trend->frame);
    TextStyle style = label_style(INK_SECOND, true);
    style.width     = TARGET_MOST;
    style.along     = ALIGN_MIDDLE;
    double half = canvas_measure(trend->frame->canvas, target, text, style).height / 2;
    double room = trend->plot.y + trend->plot.height - half;
    Point at = {target.x + 9, CLAMP(target.y, trend->plot.y - TEXT_LINE + half, room)};
    canvas_text(trend->frame->canvas, at, text, style);
}

static void draw_published(const Trend *trend)
{
    const Chart *chart = trend->frame->chart;
    for (size_t i = 0; chart->row_count > 1 && i < chart->column_count; i++) {
        double value = chart_cell(chart, 1, i)->value;
        if (!isnan(value))
            canvas_circle(trend->frame->canvas, point_at(trend, i, value),
                          OPEN_DOT - 0.7,
                          (Paint){.fill = INK_PAPER, .stroke = INK_TEXT, .width = 1.4});
    }
}

/* A label near a mark; what finds no place is noted beneath the plot. */
static void label_mark(const Trend *trend, const char *text, TextStyle style,
                       Point mark)
{
    Box within = {trend->plot.x, trend->plot.y - TEXT_LINE, FRAME_RIGHT - trend->plot.x,
                  trend->plot.height + TEXT_LINE};
    const Label label = {.text   = text,
                         .style  = style,
                         .within = within,
                         .clear  = style.ink == INK_QUIET};
    if (labels_place_around(trend->frame->canvas, &label, mark, OPEN_DOT))
        return;
    g_string_append_printf(trend->notes, "%s%s", trend->notes->len > 0 ? "; " : "",
                           text);
}

static void label_figure(const Trend *trend, size_t column)
{
    const ChartCell *cell = estimate_at(trend, column);
    label_mark(trend, figure_text(trend, cell), label_style(INK_DATA, true),
               point_at(trend, column, mark_of(cell)));
}

/* The last figure first: it is the one that is looked for. */
static void label_ends(const Trend *trend)
{
    size_t count = trend->frame->chart->column_count;
    size_t last = count, first = 0;
    for (size_t i = 0; i < count; i++)
        last = has_figure(trend, i) ? i : last;
    if (last == count)
        return;
    while (!has_figure(trend, first))
        first++;
    label_figure(trend, last);
    if (first < last)
        label_figure(trend, first);
}

static bool has_remark(const Trend *trend, size_t column)
{
    return has_figure(trend, column) && estimate_at(trend, column)->word != NULL;
}

/* What figures that are there bear, once for years on end: "2022: question changed". */
static void label_remarks(const Trend *trend)
{
    const Chart *chart = trend->frame->chart;
    for (size_t from = 0, to = 0; from < chart->column_count; from = to + 1) {
        const ChartCell *cell = estimate_at(trend, from);
        to                    = from;
        if (!has_remark(trend, from))
            continue;
        while (has_remark(trend, to + 1) && goes_on(trend, to) &&
               strcmp(estimate_at(trend, to + 1)->word, cell->word) == 0)
            to++;
        char *years = arena_printf(trend->frame->arena, "%d", chart->years[from]);
        if (to > from)
            years = arena_printf(trend->frame->arena, "%s\u2013%d", years,
                                 chart->years[to]);
        TextStyle style = label_style(INK_QUIET, false);
        style.width     = 84;
        label_mark(trend,
                   arena_printf(trend->frame->arena, "%s: %s", years, cell->word),
                   style, point_at(trend, from, mark_of(cell)));
    }
}

/* Whether the figure of the year bears a label that says the same. */
static bool is_said(const Trend *trend, size_t column, const char *text)
{
    bool is_end = !has_figure(trend, column + 1) || column == 0;
    return is_end && has_figure(trend, column) &&
           strcmp(figure_text(trend, estimate_at(trend, column)), text) == 0;
}

static void label_published(const Trend *trend)
{
    const Chart *chart = trend->frame->chart;
    bool named         = false;
    for (size_t i = chart->column_count; chart->row_count > 1 && i-- > 0;) {
        double value = chart_cell(chart, 1, i)->value;
        if (isnan(value))
            continue;
        char *text = value_text(trend, value);
        if (named && is_said(trend, i, text))
            continue;
        if (!named)
            text = arena_printf(trend->frame->arena, "%s: %s", chart->rows[1], text);
        named           = true;
        TextStyle style = label_style(INK_TEXT, false);
        style.width     = 110;
        label_mark(trend, text, style, point_at(trend, i, value));
    }
}

/* A target among the figures is labelled as they are. */
static void label_target(const Trend *trend)
{
    const Chart *chart = trend->frame->chart;
    if (chart->path.label != NULL && !target_is_last(chart))
        label_mark(trend, target_text(trend->frame), label_style(INK_SECOND, true),
                   place_of(trend, chart->path.to_year, chart->path.to));
}

static void label_path(const Trend *trend)
{
    const ChartPath *path = &trend->frame->chart->path;
    enum { ALONG = 9, AWAY = 6 };
    static const double along[ALONG] = {0.6, 0.7, 0.5, 0.8, 0.4, 0.3, 0.85, 0.2, 0.15};
    LabelPlace places[ALONG * AWAY * 2];
    size_t count = 0;
    if (path->label == NULL || isnan(path->from))
        return;
    Point from = place_of(trend, path->from_year, path->from);
    Point to   = place_of(trend, path->to_year, path->to);
    for (size_t i = 0; i < ALONG; i++) {
        Point on = {from.x + along[i] * (to.x - from.x),
                    from.y + along[i] * (to.y - from.y)};
        for (size_t k = 1; k <= AWAY; k++) {
            double away = 3.5 * (double)k;
            places[count++] =
                (LabelPlace){{on.x, on.y - away}, ALIGN_CENTRE, ALIGN_BOTTOM};
            places[count++] =
                (LabelPlace){{on.x, on.y + away}, ALIGN_CENTRE, ALIGN_TOP};
        }
    }
    const Label label = {.text   = path->label,
                         .style  = label_style(INK_SECOND, false),
                         .within = trend->plot};
    if (!labels_place(trend->frame->canvas, &label, places, count))
        frame_note(trend->notes,
                   arena_printf(trend->frame->arena, "- - %s", path->label), NULL);
}

static bool is_wordless(const Trend *trend, size_t column)
{
    const Chart *chart = trend->frame->chart;
    bool published =
        chart->row_count > 1 && !isnan(chart_cell(chart, 1, column)->value);
    return has_figure(trend, column) || published ||
           estimate_at(trend, column)->word == NULL;
}

static bool same_word(const Trend *trend, size_t one, size_t other)
{
    return other < trend->frame->chart->column_count && !is_wordless(trend, other) &&
           strcmp(estimate_at(trend, one)->word, estimate_at(trend, other)->word) == 0;
}

static void note_years(const Trend *trend, size_t from, size_t to)
{
    const int *years = trend->frame->chart->years;
    char *name       = arena_printf(trend->frame->arena, "%d", years[from]);
    if (to > from)
        name = arena_printf(trend->frame->arena, "%s\u2013%d", name, years[to]);
    frame_note(trend->notes, name, estimate_at(trend, from)->word);
}

/* The word of a run of years, low in the plot or else high, within the run's width. */
static void label_gap(const Trend *trend, size_t from, size_t to)
{
    const int *years = trend->frame->chart->years;
    double left = fmax(trend->plot.x, scale_position(&trend->years, years[from] - 0.5));
    double right    = fmin(trend->plot.x + trend->plot.width,
                           scale_position(&trend->years, years[to] + 0.5));
    double low      = trend->plot.y + trend->plot.height - 3;
    TextStyle style = label_style(INK_QUIET, false);
    style.width     = right - left - 4;
    enum { PLACES = 16 };
    LabelPlace places[PLACES];
    double step = trend->plot.height / PLACES;
    for (size_t i = 0; i < PLACES; i++)
        places[i] = (LabelPlace){
            {(left + right) / 2, low - step * (double)i}, ALIGN_CENTRE, ALIGN_BOTTOM};
    const Label label = {.text   = estimate_at(trend, from)->word,
                         .style  = style,
                         .within = trend->plot,
                         .clear  = true};
    double widest     = labels_widest_word(trend->frame->canvas, label.text, style);
    if (widest > style.width ||
        !labels_place(trend->frame->canvas, &label, places, PLACES))
        note_years(trend, from, to);
}

static void label_gaps(const Trend *trend)
{
    size_t count = trend->frame->chart->column_count;
    for (size_t from = 0, to = 0; from < count; from = to + 1) {
        to = from;
        if (is_wordless(trend, from))
            continue;
        while (same_word(trend, from, to + 1))
            to++;
        label_gap(trend, from, to);
    }
}

static void draw_years(const Trend *trend)
{
    size_t most = (size_t)((trend->plot.width - 2 * INSET) / YEAR_ROOM) + 1;
    Ticks ticks = ticks_of_years(trend->first_year, trend->last_year, most);
    double low  = trend->plot.y + trend->plot.height;
    for (size_t i = 0; i < ticks.count; i++) {
        double x   = scale_position(&trend->years, ticks.values[i]);
        char *text = arena_printf(trend->frame->arena, "%d", (int)ticks.values[i]);
        frame_rule(trend->frame, (Point){x, low}, (Point){x, low + 3},
                   (Paint){.stroke = INK_AXIS, .width = 0.8});
        canvas_text(
            trend->frame->canvas, (Point){x, low + 4}, text,
            (TextStyle){.size = TEXT_SIZE, .ink = INK_QUIET, .across = ALIGN_CENTRE});
    }
}

static Trend trend_lay(const Frame *frame)
{
    const Chart *chart    = frame->chart;
    const ChartPath *path = &chart->path;
    Trend trend           = {.frame = frame, .notes = g_string_new(NULL)};
    trend.axis            = axis_choose(chart, axis_highest(chart), 5);
    double left           = FRAME_LEFT + ceil(axis_width(frame, &trend.axis)) + 5;
    double right          = FRAME_RIGHT - target_room(frame);
    trend.plot = (Box){left, frame->top + TEXT_LINE, right - left, PLOT_HIGH};
    trend.axis.scale.start = trend.plot.y + trend.plot.height;
    trend.axis.scale.end   = trend.plot.y;
    trend.first_year       = chart->years[0];
    trend.last_year        = chart->years[chart->column_count - 1];
    if (path->label != NULL) {
        trend.first_year = MIN(trend.first_year, path->from_year);
        trend.last_year  = MAX(trend.last_year, path->to_year);
    }
    bool alone = trend.first_year == trend.last_year;
    trend.years =
        (Scale){trend.first_year - (alone ? 1 : 0), trend.last_year + (alone ? 1 : 0),
                left + INSET, right - INSET};
    return trend;
}

static double trend_draw(const Frame *frame)
{
    Trend trend              = trend_lay(frame);
    g_autoptr(GString) notes = trend.notes;
    double bottom            = trend.plot.y + trend.plot.height + 4 + TEXT_LINE;
    axis_up(frame, &trend.axis, trend.plot);
    draw_years(&trend);
    draw_estimates(&trend);
    draw_path(&trend);
    draw_published(&trend);
    label_ends(&trend);
    label_target(&trend);
    label_published(&trend);
    label_remarks(&trend);
    label_path(&trend);
    label_gaps(&trend);
    return frame_notes(frame, bottom, notes);
}

const ChartKind chart_trend = {.id = "trend", .draw = trend_draw};
