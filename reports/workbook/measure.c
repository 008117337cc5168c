/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths are those of Liberation Sans 2.1, whose advance widths are Arial's, in
 * thousandths of the font size. */
#include "reports/workbook/measure.h"

#include <string.h>

enum {
    FIRST_ASCII  = 0x20,
    LAST_ASCII   = 0x7E,
    FIRST_LATIN  = 0xA0,
    LAST_LATIN   = 0xFF,
    ASCII_COUNT  = LAST_ASCII - FIRST_ASCII + 1,
    WIDTH_COUNT  = ASCII_COUNT + LAST_LATIN - FIRST_LATIN + 1,
    NARROW_WIDTH = 556, /* of letters that are not in the table */
    WIDE_WIDTH   = 1015 /* of ideographs and the like: as wide as they come */
};

/* From space to tilde, then from the no-break space to y with diaeresis. */
static const short WIDTHS[2][WIDTH_COUNT] = {
    {
        278, 278, 355,  556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278,
        278, 556, 556,  556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584,  584,
        584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,  556,
        833, 722, 778,  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611,  278,
        278, 278, 469,  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222,  222,
        500, 222, 833,  556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500,  500,
        500, 334, 260,  334, 584, 278, 333, 556, 556, 556, 556, 260, 556, 333,  737,
        370, 556, 584,  333, 737, 552, 400, 549, 333, 333, 333, 576, 537, 333,  333,
        333, 365, 556,  834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722,
        667, 667, 667,  667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778,  778,
        584, 778, 722,  722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556,  556,
        889, 500, 556,  556, 556, 556, 278, 278, 278, 278, 556, 556, 556, 556,  556,
        556, 556, 549,  611, 556, 556, 556, 556, 500, 556, 500,
    },
    {
        278, 333, 474, 556, 556, 889,  722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556,  556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
        975, 722, 722, 722, 722, 667,  611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
        667, 778, 722, 667, 611, 722,  667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556, 611, 556, 611, 556,  333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
        611, 611, 389, 556, 333, 611,  556, 778, 556, 556, 500, 389, 280, 389, 584, 278,
        333, 556, 556, 556, 556, 280,  556, 333, 737, 370, 556, 584, 333, 737, 552, 400,
        549, 333, 333, 333, 576, 556,  333, 333, 333, 365, 556, 834, 834, 834, 611, 722,
        722, 722, 722, 722, 722, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722,
        722, 778, 778, 778, 778, 778,  584, 778, 722, 722, 722, 722, 667, 667, 611, 556,
        556, 556, 556, 556, 556, 889,  556, 556, 556, 556, 556, 278, 278, 278, 278, 611,
        611, 611, 611, 611, 611, 611,  549, 611, 611, 611, 611, 611, 556, 611, 556,
    },
};

static const struct {
    gunichar character;
    short width[2];
} SIGNS[] = {
    {0x2013, {556, 556}}, {0x2014, {1000, 1000}}, {0x2018, {222, 278}},
    {0x2019, {222, 278}}, {0x201C, {333, 500}},   {0x201D, {333, 500}},
    {0x2022, {350, 350}}, {0x2026, {1000, 1000}}, {0x20AC, {556, 556}},
    {0x2212, {584, 584}}, {0x2265, {549, 549}},
};

static int character_width(gunichar character, bool bold)
{
    if (character >= FIRST_ASCII && character <= LAST_ASCII)
        return WIDTHS[bold][character - FIRST_ASCII];
    if (character >= FIRST_LATIN && character <= LAST_LATIN)
        return WIDTHS[bold][ASCII_COUNT + character - FIRST_LATIN];
    for (size_t i = 0; i < G_N_ELEMENTS(SIGNS); i++) {
        if (SIGNS[i].character == character)
            return SIGNS[i].width[bold];
    }
    return character < 0x1100 && g_unichar_islower(character) ? NARROW_WIDTH
                                                              : WIDE_WIDTH;
}

/* Width in thousandths of the font size of `length` bytes. */
static long width_of(const char *text, size_t length, bool bold)
{
    long width = 0;
    for (const char *at = text; at < text + length; at += g_utf8_skip[(guchar)*at])
        width += character_width(g_utf8_get_char(at), bold);
    return width;
}

static double to_pixels(long thousandths, const SheetFont *font)
{
    return (double)thousandths / 1000.0 * font->points * PIXELS_PER_POINT;
}

double measure_text(const char *text, const SheetFont *font)
{
    double widest = 0;
    for (const char *line = text;; line++) {
        const size_t length = strcspn(line, "\n");
        widest = MAX(widest, to_pixels(width_of(line, length, font->bold), font));
        line += length;
        if (*line == '\0')
            return widest;
    }
}

double measure_longest_word(const char *text, const SheetFont *font)
{
    double widest = 0;
    for (const char *word = text;; word++) {
        const size_t length = strcspn(word, " \n");
        widest = MAX(widest, to_pixels(width_of(word, length, font->bold), font));
        word += length;
        if (*word == '\0')
            return widest;
    }
}

/* The bytes of `text` that fit on one line of `width`: up to a space or the end, or, in
 * a word wider than the line, up to the last character that fits. At least one. */
static size_t line_length(const char *text, const SheetFont *font, double width)
{
    size_t fits        = 0;
    long used          = 0;
    const char *at     = text;
    const double limit = width / (font->points * PIXELS_PER_POINT) * 1000.0;
    while (*at != '\0' && *at != '\n') {
        if (*at == ' ')
            fits = (size_t)(at - text);
        used += character_width(g_utf8_get_char(at), font->bold);
        if ((double)used > limit && *at != ' ')
            break;
        at += g_utf8_skip[(guchar)*at];
    }
    if (*at == '\0' || *at == '\n')
        return (size_t)(at - text);
    if (fits > 0)
        return fits;
    return at == text ? (size_t)g_utf8_skip[(guchar)*at] : (size_t)(at - text);
}

const char *measure_fit(const char *text, const SheetFont *font, double width,
                        size_t lines)
{
    const char *at = text;
    for (size_t line = 0; line < lines && *at != '\0'; line++) {
        at += line_length(at, font, width);
        if (*at == '\n')
            at++;
        else
            at += strspn(at, " ");
    }
    return at;
}

size_t measure_lines(const char *text, const SheetFont *font, double width)
{
    size_t count = 0;
    for (const char *at = text; *at != '\0'; count++)
        at = measure_fit(at, font, width, 1);
    return MAX(count, 1);
}
