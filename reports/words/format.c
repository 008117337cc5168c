/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounding works on decimal digits: the double is first written as its shortest
 * decimal, then shifted and rounded by hand as one does on paper. */
#include "reports/words/format.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

const NumberFormat number_format_nl = {
    .language = "nl", .decimal = ",", .thousands = ".", .minus = "\u2212"};
const NumberFormat number_format_en = {
    .language = "en", .decimal = ".", .thousands = ",", .minus = "\u2212"};

static const struct {
    int shift;
    int decimals;
    const char *sign;
} units[] = {
    [NUMBER_COUNT]      = {0, 0, ""},
    [NUMBER_PROPORTION] = {2, 0, "%"},
    [NUMBER_MEAN]       = {0, 1, ""},
    [NUMBER_INDEX]      = {0, 2, ""},
};

enum { MOST_DIGITS = 17 };

/* 0.d1 d2 d3 ... x 10^point */
typedef struct Decimal {
    bool negative;
    int count;
    int point;
    char digits[MOST_DIGITS + 1];
} Decimal;

/* The digits of the shortest "%.*e" form that reads back to the same double. */
static Decimal decimal_of(double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE] = "";
    for (int precision = 14; precision < MOST_DIGITS; precision++) {
        char how[8] = "";
        g_snprintf(how, sizeof how, "%%.%de", precision);
        g_ascii_formatd(text, sizeof text, how, fabs(value));
        if (g_ascii_strtod(text, NULL) == fabs(value))
            break;
    }
    Decimal decimal = {.negative = value < 0};
    char *exponent  = strchr(text, 'e');
    for (const char *at = text; at < exponent; at++)
        if (g_ascii_isdigit(*at))
            decimal.digits[decimal.count++] = *at;
    decimal.point = (int)g_ascii_strtoll(exponent + 1, NULL, 10) + 1;
    return decimal;
}

static char digit_at(const Decimal *decimal, int place)
{
    int index = place + decimal->point;
    return index < 0 || index >= decimal->count ? '0' : decimal->digits[index];
}

/* Adds one unit in the last place to a run of digits with room for a carry before it.
 */
static void digits_round_up(char *digits, size_t length)
{
    for (size_t i = length; i-- > 0;) {
        if (digits[i] != '9') {
            digits[i]++;
            return;
        }
        digits[i] = '0';
    }
}

char *format_digits(Arena *arena, double value, int shift, int decimals)
{
    g_assert(isfinite(value) && decimals >= 0 && decimals <= 15);
    Decimal decimal = decimal_of(value);
    decimal.point += shift;
    size_t whole  = (size_t)MAX(decimal.point, 1) + 1;
    size_t length = whole + (size_t)decimals;
    char *digits  = arena_alloc(arena, length + 1);
    for (size_t i = 0; i < length; i++)
        digits[i] = digit_at(&decimal, (int)i - (int)whole);
    if (digit_at(&decimal, decimals) >= '5')
        digits_round_up(digits, length);
    bool is_zero = strspn(digits, "0") == length;
    size_t skip  = MIN(strspn(digits, "0"), whole - 1);
    return arena_printf(arena, "%s%.*s%s%s", decimal.negative && !is_zero ? "-" : "",
                        (int)(whole - skip), digits + skip, decimals > 0 ? "." : "",
                        digits + whole);
}

static void append_groups(GString *text, const char *whole, const char *separator)
{
    size_t length = strcspn(whole, ".");
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0 && separator != NULL)
            g_string_append(text, separator);
        g_string_append_c(text, whole[i]);
    }
}

static char *dress(Arena *arena, const NumberFormat *format, const char *digits)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (*digits == '-') {
        g_string_append(text, format->minus);
        digits++;
    }
    append_groups(text, digits, format->thousands);
    const char *point = strchr(digits, '.');
    if (point != NULL)
        g_string_append_printf(text, "%s%s", format->decimal, point + 1);
    return arena_strdup(arena, text->str);
}

char *format_number(Arena *arena, const NumberFormat *format, double value,
                    int decimals)
{
    return dress(arena, format, format_digits(arena, value, 0, decimals));
}

char *format_percent(Arena *arena, const NumberFormat *format, double value,
                     int decimals)
{
    char *digits = format_digits(arena, value, 2, decimals);
    return arena_printf(arena, "%s%%", dress(arena, format, digits));
}

char *format_value(Arena *arena, const NumberFormat *format, double value,
                   NumberUnit unit)
{
    char *digits = format_digits(arena, value, units[unit].shift, units[unit].decimals);
    return arena_printf(arena, "%s%s", dress(arena, format, digits), units[unit].sign);
}

char *format_difference(Arena *arena, const NumberFormat *format, double value,
                        NumberUnit unit)
{
    char *digits = format_digits(arena, value, units[unit].shift, units[unit].decimals);
    char *dressed = dress(arena, format, digits);
    bool is_zero  = strspn(digits, "0.") == strlen(digits);
    return arena_printf(arena, "%s%s%s", is_zero || *digits == '-' ? "" : "+", dressed,
                        units[unit].sign);
}
