/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/charts/frame.h"

/* The line that says what marks mean, for kinds in which a label beside every mark
 * would hide the marks. It shows the very marks that the chart draws. */

typedef enum KeyMark {
    KEY_SIGN,     /* the sign of the entry */
    KEY_FILL,     /* a filled bar in the entry's ink */
    KEY_OPEN,     /* an open dot: an earlier figure */
    KEY_TICK,     /* an upright stroke: a target */
    KEY_INTERVAL, /* an interval with caps */
    KEY_MARK_COUNT
} KeyMark;

typedef struct KeyEntry {
    const char *label; /* NULL: the entry is left out */
    KeyMark mark;
    ChartSign sign;
    Ink ink;
} KeyEntry;

/* Draws the entries from the frame's top on, in as many lines as they need; returns
 * where the chart may go on. */
double key_draw(const Frame *frame, const KeyEntry *entries, size_t count);

/* Entries for the signs that occur in `column` and have a name, at most SIGN_COUNT;
 * returns how many. */
size_t key_signs(const Chart *chart, size_t column, KeyEntry *entries);

/* Is there any value in this column? A key does not speak of what is not there. */
bool key_has_values(const Chart *chart, size_t column);

/* The marks themselves, for the chart to draw. */
void key_open_dot(const Frame *frame, Point at);
void key_tick(const Frame *frame, Point at, double height);
