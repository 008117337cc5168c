/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blue, purple, orange and grey stay apart for colour-blind eyes and reach 3:1 on
 * white; the tints never carry a meaning alone. */
#include "reports/canvas/palette.h"

#include <glib.h>
#include <math.h>

typedef struct Entry {
    const char *name;
    Colour colour;
    bool ground;
} Entry;

static const Entry palette[INK_COUNT] = {
    [INK_NONE]       = {"none", {0, 0, 0}, true},
    [INK_PAPER]      = {"paper", {0xFF, 0xFF, 0xFF}, true},
    [INK_TEXT]       = {"text", {0x1F, 0x29, 0x33}, false},
    [INK_QUIET]      = {"quiet", {0x69, 0x69, 0x69}, false},
    [INK_AXIS]       = {"axis", {0x69, 0x69, 0x69}, false},
    [INK_GRID]       = {"grid", {0xE0, 0xE0, 0xE0}, true},
    [INK_DATA]       = {"data", {0x00, 0x7B, 0xC7}, false},
    [INK_DATA_PAST]  = {"data-past", {0x4A, 0x9A, 0xD4}, false},
    [INK_DATA_TINT]  = {"data-tint", {0xCC, 0xE4, 0xF4}, true},
    [INK_SECOND]     = {"second", {0x42, 0x14, 0x5F}, false},
    [INK_ALERT]      = {"alert", {0xE1, 0x70, 0x00}, false},
    [INK_ALERT_TINT] = {"alert-tint", {0xF5, 0xC9, 0xA0}, true},
    [INK_SHADE_1]    = {"shade-1", {0xE9, 0xF3, 0xFA}, true},
    [INK_SHADE_2]    = {"shade-2", {0xC2, 0xDF, 0xF1}, true},
    [INK_SHADE_3]    = {"shade-3", {0x8F, 0xC4, 0xE8}, true},
    [INK_SHADE_4]    = {"shade-4", {0x00, 0x73, 0xBA}, true},
    [INK_SHADE_5]    = {"shade-5", {0x00, 0x4A, 0x7A}, true},
};

Colour palette_colour(Ink ink)
{
    g_assert(ink > INK_NONE && ink < INK_COUNT);
    return palette[ink].colour;
}

const char *palette_name(Ink ink)
{
    g_assert(ink < INK_COUNT);
    return palette[ink].name;
}

static double channel_light(unsigned char level)
{
    double share = level / 255.0;
    return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double ink_luminance(Ink ink)
{
    Colour colour = palette_colour(ink);
    return 0.2126 * channel_light(colour.red) + 0.7152 * channel_light(colour.green) +
           0.0722 * channel_light(colour.blue);
}

double palette_contrast(Ink one, Ink other)
{
    double first  = ink_luminance(one) + 0.05;
    double second = ink_luminance(other) + 0.05;
    return MAX(first, second) / MIN(first, second);
}

Ink palette_text_on(Ink ground)
{
    bool dark =
        palette_contrast(INK_TEXT, ground) < palette_contrast(INK_PAPER, ground);
    return dark ? INK_PAPER : INK_TEXT;
}

bool palette_is_ground(Ink ink)
{
    g_assert(ink < INK_COUNT);
    return palette[ink].ground;
}
