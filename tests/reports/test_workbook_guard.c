/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guards at their limits. Table names that read as cells are after "Rename an Excel
 * table"; the escapes after ECMA-376 part 1, 22.9.2.19. */
#include "reports/workbook/guard.h"

#include <math.h>

typedef struct NameCase {
    const char *name;
    bool good;
} NameCase;

static const NameCase TABLE_IDS[] = {
    {"kerncijfers", true}, {"_Tabel", true},   {"opgave_2023", true}, {"abcd1", true},
    {"xfe1", true},        {"A1048577", true}, {"Rijen", true},       {"R1C1x", true},
    {"C_1", true},         {"a1", false},      {"XFD1048576", false}, {"r", false},
    {"C", false},          {"rc", false},      {"R12", false},        {"c3", false},
    {"2023", false},       {"tabel-1", false}, {"t\xc3\xa9", false},  {"", false},
    {"a_x0041_b", false},
};

static void test_table_ids(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(TABLE_IDS); i++) {
        g_test_message("%s", TABLE_IDS[i].name);
        g_assert_cmpint(guard_table_id(TABLE_IDS[i].name) == NULL, ==,
                        TABLE_IDS[i].good);
    }
    g_assert_nonnull(guard_table_id(NULL));
}

static const NameCase SHEET_NAMES[] = {
    {"Kinderarmoede in Nederland", true},
    {"Gemeenten aan 't water", true},
    {"1234567890123456789012345678901", true},
    {"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
     "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
     "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
     "\xc3\xa9",
     true},
    {"12345678901234567890123456789012", false},
    {"History", false},
    {"a:b", false},
    {"a?", false},
    {"[a]", false},
    {"'a", false},
    {"a'", false},
    {"", false},
    {"a\nb", false},
    {"_x0041_", false},
};

static void test_sheet_names(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(SHEET_NAMES); i++) {
        g_test_message("%s", SHEET_NAMES[i].name);
        g_assert_cmpint(guard_sheet_name(SHEET_NAMES[i].name) == NULL, ==,
                        SHEET_NAMES[i].good);
    }
}

static const NameCase ADDRESSES[] = {
    {"https://example.org/a?b=c#d", true},
    {"mailto:monitor@example.org", true},
    {"https://", false},
    {"http://example.org", false},
    {"HTTPS://example.org", false},
    {"external:c:\\a.xlsx", false},
    {"internal:Blad!A1", false},
    {"ftp://example.org", false},
    {"https://example.org/\"", false},
    {" https://example.org", false},
};

static void test_addresses(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ADDRESSES); i++) {
        g_test_message("%s", ADDRESSES[i].name);
        g_assert_cmpint(guard_address(ADDRESSES[i].name) == NULL, ==,
                        ADDRESSES[i].good);
    }
}

static const NameCase DATES[] = {
    {"2024-02-29", true},  {"1900-01-01", true},  {"9999-12-31", true},
    {"2023-02-29", false}, {"1899-12-31", false}, {"2023-13-01", false},
    {"2023-1-1", false},   {"01-02-2023", false}, {"2023-01-01 ", false},
    {"", false},           {"2023/01/01", false},
};

static void test_dates(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(DATES); i++) {
        g_test_message("%s", DATES[i].name);
        g_assert_cmpint(guard_date(DATES[i].name) == NULL, ==, DATES[i].good);
    }
    g_assert_nonnull(guard_date(NULL));
}

/* 32,767 characters as Excel counts: one outside the basic plane counts for two. */
static void test_length(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 32766; i++)
        g_string_append(text, "\xc3\xa9");
    g_string_append_c(text, 'a');
    g_assert_null(guard_text(text->str));
    g_string_truncate(text, text->len - 1);
    g_string_append(text, "\xf0\x9f\x98\x80");
    g_assert_nonnull(guard_text(text->str));
}

static void test_numbers(void)
{
    g_assert_null(guard_number(-0.0));
    g_assert_null(guard_number(1e300));
    g_assert_nonnull(guard_number(NAN));
    g_assert_nonnull(guard_number(INFINITY));
    g_assert_nonnull(guard_number(-INFINITY));
}

static const char *const ESCAPES[][2] = {
    {"gewoon", "gewoon"},
    {"_x0041_", "_x005F_x0041_"},
    {"a_x000a_b", "a_x005F_x000a_b"},
    {"_x0041_x0042_", "_x005F_x0041_x005F_x0042_"},
    {"_x004_ _x00411_ _X0041_ _x", "_x004_ _x00411_ _X0041_ _x"},
    {"a\r\nb\rc\n", "a\nb\nc\n"},
    {"bel\x07 tab\t", "bel\xef\xbf\xbd tab\t"},
    {"\xef\xbf\xbe", "\xef\xbf\xbd"},
};

static void test_escapes(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(ESCAPES); i++)
        g_assert_cmpstr(guard_escape(arena, ESCAPES[i][0]), ==, ESCAPES[i][1]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/workbook-guard/table-ids", test_table_ids);
    g_test_add_func("/workbook-guard/sheet-names", test_sheet_names);
    g_test_add_func("/workbook-guard/addresses", test_addresses);
    g_test_add_func("/workbook-guard/dates", test_dates);
    g_test_add_func("/workbook-guard/length", test_length);
    g_test_add_func("/workbook-guard/numbers", test_numbers);
    g_test_add_func("/workbook-guard/escapes", test_escapes);
    return g_test_run();
}
