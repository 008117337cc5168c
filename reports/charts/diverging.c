/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers on a scale as stacked bars around the middle answer: disagreement to the
 * left, agreement to the right. Columns are the answers in order, two to five, as
 * shares of one row; an odd count has its middle answer across the line. The number
 * stands in its part where it fits. */
#include "reports/charts/axes.h"
#include "reports/charts/key.h"
#include "reports/charts/rows.h"

#include <math.h>

static const double BAR = 15;
enum { MOST_ANSWERS = 5 };

/* Inks for two to five answers. */
static const Ink inks[MOST_ANSWERS + 1][MOST_ANSWERS] = {
    [2] = {INK_ALERT, INK_DATA},
    [3] = {INK_ALERT, INK_GRID, INK_DATA},
    [4] = {INK_ALERT, INK_ALERT_TINT, INK_SHADE_3, INK_DATA},
    [5] = {INK_ALERT, INK_ALERT_TINT, INK_GRID, INK_SHADE_3, INK_DATA},
};

static bool is_complete(const Chart *chart, size_t row)
{
    for (size_t i = 0; i < chart->column_count; i++)
        if (isnan(chart_cell(chart, row, i)->value))
            return false;
    return true;
}

/* The share to the left of the line: all answers below the middle and half of it. */
static double left_share(const Chart *chart, size_t row)
{
    size_t half = chart->column_count / 2;
    double left = 0;
    for (size_t i = 0; i < half; i++)
        left += chart_cell(chart, row, i)->value;
    return chart->column_count % 2 == 1 ? left + chart_cell(chart, row, half)->value / 2
                                        : left;
}

static double total_share(const Chart *chart, size_t row)
{
    double total = 0;
    for (size_t i = 0; i < chart->column_count; i++)
        total += chart_cell(chart, row, i)->value;
    return total;
}

/* A scale of shares, 0 at the line, that holds every row. */
static Scale middle_scale(const Chart *chart, Box plot)
{
    double left  = 0.1;
    double right = 0.1;
    for (size_t i = 0; i < chart->row_count; i++) {
        if (!is_complete(chart, i))
            continue;
        left  = fmax(left, left_share(chart, i));
        right = fmax(right, total_share(chart, i) - left_share(chart, i));
    }
    return (Scale){-left, right, plot.x, plot.x + plot.width};
}

static void draw_part(const Frame *frame, Box box, const ChartCell *cell, Ink ink)
{
    const NumberFormat *format = frame->chart->text.format;
    char *text = format_value(frame->arena, format, cell->value, frame->chart->unit);
    TextStyle style = {.size   = TEXT_SIZE,
                       .ink    = palette_text_on(ink),
                       .across = ALIGN_CENTRE,
                       .along  = ALIGN_MIDDLE};
    Point at        = {box.x + box.width / 2, box.y + box.height / 2};
    canvas_box(frame->canvas, box, (Paint){.fill = ink});
    if (canvas_measure(frame->canvas, at, text, style).width + 4 <= box.width)
        canvas_text(frame->canvas, at, text, style);
}

static void draw_answers(const Frame *frame, const Scale *scale, size_t row, double y)
{
    const Chart *chart = frame->chart;
    double share       = -left_share(chart, row);
    for (size_t i = 0; i < chart->column_count; i++) {
        const ChartCell *cell = chart_cell(chart, row, i);
        double from           = scale_position(scale, share);
        share += cell->value;
        double width = scale_position(scale, share) - from;
        if (width > 0)
            draw_part(frame, (Box){from, y - BAR / 2, MAX(width - 0.8, width / 2), BAR},
                      cell, inks[chart->column_count][i]);
    }
}

static double draw_key(const Frame *frame)
{
    const Chart *chart = frame->chart;
    KeyEntry entries[MOST_ANSWERS];
    for (size_t i = 0; i < chart->column_count; i++)
        entries[i] =
            (KeyEntry){.label = key_has_values(chart, i) ? chart->columns[i] : NULL,
                       .mark  = KEY_FILL,
                       .ink   = inks[chart->column_count][i]};
    return key_draw(frame, entries, chart->column_count);
}

static double diverging_draw(const Frame *frame)
{
    const Chart *chart = frame->chart;
    g_assert(chart->column_count >= 2 && chart->column_count <= MOST_ANSWERS);
    Frame below         = *frame;
    below.top           = draw_key(frame);
    const RowsNeed need = {.content = BAR, .value = 4};
    Rows rows           = rows_lay(&below, &need);
    Scale scale         = middle_scale(chart, rows.plot);
    for (size_t i = 0; i < chart->row_count; i++) {
        if (is_complete(chart, i))
            draw_answers(frame, &scale, i, rows.middles[i]);
        for (size_t k = 0; k < chart->column_count && !is_complete(chart, i); k++) {
            if (chart_cell(chart, i, k)->word == NULL)
                continue;
            rows_word(frame, &rows, i, chart_cell(chart, i, k));
            break;
        }
    }
    return rows.plot.y + rows.plot.height;
}

const ChartKind chart_diverging = {.id = "diverging", .draw = diverging_draw};
