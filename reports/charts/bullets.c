/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key figures at a glance: a thin bar for the value with its interval, an open dot for
 * the figure of the year before, a stroke for the target. Columns: this year, last
 * year, target; the last two may be missing. Groups are the terms of the theory of
 * change. */
#include "reports/charts/axes.h"
#include "reports/charts/key.h"
#include "reports/charts/rows.h"

#include <math.h>

static const double BAR    = 8;
static const double TARGET = 16;

static void draw_bullet(const Frame *frame, const Scale *scale, size_t row, double y)
{
    const Chart *chart   = frame->chart;
    const ChartCell *now = chart_cell(chart, row, 0);
    double zero          = scale_position(scale, 0);
    if (!isnan(now->value)) {
        double end = scale_position(scale, now->value);
        canvas_box(frame->canvas, (Box){zero, y - BAR / 2, end - zero, BAR},
                   (Paint){.fill = INK_DATA});
        if (now->low < now->high)
            frame_interval(frame, scale_position(scale, now->low),
                           scale_position(scale, now->high), y);
    }
    if (chart->column_count > 2 && !isnan(chart_cell(chart, row, 2)->value))
        key_tick(frame,
                 (Point){scale_position(scale, chart_cell(chart, row, 2)->value), y},
                 TARGET);
    if (chart->column_count > 1 && !isnan(chart_cell(chart, row, 1)->value))
        key_open_dot(
            frame, (Point){scale_position(scale, chart_cell(chart, row, 1)->value), y});
}

static double draw_key(const Frame *frame)
{
    const Chart *chart       = frame->chart;
    const char *const *named = chart->columns;
    const KeyEntry entries[] = {
        {.label = key_has_values(chart, 0) ? named[0] : NULL,
         .mark  = KEY_FILL,
         .ink   = INK_DATA},
        {.label = key_has_values(chart, 1) ? named[1] : NULL, .mark = KEY_OPEN},
        {.label = key_has_values(chart, 2) ? named[2] : NULL, .mark = KEY_TICK}};
    return key_draw(frame, entries, G_N_ELEMENTS(entries));
}

static double bullets_draw(const Frame *frame)
{
    Frame below         = *frame;
    below.top           = draw_key(frame);
    const RowsNeed need = {.content = TARGET, .value = rows_values_width(frame, 0)};
    Rows rows           = rows_lay(&below, &need);
    ValueAxis axis      = axis_fit(frame, axis_highest(frame->chart), rows.plot);
    double bottom       = axis_across(frame, &axis, rows.plot);
    for (size_t i = 0; i < frame->chart->row_count; i++)
        draw_bullet(frame, &axis.scale, i, rows.middles[i]);
    rows_values(frame, &rows, 0);
    for (size_t i = 0; i < frame->chart->row_count; i++)
        if (isnan(chart_cell(frame->chart, i, 0)->value))
            rows_word(frame, &rows, i, chart_cell(frame->chart, i, 0));
    return bottom;
}

const ChartKind chart_bullets = {.id = "bullets", .draw = bullets_draw};
