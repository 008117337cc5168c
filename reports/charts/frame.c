/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Axes are quiet: grid lines of a hair, numbers in grey, the zero line a little darker
 * than the rest. */
#include "reports/charts/frame.h"

#include <math.h>

static const Paint GRID      = {.stroke = INK_GRID, .width = 0.6};
static const Paint ZERO_LINE = {.stroke = INK_AXIS, .width = 0.8};

double frame_highest(const Chart *chart)
{
    double highest = chart->reference.label != NULL ? chart->reference.value : 0;
    if (chart->path.label != NULL)
        highest = MAX(highest, MAX(chart->path.from, chart->path.to));
    for (size_t i = 0; i < chart->row_count * chart->column_count; i++) {
        const ChartCell *cell = &chart->cells[i];
        /* fmax takes the number where the other is missing */
        highest = fmax(highest, fmax(cell->value, cell->high));
    }
    return highest;
}

ValueAxis frame_axis(const Chart *chart, double highest, size_t wanted)
{
    bool is_share  = chart->unit == NUMBER_PROPORTION;
    ValueAxis axis = {.ticks = is_share ? ticks_of_share(highest, wanted)
                                        : ticks_from_zero(highest, wanted)};
    while (chart->unit == NUMBER_COUNT && axis.ticks.step < 1 && wanted > 2)
        axis.ticks = ticks_from_zero(highest, --wanted);
    axis.decimals   = MAX(0, ticks_decimals(&axis.ticks) - (is_share ? 2 : 0));
    axis.scale.low  = axis.ticks.low;
    axis.scale.high = axis.ticks.high;
    return axis;
}

ValueAxis frame_axis_fit(const Frame *frame, double highest, Box plot)
{
    const double gap = 8;
    size_t wanted    = 6;
    ValueAxis axis   = frame_axis(frame->chart, highest, wanted);
    while (wanted > 2 &&
           ((double)axis.ticks.count - 1) * (frame_axis_width(frame, &axis) + gap) >
               plot.width)
        axis = frame_axis(frame->chart, highest, --wanted);
    axis.scale.start = plot.x;
    axis.scale.end   = plot.x + plot.width;
    return axis;
}

static char *tick_text(const Frame *frame, const ValueAxis *axis, size_t index)
{
    double value               = axis->ticks.values[index];
    const NumberFormat *format = frame->chart->text.format;
    return frame->chart->unit == NUMBER_PROPORTION
               ? format_percent(frame->arena, format, value, axis->decimals)
               : format_number(frame->arena, format, value, axis->decimals);
}

void frame_rule(const Frame *frame, Point from, Point to, Paint paint)
{
    canvas_line(frame->canvas, (const Point[]){from, to}, 2, paint);
}

double frame_axis_across(const Frame *frame, const ValueAxis *axis, Box area)
{
    const TextStyle style = {.size   = TEXT_SIZE,
                             .ink    = INK_QUIET,
                             .across = ALIGN_CENTRE,
                             .along  = ALIGN_TOP};
    double low            = area.y + area.height;
    for (size_t i = 0; i < axis->ticks.count; i++) {
        double value = axis->ticks.values[i];
        double x     = scale_position(&axis->scale, value);
        frame_rule(frame, (Point){x, area.y}, (Point){x, low},
                   value == 0 ? ZERO_LINE : GRID);
        canvas_text(frame->canvas, (Point){x, low + 3}, tick_text(frame, axis, i),
                    style);
    }
    low += 3 + TEXT_LINE;
    if (frame->chart->axis == NULL)
        return low;
    Point at        = {(axis->scale.start + axis->scale.end) / 2, low};
    TextStyle named = style;
    named.width     = area.width;
    canvas_text(frame->canvas, at, frame->chart->axis, named);
    return low + canvas_measure(frame->canvas, at, frame->chart->axis, named).height;
}

