/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names take what they need up to two fifths of the frame, then they wrap; many rows
 * stand closer together than few. */
#include "reports/charts/rows.h"

#include "reports/charts/labels.h"

#include <math.h>

static const double NAME_MOST  = 0.38; /* of the frame's width */
static const double NAME_GAP   = 8;    /* between a name and the plot */
static const double COUNT_MOST = 70;
static const double GROUP_HIGH = 20;
enum { FEW_ROWS = 16 };

/* The parts of the width. */
typedef struct Columns {
    double name;
    double count;
    double plot_left, plot_right;
} Columns;

static double text_width(const Frame *frame, const char *text, bool bold)
{
    const TextStyle style = {.size = TEXT_SIZE, .bold = bold};
    return canvas_measure(frame->canvas, (Point){0, 0}, text, style).width;
}

/* NULL where there is no count: a missing one says nothing that its word does not. */
static char *count_text(const Frame *frame, const ChartCell *cell)
{
    const NumberFormat *format = frame->chart->text.format;
    if (isnan(cell->n))
        return NULL;
    char *count = format_value(frame->arena, format, cell->n, NUMBER_COUNT);
    if (isnan(cell->of))
        return count;
    return arena_printf(frame->arena, "%s / %s", count,
                        format_value(frame->arena, format, cell->of, NUMBER_COUNT));
}

static double name_width(const Frame *frame)
{
    double most   = (FRAME_RIGHT - FRAME_LEFT) * NAME_MOST;
    double widest = 0;
    for (size_t i = 0; i < frame->chart->row_count; i++)
        widest = fmax(widest, text_width(frame, frame->chart->rows[i], false));
    return ceil(MIN(widest, most));
}

/* 0 where no row has a count. */
static double count_width(const Frame *frame, size_t counted)
{
    const Chart *chart = frame->chart;
    double widest      = 0;
    for (size_t i = 0; i < chart->row_count; i++) {
        const char *text = count_text(frame, chart_cell(chart, i, counted));
        widest = text == NULL ? widest : fmax(widest, text_width(frame, text, false));
    }
    if (chart->counts == NULL || widest == 0)
        return 0;
    double heading = fmin(text_width(frame, chart->counts, false), COUNT_MOST);
    return ceil(fmax(widest, heading)) + 10;
}

static TextStyle heading_style(const Columns *columns)
{
    return (TextStyle){.size   = TEXT_SIZE,
                       .ink    = INK_QUIET,
                       .width  = columns->count,
                       .across = ALIGN_RIGHT,
                       .along  = ALIGN_BOTTOM};
}

/* The counts' heading may need more room above the rows than the kind does. */
static double room_above(const Frame *frame, const Columns *columns, double above)
{
    if (columns->count == 0)
        return above;
    Box box = canvas_measure(frame->canvas, (Point){0, 0}, frame->chart->counts,
                             heading_style(columns));
    return MAX(above, box.height + 4);
}

static bool group_starts(const Chart *chart, size_t row)
{
    return chart->groups != NULL && chart->groups[row] != NULL &&
           (row == 0 || g_strcmp0(chart->groups[row], chart->groups[row - 1]) != 0);
}

static void draw_group(const Frame *frame, size_t row, double top)
{
    canvas_text(frame->canvas, (Point){FRAME_LEFT, top + GROUP_HIGH - 3},
                frame->chart->groups[row],
                (TextStyle){.size = TEXT_SIZE, .bold = true, .along = ALIGN_BOTTOM});
}

/* The width at which a name is broken, and its height then. */
typedef struct NameBlock {
    double width, height;
} NameBlock;

/* Narrower than it may be where that takes no more lines and breaks no word: so that no
 * last word stands alone. */
static NameBlock name_block(const Frame *frame, double most, size_t row)
{
    const char *name = frame->chart->rows[row];
    TextStyle style  = {.size = TEXT_SIZE, .width = most};
    NameBlock block  = {
         most, canvas_measure(frame->canvas, (Point){0, 0}, name, style).height};
    style.width = most * 0.8;
    if (block.height > 1.5 * TEXT_LINE &&
        labels_widest_word(frame->canvas, name, style) <= style.width &&
        canvas_measure(frame->canvas, (Point){0, 0}, name, style).height <=
            block.height)
        block.width = style.width;
    return block;
}

static void draw_counts(const Frame *frame, const Rows *rows, size_t counted)
{
    for (size_t i = 0; i < frame->chart->row_count; i++)
        canvas_text(frame->canvas, (Point){FRAME_RIGHT, rows->middles[i]},
                    count_text(frame, chart_cell(frame->chart, i, counted)),
                    (TextStyle){.size   = TEXT_SIZE,
                                .ink    = INK_QUIET,
                                .across = ALIGN_RIGHT,
                                .along  = ALIGN_MIDDLE});
}

