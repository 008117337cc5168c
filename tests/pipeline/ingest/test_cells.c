/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of every type as people write them, from cells.case; and the few that depend on
 * where they come from. */
#include "folder.h"

#include "ingest/cells.h"

#include <string.h>

/* A column of each type or list that the cases name. */
static const Variable *variable_of(const char *type)
{
    static const struct {
        const char *name;
        TableId table;
        size_t column;
    } columns[] = {
        {"bool", TABLE_survey, COLUMN(survey, opgave)},
        {"count", TABLE_survey, COLUMN(survey, gaps_found)},
        {"number", TABLE_targets, COLUMN(targets, target)},
        {"year", TABLE_targets, COLUMN(targets, target_year)},
        {"date", TABLE_survey, COLUMN(survey, submitted)},
        {"id", TABLE_survey, COLUMN(survey, partner_id)},
        {"opgave", TABLE_reach, COLUMN(reach, opgave)},
        {"agreement", TABLE_survey, COLUMN(survey, statement)},
        {"basis", TABLE_reach, COLUMN(reach, basis)},
        {"role", TABLE_partners, COLUMN(partners, role)},
        {"municipality", TABLE_reach, COLUMN(reach, municipality)},
        {"municipalities", TABLE_alliances, COLUMN(alliances, municipalities)},
        {"text", TABLE_partners, COLUMN(partners, name)}};
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        if (strcmp(columns[i].name, type) == 0)
            return &schema_table(folder_schema(), columns[i].table)
                        ->variables[columns[i].column];
    g_error("no column of type %s", type);
}

typedef struct CellCase {
    const Variable *variable;
    const char *cell;
    const char *wanted;
} CellCase;

static void check_words(const CellCase *one, int finding, CsvCell cell)
{
    g_autoptr(Arena) arena = arena_new();
    const char *nl = cell_expected(arena, LANGUAGE_NL, one->variable, finding, cell);
    const char *en = cell_expected(arena, LANGUAGE_EN, one->variable, finding, cell);
    g_assert_cmpuint(strlen(nl), >, 3);
    g_assert_cmpuint(strlen(en), >, 3);
}

static void check_cell(const CellCase *one, CellReader *reader)
{
    CsvCell cell = {one->cell, strlen(one->cell)};
    char buffer[48];
    Value value, plain;
    int finding      = cell_read(reader, one->variable, cell, &value);
    const char *text = value_format(one->variable, value, buffer);
    if (finding != CELL_FINE) {
        const char *code = finding_kind((FindingCode)finding)->code;
        if (*one->wanted != '!' || strcmp(one->wanted + 1, code) != 0)
            g_test_fail_printf("\"%s\": %s instead of %s", one->cell, code,
                               one->wanted);
        g_assert_true(value_is_missing(one->variable, value));
        check_words(one, finding, cell);
        return;
    }
    if (strcmp(text, one->wanted) != 0)
        g_test_fail_printf("\"%s\": %s instead of %s", one->cell, text, one->wanted);
    /* The short way says the same, or nothing. */
    if (!cell_read_plain(reader, one->variable, cell, &plain))
        return;
    char other[48];
    g_assert_cmpstr(value_format(one->variable, plain, other), ==, text);
}