void frame_axis_up(const Frame *frame, const ValueAxis *axis, Box area)
{
    const TextStyle style = {.size   = TEXT_SIZE,
                             .ink    = INK_QUIET,
                             .across = ALIGN_RIGHT,
                             .along  = ALIGN_MIDDLE};
    for (size_t i = 0; i < axis->ticks.count; i++) {
        double value = axis->ticks.values[i];
        double y     = scale_position(&axis->scale, value);
        frame_rule(frame, (Point){area.x, y}, (Point){area.x + area.width, y},
                   value == 0 ? ZERO_LINE : GRID);
        canvas_text(frame->canvas, (Point){area.x - 5, y}, tick_text(frame, axis, i),
                    style);
    }
}

double frame_axis_width(const Frame *frame, const ValueAxis *axis)
{
    double widest = 0;
    for (size_t i = 0; i < axis->ticks.count; i++) {
        Box box =
            canvas_measure(frame->canvas, (Point){0, 0}, tick_text(frame, axis, i),
                           (TextStyle){.size = TEXT_SIZE});
        widest = MAX(widest, box.width);
    }
    return widest;
}

void frame_interval(const Frame *frame, double from, double to, double y)
{
    const Paint line = {.stroke = INK_TEXT, .width = 1};
    const double cap = 2.5;
    if (!isfinite(from) || !isfinite(to))
        return;
    frame_rule(frame, (Point){from, y}, (Point){to, y}, line);
    frame_rule(frame, (Point){from, y - cap}, (Point){from, y + cap}, line);
    frame_rule(frame, (Point){to, y - cap}, (Point){to, y + cap}, line);
}

static void draw_triangle(const Frame *frame, Point at, double size, Ink ink)
{
    double half            = fabs(size) / 2;
    double tip             = size / 2;
    const PathStep steps[] = {{.command = 'M', .to = {at.x - half, at.y + tip * 0.8}},
                              {.command = 'L', .to = {at.x, at.y - tip}},
                              {.command = 'L', .to = {at.x + half, at.y + tip * 0.8}},
                              {.command = 'Z'}};
    canvas_shape(frame->canvas, steps, G_N_ELEMENTS(steps), (Paint){.fill = ink});
}

void frame_sign(const Frame *frame, Point at, double size, ChartSign sign)
{
    double half   = size / 2;
    const Box box = {at.x - half * 0.9, at.y - half * 0.9, size * 0.9, size * 0.9};
    switch (sign) {
    case SIGN_NONE:
        canvas_circle(frame->canvas, at, half, (Paint){.fill = INK_DATA});
        return;
    case SIGN_UP:
        draw_triangle(frame, at, size, INK_DATA);
        return;
    case SIGN_DOWN:
        draw_triangle(frame, at, -size, INK_ALERT);
        return;
    case SIGN_DONE:
        canvas_box(frame->canvas, box, (Paint){.fill = INK_SECOND});
        return;
    case SIGN_UNSURE:
        canvas_circle(frame->canvas, at, half - 0.75,
                      (Paint){.fill = INK_PAPER, .stroke = INK_DATA, .width = 1.5});
        return;
    case SIGN_ABSENT:
        frame_rule(frame, (Point){at.x - half, at.y}, (Point){at.x + half, at.y},
                   (Paint){.stroke = INK_QUIET, .width = 1.5});
        return;
    }
}

void frame_reference(const Frame *frame, const Scale *scale, Box area)
{
    const ChartReference *reference = &frame->chart->reference;
    if (reference->label == NULL)
        return;
    double x        = scale_position(scale, reference->value);
    TextStyle style = {.size   = TEXT_SIZE,
                       .ink    = INK_SECOND,
                       .bold   = true,
                       .across = ALIGN_CENTRE,
                       .along  = ALIGN_BOTTOM};
    Point at        = {x, area.y - 2};
    double half = canvas_measure(frame->canvas, at, reference->label, style).width / 2;
    at.x        = CLAMP(at.x, FRAME_LEFT + half, FRAME_RIGHT - half);
    canvas_text(frame->canvas, at, reference->label, style);
    frame_rule(frame, (Point){x, area.y - 1}, (Point){x, area.y + area.height},
               (Paint){.stroke = INK_SECOND, .width = 1.2});
}
