/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: every byte belongs to a record or a blank line, what was read reads back,
 * and where libcsv can read the whole, line by line gives the same. The first byte
 * chooses the delimiter and whether the width of the first record is expected of the
 * others. */
#include "data/csv.h"
#include "fuzz.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

static void must(bool is_true)
{
    if (!is_true)
        abort();
}

static void add(GString *all, const char *text, size_t length, char end)
{
    g_string_append_len(all, text, (gssize)length);
    g_string_append_c(all, end);
}

static void whole_cell(void *text, size_t length, void *all)
{
    add(all, text, length, '\x1F');
}

static void whole_end(int end, void *all)
{
    (void)end;
    g_string_append_c(all, '\x1E');
}

static bool read_whole(const char *text, size_t length, char delimiter, GString *all)
{
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser, (unsigned char)delimiter);
    bool is_read =
        csv_parse(&parser, text, length, whole_cell, whole_end, all) == length &&
        csv_fini(&parser, whole_cell, whole_end, all) == 0;
    csv_free(&parser);
    return is_read;
}

static void check_read_back(const CsvRecord *record)
{
    char *bytes  = NULL;
    size_t size  = 0;
    FILE *stream = open_memstream(&bytes, &size);
    for (size_t i = 0; i < record->n_cells; i++) {
        csv_write_cell(stream, record->cells[i].text, record->cells[i].length, i == 0);
        g_autofree char *out = g_malloc(2 * record->cells[i].length + 2);
        must(csv_format_cell(out, record->cells[i].text, record->cells[i].length) <=
             2 * record->cells[i].length + 2);
    }
    fputc('\n', stream);
    fclose(stream);
    g_autoptr(CsvReader) reader = csv_reader_new(bytes, size, ',', &csv_limits_default);
    CsvRecord again;
    /* A record of one empty cell is a blank line, and a line of a million cells is not.
     */
    if (csv_reader_next(reader, &again) && again.fault == CSV_FAULT_NONE) {
        must(again.n_cells == record->n_cells);
        for (size_t i = 0; i < again.n_cells; i++)
            must(again.cells[i].length == record->cells[i].length &&
                 memcmp(again.cells[i].text, record->cells[i].text,
                        again.cells[i].length) == 0);
    } else {
        must(record->n_cells == 1 || size > csv_limits_default.record_bytes);
    }
    free(bytes);
}

static void check_gap(const char *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        must(text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '\n');
}

static size_t read_records(CsvReader *reader, const char *text, size_t length,
                           bool expects, GString *all)
{
    CsvRecord record;
    size_t end = 0, faults = 0, row = 0, line = 0;
    while (csv_reader_next(reader, &record)) {
        must(record.row > row && record.line > line && record.offset >= end);
        check_gap(text, end, record.offset);
        row  = record.row;
        line = record.line;
        end  = record.offset + record.length;
        faults += record.fault != CSV_FAULT_NONE || record.literal_quote;
        if (expects && row == 1)
            csv_reader_expect(reader, record.n_cells);
        for (size_t i = 0; i < record.n_cells; i++) {
            must(record.cells[i].text[record.cells[i].length] == '\0');
            add(all, record.cells[i].text, record.cells[i].length, '\x1F');
        }
        g_string_append_c(all, '\x1E');
        if (record.fault == CSV_FAULT_NONE)
            check_read_back(&record);
    }
    check_gap(text, end, length);
    return faults;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char delimiters[] = {';', ',', '\t', '|'};
    if (size < 1)
        return 0;
    char delimiter           = delimiters[data[0] % 4];
    bool expects             = data[0] & 4;
    const char *text         = (const char *)data + 1;
    g_autoptr(GString) whole = g_string_new(NULL);
    g_autoptr(GString) lines = g_string_new(NULL);
    g_autoptr(CsvReader) reader =
        csv_reader_new(text, size - 1, delimiter, &csv_limits_default);
    size_t faults = read_records(reader, text, size - 1, expects, lines);
    /* A NUL, more lines than a record may have, and lines of tabs are other matters. */
    if (expects || delimiter == '\t' || memchr(text, '\0', size - 1) != NULL ||
        size > 100 || !read_whole(text, size - 1, delimiter, whole))
        return 0;
    must(faults == 0 && g_string_equal(whole, lines));
    return 0;
}
