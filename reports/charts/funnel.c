/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A funnel plot: each row a point at its number of answers (n) and its value, between
 * the limits that chance sets around the whole. Rows outside are named; the names of
 * the others would only suggest a ranking. Reads the first column, the reference and
 * the limits. */
#include "reports/charts/axes.h"
#include "reports/charts/frame.h"
#include "reports/charts/key.h"
#include "reports/charts/labels.h"

#include <math.h>
#include <string.h>

static const double PLOT_HIGH = 230;
static const double DOT       = 7;
static const double NAME_MOST = 120;

typedef struct Funnel {
    const Frame *frame;
    Box plot;
    ValueAxis values;
    ValueAxis answers;
    GString *notes;
} Funnel;

static Point place_of(const Funnel *funnel, double n, double value)
{
    return (Point){scale_position(&funnel->answers.scale, n),
                   scale_position(&funnel->values.scale, value)};
}

static double most_answers(const Chart *chart)
{
    double most = chart->limit_count > 0 ? chart->limits[chart->limit_count - 1].n : 1;
    for (size_t i = 0; i < chart->row_count; i++)
        most = fmax(most, chart_cell(chart, i, 0)->n);
    return most;
}

static double highest_value(const Chart *chart)
{
    double highest = axis_highest(chart);
    for (size_t i = 0; i < chart->limit_count; i++)
        highest =
            fmax(highest, fmax(chart->limits[i].high_95, chart->limits[i].high_998));
    return highest;
}

static double limit_of(const ChartLimit *limit, size_t which)
{
    const double values[] = {limit->low_95, limit->high_95, limit->low_998,
                             limit->high_998};
    return values[which];
}

static void draw_limits(const Funnel *funnel)
{
    const Chart *chart = funnel->frame->chart;
    Point *points = arena_array(funnel->frame->arena, Point, chart->limit_count + 1);
    for (size_t which = 0; which < 4; which++) {
        size_t count = 0;
        for (size_t i = 0; i < chart->limit_count; i++) {
            double value = limit_of(&chart->limits[i], which);
            if (!isnan(value))
                points[count++] = place_of(funnel, chart->limits[i].n, value);
        }
        canvas_line(funnel->frame->canvas, points, count,
                    (Paint){.stroke = INK_QUIET, .width = 0.9, .dashed = which < 2});
    }
}

static Label quiet_label(const Funnel *funnel, const char *text, Ink ink)
{
    return (Label){.text   = text,
                   .style  = {.size = TEXT_SIZE, .ink = ink, .width = NAME_MOST},
                   .within = {funnel->plot.x, funnel->plot.y - TEXT_LINE,
                              FRAME_RIGHT - funnel->plot.x,
                              funnel->plot.height + TEXT_LINE}};
}

/* The limits' names at their right ends, where they lie furthest from the points. */
static void label_limits(const Funnel *funnel)
{
    const Chart *chart = funnel->frame->chart;
    for (size_t which = 0; which < 2 && chart->limit_count > 0; which++) {
        const ChartLimit *last = &chart->limits[chart->limit_count - 1];
        double value           = limit_of(last, 2 * which + 1);
        if (isnan(value) || chart->limit_names[which] == NULL)
            continue;
        Label label = quiet_label(funnel, chart->limit_names[which], INK_QUIET);
        if (!labels_place_around(funnel->frame->canvas, &label,
                                 place_of(funnel, last->n, value), 1))
            frame_note(funnel->notes, chart->limit_names[which], NULL);
    }
}

static void draw_reference(const Funnel *funnel)
{
    const ChartReference *reference = &funnel->frame->chart->reference;
    if (reference->label == NULL)
        return;
    double y = scale_position(&funnel->values.scale, reference->value);
    frame_rule(funnel->frame, (Point){funnel->plot.x, y},
               (Point){funnel->plot.x + funnel->plot.width, y},
               (Paint){.stroke = INK_SECOND, .width = 1.2});
}

static void label_reference(const Funnel *funnel)
{
    enum { PLACES = 12 };
    const ChartReference *reference = &funnel->frame->chart->reference;
    LabelPlace places[2 * PLACES];
    if (reference->label == NULL)
        return;
    double y    = scale_position(&funnel->values.scale, reference->value);
    double step = funnel->plot.width / PLACES;
    for (size_t i = 0; i < PLACES; i++) {
        double right      = funnel->plot.x + funnel->plot.width - step * (double)i;
        places[2 * i]     = (LabelPlace){{right, y - 2.5}, ALIGN_RIGHT, ALIGN_BOTTOM};
        places[2 * i + 1] = (LabelPlace){{right, y + 2.5}, ALIGN_RIGHT, ALIGN_TOP};
    }
    Label label      = quiet_label(funnel, reference->label, INK_SECOND);
    label.style.bold = true;
    if (!labels_place(funnel->frame->canvas, &label, places, G_N_ELEMENTS(places)))
        frame_note(funnel->notes, reference->label, NULL);
}

