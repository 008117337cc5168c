/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in artefacts. g_ascii_formatd and g_ascii_strtod never look at the locale. */
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

/* Lays "d.ddde±xx" out in fixed notation. */
static size_t lay_out_fixed(const char *shortest, char out[NUMBER_SIZE])
{
    char digits[NUMBER_SIZE];
    size_t n = 0, length = 0;
    const char *p = shortest;
    if (*p == '-')
        out[length++] = *p++;
    for (; *p != 'e'; p++)
        if (*p != '.')
            digits[n++] = *p;
    int exponent = (int)g_ascii_strtoll(p + 1, NULL, 10);
    if (exponent < 0) {
        memcpy(out + length, "0.0000", (size_t)(1 - exponent));
        length += (size_t)(1 - exponent);
    }
    int whole = exponent < 0 ? -1 : exponent + 1;
    for (int i = 0; i < (int)n || i < whole; i++) {
        if (i == whole)
            out[length++] = '.';
        out[length++] = i < (int)n ? digits[i] : '0';
    }
    out[length] = '\0';
    return length;
}

static size_t format_whole(double value, char out[NUMBER_SIZE])
{
    return (size_t)g_snprintf(out, NUMBER_SIZE, "%" G_GINT64_FORMAT, (gint64)value);
}

size_t number_format(double value, char out[NUMBER_SIZE])
{
    out[0] = '\0';
    if (isnan(value))
        return 0;
    g_assert(isfinite(value));
    double size = fabs(value);
    if (size < 1e15 && value == floor(value))
        return format_whole(value, out);
    char shortest[NUMBER_SIZE];
    format_shortest(value, shortest);
    if (size >= 1e-5 && size < 1e15)
        return lay_out_fixed(shortest, out);
    return g_strlcpy(out, shortest, NUMBER_SIZE);
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
