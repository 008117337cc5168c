/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change between two years: an open dot for the first, a mark for the second, a line
 * between them. Columns: first year, second year. The sign of the second cell tells by
 * its shape whether the change is more than chance. */
#include "reports/charts/axes.h"
#include "reports/charts/key.h"
#include "reports/charts/rows.h"

#include <math.h>

static const double MARK = 9;

/* Both figures as words, "52% to 58%" with an arrow; NULL where one is missing. */
static char *change_text(const Frame *frame, size_t row)
{
    const Chart *chart    = frame->chart;
    const ChartCell *from = chart_cell(chart, row, 0);
    const ChartCell *to   = chart_cell(chart, row, 1);
    if (isnan(from->value) || isnan(to->value))
        return NULL;
    return arena_printf(
        frame->arena, "%s \u2192 %s",
        format_value(frame->arena, chart->text.format, from->value, chart->unit),
        format_value(frame->arena, chart->text.format, to->value, chart->unit));
}

static double change_width(const Frame *frame)
{
    double widest = 0;
    for (size_t i = 0; i < frame->chart->row_count; i++) {
        Box box = canvas_measure(frame->canvas, (Point){0, 0}, change_text(frame, i),
                                 (TextStyle){.size = TEXT_SIZE, .bold = true});
        widest  = MAX(widest, box.width);
    }
    return widest > 0 ? widest + 10 : 4;
}

static void draw_change(const Frame *frame, const Rows *rows, const Scale *scale,
                        size_t row)
{
    const ChartCell *from = chart_cell(frame->chart, row, 0);
    const ChartCell *to   = chart_cell(frame->chart, row, 1);
    double y              = rows->middles[row];
    bool certain          = to->sign == SIGN_UP || to->sign == SIGN_DOWN;
    if (!isnan(from->value) && !isnan(to->value))
        frame_rule(frame, (Point){scale_position(scale, from->value), y},
                   (Point){scale_position(scale, to->value), y},
                   (Paint){.stroke = certain ? INK_DATA : INK_QUIET,
                           .width  = certain ? 2.2 : 1});
    if (!isnan(from->value))
        key_open_dot(frame, (Point){scale_position(scale, from->value), y});
    if (!isnan(to->value))
        frame_sign(frame, (Point){scale_position(scale, to->value), y}, MARK, to->sign);
    canvas_text(frame->canvas, (Point){rows->plot.x + rows->plot.width + 10, y},
                change_text(frame, row),
                (TextStyle){.size = TEXT_SIZE, .bold = certain, .along = ALIGN_MIDDLE});
}

static double draw_key(const Frame *frame)
{
    KeyEntry entries[SIGN_COUNT + 1] = {
        {.label = key_has_values(frame->chart, 0) ? frame->chart->columns[0] : NULL,
         .mark  = KEY_OPEN}};
    size_t count = 1 + key_signs(frame->chart, 1, entries + 1);
    return key_draw(frame, entries, count);
}

static double dumbbell_draw(const Frame *frame)
{
    Frame below         = *frame;
    below.top           = draw_key(frame);
    const RowsNeed need = {.content = MARK, .value = change_width(frame), .counted = 1};
    Rows rows           = rows_lay(&below, &need);
    ValueAxis axis      = axis_fit(frame, axis_highest(frame->chart), rows.plot);
    double bottom       = axis_across(frame, &axis, rows.plot);
    for (size_t i = 0; i < frame->chart->row_count; i++)
        draw_change(frame, &rows, &axis.scale, i);
    for (size_t i = 0; i < frame->chart->row_count; i++) {
        const ChartCell *from = chart_cell(frame->chart, i, 0);
        const ChartCell *to   = chart_cell(frame->chart, i, 1);
        if (isnan(to->value) || isnan(from->value))
            rows_word(frame, &rows, i, isnan(to->value) ? to : from);
    }
    return bottom;
}

const ChartKind chart_dumbbell = {.id = "dumbbell", .draw = dumbbell_draw};
