/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libcsv is fed line by line, so that the place of every record is known and one bad
 * quote cannot swallow the rest of the file. */
#include "data/csv.h"

#include <csv.h>
#include <string.h>

const CsvLimits csv_limits_default = {
    .record_bytes = 1024 * 1024,
    .record_lines = 100,
    .cell_bytes   = 64 * 1024,
    .columns      = 16384,
};

struct CsvReader {
    const char *bytes;
    size_t length;
    size_t position;
    size_t line_feed; /* the first at or after position, as far as is known */
    size_t line;      /* lines before position */
    size_t row;       /* rows before position */
    size_t expected;
    char delimiter;
    CsvLimits limits;
    struct csv_parser parser;
    GByteArray *text; /* the cells of the record, each ended by NUL */
    GArray *starts;   /* where each cell starts in text */
    CsvCell *cells;
    size_t n_cells;
    size_t cells_room;
    bool too_large;
    bool ended; /* libcsv said that the record ended */
};

/* A line without its end, and where the next one starts. */
typedef struct Line {
    size_t start;
    size_t end;
    size_t next;
} Line;

CsvReader *csv_reader_new(const char *bytes, size_t length, char delimiter,
                          const CsvLimits *limits)
{
    CsvReader *reader = g_new0(CsvReader, 1);
    *reader           = (CsvReader){.bytes     = bytes,
                                    .length    = length,
                                    .delimiter = delimiter,
                                    .limits    = *limits,
                                    .text      = g_byte_array_new(),
                                    .starts    = g_array_new(FALSE, FALSE, sizeof(size_t))};
    if (csv_init(&reader->parser, CSV_STRICT) != 0)
        g_error("csv_init failed");
    csv_set_delim(&reader->parser, (unsigned char)delimiter);
    return reader;
}

void csv_reader_free(CsvReader *reader)
{
    if (reader == NULL)
        return;
    csv_free(&reader->parser);
    g_byte_array_unref(reader->text);
    g_array_unref(reader->starts);
    g_free(reader->cells);
    g_free(reader);
}

void csv_reader_expect(CsvReader *reader, size_t n_cells)
{
    reader->expected = n_cells;
}

/* Where the line feed after `start` is. It is remembered: in a file without any, or
 * with carriage returns only, looking again for each line would take forever. */
static size_t find_line_feed(CsvReader *reader, size_t start)
{
    if (reader->line_feed >= start && reader->line_feed > 0)
        return reader->line_feed;
    const char *found = memchr(reader->bytes + start, '\n', reader->length - start);
    reader->line_feed =
        found != NULL ? (size_t)(found - reader->bytes) : reader->length;
    return reader->line_feed;
}

static Line line_at(CsvReader *reader, size_t start)
{
    size_t line_feed = find_line_feed(reader, start);
    const char *cr   = memchr(reader->bytes + start, '\r', line_feed - start);
    if (cr == NULL && line_feed == reader->length)
        return (Line){start, line_feed, line_feed};
    if (cr == NULL)
        return (Line){start, line_feed, line_feed + 1};
    size_t stop = (size_t)(cr - reader->bytes);
    return (Line){start, stop,
                  stop + 1 == line_feed && line_feed < reader->length ? stop + 2
                                                                      : stop + 1};
}

static void take_cell(void *text, size_t length, void *data)
{
    CsvReader *reader = data;
    if (length > reader->limits.cell_bytes ||
        reader->starts->len >= reader->limits.columns) {
        reader->too_large = true;
        return;
    }
    size_t start = reader->text->len;
    g_array_append_val(reader->starts, start);
    g_byte_array_append(reader->text, text, (guint)length);
    g_byte_array_append(reader->text, (const guint8 *)"", 1);
}

static void take_end(int terminator, void *data)
{
    (void)terminator;
    ((CsvReader *)data)->ended = true;
}

/* Takes the parser out of the middle of a record. */
static void abandon_record(CsvReader *reader)
{
    csv_set_opts(&reader->parser, 0);
    csv_fini(&reader->parser, NULL, NULL, NULL);
}

