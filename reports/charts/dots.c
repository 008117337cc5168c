/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dot with its interval for each row, in the order given, against the line of the
 * whole. Reads the first column; the sign of a cell is the dot's shape. A second
 * column, if there is any, is what each row itself is held against: a stroke at its
 * value, and a band between its bounds. */
#include "reports/charts/axes.h"
#include "reports/charts/key.h"
#include "reports/charts/rows.h"

#include <math.h>

static const double DOT  = 8;
static const double BAND = 13;

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

/* What the row is held against lies under its dot. */
static void draw_held_against(const Frame *frame, const Scale *scale, size_t row,
                              double y)
{
    const ChartCell *cell = chart_cell(frame->chart, row, 1);
    double left           = scale_position(scale, cell->low);
    double right          = scale_position(scale, cell->high);
    if (cell->low < cell->high)
        canvas_box(frame->canvas, (Box){left, y - BAND / 2, right - left, BAND},
                   (Paint){.fill = INK_SHADE_2});
    if (!isnan(cell->value))
        key_tick(frame, (Point){scale_position(scale, cell->value), y}, BAND + 2);
}

static bool has_bands(const Chart *chart)
{
    for (size_t i = 0; i < chart->row_count; i++)
        if (chart_cell(chart, i, 1)->low < chart_cell(chart, i, 1)->high)
            return true;
    return false;
}

/* The signs, and what a second column shows. */
static double draw_key(const Frame *frame)
{
    const Chart *chart = frame->chart;
    KeyEntry entries[SIGN_COUNT + 2];
    size_t count = key_signs(chart, 0, entries);
    if (chart->column_count > 1) {
        entries[count++] =
            (KeyEntry){.label = key_has_values(chart, 1) ? chart->columns[1] : NULL,
                       .mark  = KEY_TICK};
        entries[count++] = (KeyEntry){.label = has_bands(chart) ? chart->band : NULL,
                                      .mark  = KEY_FILL,
                                      .ink   = INK_SHADE_2};
    }
    return key_draw(frame, entries, count);
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
    Frame below         = *frame;
    below.top           = draw_key(frame);
    bool has_reference  = frame->chart->reference.label != NULL;
    const RowsNeed need = {.above   = has_reference ? TEXT_LINE + 4 : 0,
                           .content = DOT,
                           .value   = rows_values_width(frame, 0)};
    Rows rows           = rows_lay(&below, &need);
    ValueAxis axis      = axis_fit(frame, axis_highest(frame->chart), rows.plot);
    draw_guides(frame, &rows);
    double bottom = axis_across(frame, &axis, rows.plot);
    axis_reference(frame, &axis.scale, rows.plot);
    for (size_t i = 0; i < frame->chart->row_count; i++) {
        if (frame->chart->column_count > 1)
            draw_held_against(frame, &axis.scale, i, rows.middles[i]);
        draw_dot(frame, &axis.scale, i, rows.middles[i]);
    }
    rows_values(frame, &rows, 0);
    for (size_t i = 0; i < frame->chart->row_count; i++)
        if (isnan(chart_cell(frame->chart, i, 0)->value))
            rows_word(frame, &rows, i, chart_cell(frame->chart, i, 0));
    return bottom;
}

const ChartKind chart_dots = {.id = "dots", .draw = dots_draw};
