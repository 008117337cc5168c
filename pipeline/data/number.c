/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in artefacts. g_ascii_formatd and g_ascii_strtod never look at the locale. No
 * C library of Debian 12 finds the shortest digits; trying 15, 16 and 17 of them takes
 * as long as all estimates of a large folder, so fixed notation is written here. */
#include "data/number.h"

#include <float.h>
#include <glib.h>
#include <math.h>
#include <string.h>

/* Takes the zeros at the end of the digits of "d.ddde±xx" out. */
static void drop_zeros(char digits[NUMBER_SIZE])
{
    char *exponent = strchr(digits, 'e');
    char *end      = exponent;
    if (memchr(digits, '.', (size_t)(exponent - digits)) == NULL)
        return;
    while (end[-1] == '0')
        end--;
    if (end[-1] == '.')
        end--;
    memmove(end, exponent, strlen(exponent) + 1);
}

static bool reads_back(const char *format, double value, char digits[NUMBER_SIZE])
{
    g_ascii_formatd(digits, NUMBER_SIZE, format, value);
    return g_ascii_strtod(digits, NULL) == value;
}

/* Doubles this near to 0 have fewer digits, so each number of them is tried. */
static void format_tiny(double value, char digits[NUMBER_SIZE])
{
    char format[8];
    int precision = 0;
    do
        g_snprintf(format, sizeof format, "%%.%de", precision++);
    while (!reads_back(format, value, digits));
}

/* The shortest exponential form that reads back: 16 digits do for most, 17 for all. A
 * double keeps any 15 digits, so a shorter form shows as those with zeros at the end.
 */
static void format_shortest(double value, char digits[NUMBER_SIZE])
{
    char fewer[NUMBER_SIZE];
    if (fabs(value) < DBL_MIN)
        format_tiny(value, digits);
    else if (!reads_back("%.15e", value, digits))
        g_ascii_formatd(digits, NUMBER_SIZE, "%.16e", value);
    else if (reads_back("%.14e", value, fewer))
        g_strlcpy(digits, fewer, NUMBER_SIZE);
    drop_zeros(digits);
}

/* ---- fixed notation ---- */

__extension__ typedef unsigned __int128 Wide;

/* A number as 17 digits, `places` of them behind the point, and a rest. A double is a
 * whole number times a power of 2, so with m its 53 bits this is m 5^places shifted to
 * the right: a matter of whole numbers, and exact. */
typedef struct Scaled {
    uint64_t digits;
    uint64_t rest; /* of 2^shift */
    uint64_t step; /* to the next double, in the measure of the rest */
    int shift;     /* 1 .. 48 */
    int places;    /* 2 .. 21 */
} Scaled;

/* 1e-5 <= size < 1e15, not whole. */
static Scaled scale(double size)
{
    /* Where more digits come before the point. Where a power of ten is no double, its
     * nearest is the first beyond it, so that comparing is exact. */
    static const double bounds[] = {1e-4, 1e-3, 1e-2, 1e-1, 1e0,  1e1, 1e2,
                                    1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                    1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    Scaled scaled = {.step = UINT64_C(476837158203125), .places = 21}; /* 5^21 */
    for (const double *bound = bounds; size >= *bound; bound++) {
        scaled.step /= 5;
        scaled.places--;
    }
    int exponent        = 0;
    const double bits   = ldexp(frexp(size, &exponent), DBL_MANT_DIG);
    const Wide dividend = (Wide)(uint64_t)bits * scaled.step;
    scaled.shift        = DBL_MANT_DIG - exponent - scaled.places;
    scaled.digits       = (uint64_t)(dividend >> scaled.shift);
    scaled.rest         = (uint64_t)dividend & ((UINT64_C(1) << scaled.shift) - 1);
    return scaled;
}

/* Rounds to a multiple of `unit`, half to even; true when it reads back: when it is
 * nearer than halfway the next double. (The lower neighbour of a power of 2 is nearer,
 * but those between 1e-5 and 1 have few digits.) */
static bool round_to(const Scaled *scaled, uint64_t unit, uint64_t *digits)
{
    const uint64_t whole = unit << scaled->shift;
    const uint64_t rest  = ((scaled->digits % unit) << scaled->shift) + scaled->rest;
    *digits              = scaled->digits / unit;
    const bool is_up     = rest > whole / 2 || (rest == whole / 2 && *digits % 2 == 1);
    *digits += is_up;
    return 2 * (is_up ? whole - rest : rest) < scaled->step;
}

/* The digits, `places` of them behind the point. */
static size_t lay_out(uint64_t digits, int places, char out[NUMBER_SIZE])
{
    char text[NUMBER_SIZE];
    size_t start = sizeof text;
    for (int place = 0; digits > 0 || place <= places; place++) {
        if (place > 0 && place == places)
            text[--start] = '.';
        text[--start] = (char)('0' + digits % 10);
        digits /= 10;
    }
    memcpy(out, text + start, sizeof text - start);
    out[sizeof text - start] = '\0';
    return sizeof text - start;
}

/* A double keeps any 15 digits, so a shorter form shows as those with zeros at the end;
 * 17 digits do for all. */
static size_t format_fixed(double size, char out[NUMBER_SIZE])
{
    const Scaled scaled = scale(size);
    uint64_t digits     = 0;
    uint64_t unit       = 100;
    int places          = scaled.places - 2;
    while (!round_to(&scaled, unit, &digits) && unit > 1) {
        unit /= 10;
        places++;
    }
    while (places > 0 && digits % 10 == 0) {
        digits /= 10;
        places--;
    }
    return lay_out(digits, places, out);
}

size_t number_format(double value, char out[NUMBER_SIZE])
{
    out[0] = '\0';
    if (isnan(value))
        return 0;
    g_assert(isfinite(value));
    double size = fabs(value);
    if (size > 0 && (size < 1e-5 || size >= 1e15)) {
        format_shortest(value, out);
        return strlen(out);
    }
    size_t sign = value < 0;
    out[0]      = '-';
    if (size == floor(size))
        return sign + lay_out((uint64_t)size, 0, out + sign);
    return sign + format_fixed(size, out + sign);
}

bool number_parse(const char *text, size_t length, double *value)
{
    char copy[NUMBER_SIZE];
    if (length == 0) {
        *value = NAN;
        return true;
    }
    if (length >= sizeof copy || !(g_ascii_isdigit(text[0]) || text[0] == '-'))
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    if (strspn(copy, "0123456789.e+-") != length)
        return false;
    char *end = NULL;
    *value    = g_ascii_strtod(copy, &end);
    return *end == '\0' && isfinite(*value);
}

bool number_parse_count(const char *text, size_t length, int64_t *value)
{
    const int64_t largest = INT64_C(1) << 53;
    int64_t sum           = 0;
    if (length < 1 || length > 16)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (!g_ascii_isdigit(text[i]))
            return false;
        sum = sum * 10 + (text[i] - '0');
    }
    *value = sum;
    return sum <= largest;
}
