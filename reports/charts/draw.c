/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame around every chart, from above downward: status, headline, subtitle, the
 * drawing, source. */
#include "reports/charts/chart.h"

#include "reports/charts/frame.h"

#include <string.h>

const ChartKind *const chart_kinds[] = {
#define CHART_KIND(name) &chart_##name,
#include "reports/charts/kinds.def"
#undef CHART_KIND
    NULL};

const ChartKind *chart_kind_find(const char *id)
{
    for (size_t i = 0; chart_kinds[i] != NULL; i++)
        if (strcmp(chart_kinds[i]->id, id) == 0)
            return chart_kinds[i];
    return NULL;
}

const ChartCell *chart_cell(const Chart *chart, size_t row, size_t column)
{
    g_assert(row < chart->row_count && column < chart->column_count);
    return &chart->cells[row * chart->column_count + column];
}

/* A block of text across the frame; returns where it ends. */
static double draw_block(Canvas *canvas, double top, const char *text, TextStyle style)
{
    if (text == NULL || *text == '\0')
        return top;
    Point at    = {FRAME_LEFT, top};
    style.width = FRAME_RIGHT - FRAME_LEFT;
    canvas_text(canvas, at, text, style);
    return top + canvas_measure(canvas, at, text, style).height;
}

/* The narrowest width at which the headline takes no more lines: two lines of about
 * the same length rather than one and a word. */
static double balanced_width(Canvas *canvas, const char *text, TextStyle style)
{
    double most = FRAME_RIGHT - FRAME_LEFT;
    double low = most / 2, high = most;
    style.width = most;
    Box box     = canvas_measure(canvas, (Point){0, 0}, text, style);
    if (box.height < 2 * style.size)
        return most;
    while (high - low > 8) {
        style.width = (low + high) / 2;
        bool fits =
            canvas_measure(canvas, (Point){0, 0}, text, style).height <= box.height;
        low  = fits ? low : style.width;
        high = fits ? style.width : high;
    }
    return high;
}

static double draw_headline(Canvas *canvas, double top, const char *text)
{
    TextStyle style = {.size = 14, .bold = true};
    Point at        = {FRAME_LEFT, top};
    style.width     = balanced_width(canvas, text, style);
    canvas_text(canvas, at, text, style);
    return top + canvas_measure(canvas, at, text, style).height;
}

static double draw_status(Canvas *canvas, double top, const char *status)
{
    const TextStyle style = {.size = TEXT_SIZE, .ink = INK_PAPER, .bold = true};
    const double room     = 4;
    if (status == NULL || *status == '\0')
        return top;
    Box box =
        canvas_measure(canvas, (Point){FRAME_LEFT + room, top + 1.5}, status, style);
    Box tag = {FRAME_LEFT, top, box.width + 2 * room, box.height + 3};
    canvas_box(canvas, tag, (Paint){.fill = INK_SECOND});
    canvas_text(canvas, (Point){box.x, box.y}, status, style);
    return top + tag.height + 6;
}

static double draw_headings(Canvas *canvas, const ChartText *text)
{
    double top = draw_status(canvas, FRAME_LEFT, text->status);
    top        = draw_headline(canvas, top, text->headline);
    return draw_block(canvas, top + 2, text->subtitle,
                      (TextStyle){.size = TEXT_SIZE + 0.5, .ink = INK_QUIET}) +
           10;
}

Canvas *chart_draw(const ChartKind *kind, const Chart *chart)
{
    const ChartText *text  = &chart->text;
    g_autoptr(Arena) arena = arena_new();
    Canvas *canvas         = canvas_new(&(CanvasPage){.id          = text->id,
                                                      .title       = text->headline,
                                                      .description = text->description,
                                                      .language    = text->format->language,
                                                      .date        = text->date,
                                                      .width       = FRAME_WIDTH});
    Frame frame            = {.canvas = canvas, .arena = arena, .chart = chart};
    frame.top              = draw_headings(canvas, text);
    double bottom          = kind->draw(&frame) + 10;
    bottom                 = draw_block(canvas, bottom, text->source,
                                        (TextStyle){.size = TEXT_SIZE, .ink = INK_QUIET});
    canvas_set_height(canvas, bottom + FRAME_LEFT);
    return canvas;
}
