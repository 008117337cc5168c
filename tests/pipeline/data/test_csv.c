/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records and their places: by hand for what people's files do, and by chance against
 * libcsv over the whole text. */
#include "data/csv.h"

#include <csv.h>
#include <string.h>

/* ---- records by hand ---- */

typedef struct Row {
    size_t row, line, n_cells;
    CsvFault fault;
    const char *last; /* the last cell */
} Row;

typedef struct Sheet {
    const char *name;
    const char *text;
    size_t expected;
    Row rows[6];
} Sheet;

static const Sheet sheets[] = {
    {"line ends",
     "a,b\n1,2\r\n3,4\r5,6",
     2,
     {{1, 1, 2, 0, "b"}, {2, 2, 2, 0, "2"}, {3, 3, 2, 0, "4"}, {4, 4, 2, 0, "6"}}},
    {"blank lines count as rows",
     "a,b\n\n1,2\n \t\n3,4\n",
     2,
     {{1, 1, 2, 0, "b"}, {3, 3, 2, 0, "2"}, {5, 5, 2, 0, "4"}}},
    {"a break within a cell is no row",
     "a,b\n1,\"x\ny\"\n3,4\n",
     2,
     {{1, 1, 2, 0, "b"}, {2, 2, 2, 0, "x\ny"}, {3, 4, 2, 0, "4"}}},
    {"an unclosed quote costs one record",
     "a,b\n1,\"x\n3,4\n5,6\n",
     2,
     {{1, 1, 2, 0, "b"},
      {2, 2, 0, CSV_FAULT_UNCLOSED_QUOTE, NULL},
      {3, 3, 2, 0, "4"},
      {4, 4, 2, 0, "6"}}},
    {"so does one in the last line",
     "a,b\n1,2\n3,\"4",
     2,
     {{1, 1, 2, 0, "b"}, {2, 2, 2, 0, "2"}, {3, 3, 0, CSV_FAULT_UNCLOSED_QUOTE, NULL}}},
    {"two unclosed quotes do not close each other",
     "a,b\n1,\"x\n3,4\n5,\"y\n7,8\n",
     2,
     {{1, 1, 2, 0, "b"},
      {2, 2, 0, CSV_FAULT_UNCLOSED_QUOTE, NULL},
      {3, 3, 2, 0, "4"},
      {4, 4, 0, CSV_FAULT_UNCLOSED_QUOTE, NULL},
      {5, 5, 2, 0, "8"}}},
    {"text after a quote",
     "a,b\n\"x\"y,\n3,4\n",
     2,
     {{1, 1, 2, 0, "b"}, {2, 2, 0, CSV_FAULT_STRAY_QUOTE, NULL}, {3, 3, 2, 0, "4"}}},
    {"doubled quotes",
     "a,b\n1,\"say \"\"x\"\"\"\n",
     2,
     {{1, 1, 2, 0, "b"}, {2, 2, 2, 0, "say \"x\""}}},
    {"empty cells beyond the header within a joined record",
     "a,b\n1,\"x\ny\",,\n",
     2,
     {{1, 1, 2, 0, "b"}, {2, 2, 4, 0, ""}}},
    {"carriage returns only",
     "a,b\r1,2\r\r3,4\r",
     2,
     {{1, 1, 2, 0, "b"}, {2, 2, 2, 0, "2"}, {4, 4, 2, 0, "4"}}},
};

static void check_row(const Sheet *sheet, const Row *row, const CsvRecord *record)
{
    g_test_message("%s: row %zu", sheet->name, row->row);
    g_assert_cmpuint(record->row, ==, row->row);
    g_assert_cmpuint(record->line, ==, row->line);
    g_assert_cmpint(record->fault, ==, row->fault);
    g_assert_cmpuint(record->n_cells, ==, row->n_cells);
    if (row->last != NULL)
        g_assert_cmpstr(record->cells[record->n_cells - 1].text, ==, row->last);
}

static void test_sheet(gconstpointer data)
{
    const Sheet *sheet = data;
    g_autoptr(CsvReader) reader =
        csv_reader_new(sheet->text, strlen(sheet->text), ',', &csv_limits_default);
    CsvRecord record;
    csv_reader_expect(reader, sheet->expected);
    for (size_t i = 0; sheet->rows[i].row > 0; i++) {
        g_assert_true(csv_reader_next(reader, &record));
        check_row(sheet, &sheet->rows[i], &record);
    }
    g_assert_false(csv_reader_next(reader, &record));
}