static void draw_points(const Funnel *funnel)
{
    const Chart *chart = funnel->frame->chart;
    for (size_t i = 0; i < chart->row_count; i++) {
        const ChartCell *cell = chart_cell(chart, i, 0);
        if (!isnan(cell->value) && !isnan(cell->n))
            frame_sign(funnel->frame, place_of(funnel, cell->n, cell->value), DOT,
                       cell->sign);
    }
}

/* A name that finds no place gets a number at its point, and stands beneath. */
static void label_point(const Funnel *funnel, size_t row, size_t *numbered)
{
    const Chart *chart    = funnel->frame->chart;
    const ChartCell *cell = chart_cell(chart, row, 0);
    Point at              = place_of(funnel, cell->n, cell->value);
    Label label           = quiet_label(funnel, chart->rows[row], INK_TEXT);
    if (labels_place_around(funnel->frame->canvas, &label, at, DOT / 2))
        return;
    char *number     = arena_printf(funnel->frame->arena, "%zu", ++*numbered);
    label.text       = number;
    label.style.bold = true;
    labels_place_around(funnel->frame->canvas, &label, at, DOT / 2);
    frame_note(funnel->notes, number, chart->rows[row]);
}

static bool is_missing(const Chart *chart, size_t row)
{
    const ChartCell *cell = chart_cell(chart, row, 0);
    return cell->word != NULL && (isnan(cell->value) || isnan(cell->n));
}

/* Rows without a point, by the word that says why. */
static void note_missing(const Funnel *funnel)
{
    const Chart *chart = funnel->frame->chart;
    bool *told         = arena_array(funnel->frame->arena, bool, chart->row_count);
    for (size_t i = 0; i < chart->row_count; i++) {
        if (told[i] || !is_missing(chart, i))
            continue;
        const char *word         = chart_cell(chart, i, 0)->word;
        g_autoptr(GString) names = g_string_new(NULL);
        for (size_t k = i; k < chart->row_count; k++) {
            if (!is_missing(chart, k) ||
                strcmp(chart_cell(chart, k, 0)->word, word) != 0)
                continue;
            told[k] = true;
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "",
                                   chart->rows[k]);
        }
        frame_note(funnel->notes, word, names->str);
    }
}

static void label_points(const Funnel *funnel)
{
    const Chart *chart = funnel->frame->chart;
    size_t numbered    = 0;
    for (size_t i = 0; i < chart->row_count; i++) {
        const ChartCell *cell = chart_cell(chart, i, 0);
        bool outside          = cell->sign == SIGN_UP || cell->sign == SIGN_DOWN;
        if (outside && !isnan(cell->value) && !isnan(cell->n))
            label_point(funnel, i, &numbered);
    }
    note_missing(funnel);
}

static double draw_answers_axis(const Funnel *funnel)
{
    const Frame *frame    = funnel->frame;
    const TextStyle style = {
        .size = TEXT_SIZE, .ink = INK_QUIET, .across = ALIGN_CENTRE};
    const Ticks *ticks = &funnel->answers.ticks;
    double low         = funnel->plot.y + funnel->plot.height;
    for (size_t i = 0; i < ticks->count; i++) {
        double x   = scale_position(&funnel->answers.scale, ticks->values[i]);
        char *text = format_value(frame->arena, frame->chart->text.format,
                                  ticks->values[i], NUMBER_COUNT);
        canvas_text(frame->canvas, (Point){x, low + 4}, text, style);
    }
    low += 4 + TEXT_LINE;
    canvas_text(frame->canvas, (Point){funnel->plot.x + funnel->plot.width / 2, low},
                frame->chart->axis, style);
    return frame->chart->axis != NULL ? low + TEXT_LINE : low;
}

static Funnel funnel_lay(const Frame *frame, double top)
{
    Chart counts   = *frame->chart;
    counts.unit    = NUMBER_COUNT;
    Funnel funnel  = {.frame = frame, .notes = g_string_new(NULL)};
    funnel.values  = axis_choose(frame->chart, highest_value(frame->chart), 6);
    funnel.answers = axis_choose(&counts, most_answers(frame->chart), 6);
    double left    = FRAME_LEFT + ceil(axis_width(frame, &funnel.values)) + 5;
    double right   = FRAME_RIGHT - 12;
    funnel.plot    = (Box){left, top + TEXT_LINE, right - left, PLOT_HIGH};
    funnel.values.scale.start  = funnel.plot.y + PLOT_HIGH;
    funnel.values.scale.end    = funnel.plot.y;
    funnel.answers.scale.start = left;
    funnel.answers.scale.end   = right;
    return funnel;
}

static double funnel_draw(const Frame *frame)
{
    KeyEntry entries[SIGN_COUNT];
    double top    = key_draw(frame, entries, key_signs(frame->chart, 0, entries));
    Funnel funnel = funnel_lay(frame, top);
    g_autoptr(GString) notes = funnel.notes;
    axis_up(frame, &funnel.values, funnel.plot);
    double bottom = draw_answers_axis(&funnel);
    draw_limits(&funnel);
    draw_reference(&funnel);
    draw_points(&funnel);
    label_reference(&funnel);
    label_limits(&funnel);
    label_points(&funnel);
    return frame_notes(frame, bottom, notes);
}

const ChartKind chart_funnel = {.id = "funnel", .draw = funnel_draw};
