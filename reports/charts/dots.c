/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dot with its interval for each row, in the order given, against the line of the
 * whole. Reads the first column; the sign of a cell is the dot's shape. */
#include "reports/charts/axes.h"
#include "reports/charts/key.h"
#include "reports/charts/rows.h"

#include <math.h>

static const double DOT = 8;

static void draw_dot(const Frame *frame, const Scale *scale, size_t row, double y)
{
    const ChartCell *cell = chart_cell(frame->chart, row, 0);
    if (isnan(cell->value))
        return;
    if (cell->low < cell->high)
        frame_rule(frame, (Point){scale_position(scale, cell->low), y},
                   (Point){scale_position(scale, cell->high), y},
                   (Paint){.stroke = INK_DATA_PAST, .width = 2.5});
    frame_sign(frame, (Point){scale_position(scale, cell->value), y}, DOT, cell->sign);
}

/* A hair from the name to the end of the plot leads the eye along the row; a word needs
 * none, and would look struck out. */
static void draw_guides(const Frame *frame, const Rows *rows)
{
    for (size_t i = 0; i < frame->chart->row_count; i++)
        if (!isnan(chart_cell(frame->chart, i, 0)->value))
            frame_rule(frame, (Point){rows->plot.x, rows->middles[i]},
                       (Point){rows->plot.x + rows->plot.width, rows->middles[i]},
                       (Paint){.stroke = INK_GRID, .width = 0.6});
}

static double dots_draw(const Frame *frame)
{
    Frame below = *frame;
    KeyEntry entries[SIGN_COUNT];
    below.top           = key_draw(frame, entries, key_signs(frame->chart, 0, entries));
    bool has_reference  = frame->chart->reference.label != NULL;
    const RowsNeed need = {.above   = has_reference ? TEXT_LINE + 4 : 0,
                           .content = DOT,
                           .value   = rows_values_width(frame, 0)};
    Rows rows           = rows_lay(&below, &need);
    ValueAxis axis      = axis_fit(frame, axis_highest(frame->chart), rows.plot);
    draw_guides(frame, &rows);
    double bottom = axis_across(frame, &axis, rows.plot);
    axis_reference(frame, &axis.scale, rows.plot);
    for (size_t i = 0; i < frame->chart->row_count; i++)
        draw_dot(frame, &axis.scale, i, rows.middles[i]);
    rows_values(frame, &rows, 0);
    for (size_t i = 0; i < frame->chart->row_count; i++)
        if (isnan(chart_cell(frame->chart, i, 0)->value))
            rows_word(frame, &rows, i, chart_cell(frame->chart, i, 0));
    return bottom;
}

const ChartKind chart_dots = {.id = "dots", .draw = dots_draw};