static void test_literal_quote(void)
{
    const char *text = "a,b\n1,een 12\" scherm\n3,4\n";
    g_autoptr(CsvReader) reader =
        csv_reader_new(text, strlen(text), ',', &csv_limits_default);
    CsvRecord record;
    csv_reader_expect(reader, 2);
    csv_reader_next(reader, &record);
    g_assert_true(csv_reader_next(reader, &record));
    g_assert_true(record.literal_quote);
    g_assert_cmpstr(record.cells[1].text, ==, "een 12\" scherm");
    g_assert_true(csv_reader_next(reader, &record));
    g_assert_false(record.literal_quote);
}

/* Each limit costs the record that passes it, and no other. */
static void test_limits(void)
{
    const CsvLimits limits = {
        .record_bytes = 40, .record_lines = 3, .cell_bytes = 10, .columns = 4};
    const char *texts[] = {"1,01234567890\n", "1,2,3,4,5\n", "1,\"a\nb\nc\nd\"\n",
                           "1,\"0123456\n01234567890123456789012345\nx\"\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *text       = g_strconcat("a,b\n", texts[i], "8,9\n", NULL);
        g_autoptr(CsvReader) reader = csv_reader_new(text, strlen(text), ',', &limits);
        CsvRecord record;
        csv_reader_expect(reader, 2);
        csv_reader_next(reader, &record);
        g_assert_true(csv_reader_next(reader, &record));
        g_assert_cmpint(record.fault, !=, CSV_FAULT_NONE);
        g_assert_cmpuint(record.row, ==, 2);
        while (csv_reader_next(reader, &record))
            continue;
        g_assert_cmpint(record.fault, ==, CSV_FAULT_NONE);
        g_assert_cmpstr(record.cells[1].text, ==, "9");
    }
}

/* One stray quote in 100,000 rows costs exactly its row; later numbers are right. */
static void test_large(void)
{
    enum { ROWS = 100000, BAD = 31416 };
    g_autoptr(GString) text = g_string_new("id,note,n\n");
    for (size_t i = 2; i <= ROWS; i++)
        g_string_append_printf(text, "%zu,%s,7\n", i, i == BAD ? "\"oops" : "\"a\nb\"");
    g_autoptr(CsvReader) reader =
        csv_reader_new(text->str, text->len, ',', &csv_limits_default);
    CsvRecord record;
    size_t faults = 0, rows = 0;
    csv_reader_expect(reader, 3);
    for (; csv_reader_next(reader, &record); rows++) {
        g_assert_cmpuint(record.row, ==, rows + 1);
        if (record.fault != CSV_FAULT_NONE) {
            faults++;
            g_assert_cmpuint(record.row, ==, BAD);
        } else if (rows > 0) {
            g_assert_cmpuint(g_ascii_strtoull(record.cells[0].text, NULL, 10), ==,
                             record.row);
        }
    }
    g_assert_cmpuint(faults, ==, 1);
    g_assert_cmpuint(rows, ==, ROWS);
}

/* Two megabytes of carriage returns, and of lines that each open a quote: the time must
 * not grow with the square. */
static void test_hostile(void)
{
    static const char *const lines[] = {"a,b\r", "a,\"b\n", "\"\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autoptr(GString) text = g_string_new("x,y\n");
        size_t records          = 0;
        while (text->len < 2 * 1024 * 1024 / (i + 1))
            g_string_append(text, lines[i]);
        g_autoptr(CsvReader) reader =
            csv_reader_new(text->str, text->len, ',', &csv_limits_default);
        CsvRecord record;
        csv_reader_expect(reader, 2);
        g_test_timer_start();
        while (csv_reader_next(reader, &record))
            records++;
        g_assert_cmpuint(records, >, 1000);
        g_assert_cmpfloat(g_test_timer_elapsed(), <, 30);
    }
}

/* ---- by chance ---- */

typedef struct Flat {
    GString *cells; /* each ended by US, each record by RS */
    bool failed;
} Flat;

static void flat_cell(void *text, size_t length, void *data)
{
    Flat *flat = data;
    g_string_append_len(flat->cells, text, (gssize)length);
    g_string_append_c(flat->cells, '\x1F');
}

