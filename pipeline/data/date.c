/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates. */
#include "data/date.h"

#include <string.h>

static bool is_leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* As g_date_get_julian counts, by arithmetic alone: a survey has millions of dates. */
Date date_from(int year, int month, int day)
{
    static const int before[] = {0,   31,  59,  90,  120, 151, 181,
                                 212, 243, 273, 304, 334, 365};
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1)
        return DATE_MISSING;
    bool is_leap_day = is_leap_year(year) && month == 2;
    if (day > before[month] - before[month - 1] + is_leap_day)
        return DATE_MISSING;
    int past = year - 1; /* whole years since the first */
    int days =
        past * 365 + past / 4 - past / 100 + past / 400 + before[month - 1] + day;
    return (Date)(days + (is_leap_year(year) && month > 2));
}

static int digits_at(const char *text, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        if (!g_ascii_isdigit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool date_parse(const char *text, size_t length, Date *date)
{
    if (length != DATE_SIZE - 1 || text[4] != '-' || text[7] != '-')
        return false;
    *date =
        date_from(digits_at(text, 4), digits_at(text + 5, 2), digits_at(text + 8, 2));
    return *date != DATE_MISSING;
}

static void put_digits(char *out, unsigned number, size_t count)
{
    for (size_t i = count; i-- > 0; number /= 10)
        out[i] = (char)('0' + number % 10);
}

void date_format(Date date, char out[DATE_SIZE])
{
    out[0] = '\0';
    if (date == DATE_MISSING)
        return;
    GDate day;
    g_date_clear(&day, 1);
    g_date_set_julian(&day, date);
    put_digits(out, g_date_get_year(&day), 4);
    put_digits(out + 5, (unsigned)g_date_get_month(&day), 2);
    put_digits(out + 8, g_date_get_day(&day), 2);
    out[4] = out[7] = '-';
    out[10]         = '\0';
}

int date_year(Date date)
{
    if (date == DATE_MISSING)
        return 0;
    GDate day;
    g_date_clear(&day, 1);
    g_date_set_julian(&day, date);
    return (int)g_date_get_year(&day);
}
