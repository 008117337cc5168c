/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bad cell planted at a random place in a file with everything that moves rows about:
 * byte order mark, sep line, title rows, blank lines, line breaks in cells, each line
 * end, each separator. The finding must name that cell, and no other. */
#include "folder.h"

#include <string.h>

enum { ROWS = 30, COLUMNS = 6 };

static const char *const headers[COLUMNS] = {
    "partner_id", "submitted", "opgave_01", "toelichting", "gaps_found", "experts_new"};

typedef struct Planted {
    const char *bom, *end;
    char separator;
    bool has_sep_line;
    int title_rows;
    int bad_row, bad_column; /* bad_row among the records */
    size_t row, line;        /* where it should be found */
} Planted;

static Planted plan(void)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    static const char separators[]  = ";,\t|";
    return (Planted){.bom          = g_test_rand_bit() ? "\xEF\xBB\xBF" : "",
                     .end          = ends[g_test_rand_int_range(0, 3)],
                     .separator    = separators[g_test_rand_int_range(0, 4)],
                     .has_sep_line = g_test_rand_bit(),
                     .title_rows   = g_test_rand_int_range(0, 3),
                     .bad_row      = g_test_rand_int_range(0, ROWS),
                     .bad_column   = g_test_rand_int_range(4, COLUMNS)};
}

/* Ends a line of the file, and counts a row when it ends one. */
static void end_line(GString *file, Planted *planted, size_t *row, size_t *line)
{
    g_string_append(file, planted->end);
    (*row)++;
    (*line)++;
}

static void append_record(GString *file, Planted *planted, int record, size_t *line)
{
    char s        = planted->separator;
    bool is_bad   = record == planted->bad_row;
    bool is_split = g_test_rand_int_range(0, 4) == 0;
    g_string_append_printf(file, "%03d%c2023-11-%02d%cja%c", record + 1, s,
                           record % 28 + 1, s, s);
    if (is_split) {
        g_string_append_printf(file, "\"een regel%sen nog een\"", planted->end);
        (*line)++;
    }
    for (int c = 4; c < COLUMNS; c++)
        g_string_append_printf(file, "%c%s", s,
                               is_bad && c == planted->bad_column ? "veel" : "7");
}

static GString *build(Planted *planted)
{
    GString *file = g_string_new(planted->bom);
    size_t row = 1, line = 1;
    if (planted->has_sep_line) {
        g_string_append_printf(file, "sep=%c%s", planted->separator, planted->end);
        line++;
    }
    for (int i = 0; i < planted->title_rows; i++) {
        g_string_append(file, i == 0 ? "Uitvraag 2023" : "");
        end_line(file, planted, &row, &line);
    }
    for (int c = 0; c < COLUMNS; c++) {
        char separator[2] = {planted->separator, '\0'};
        g_string_append_printf(file, "%s%s", c > 0 ? separator : "", headers[c]);
    }
    end_line(file, planted, &row, &line);
    for (int record = 0; record < ROWS; record++) {
        if (g_test_rand_int_range(0, 5) == 0)
            end_line(file, planted, &row, &line);
        if (record == planted->bad_row) {
            planted->row  = row;
            planted->line = line;
        }
        append_record(file, planted, record, &line);
        end_line(file, planted, &row, &line);
    }
    return file;
}

static void write_register(Folder *folder)
{
    g_autoptr(GString) file = g_string_new("partner_id,name,sector,joined\n");
    for (int i = 1; i <= ROWS; i++)
        g_string_append_printf(file, "%03d,Organisatie %d,education,2020-01-01\n", i,
                               i);
    folder_write(folder, "partners.csv", file->str, file->len);
}

static void check(const Folder *folder, const Planted *planted)
{
    g_autoptr(Table) findings =
        folder_table(folder, TABLE_findings, "findings/ingest-2023.csv");
    size_t found = 0;
    for (size_t i = 0; i < findings->n_rows; i++) {
        if (strcmp(table_text(findings, COLUMN(findings, severity), i), "notice") == 0)
            continue;
        char partner[8], letter[2] = {(char)('A' + planted->bad_column), '\0'};
        g_snprintf(partner, sizeof partner, "%03d", planted->bad_row + 1);
        found++;
        g_assert_cmpstr(table_text(findings, COLUMN(findings, code), i), ==,
                        "geen-aantal");
        g_assert_cmpint(table_count(findings, COLUMN(findings, row), i), ==,
                        (int64_t)planted->row);
        g_assert_cmpint(table_count(findings, COLUMN(findings, line), i), ==,
                        (int64_t)planted->line);
        g_assert_cmpstr(table_text(findings, COLUMN(findings, column), i), ==, letter);
        g_assert_cmpstr(table_text(findings, COLUMN(findings, variable), i), ==,
                        headers[planted->bad_column]);
        g_assert_cmpstr(table_text(findings, COLUMN(findings, partner_id), i), ==,
                        partner);
        g_assert_cmpstr(table_text(findings, COLUMN(findings, value), i), ==, "veel");
    }
    g_assert_cmpuint(found, ==, 1);
}

static void test_plant(void)
{
    for (int round = 0; round < 150; round++) {
        g_autoptr(Folder) folder = folder_new();
        Planted planted          = plan();
        g_autoptr(GString) file  = build(&planted);
        g_test_message("round %d: separator %d, end %d, sep %d, titles %d", round,
                       planted.separator, planted.end[0], planted.has_sep_line,
                       planted.title_rows);
        write_register(folder);
        folder_write(folder, "2023/survey.csv", file->str, file->len);
        g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
        check(folder, &planted);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/plant", test_plant);
    return g_test_run();
}