static void flat_end(int end, void *data)
{
    (void)end;
    g_string_append_c(((Flat *)data)->cells, '\x1E');
}

/* What libcsv makes of the whole; false where strict parsing fails. */
static bool parse_whole(const GString *text, GString *cells)
{
    struct csv_parser parser;
    Flat flat = {.cells = cells};
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    bool is_read = csv_parse(&parser, text->str, text->len, flat_cell, flat_end,
                             &flat) == text->len &&
                   csv_fini(&parser, flat_cell, flat_end, &flat) == 0;
    csv_free(&parser);
    return is_read;
}

/* What the reader makes of it, with a check that no byte but of blank lines is lost. */
static size_t parse_records(const GString *text, GString *cells)
{
    g_autoptr(CsvReader) reader =
        csv_reader_new(text->str, text->len, ',', &csv_limits_default);
    CsvRecord record;
    size_t end = 0, faults = 0;
    while (csv_reader_next(reader, &record)) {
        g_assert_cmpuint(record.offset, >=, end);
        for (size_t i = end; i < record.offset; i++)
            g_assert_nonnull(memchr(" \t\r\n", text->str[i], 4));
        end = record.offset + record.length;
        faults += record.fault != CSV_FAULT_NONE || record.literal_quote;
        for (size_t i = 0; i < record.n_cells; i++) {
            g_string_append_len(cells, record.cells[i].text,
                                (gssize)record.cells[i].length);
            g_string_append_c(cells, '\x1F');
        }
        g_string_append_c(cells, '\x1E');
    }
    for (size_t i = end; i < text->len; i++)
        g_assert_nonnull(memchr(" \t\r\n", text->str[i], 4));
    return faults;
}

/* Where libcsv reads the whole text, line by line gives the same cells. */
static void test_differential(void)
{
    static const char letters[] = "aab,,\"\"\n\r  x";
    size_t compared             = 0;
    for (size_t round = 0; round < 100000; round++) {
        g_autoptr(GString) text  = g_string_new(NULL);
        g_autoptr(GString) whole = g_string_new(NULL);
        g_autoptr(GString) lines = g_string_new(NULL);
        int length               = g_test_rand_int_range(0, 24);
        for (int i = 0; i < length; i++)
            g_string_append_c(
                text, letters[g_test_rand_int_range(0, (int)sizeof letters - 1)]);
        size_t faults = parse_records(text, lines);
        if (!parse_whole(text, whole))
            continue;
        compared++;
        g_assert_cmpuint(faults, ==, 0);
        g_assert_cmpstr(lines->str, ==, whole->str);
    }
    g_assert_cmpuint(compared, >, 10000);
}

/* What is written reads back: write(read(x)) = x. */
static void test_round_trip(void)
{
    static const char *const cells[] = {
        "", "a", "a,b", "say \"x\"", "two\nlines", " pad", "pad ", "\t", "\r\n", "é;ë"};
    for (size_t round = 0; round < 2000; round++) {
        char *bytes  = NULL;
        size_t size  = 0;
        FILE *stream = open_memstream(&bytes, &size);
        const char *written[3];
        for (size_t i = 0; i < 3; i++) {
            written[i] = cells[g_test_rand_int_range(0, G_N_ELEMENTS(cells))];
            csv_write_cell(stream, written[i], strlen(written[i]), i == 0);
        }
        fputs("\n", stream);
        fclose(stream);
        g_autoptr(CsvReader) reader =
            csv_reader_new(bytes, size, ',', &csv_limits_default);
        CsvRecord record;
        g_assert_true(csv_reader_next(reader, &record));
        g_assert_cmpuint(record.n_cells, ==, 3);
        for (size_t i = 0; i < 3; i++)
            g_assert_cmpstr(record.cells[i].text, ==, written[i]);
        free(bytes);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++) {
        g_autofree char *path = g_strdup_printf("/csv/%s", sheets[i].name);
        g_test_add_data_func(path, &sheets[i], test_sheet);
    }
    g_test_add_func("/csv/literal quote", test_literal_quote);
    g_test_add_func("/csv/limits", test_limits);
    g_test_add_func("/csv/large", test_large);
    g_test_add_func("/csv/hostile", test_hostile);
    g_test_add_func("/csv/differential", test_differential);
    g_test_add_func("/csv/round trip", test_round_trip);
    return g_test_run();
}