/* Parses bytes start..end, a line or more without the last line end, as one record
 * under `options`. The line end is fed too: where it does not end the record, a quote
 * is open.
 */
static CsvFault parse_span(CsvReader *reader, size_t start, size_t end,
                           unsigned char options)
{
    g_byte_array_set_size(reader->text, 0);
    g_array_set_size(reader->starts, 0);
    reader->too_large = false;
    reader->ended     = false;
    csv_set_opts(&reader->parser, options);
    size_t size = end - start + (end < reader->length ? 1 : 0);
    size_t read = csv_parse(&reader->parser, reader->bytes + start, size, take_cell,
                            take_end, reader);
    if (read == size && end == reader->length)
        csv_parse(&reader->parser, "\n", 1, take_cell, take_end, reader);
    if (read == size && reader->ended)
        return reader->too_large ? CSV_FAULT_TOO_LARGE : CSV_FAULT_NONE;
    abandon_record(reader);
    return read == size ? CSV_FAULT_UNCLOSED_QUOTE : CSV_FAULT_STRAY_QUOTE;
}

static CsvFault parse_strict(CsvReader *reader, size_t start, size_t end)
{
    return parse_span(reader, start, end, CSV_STRICT);
}

static size_t cell_count(const CsvReader *reader)
{
    return reader->starts->len;
}

/* Whether the parsed record has the header's cells; empty ones beyond it are no matter.
 */
static bool has_expected_cells(const CsvReader *reader)
{
    size_t n = cell_count(reader), expected = reader->expected;
    if (expected == 0 || n == expected)
        return true;
    if (n < expected)
        return false;
    size_t beyond = g_array_index(reader->starts, size_t, expected);
    return reader->text->len - beyond == n - expected;
}

static bool has_nul(const CsvReader *reader, Line line)
{
    return memchr(reader->bytes + line.start, '\0', line.end - line.start) != NULL;
}

/* A line that could well be a record of its own. */
static bool is_record(CsvReader *reader, Line line)
{
    return reader->expected > 1 &&
           parse_strict(reader, line.start, line.end) == CSV_FAULT_NONE &&
           cell_count(reader) == reader->expected;
}

/* Joins the lines after `first` until the quote closes. On success `*last` is the last
 * line and `*lines` how many there are; the parsed record stands in the reader. */
static bool join_lines(CsvReader *reader, Line first, Line *last, size_t *lines)
{
    *last  = first;
    *lines = 1;
    while (last->next < reader->length && *lines < reader->limits.record_lines) {
        Line line = line_at(reader, last->next);
        if (line.end - first.start > reader->limits.record_bytes ||
            has_nul(reader, line) || is_record(reader, line))
            return false;
        *last = line;
        (*lines)++;
        if (memchr(reader->bytes + line.start, '"', line.end - line.start) == NULL)
            continue;
        CsvFault fault = parse_strict(reader, first.start, line.end);
        if (fault == CSV_FAULT_NONE)
            return has_expected_cells(reader);
        if (fault != CSV_FAULT_UNCLOSED_QUOTE)
            return false;
    }
    return false;
}

static void make_room(CsvReader *reader, size_t cells)
{
    if (cells <= reader->cells_room)
        return;
    reader->cells_room = cells;
    reader->cells      = g_renew(CsvCell, reader->cells, cells);
}

static void publish_cells(CsvReader *reader)
{
    reader->n_cells = reader->starts->len;
    make_room(reader, reader->n_cells);
    for (guint i = 0; i < reader->starts->len; i++) {
        size_t start = g_array_index(reader->starts, size_t, i);
        size_t end   = i + 1 < reader->starts->len
                           ? g_array_index(reader->starts, size_t, i + 1)
                           : reader->text->len;
        reader->cells[i] =
            (CsvCell){(const char *)reader->text->data + start, end - start - 1};
    }
}

