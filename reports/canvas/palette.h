/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>

/* The house style's colours in one file. Everything that is drawn names an ink by what
 * it means, never by its colour, so that another house needs another palette.c only. */
typedef enum Ink {
    INK_NONE,       /* nothing is painted */
    INK_PAPER,      /* the ground */
    INK_TEXT,       /* words and numbers */
    INK_QUIET,      /* notes, units, words in place of a number */
    INK_AXIS,       /* zero lines and ticks */
    INK_GRID,       /* reference lines that may run behind words */
    INK_DATA,       /* the figures of now */
    INK_DATA_PAST,  /* the same figures, earlier */
    INK_DATA_TINT,  /* their interval */
    INK_SECOND,     /* what the figures are held against: target, national figure */
    INK_ALERT,      /* what asks for attention; always with a shape or a word */
    INK_ALERT_TINT, /* the light side of it */
    INK_SHADE_1,    /* five steps from low to high, for cells with a number in them */
    INK_SHADE_2,
    INK_SHADE_3,
    INK_SHADE_4,
    INK_SHADE_5,
    INK_COUNT
} Ink;

typedef struct Colour {
    unsigned char red, green, blue;
} Colour;

/* The colour of an ink (sRGB); INK_NONE has none and may not be asked for. */
Colour palette_colour(Ink ink);

/* The ink's name in lower case, for the text trace. */
const char *palette_name(Ink ink);

/* Contrast of two inks, 1 to 21 (relative luminance, WCAG 2.1). */
double palette_contrast(Ink one, Ink other);

/* The ink in which words are read best on this ground: INK_TEXT or INK_PAPER. */
Ink palette_text_on(Ink ground);

/* Is this ink a ground that words may stand on without being in the way? */
bool palette_is_ground(Ink ink);
