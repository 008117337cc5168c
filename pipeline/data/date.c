/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates: GDate knows the calendar. */
#include "data/date.h"

#include <string.h>

Date date_from(int year, int month, int day)
{
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31)
        return DATE_MISSING;
    if (!g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return DATE_MISSING;
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return g_date_get_julian(&date);
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

void date_format(Date date, char out[DATE_SIZE])
{
    out[0] = '\0';
    if (date == DATE_MISSING)
        return;
    GDate day;
    g_date_clear(&day, 1);
    g_date_set_julian(&day, date);
    g_snprintf(out, DATE_SIZE, "%04d-%02d-%02d", (int)g_date_get_year(&day) % 10000,
               (int)g_date_get_month(&day) % 100, (int)g_date_get_day(&day) % 100);
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
