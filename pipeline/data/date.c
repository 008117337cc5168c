/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates. */
#include "data/date.h"

#include <stdint.h>
#include <string.h>

static bool is_leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Days of an ordinary year before each month, and of the whole year. */
static const int before[] = {0,   31,  59,  90,  120, 151, 181,
                             212, 243, 273, 304, 334, 365};

/* Days before the first of January. As GDate counts, but by arithmetic alone: a survey
 * has millions of dates. */
static int days_before(int year)
{
    int past = year - 1; /* whole years since the first */
    return past * 365 + past / 4 - past / 100 + past / 400;
}

Date date_from(int year, int month, int day)
{
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1)
        return DATE_MISSING;
    bool is_leap_day = is_leap_year(year) && month == 2;
    if (day > before[month] - before[month - 1] + is_leap_day)
        return DATE_MISSING;
    int leap_day = is_leap_year(year) && month > 2;
    return (Date)(days_before(year) + before[month - 1] + leap_day + day);
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

int date_year(Date date)
{
    if (date == DATE_MISSING)
        return 0;
    /* 400 years have 146,097 days: by the mean year it is at most one off. */
    int64_t day = date;
    int year    = (int)(day * 400 / 146097) + 1;
    if (day <= days_before(year))
        return year - 1;
    return day > days_before(year + 1) ? year + 1 : year;
}

void date_format(Date date, char out[DATE_SIZE])
{
    out[0] = '\0';
    if (date == DATE_MISSING)
        return;
    int year         = date_year(date);
    int day          = (int)date - days_before(year);
    bool is_leap_day = is_leap_year(year) && day == before[2] + 1;
    day -= is_leap_year(year) && day > before[2];
    int month = 1;
    while (before[month] < day)
        month++;
    put_digits(out, (unsigned)year, 4);
    put_digits(out + 5, (unsigned)month, 2);
    put_digits(out + 8, (unsigned)(day - before[month - 1] + is_leap_day), 2);
    out[4] = out[7] = '-';
    out[10]         = '\0';
}
