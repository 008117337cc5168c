/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates against GDate, which knows the calendar: every day of three centuries. */
#include "data/date.h"

#include <string.h>

static void assert_reads_back(Date date, int year)
{
    char text[DATE_SIZE];
    Date back = DATE_MISSING;
    date_format(date, text);
    g_assert_true(date_parse(text, strlen(text), &back) == (date != DATE_MISSING));
    g_assert_cmpuint(back, ==, date);
    g_assert_cmpint(date_year(date), ==, year);
}

static void test_every_day(void)
{
    for (int year = 1900; year <= 2199; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= 31; day++) {
                bool is_day =
                    g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
                g_autoptr(GDate) known =
                    is_day ? g_date_new_dmy((GDateDay)day, (GDateMonth)month,
                                            (GDateYear)year)
                           : g_date_new();
                Date date = date_from(year, month, day);
                g_assert_cmpuint(date, ==,
                                 is_day ? g_date_get_julian(known)
                                        : (guint32)DATE_MISSING);
                assert_reads_back(date, is_day ? year : 0);
            }
}

static void test_text(void)
{
    static const struct {
        const char *text;
        bool is_read;
    } cases[] = {{"2020-02-29", true},
                 {"2021-02-29", false},
                 {"2021-2-9", false},
                 {"1899-12-31", false},
                 {"2200-01-01", false},
                 {"2020-13-01", false},
                 {"2020-00-10", false},
                 {"2020-01-00", false},
                 {"2020/01/01", false},
                 {"20a0-01-01", false},
                 {"", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Date date = DATE_MISSING;
        char text[DATE_SIZE];
        g_assert_true(date_parse(cases[i].text, strlen(cases[i].text), &date) ==
                      cases[i].is_read);
        if (!cases[i].is_read)
            continue;
        date_format(date, text);
        g_assert_cmpstr(text, ==, cases[i].text);
        g_assert_cmpint(date_year(date), ==, 2020);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/date/every day", test_every_day);
    g_test_add_func("/date/text", test_text);
    return g_test_run();
}
