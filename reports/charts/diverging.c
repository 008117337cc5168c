/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers on a scale as stacked bars around the middle answer: disagreement to the
 * left, agreement to the right. Columns are the answers in order, two to five, as
 * shares of one row; an odd count has its middle answer across the line. The number
 * stands in its part where it fits. A total (who agrees at all) is written behind the
 * bar with its margin: from parts that are each rounded a reader cannot make it. It
 * takes the place of the counts, which the subtitle then tells. */
#include "reports/charts/axes.h"
#include "reports/charts/key.h"
#include "reports/charts/rows.h"

#include <math.h>
#include <string.h>

static const double BAR = 15;
enum { MOST_ANSWERS = 5 };

/* Inks for two to five answers. */
static const Ink inks[MOST_ANSWERS + 1][MOST_ANSWERS] = {
    [2] = {INK_ALERT, INK_DATA},
    [3] = {INK_ALERT, INK_GRID, INK_DATA},
    [4] = {INK_ALERT, INK_ALERT_TINT, INK_SHADE_3, INK_DATA},
    [5] = {INK_ALERT, INK_ALERT_TINT, INK_GRID, INK_SHADE_3, INK_DATA},
};

/* A chart as it is drawn here. */
typedef struct Stack {
    const Frame *frame;
    size_t parts;   /* columns that are drawn */
    Scale scale;    /* of shares, 0 at the line */
    double numbers; /* width of the widest total; 0: no totals */
    double notes;   /* of the widest margin or remark */
    bool remarks;   /* some row has a remark beside its margin */
    bool any;       /* some row has a bar */
} Stack;

static bool is_complete(const Stack *stack, size_t row)
{
    for (size_t i = 0; i < stack->parts; i++)
        if (isnan(chart_cell(stack->frame->chart, row, i)->value))
            return false;
    return true;
}

/* The share to the left of the line: all answers below the middle and half of it. */
static double left_share(const Stack *stack, size_t row)
{
    const Chart *chart = stack->frame->chart;
    size_t half        = stack->parts / 2;
    double left        = 0;
    for (size_t i = 0; i < half; i++)
        left += chart_cell(chart, row, i)->value;
    return stack->parts % 2 == 1 ? left + chart_cell(chart, row, half)->value / 2
                                 : left;
}

static double total_share(const Stack *stack, size_t row)
{
    double total = 0;
    for (size_t i = 0; i < stack->parts; i++)
        total += chart_cell(stack->frame->chart, row, i)->value;
    return total;
}

/* A scale that holds every row. */
static Scale middle_scale(const Stack *stack, Box plot)
{
    double left  = 0.1;
    double right = 0.1;
    for (size_t i = 0; i < stack->frame->chart->row_count; i++) {
        if (!is_complete(stack, i))
            continue;
        left  = fmax(left, left_share(stack, i));
        right = fmax(right, total_share(stack, i) - left_share(stack, i));
    }
    return (Scale){-left, right, plot.x, plot.x + plot.width};
}

/* ---- bars ---- */

static void draw_part(const Frame *frame, Box box, const char *text, Ink ink)
{
    TextStyle style = {.size   = TEXT_SIZE,
                       .ink    = palette_text_on(ink),
                       .across = ALIGN_CENTRE,
                       .along  = ALIGN_MIDDLE};
    Point at        = {box.x + box.width / 2, box.y + box.height / 2};
    canvas_box(frame->canvas, box, (Paint){.fill = ink});
    if (canvas_measure(frame->canvas, at, text, style).width + 2 <= box.width)
        canvas_text(frame->canvas, at, text, style);
}

static char *value_text(const Frame *frame, double value)
{
    return format_value(frame->arena, frame->chart->text.format, value,
                        frame->chart->unit);
}

/* In percent without the sign, so that more of them fit. */
static char *part_text(const Frame *frame, double share)
{
    char *text = format_percent(frame->arena, frame->chart->text.format, share, 0);
    text[strlen(text) - 1] = '\0';
    return text;
}

static void draw_answers(const Stack *stack, size_t row, double y)
{
    const Frame *frame = stack->frame;
    double share       = -left_share(stack, row);
    for (size_t i = 0; i < stack->parts; i++) {
        double value = chart_cell(frame->chart, row, i)->value;
        double from  = scale_position(&stack->scale, share);
        share += value;
        double width = scale_position(&stack->scale, share) - from;
        Box box      = {from, y - BAR / 2, MAX(width - 0.8, width / 2), BAR};
        if (width > 0)
            draw_part(frame, box, part_text(frame, value), inks[stack->parts][i]);
    }
}

/* Why there is no bar. */
static void draw_word(const Stack *stack, const Rows *rows, size_t row)
{
    for (size_t i = 0; i < stack->parts; i++) {
        const ChartCell *cell = chart_cell(stack->frame->chart, row, i);
        if (cell->word == NULL)
            continue;
        rows_word(stack->frame, rows, row, cell);
        return;
    }
}

/* ---- the key ---- */

static double text_width(const Frame *frame, const char *text, bool bold)
{
    const TextStyle style = {.size = TEXT_SIZE, .bold = bold};
    return canvas_measure(frame->canvas, (Point){0, 0}, text, style).width;
}

static double draw_entries(const Stack *stack)
{
    const Chart *chart = stack->frame->chart;
    KeyEntry entries[MOST_ANSWERS];
    for (size_t i = 0; i < stack->parts; i++)
        entries[i] = (KeyEntry){
            .label = chart->columns[i], .mark = KEY_FILL, .ink = inks[stack->parts][i]};
    return key_draw(stack->frame, entries, stack->parts);
}

/* The scale itself as a bar with its answers in it; a key in lines where those are too
 * long for one. */