Rows rows_lay(const Frame *frame, const RowsNeed *need)
{
    const Chart *chart = frame->chart;
    Columns columns    = {.name  = name_width(frame),
                          .count = count_width(frame, need->counted)};
    columns.plot_left  = FRAME_LEFT + columns.name + NAME_GAP;
    columns.plot_right = FRAME_RIGHT - columns.count - need->value;
    double *middles    = arena_array(frame->arena, double, chart->row_count);
    double top         = frame->top + room_above(frame, &columns, need->above);
    Rows rows          = {.middles = middles};
    double gap         = chart->row_count > FEW_ROWS ? 4 : 9;
    double y           = top;
    for (size_t i = 0; i < chart->row_count; i++) {
        NameBlock name = name_block(frame, columns.name, i);
        double height  = MAX(name.height, need->content) + gap;
        if (group_starts(chart, i)) {
            draw_group(frame, i, y);
            y += GROUP_HIGH;
        }
        middles[i] = y + height / 2;
        canvas_text(frame->canvas, (Point){FRAME_LEFT + columns.name, middles[i]},
                    chart->rows[i],
                    (TextStyle){.size   = TEXT_SIZE,
                                .width  = name.width,
                                .across = ALIGN_RIGHT,
                                .along  = ALIGN_MIDDLE});
        y += height;
    }
    rows.plot =
        (Box){columns.plot_left, top, columns.plot_right - columns.plot_left, y - top};
    if (columns.count > 0) {
        canvas_text(frame->canvas, (Point){FRAME_RIGHT, top - 3}, chart->counts,
                    heading_style(&columns));
        draw_counts(frame, &rows, need->counted);
    }
    return rows;
}

/* The widest number of a column and its widest remark, 0 where there is none. */
typedef struct ValueWidths {
    double number, remark;
} ValueWidths;

static const double VALUE_GAP = 11;

static const char *value_text(const Frame *frame, const ChartCell *cell)
{
    if (cell->label != NULL)
        return cell->label;
    return format_value(frame->arena, frame->chart->text.format, cell->value,
                        frame->chart->unit);
}

static ValueWidths value_widths(const Frame *frame, size_t column)
{
    ValueWidths widths = {0, 0};
    for (size_t i = 0; i < frame->chart->row_count; i++) {
        const ChartCell *cell = chart_cell(frame->chart, i, column);
        if (isnan(cell->value))
            continue;
        widths.number =
            fmax(widths.number, text_width(frame, value_text(frame, cell), true));
        if (cell->word != NULL)
            widths.remark =
                fmax(widths.remark, text_width(frame, cell->word, false) + 4);
    }
    return widths;
}

double rows_values_width(const Frame *frame, size_t column)
{
    ValueWidths widths = value_widths(frame, column);
    return widths.number == 0 ? 4 : VALUE_GAP + widths.number + widths.remark;
}

void rows_values(const Frame *frame, const Rows *rows, size_t column)
{
    double right = rows->plot.x + rows->plot.width + VALUE_GAP +
                   value_widths(frame, column).number;
    for (size_t i = 0; i < frame->chart->row_count; i++) {
        const ChartCell *cell = chart_cell(frame->chart, i, column);
        double y              = rows->middles[i];
        if (isnan(cell->value))
            continue;
        canvas_text(frame->canvas, (Point){right, y}, value_text(frame, cell),
                    (TextStyle){.size   = TEXT_SIZE,
                                .bold   = true,
                                .across = ALIGN_RIGHT,
                                .along  = ALIGN_MIDDLE});
        canvas_text(
            frame->canvas, (Point){right + 4, y}, cell->word,
            (TextStyle){.size = TEXT_SIZE, .ink = INK_QUIET, .along = ALIGN_MIDDLE});
    }
}

void rows_word(const Frame *frame, const Rows *rows, size_t row, const ChartCell *cell)
{
    enum { PLACES = 60 };
    LabelPlace places[PLACES];
    double left = rows->plot.x + 5;
    double step = rows->plot.width / PLACES;
    Label label = {.text   = cell->word,
                   .style  = {.size = TEXT_SIZE, .ink = INK_QUIET},
                   .within = {left, 0, FRAME_RIGHT - left, INFINITY}};
    for (size_t i = 0; i < PLACES; i++)
        places[i] = (LabelPlace){
            {left + step * (double)i, rows->middles[row]}, ALIGN_LEFT, ALIGN_MIDDLE};
    if (cell->word != NULL)
        labels_place(frame->canvas, &label, places, PLACES);
}
