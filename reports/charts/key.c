/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries flow from left to right and wrap as words do. */
#include "reports/charts/key.h"

#include <math.h>

static const double MARK_WIDTH = 16;
static const double MARK_GAP   = 5;
static const double ENTRY_GAP  = 16;
static const double LINE_HIGH  = 14;

void key_open_dot(const Frame *frame, Point at)
{
    const Paint open = {.fill = INK_PAPER, .stroke = INK_TEXT, .width = 1.3};
    canvas_circle(frame->canvas, at, 2.9, open);
}

void key_tick(const Frame *frame, Point at, double height)
{
    canvas_box(frame->canvas, (Box){at.x - 1.25, at.y - height / 2, 2.5, height},
               (Paint){.fill = INK_SECOND});
}

static void mark_sign(const Frame *frame, Point at, const KeyEntry *entry)
{
    frame_sign(frame, at, 8, entry->sign);
}

static void mark_fill(const Frame *frame, Point at, const KeyEntry *entry)
{
    canvas_box(frame->canvas, (Box){at.x - MARK_WIDTH / 2, at.y - 4, MARK_WIDTH, 8},
               (Paint){.fill = entry->ink});
}

static void mark_open(const Frame *frame, Point at, const KeyEntry *entry)
{
    (void)entry;
    key_open_dot(frame, at);
}

static void mark_tick(const Frame *frame, Point at, const KeyEntry *entry)
{
    (void)entry;
    key_tick(frame, at, 11);
}

static void mark_interval(const Frame *frame, Point at, const KeyEntry *entry)
{
    (void)entry;
    frame_interval(frame, at.x - MARK_WIDTH / 2, at.x + MARK_WIDTH / 2, at.y);
}

static void (*const marks[KEY_MARK_COUNT])(const Frame *, Point, const KeyEntry *) = {
    [KEY_SIGN] = mark_sign, [KEY_FILL] = mark_fill,         [KEY_OPEN] = mark_open,
    [KEY_TICK] = mark_tick, [KEY_INTERVAL] = mark_interval,
};

double key_draw(const Frame *frame, const KeyEntry *entries, size_t count)
{
    const double room = FRAME_RIGHT - FRAME_LEFT - MARK_WIDTH - MARK_GAP;
    TextStyle style   = {.size = TEXT_SIZE, .along = ALIGN_MIDDLE, .width = room};
    double x          = FRAME_LEFT;
    double y          = frame->top + LINE_HIGH / 2;
    bool any          = false;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].label == NULL)
            continue;
        double width =
            MARK_WIDTH + MARK_GAP +
            canvas_measure(frame->canvas, (Point){0, 0}, entries[i].label, style).width;
        if (any && x + width > FRAME_RIGHT) {
            x = FRAME_LEFT;
            y += LINE_HIGH;
        }
        marks[entries[i].mark](frame, (Point){x + MARK_WIDTH / 2, y}, &entries[i]);
        canvas_text(frame->canvas, (Point){x + MARK_WIDTH + MARK_GAP, y},
                    entries[i].label, style);
        x += width + ENTRY_GAP;
        any = true;
    }
    return any ? y + LINE_HIGH / 2 + 6 : frame->top;
}

size_t key_signs(const Chart *chart, size_t column, KeyEntry *entries)
{
    bool seen[SIGN_COUNT] = {false};
    size_t count          = 0;
    for (size_t row = 0; row < chart->row_count; row++) {
        const ChartCell *cell = chart_cell(chart, row, column);
        if (!isnan(cell->value))
            seen[cell->sign] = true;
    }
    for (ChartSign sign = SIGN_NONE; sign < SIGN_COUNT; sign++)
        if (seen[sign] && chart->signs[sign] != NULL)
            entries[count++] =
                (KeyEntry){.label = chart->signs[sign], .mark = KEY_SIGN, .sign = sign};
    return count;
}

bool key_has_values(const Chart *chart, size_t column)
{
    for (size_t i = 0; column < chart->column_count && i < chart->row_count; i++)
        if (!isnan(chart_cell(chart, i, column)->value))
            return true;
    return false;
}