static double draw_key(const Stack *stack)
{
    const Frame *frame        = stack->frame;
    const char *const *labels = frame->chart->columns;
    const double room         = 14;
    double width = 0, x = FRAME_LEFT;
    for (size_t i = 0; i < stack->parts; i++)
        width += text_width(frame, labels[i], false) + room;
    if (!stack->any)
        return frame->top;
    if (width > FRAME_RIGHT - FRAME_LEFT)
        return draw_entries(stack);
    for (size_t i = 0; i < stack->parts; i++) {
        Box box = {x, frame->top, text_width(frame, labels[i], false) + room, BAR};
        x += box.width;
        box.width -= 0.8;
        draw_part(frame, box, labels[i], inks[stack->parts][i]);
    }
    return frame->top + BAR + 8;
}

/* ---- totals ---- */

static const double TOTAL_GAP    = 11; /* before the number */
static const double NOTE_GAP     = 5;  /* behind it */
static const double HEADING_MOST = 96;

static const ChartCell *total_cell(const Stack *stack, size_t row)
{
    return chart_cell(stack->frame->chart, row, stack->parts);
}

/* "55%-66%"; "" without an interval. */
static const char *margin_text(const Frame *frame, const ChartCell *cell)
{
    if (isnan(cell->low) || isnan(cell->high))
        return "";
    return arena_printf(frame->arena, "%s\u2013%s", value_text(frame, cell->low),
                        value_text(frame, cell->high));
}

static void measure_totals(Stack *stack)
{
    const Frame *frame = stack->frame;
    for (size_t i = 0; i < frame->chart->row_count; i++) {
        const ChartCell *cell = total_cell(stack, i);
        if (isnan(cell->value))
            continue;
        stack->numbers = fmax(stack->numbers,
                              text_width(frame, value_text(frame, cell->value), true));
        stack->notes =
            fmax(stack->notes, text_width(frame, margin_text(frame, cell), false));
        if (cell->word == NULL)
            continue;
        stack->remarks = true;
        stack->notes   = fmax(stack->notes, text_width(frame, cell->word, false));
    }
}

static void draw_total(const Stack *stack, size_t row, double y)
{
    const Frame *frame    = stack->frame;
    const ChartCell *cell = total_cell(stack, row);
    double step           = cell->word != NULL ? TEXT_LINE / 2 : 0;
    TextStyle style       = {.size   = TEXT_SIZE,
                             .ink    = INK_QUIET,
                             .across = ALIGN_RIGHT,
                             .along  = ALIGN_MIDDLE};
    if (isnan(cell->value))
        return;
    canvas_text(frame->canvas, (Point){FRAME_RIGHT, y - step}, margin_text(frame, cell),
                style);
    canvas_text(frame->canvas, (Point){FRAME_RIGHT, y + step}, cell->word, style);
    style.ink  = INK_TEXT;
    style.bold = true;
    canvas_text(frame->canvas, (Point){FRAME_RIGHT - ceil(stack->notes) - NOTE_GAP, y},
                value_text(frame, cell->value), style);
}

static TextStyle heading_style(void)
{
    return (TextStyle){.size   = TEXT_SIZE,
                       .ink    = INK_QUIET,
                       .width  = HEADING_MOST,
                       .across = ALIGN_RIGHT,
                       .along  = ALIGN_BOTTOM};
}

static RowsNeed rows_need(const Stack *stack)
{
    const Frame *frame = stack->frame;
    if (stack->numbers == 0)
        return (RowsNeed){.content = BAR, .value = 4};
    Box heading = canvas_measure(frame->canvas, (Point){0, 0},
                                 frame->chart->columns[stack->parts], heading_style());
    return (RowsNeed){.above   = heading.height + 4,
                      .content = stack->remarks ? 2 * TEXT_LINE : BAR,
                      .value =
                          TOTAL_GAP + stack->numbers + NOTE_GAP + ceil(stack->notes)};
}

/* ---- the chart ---- */

/* The middle, seen between the bars. */
static void draw_middle(const Stack *stack, Box plot)
{
    double x = scale_position(&stack->scale, 0);
    if (stack->any)
        frame_rule(stack->frame, (Point){x, plot.y}, (Point){x, plot.y + plot.height},
                   (Paint){.stroke = INK_GRID, .width = 0.8});
}

static double diverging_draw(const Frame *frame)
{
    Chart chart = *frame->chart;
    Frame below = *frame;
    Stack stack = {.frame = &below, .parts = chart.column_count - chart.has_total};
    g_assert(stack.parts >= 2 && stack.parts <= MOST_ANSWERS);
    chart.counts = chart.has_total ? NULL : chart.counts;
    below.chart  = &chart;
    for (size_t i = 0; i < chart.row_count; i++)
        stack.any |= is_complete(&stack, i);
    below.top = draw_key(&stack);
    if (chart.has_total)
        measure_totals(&stack);
    const RowsNeed need = rows_need(&stack);
    Rows rows           = rows_lay(&below, &need);
    stack.scale         = middle_scale(&stack, rows.plot);
    draw_middle(&stack, rows.plot);
    if (stack.numbers > 0)
        canvas_text(below.canvas, (Point){FRAME_RIGHT, rows.plot.y - 3},
                    chart.columns[stack.parts], heading_style());
    for (size_t i = 0; i < chart.row_count; i++) {
        if (is_complete(&stack, i))
            draw_answers(&stack, i, rows.middles[i]);
        else
            draw_word(&stack, &rows, i);
        if (stack.numbers > 0)
            draw_total(&stack, i, rows.middles[i]);
    }
    return rows.plot.y + rows.plot.height;
}

const ChartKind chart_diverging = {.id = "diverging", .draw = diverging_draw};