static void test_case_file(void)
{
    g_autofree char *all   = NULL;
    g_autoptr(Arena) arena = arena_new();
    CellReader reader      = {.scale = 1, .strings = arena};
    size_t cases           = 0;
    g_assert_true(g_file_get_contents("cells.case", &all, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++) {
        if (*lines[i] == '#' || *lines[i] == '\0')
            continue;
        g_auto(GStrv) parts = g_strsplit(lines[i], "|", 3);
        CellCase one        = {variable_of(parts[0]), parts[1], parts[2]};
        check_cell(&one, &reader);
        cases++;
    }
    g_assert_cmpuint(cases, >, 130);
}

/* A cell that the short way reads, the long way reads the same. */
static void test_plain_is_sure(void)
{
    static const char letters[]      = "0123janeEGM-.,: /";
    static const char *const types[] = {"bool", "count",  "date",
                                        "id",   "opgave", "text"};
    g_autoptr(Arena) arena           = arena_new();
    CellReader reader                = {.scale = 1, .strings = arena};
    for (size_t round = 0; round < 200000; round++) {
        char text[12] = "";
        size_t length = (size_t)g_test_rand_int_range(1, 11);
        for (size_t i = 0; i < length; i++)
            text[i] = letters[g_test_rand_int_range(0, (int)sizeof letters - 1)];
        const Variable *variable =
            variable_of(types[g_test_rand_int_range(0, G_N_ELEMENTS(types))]);
        CsvCell cell = {text, length};
        Value plain, value;
        char first[48], second[48];
        if (!cell_read_plain(&reader, variable, cell, &plain))
            continue;
        g_assert_cmpint(cell_read(&reader, variable, cell, &value), ==, CELL_FINE);
        g_assert_cmpstr(value_format(variable, plain, first), ==,
                        value_format(variable, value, second));
    }
}

/* m/d/yy where the survey tool writes it. */
static void test_date_order(void)
{
    static const struct {
        const char *text, *wanted;
    } cases[]              = {{"11/2/23 8:52:32", "2023-11-02"},
                              {"11/02/2023 09:10:00 PM", "2023-11-02"},
                              {"02-11-2023", "2023-11-02"},
                              {"23/11/2023", ""}};
    g_autoptr(Arena) arena = arena_new();
    CellReader reader = {.scale = 1, .strings = arena, .date_order = DATE_ORDER_MDY};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        CsvCell cell = {cases[i].text, strlen(cases[i].text)};
        Value value;
        char text[DATE_SIZE];
        cell_read(&reader, variable_of("date"), cell, &value);
        date_format(value.date, text);
        g_assert_cmpstr(text, ==, cases[i].wanted);
    }
}

/* The ways of the statistics office: thousands with a decimal, marks for unknown. */
static void test_statistics(void)
{
    static const struct {
        const char *text;
        double scale;
        int64_t wanted;
    } cases[]              = {{"   581.1", 1000, 581100},
                              {"481,8", 1000, 481800},
                              {"1028.7", 1000, 1028700},
                              {".", 1000, -1},
                              {"x", 1, -1},
                              {"-99997", 1, -1},
                              {"       .", 1, -1},
                              {"12", 1, 12},
                              {"581.1*", 1000, 581100},
                              {"12**", 1, 12}};
    g_autoptr(Arena) arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        CellReader reader = {
            .scale = cases[i].scale, .strings = arena, .is_statistics = true};
        CsvCell cell = {cases[i].text, strlen(cases[i].text)};
        Value value;
        g_assert_cmpint(cell_read(&reader, variable_of("count"), cell, &value), ==,
                        CELL_FINE);
        g_assert_cmpint(value.count, ==, cases[i].wanted);
    }
}

/* What is said of a bad cell: both readings, the date in Excel, the nearest value. */
static void test_expected(void)
{
    static const struct {
        const char *type, *text;
        FindingCode finding;
        const char *part;
    } cases[] = {{"count", "1,234", FINDING_ambiguous_count,
                  "1234 (als het om duizendtallen gaat) of 1,234 (met decimalen)"},
                 {"number", "1.234", FINDING_ambiguous_count,
                  "1234 (als het om duizendtallen gaat) of 1,234 (met decimalen)"},
                 {"date", "45232,43", FINDING_excel_date, "2023-11-02"},
                 {"basis", "gesschat", FINDING_bad_code, "\"estimated\""},
                 {"date", "45232", FINDING_excel_date, "2023-11-02"},
                 {"basis", "estimatd", FINDING_bad_code, "\"estimated\""},
                 {"agreement", "6", FINDING_bad_code, "van 1 tot en met 5"},
                 {"municipality", "363", FINDING_bad_municipality, "GM0363"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Arena) arena = arena_new();
        CsvCell cell           = {cases[i].text, strlen(cases[i].text)};
        const char *said = cell_expected(arena, LANGUAGE_NL, variable_of(cases[i].type),
                                         (int)cases[i].finding, cell);
        if (strstr(said, cases[i].part) == NULL)
            g_test_fail_printf("%s: %s", cases[i].text, said);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cells/cases", test_case_file);
    g_test_add_func("/cells/plain is sure", test_plain_is_sure);
    g_test_add_func("/cells/date order", test_date_order);
    g_test_add_func("/cells/statistics", test_statistics);
    g_test_add_func("/cells/expected", test_expected);
    return g_test_run();
}
