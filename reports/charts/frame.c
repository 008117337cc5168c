/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs differ in shape first and in ink second. */
#include "reports/charts/frame.h"

#include <math.h>

void frame_rule(const Frame *frame, Point from, Point to, Paint paint)
{
    canvas_line(frame->canvas, (const Point[]){from, to}, 2, paint);
}

void frame_interval(const Frame *frame, double from, double to, double y)
{
    const Paint line = {.stroke = INK_TEXT, .width = 1};
    const double cap = 2.5;
    if (!isfinite(from) || !isfinite(to))
        return;
    frame_rule(frame, (Point){from, y}, (Point){to, y}, line);
    frame_rule(frame, (Point){from, y - cap}, (Point){from, y + cap}, line);
    frame_rule(frame, (Point){to, y - cap}, (Point){to, y + cap}, line);
}

static void draw_triangle(const Frame *frame, Point at, double size, Ink ink)
{
    double half            = fabs(size) / 2;
    double tip             = size / 2;
    const PathStep steps[] = {{.command = 'M', .to = {at.x - half, at.y + tip * 0.8}},
                              {.command = 'L', .to = {at.x, at.y - tip}},
                              {.command = 'L', .to = {at.x + half, at.y + tip * 0.8}},
                              {.command = 'Z'}};
    canvas_shape(frame->canvas, steps, G_N_ELEMENTS(steps), (Paint){.fill = ink});
}

static void sign_dot(const Frame *frame, Point at, double size)
{
    canvas_circle(frame->canvas, at, size / 2, (Paint){.fill = INK_DATA});
}

static void sign_up(const Frame *frame, Point at, double size)
{
    draw_triangle(frame, at, size, INK_DATA);
}

static void sign_down(const Frame *frame, Point at, double size)
{
    draw_triangle(frame, at, -size, INK_ALERT);
}

static void sign_done(const Frame *frame, Point at, double size)
{
    double side = 0.9 * size;
    canvas_box(frame->canvas, (Box){at.x - side / 2, at.y - side / 2, side, side},
               (Paint){.fill = INK_SECOND});
}

static void sign_unsure(const Frame *frame, Point at, double size)
{
    const Paint open = {.fill = INK_PAPER, .stroke = INK_DATA, .width = 1.5};
    canvas_circle(frame->canvas, at, size / 2 - 0.75, open);
}

static void sign_absent(const Frame *frame, Point at, double size)
{
    frame_rule(frame, (Point){at.x - size / 2, at.y}, (Point){at.x + size / 2, at.y},
               (Paint){.stroke = INK_QUIET, .width = 1.5});
}

void frame_sign(const Frame *frame, Point at, double size, ChartSign sign)
{
    static void (*const shapes[SIGN_COUNT])(const Frame *, Point, double) = {
        [SIGN_NONE] = sign_dot,      [SIGN_UP] = sign_up,
        [SIGN_DOWN] = sign_down,     [SIGN_DONE] = sign_done,
        [SIGN_UNSURE] = sign_unsure, [SIGN_ABSENT] = sign_absent,
    };
    shapes[sign](frame, at, size);
}

void frame_note(GString *notes, const char *name, const char *word)
{
    if (notes->len > 0)
        g_string_append(notes, "; ");
    g_string_append(notes, name);
    if (word != NULL)
        g_string_append_printf(notes, ": %s", word);
}

double frame_notes(const Frame *frame, double top, const GString *notes)
{
    const TextStyle style = {
        .size = TEXT_SIZE, .ink = INK_QUIET, .width = FRAME_RIGHT - FRAME_LEFT};
    Point at = {FRAME_LEFT, top + 4};
    if (notes->len == 0)
        return top;
    canvas_text(frame->canvas, at, notes->str, style);
    return at.y + canvas_measure(frame->canvas, at, notes->str, style).height;
}
