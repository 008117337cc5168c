/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Axes are quiet: grid lines of a hair, numbers in grey, the zero line a little darker
 * than the rest. */
#include "reports/charts/axes.h"

#include <math.h>

static const Paint GRID      = {.stroke = INK_GRID, .width = 0.6};
static const Paint ZERO_LINE = {.stroke = INK_AXIS, .width = 0.8};

double axis_highest(const Chart *chart)
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

ValueAxis axis_choose(const Chart *chart, double highest, size_t wanted)
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

ValueAxis axis_fit(const Frame *frame, double highest, Box plot)
{
    const double gap = 8;
    size_t wanted    = 6;
    ValueAxis axis   = axis_choose(frame->chart, highest, wanted);
    while (wanted > 2 &&
           ((double)axis.ticks.count - 1) * (axis_width(frame, &axis) + gap) >
               plot.width)
        axis = axis_choose(frame->chart, highest, --wanted);
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

/* Without any number there is nothing to read on the axis. */
static bool has_numbers(const Chart *chart)
{
    for (size_t i = 0; i < chart->row_count * chart->column_count; i++)
        if (!isnan(chart->cells[i].value) || !isnan(chart->cells[i].high))
            return true;
    return false;
}

double axis_across(const Frame *frame, const ValueAxis *axis, Box area)
{
    const TextStyle style = {.size   = TEXT_SIZE,
                             .ink    = INK_QUIET,
                             .across = ALIGN_CENTRE,
                             .along  = ALIGN_TOP};
    double low            = area.y + area.height;
    if (!has_numbers(frame->chart)) {
        frame_rule(frame, (Point){area.x, area.y}, (Point){area.x, low}, ZERO_LINE);
        return low;
    }
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

void axis_up(const Frame *frame, const ValueAxis *axis, Box area)
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

double axis_width(const Frame *frame, const ValueAxis *axis)
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

void axis_reference(const Frame *frame, const Scale *scale, Box area)
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
    double half  = canvas_measure(frame->canvas, at, reference->label, style).width / 2;
    double right = frame->chart->counts != NULL ? area.x + area.width : FRAME_RIGHT;
    at.x         = CLAMP(at.x, FRAME_LEFT + half, right - half);
    canvas_text(frame->canvas, at, reference->label, style);
    frame_rule(frame, (Point){x, area.y - 1}, (Point){x, area.y + area.height},
               (Paint){.stroke = INK_SECOND, .width = 1.2});
}
