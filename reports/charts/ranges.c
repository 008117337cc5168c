/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reach: how many different persons at least and at most, as a bar between the two, and
 * the plain sum of all counts as an open dot, against the target population as a
 * stroke. Columns: bounds (low and high; value is not read), sum of counts, target
 * population. */
#include "reports/charts/axes.h"
#include "reports/charts/key.h"
#include "reports/charts/rows.h"

#include <math.h>

static const double BAR    = 9;
static const double TARGET = 16;

static bool has_bounds(const ChartCell *cell)
{
    return !isnan(cell->low) && !isnan(cell->high);
}

static double value_in(const Chart *chart, size_t row, size_t column)
{
    return column < chart->column_count ? chart_cell(chart, row, column)->value
                                        : (double)NAN;
}

static char *bounds_text(const Frame *frame, size_t row)
{
    const Chart *chart    = frame->chart;
    const ChartCell *cell = chart_cell(chart, row, 0);
    if (!has_bounds(cell))
        return NULL;
    char *low = format_value(frame->arena, chart->text.format, cell->low, chart->unit);
    char *high =
        format_value(frame->arena, chart->text.format, cell->high, chart->unit);
    return cell->low < cell->high ? arena_printf(frame->arena, "%s\u2013%s", low, high)
                                  : high;
}

static double bounds_width(const Frame *frame)
{
    double widest = 0;
    for (size_t i = 0; i < frame->chart->row_count; i++) {
        Box box = canvas_measure(frame->canvas, (Point){0, 0}, bounds_text(frame, i),
                                 (TextStyle){.size = TEXT_SIZE, .bold = true});
        widest  = MAX(widest, box.width);
    }
    return widest > 0 ? widest + 10 : 4;
}

static void draw_range(const Frame *frame, const Rows *rows, const Scale *scale,
                       size_t row)
{
    const Chart *chart    = frame->chart;
    const ChartCell *cell = chart_cell(chart, row, 0);
    double y              = rows->middles[row];
    double population     = value_in(chart, row, 2);
    double sum            = value_in(chart, row, 1);
    double zero           = scale_position(scale, 0);
    if (!isnan(population))
        canvas_box(
            frame->canvas,
            (Box){zero, y - BAR / 2, scale_position(scale, population) - zero, BAR},
            (Paint){.fill = INK_SHADE_1});
    if (has_bounds(cell)) {
        double low  = scale_position(scale, cell->low);
        double high = scale_position(scale, cell->high);
        canvas_box(frame->canvas,
                   (Box){low - 0.5, y - BAR / 2, MAX(high - low, 0) + 1, BAR},
                   (Paint){.fill = INK_DATA});
    }
    if (!isnan(population))
        key_tick(frame, (Point){scale_position(scale, population), y}, TARGET);
    if (!isnan(sum))
        key_open_dot(frame, (Point){scale_position(scale, sum), y});
    canvas_text(frame->canvas, (Point){rows->plot.x + rows->plot.width + 10, y},
                bounds_text(frame, row),
                (TextStyle){.size = TEXT_SIZE, .bold = true, .along = ALIGN_MIDDLE});
}

static bool any_bounds(const Chart *chart)
{
    for (size_t i = 0; i < chart->row_count; i++)
        if (has_bounds(chart_cell(chart, i, 0)))
            return true;
    return false;
}

static double draw_key(const Frame *frame)
{
    const Chart *chart       = frame->chart;
    const KeyEntry entries[] = {
        {.label = any_bounds(chart) ? chart->columns[0] : NULL,
         .mark  = KEY_FILL,
         .ink   = INK_DATA},
        {.label = key_has_values(chart, 1) ? chart->columns[1] : NULL,
         .mark  = KEY_OPEN},
        {.label = key_has_values(chart, 2) ? chart->columns[2] : NULL,
         .mark  = KEY_TICK}};
    return key_draw(frame, entries, G_N_ELEMENTS(entries));
}

static double ranges_draw(const Frame *frame)
{
    Frame below         = *frame;
    below.top           = draw_key(frame);
    const RowsNeed need = {.content = TARGET, .value = bounds_width(frame)};
    Rows rows           = rows_lay(&below, &need);
    ValueAxis axis      = axis_fit(frame, axis_highest(frame->chart), rows.plot);
    double bottom       = axis_across(frame, &axis, rows.plot);
    for (size_t i = 0; i < frame->chart->row_count; i++)
        draw_range(frame, &rows, &axis.scale, i);
    for (size_t i = 0; i < frame->chart->row_count; i++)
        if (!has_bounds(chart_cell(frame->chart, i, 0)))
            rows_word(frame, &rows, i, chart_cell(frame->chart, i, 0));
    return bottom;
}

const ChartKind chart_ranges = {.id = "ranges", .draw = ranges_draw};
