/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Horizontal bars in the order given, each with its interval and n / of. Reads the
 * first column; a missing value is its word where the bar would start. */
#include "reports/charts/axes.h"
#include "reports/charts/rows.h"

#include <math.h>

static const double BAR = 12;

static void draw_bar(const Frame *frame, const Scale *scale, size_t row, double y)
{
    const ChartCell *cell = chart_cell(frame->chart, row, 0);
    double zero           = scale_position(scale, 0);
    if (isnan(cell->value))
        return;
    canvas_box(frame->canvas,
               (Box){zero, y - BAR / 2, scale_position(scale, cell->value) - zero, BAR},
               (Paint){.fill = INK_DATA});
    if (cell->low < cell->high)
        frame_interval(frame, scale_position(scale, cell->low),
                       scale_position(scale, cell->high), y);
}

static double bars_draw(const Frame *frame)
{
    bool has_reference  = frame->chart->reference.label != NULL;
    const RowsNeed need = {.above   = has_reference ? TEXT_LINE + 4 : 0,
                           .content = BAR,
                           .value   = rows_values_width(frame, 0)};
    Rows rows           = rows_lay(frame, &need);
    ValueAxis axis      = axis_fit(frame, axis_highest(frame->chart), rows.plot);
    double bottom       = axis_across(frame, &axis, rows.plot);
    for (size_t i = 0; i < frame->chart->row_count; i++)
        draw_bar(frame, &axis.scale, i, rows.middles[i]);
    axis_reference(frame, &axis.scale, rows.plot);
    rows_values(frame, &rows, 0);
    for (size_t i = 0; i < frame->chart->row_count; i++)
        if (isnan(chart_cell(frame->chart, i, 0)->value))
            rows_word(frame, &rows, i, chart_cell(frame->chart, i, 0));
    return bottom;
}

const ChartKind chart_bars = {.id = "bars", .draw = bars_draw};