/* A line whose quotes close but that strict mode refuses, such as: een 12" scherm. */
static CsvFault retry_leniently(CsvReader *reader, Line line, CsvRecord *record)
{
    CsvFault fault = parse_span(reader, line.start, line.end, 0);
    if (fault != CSV_FAULT_NONE || !has_expected_cells(reader))
        return CSV_FAULT_STRAY_QUOTE;
    record->literal_quote = true;
    return CSV_FAULT_NONE;
}

/* What libcsv takes for a space around a cell. */
static bool is_space(char c, char delimiter)
{
    return (c == ' ' || c == '\t') && c != delimiter;
}

/* Takes the spaces around the cell off; ends it by NUL. */
static void trim_cell(CsvCell *cell, char *text, char delimiter)
{
    char *start = text + (cell->text - text), *end = start + cell->length;
    while (start < end && is_space(*start, delimiter))
        start++;
    while (end > start && is_space(end[-1], delimiter))
        end--;
    *end  = '\0';
    *cell = (CsvCell){start, (size_t)(end - start)};
}

#define EACH_BYTE G_GUINT64_CONSTANT(0x0101010101010101)

/* A 1 in the high bit of each byte of `word` that is the byte repeated in `pattern`. */
static guint64 find_bytes(guint64 word, guint64 pattern)
{
    const guint64 high = EACH_BYTE << 7;
    guint64 difference = word ^ pattern;
    /* Exact: a byte is 0 when neither its low seven bits nor its high bit is set. */
    return ~(((difference & ~high) + ~high) | difference) & high;
}

/* Whether a byte of `word` is a space or less: nearly all lines have none. */
static bool has_blank(guint64 word)
{
    return ((word - EACH_BYTE * (' ' + 1)) & ~word & EACH_BYTE << 7) != 0;
}

/* Copies the line with a delimiter after it, so that its last cell ends as all others,
 * and a word of anything else, so that words can be read to the end. Returns where the
 * copy starts. */
static char *copy_line(CsvReader *reader, Line line)
{
    const size_t length = line.end - line.start;
    const size_t room   = length + 1 + sizeof(guint64);
    if (reader->text->len < room)
        g_byte_array_set_size(reader->text, (guint)room);
    char *text = (char *)reader->text->data;
    memcpy(text, reader->bytes + line.start, length);
    text[length] = reader->delimiter;
    memset(text + length + 1, reader->delimiter ^ 0x40, sizeof(guint64));
    return text;
}

static bool has_long_cell(const CsvReader *reader)
{
    for (size_t i = 0; i < reader->n_cells; i++)
        if (reader->cells[i].length > reader->limits.cell_bytes)
            return true;
    return false;
}

static void trim_cells(CsvReader *reader)
{
    char *text = (char *)reader->text->data;
    for (size_t i = 0; i < reader->n_cells; i++)
        trim_cell(&reader->cells[i], text, reader->delimiter);
}

/* A line without a quote needs no parser: its cells lie between the delimiters, which
 * are found eight bytes at a time. Most lines of a large survey are such. */
static CsvFault split_plain(CsvReader *reader, Line line)
{
    const size_t length   = line.end - line.start;
    const size_t room     = MIN(length, reader->limits.columns) + 1;
    const guint64 pattern = (guchar)reader->delimiter * EACH_BYTE;
    char *start           = copy_line(reader, line);
    char *const end       = start + length;
    bool is_blank         = false;
    size_t n              = 0;
    make_room(reader, room);
    CsvCell *cells = reader->cells;
    for (char *from = start; from <= end && n < room; from += sizeof(guint64)) {
        guint64 word;
        memcpy(&word, from, sizeof word);
        is_blank |= has_blank(word);
        guint64 found = find_bytes(GUINT64_FROM_LE(word), pattern);
        for (; found != 0 && n < room; found &= found - 1) {
            char *stop = from + (size_t)__builtin_ctzll(found) / 8;
            cells[n++] = (CsvCell){start, (size_t)(stop - start)};
            *stop      = '\0';
            start      = stop + 1;
        }
    }
    reader->n_cells = n;
    if (is_blank && has_nul(reader, line))
        return CSV_FAULT_NUL;
    if (is_blank)
        trim_cells(reader);
    bool is_long = length > reader->limits.cell_bytes && has_long_cell(reader);
    return n > reader->limits.columns || is_long ? CSV_FAULT_TOO_LARGE : CSV_FAULT_NONE;
}

/* A record of one line or, where a quote is open at its end, more. */
static CsvFault parse_quoted(CsvReader *reader, Line first, Line *last,
                             CsvRecord *record)
{
    size_t lines     = 1;
    size_t line_feed = reader->line_feed;
    CsvFault fault   = parse_strict(reader, first.start, first.end);
    if (fault == CSV_FAULT_STRAY_QUOTE)
        fault = retry_leniently(reader, first, record);
    if (fault == CSV_FAULT_UNCLOSED_QUOTE) {
        if (join_lines(reader, first, last, &lines)) {
            reader->line += lines - 1;
            fault = CSV_FAULT_NONE;
        } else {
            *last             = first;
            reader->line_feed = line_feed;
        }
    }
    if (fault == CSV_FAULT_NONE)
        publish_cells(reader);
    return fault;
}

static CsvFault read_record(CsvReader *reader, Line first, CsvRecord *record)
{
    Line last         = first;
    size_t length     = first.end - first.start;
    const char *start = reader->bytes + first.start;
    CsvFault fault;
    if (length > reader->limits.record_bytes)
        fault = CSV_FAULT_TOO_LARGE;
    else if (memchr(start, '"', length) == NULL)
        fault = split_plain(reader, first);
    else if (has_nul(reader, first))
        fault = CSV_FAULT_NUL;
    else
        fault = parse_quoted(reader, first, &last, record);
    reader->position = last.next;
    reader->line++;
    reader->row++;
    record->length = last.next - first.start;
    if (fault == CSV_FAULT_NONE) {
        record->cells   = reader->cells;
        record->n_cells = reader->n_cells;
    }
    return fault;
}

static bool is_blank(const CsvReader *reader, Line line)
{
    for (size_t i = line.start; i < line.end; i++)
        if (!is_space(reader->bytes[i], reader->delimiter))
            return false;
    return true;
}

void csv_reader_skip_line(CsvReader *reader)
{
    g_assert(reader->position == 0);
    reader->position = line_at(reader, 0).next;
    reader->line     = 1;
}

bool csv_reader_next(CsvReader *reader, CsvRecord *record)
{
    while (reader->position < reader->length) {
        Line line = line_at(reader, reader->position);
        *record   = (CsvRecord){
              .row = reader->row + 1, .line = reader->line + 1, .offset = line.start};
        if (is_blank(reader, line)) {
            reader->position = line.next;
            reader->line++;
            reader->row++;
            continue;
        }
        record->fault = read_record(reader, line, record);
        return true;
    }
    return false;
}

/* Whether the cell reads back without quotes around it. */
static bool is_plain(const char *text, size_t length)
{
    if (length == 0)
        return true;
    if (is_space(text[0], '\0') || is_space(text[length - 1], '\0'))
        return false;
    bool is_special = false;
    for (size_t i = 0; i < length; i++)
        is_special |=
            text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r';
    return !is_special;
}

size_t csv_format_cell(char *out, const char *text, size_t length)
{
    if (!is_plain(text, length))
        return csv_write(out, 2 * length + 2, text, length);
    memcpy(out, text, length);
    return length;
}

void csv_write_cell(FILE *stream, const char *text, size_t length, bool first)
{
    if (!first)
        fputc(',', stream);
    if (is_plain(text, length))
        fwrite(text, 1, length, stream);
    else
        csv_fwrite(stream, text, length);
}

const char *csv_version(void)
{
    return G_STRINGIFY(CSV_MAJOR) "." G_STRINGIFY(CSV_MINOR) "." G_STRINGIFY(
        CSV_RELEASE);
}
