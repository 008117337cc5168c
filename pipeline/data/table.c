/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed columns that grow together, and their canonical CSV. Each type is one row of
 * `kinds`. */
#include "data/table.h"

#include "data/csv.h"
#include "data/number.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>

G_DEFINE_QUARK(table - error - quark, table_error)

/* Rows on their way to a file. */
typedef struct Line {
    char *text;
    size_t length;
    size_t room;
    size_t row_room; /* of a row but for its text */
    Date date;       /* the last one written, and how: dates come in runs */
    char date_text[DATE_SIZE];
} Line;

/* Makes room for `size` more bytes and says where. */
static char *line_room(Line *line, size_t size)
{
    if (line->room - line->length < size) {
        line->room = 2 * (line->length + size);
        line->text = g_realloc(line->text, line->room);
    }
    return line->text + line->length;
}

/* What a cell of any type but text takes at most, with its comma. A row starts with so
 * much room for each of its cells, and text makes room for itself. */
enum { CELL_ROOM = NUMBER_SIZE + 1 };

static void line_add(Line *line, const char *text, size_t length)
{
    memcpy(line->text + line->length, text, length);
    line->length += length;
}

static void line_add_cell(Line *line, const char *text)
{
    size_t length = strlen(text);
    char *out     = line_room(line, 2 * length + 2 + line->row_room);
    line->length += csv_format_cell(out, text, length);
}

enum { NO_BYTE = -1 };

typedef struct Kind {
    size_t size; /* of one cell */
    Value missing;
    int missing_byte; /* a missing cell is this byte repeated; NO_BYTE */
    bool (*is_missing)(Value value);
    const char *(*format)(const Variable *variable, Value value, char *buffer);
    bool (*parse)(const Variable *variable, const char *text, size_t length,
                  Value *value);
    Value (*get)(Column column, size_t row);
    void (*set)(Column column, size_t row, Value value);
    void (*append)(Line *line, const Variable *variable, Column column, size_t row);
} Kind;

static bool truth_is_missing(Value value)
{
    return value.truth < 0;
}

static const char *truth_format(const Variable *variable, Value value, char *buffer)
{
    (void)variable, (void)buffer;
    return value.truth ? "1" : "0";
}

static bool truth_parse(const Variable *variable, const char *text, size_t length,
                        Value *value)
{
    (void)variable;
    value->truth = (int8_t)(text[0] - '0');
    return length == 1 && (text[0] == '0' || text[0] == '1');
}

static Value truth_get(Column column, size_t row)
{
    return (Value){.truth = column.truth[row]};
}

static void truth_set(Column column, size_t row, Value value)
{
    column.truth[row] = value.truth;
}

static void truth_append(Line *line, const Variable *variable, Column column,
                         size_t row)
{
    (void)variable;
    if (column.truth[row] >= 0)
        line->text[line->length++] = (char)('0' + column.truth[row]);
}

static bool count_is_missing(Value value)
{
    return value.count < 0;
}

static const char *count_format(const Variable *variable, Value value, char *buffer)
{
    (void)variable;
    g_snprintf(buffer, NUMBER_SIZE, "%" G_GINT64_FORMAT, (gint64)value.count);
    return buffer;
}

static bool count_parse(const Variable *variable, const char *text, size_t length,
                        Value *value)
{
    (void)variable;
    return number_parse_count(text, length, &value->count);
}

static bool year_parse(const Variable *variable, const char *text, size_t length,
                       Value *value)
{
    (void)variable;
    return number_parse_count(text, length, &value->count) && value->count >= 1900 &&
           value->count <= 2199;
}

static Value count_get(Column column, size_t row)
{
    return (Value){.count = column.count[row]};
}

static void count_set(Column column, size_t row, Value value)
{
    column.count[row] = value.count;
}

static void count_append(Line *line, const Variable *variable, Column column,
                         size_t row)
{
    char digits[24];
    size_t start  = sizeof digits;
    int64_t count = column.count[row];
    (void)variable;
    if (count < 0)
        return;
    do
        digits[--start] = (char)('0' + count % 10);
    while ((count /= 10) > 0);
    line_add(line, digits + start, sizeof digits - start);
}

static bool number_is_missing(Value value)
{
    return isnan(value.number);
}

static const char *number_write(const Variable *variable, Value value, char *buffer)
{
    (void)variable;
    number_format(value.number, buffer);
    return buffer;
}

static bool number_read(const Variable *variable, const char *text, size_t length,
                        Value *value)
{
    (void)variable;
    return number_parse(text, length, &value->number);
}

static Value number_get(Column column, size_t row)
{
    return (Value){.number = column.number[row]};
}

static void number_set(Column column, size_t row, Value value)
{
    column.number[row] = value.number;
}

static void number_append(Line *line, const Variable *variable, Column column,
                          size_t row)
{
    char text[NUMBER_SIZE];
    (void)variable;
    line_add(line, text, number_format(column.number[row], text));
}

static bool date_is_missing(Value value)
{
    return value.date == DATE_MISSING;
}

static const char *date_write(const Variable *variable, Value value, char *buffer)
{
    (void)variable;
    date_format(value.date, buffer);
    return buffer;
}

static bool date_read(const Variable *variable, const char *text, size_t length,
                      Value *value)
{
    (void)variable;
    return date_parse(text, length, &value->date);
}

static Value date_get(Column column, size_t row)
{
    return (Value){.date = column.date[row]};
}

static void date_set(Column column, size_t row, Value value)
{
    column.date[row] = value.date;
}

static void date_append(Line *line, const Variable *variable, Column column, size_t row)
{
    (void)variable;
    if (column.date[row] != line->date) {
        line->date = column.date[row];
        date_format(line->date, line->date_text);
    }
    line_add(line, line->date_text, strlen(line->date_text));
}

static bool code_is_missing(Value value)
{
    return value.code == CODE_NONE;
}

static const char *code_format(const Variable *variable, Value value, char *buffer)
{
    (void)buffer;
    return variable->codes->codes[value.code];
}

static bool code_parse(const Variable *variable, const char *text, size_t length,
                       Value *value)
{
    value->code = (int16_t)code_find(variable->codes, text, length);
    return value->code != CODE_NONE;
}

static Value code_get(Column column, size_t row)
{
    return (Value){.code = column.code[row]};
}

static void code_set(Column column, size_t row, Value value)
{
    column.code[row] = value.code;
}

static void code_append(Line *line, const Variable *variable, Column column, size_t row)
{
    int code = column.code[row];
    if (code != CODE_NONE)
        line_add_cell(line, variable->codes->codes[code]);
}

static bool text_is_missing(Value value)
{
    return value.text == NULL;
}

static const char *text_format(const Variable *variable, Value value, char *buffer)
{
    (void)variable, (void)buffer;
    return value.text;
}

static bool text_parse(const Variable *variable, const char *text, size_t length,
                       Value *value)
{
    (void)variable, (void)length;
    value->text = text;
    return true;
}

static Value text_get(Column column, size_t row)
{
    return (Value){.text = column.text[row]};
}

static void text_set(Column column, size_t row, Value value)
{
    column.text[row] = value.text;
}

static void text_append(Line *line, const Variable *variable, Column column, size_t row)
{
    const char *text = column.text[row];
    (void)variable;
    if (text != NULL)
        line_add_cell(line, text);
}

#define TEXT_KIND                                                                      \
    {                                                                                  \
        sizeof(char *), {.text = NULL}, 0, text_is_missing, text_format, text_parse,   \
            text_get, text_set, text_append                                            \
    }

static const Kind kinds[] = {
    [VALUE_BOOL]           = {sizeof(int8_t),
                              {.truth = -1},
                              0xFF,
                              truth_is_missing,
                              truth_format,
                              truth_parse,
                              truth_get,
                              truth_set,
                              truth_append},
    [VALUE_COUNT]          = {sizeof(int64_t),
                              {.count = -1},
                              0xFF,
                              count_is_missing,
                              count_format,
                              count_parse,
                              count_get,
                              count_set,
                              count_append},
    [VALUE_YEAR]           = {sizeof(int64_t),
                              {.count = -1},
                              0xFF,
                              count_is_missing,
                              count_format,
                              year_parse,
                              count_get,
                              count_set,
                              count_append},
    [VALUE_NUMBER]         = {sizeof(double),
                              {.number = (double)NAN},
                              NO_BYTE,
                              number_is_missing,
                              number_write,
                              number_read,
                              number_get,
                              number_set,
                              number_append},
    [VALUE_DATE]           = {sizeof(Date),
                              {.date = DATE_MISSING},
                              0,
                              date_is_missing,
                              date_write,
                              date_read,
                              date_get,
                              date_set,
                              date_append},
    [VALUE_CODE]           = {sizeof(int16_t),
                              {.code = CODE_NONE},
                              0xFF,
                              code_is_missing,
                              code_format,
                              code_parse,
                              code_get,
                              code_set,
                              code_append},
    [VALUE_ID]             = TEXT_KIND,
    [VALUE_MUNICIPALITY]   = TEXT_KIND,
    [VALUE_MUNICIPALITIES] = TEXT_KIND,
    [VALUE_TEXT]           = TEXT_KIND,
};

static const Kind *kind_of(const Table *table, size_t variable)
{
    return &kinds[table->spec->variables[variable].type];
}

Table *table_new(const TableSpec *spec)
{
    Table *table   = g_new0(Table, 1);
    table->spec    = spec;
    table->columns = g_new0(Column, spec->n_variables);
    table->strings = arena_new();
    return table;
}

void table_free(Table *table)
{
    if (table == NULL)
        return;
    for (size_t i = 0; i < table->spec->n_variables; i++)
        g_free(table->columns[i].any);
    g_free(table->columns);
    arena_free(table->strings);
    g_free(table);
}

/* Rows are made missing some thousands at a time. */
enum { ROWS_CLEARED = 4096 };

static void clear_cells(Table *table, size_t variable, size_t from, size_t to)
{
    const Kind *kind = kind_of(table, variable);
    char *cells      = table->columns[variable].any;
    if (kind->missing_byte != NO_BYTE) {
        memset(cells + from * kind->size, kind->missing_byte, (to - from) * kind->size);
        return;
    }
    for (size_t row = from; row < to; row++)
        kind->set(table->columns[variable], row, kind->missing);
}

void table_add_column(Table *table, size_t variable)
{
    if (table_has(table, variable))
        return;
    size_t cells                 = MAX(table->capacity, (size_t)1);
    table->columns[variable].any = g_malloc0_n(cells, kind_of(table, variable)->size);
    clear_cells(table, variable, 0, table->n_cleared);
}

static void table_grow(Table *table)
{
    table->capacity = table->capacity < 64 ? 64 : table->capacity * 2;
    for (size_t i = 0; i < table->spec->n_variables; i++)
        if (table_has(table, i))
            table->columns[i].any = g_realloc_n(table->columns[i].any, table->capacity,
                                                kind_of(table, i)->size);
}

static void clear_rows(Table *table)
{
    size_t to = MIN(table->n_cleared + ROWS_CLEARED, table->capacity);
    for (size_t i = 0; i < table->spec->n_variables; i++)
        if (table_has(table, i))
            clear_cells(table, i, table->n_cleared, to);
    table->n_cleared = to;
}

size_t table_add_row(Table *table)
{
    if (table->n_rows == table->capacity)
        table_grow(table);
    if (table->n_rows == table->n_cleared)
        clear_rows(table);
    return table->n_rows++;
}

void table_drop_row(Table *table)
{
    g_assert(table->n_rows > 0);
    table->n_rows--;
    for (size_t i = 0; i < table->spec->n_variables; i++)
        if (table_has(table, i))
            clear_cells(table, i, table->n_rows, table->n_rows + 1);
}

void table_set(Table *table, size_t variable, size_t row, Value value)
{
    g_assert(table_has(table, variable) && row < table->n_rows);
    const Kind *kind = kind_of(table, variable);
    if (kind->parse == text_parse)
        value.text = arena_strdup(table->strings, value.text);
    kind->set(table->columns[variable], row, value);
}

Value table_get(const Table *table, size_t variable, size_t row)
{
    g_assert(row < table->n_rows);
    const Kind *kind = kind_of(table, variable);
    return table_has(table, variable) ? kind->get(table->columns[variable], row)
                                      : kind->missing;
}

void table_put(Table *table, size_t variable, size_t row, Value value)
{
    g_assert(table_has(table, variable) && row < table->n_rows);
    kind_of(table, variable)->set(table->columns[variable], row, value);
}

void table_copy_row(Table *table, size_t to, const Table *from, size_t row)
{
    g_assert(table->spec == from->spec);
    for (size_t v = 0; v < table->spec->n_variables; v++) {
        if (!table_has(table, v))
            continue;
        Value value = table_get(from, v, row);
        if (table == from)
            kind_of(table, v)->set(table->columns[v], to, value);
        else
            table_set(table, v, to, value);
    }
}

const char *value_format(const Variable *variable, Value value, char buffer[48])
{
    if (value_is_missing(variable, value))
        return "";
    return kinds[variable->type].format(variable, value, buffer);
}

bool value_parse(const Variable *variable, const char *text, size_t length,
                 Value *value)
{
    *value = kinds[variable->type].missing;
    return length == 0 || kinds[variable->type].parse(variable, text, length, value);
}

bool value_is_missing(const Variable *variable, Value value)
{
    return kinds[variable->type].is_missing(value);
}

/* Reading: the header says which columns there are, then every cell must fit. */
typedef struct Reading {
    const char *path;
    Table *table;
    size_t *variables; /* of each column of the file; NOT_WANTED */
    size_t n_columns;
    const size_t *wanted; /* NULL: all */
    size_t n_wanted;
    GMappedFile *file;
    size_t released; /* bytes of the file that memory need not hold any more */
} Reading;

enum { NOT_WANTED = G_MAXINT32, RELEASED_AT_ONCE = 4 * 1024 * 1024 };

static bool is_wanted(const Reading *reading, size_t variable)
{
    for (size_t i = 0; i < reading->n_wanted; i++)
        if (reading->wanted[i] == variable)
            return true;
    return reading->wanted == NULL;
}

/* Gives the pages back that were read: a large table need not lie in memory twice. The
 * step is a multiple of any page. */
static void release_read(Reading *reading, size_t offset)
{
    if (offset < reading->released + RELEASED_AT_ONCE)
        return;
    size_t until = offset / RELEASED_AT_ONCE * RELEASED_AT_ONCE;
    char *start  = g_mapped_file_get_contents(reading->file) + reading->released;
    madvise(start, until - reading->released, MADV_DONTNEED);
    reading->released = until;
}

static bool read_header(Reading *reading, const CsvRecord *record, GError **error)
{
    const TableSpec *spec = reading->table->spec;
    reading->n_columns    = record->n_cells;
    reading->variables    = g_new0(size_t, record->n_cells);
    for (size_t i = 0; i < record->n_cells; i++) {
        size_t v = 0;
        while (v < spec->n_variables &&
               strcmp(spec->variables[v].name, record->cells[i].text) != 0)
            v++;
        if (v == spec->n_variables) {
            g_set_error(error, TABLE_ERROR, 0, "%s: %s has no column \"%s\"",
                        reading->path, spec->name, record->cells[i].text);
            return false;
        }
        reading->variables[i] = is_wanted(reading, v) ? v : NOT_WANTED;
        if (is_wanted(reading, v))
            table_add_column(reading->table, v);
    }
    return true;
}

static bool read_row(Reading *reading, const CsvRecord *record, GError **error)
{
    Table *table = reading->table;
    if (record->n_cells != reading->n_columns) {
        g_set_error(error, TABLE_ERROR, 0, "%s: row %zu has %zu cells instead of %zu",
                    reading->path, record->row, record->n_cells, reading->n_columns);
        return false;
    }
    size_t row = table_add_row(table);
    for (size_t i = 0; i < record->n_cells; i++) {
        size_t v = reading->variables[i];
        if (v == NOT_WANTED || record->cells[i].length == 0)
            continue;
        const Variable *variable = &table->spec->variables[v];
        Value value;
        if (!value_parse(variable, record->cells[i].text, record->cells[i].length,
                         &value)) {
            g_set_error(error, TABLE_ERROR, 0, "%s: row %zu, %s: unexpected value",
                        reading->path, record->row, variable->name);
            return false;
        }
        table_set(table, v, row, value);
    }
    return true;
}

static bool read_records(Reading *reading, CsvReader *reader, GError **error)
{
    CsvRecord record;
    bool is_header = true;
    while (csv_reader_next(reader, &record)) {
        if (record.fault != CSV_FAULT_NONE) {
            g_set_error(error, TABLE_ERROR, 0, "%s: row %zu is not CSV", reading->path,
                        record.row);
            return false;
        }
        if (!(is_header ? read_header : read_row)(reading, &record, error))
            return false;
        if (is_header)
            csv_reader_expect(reader, record.n_cells);
        is_header = false;
        release_read(reading, record.offset);
    }
    if (is_header)
        g_set_error(error, TABLE_ERROR, 0, "%s: empty file", reading->path);
    return !is_header;
}

static Table *read_file(Reading *reading, const TableSpec *spec, GError **error)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(reading->path, FALSE, error);
    if (file == NULL)
        return NULL;
    g_autoptr(Table) table = table_new(spec);
    g_autoptr(CsvReader) reader =
        csv_reader_new(g_mapped_file_get_contents(file), g_mapped_file_get_length(file),
                       ',', &csv_limits_default);
    reading->table = table;
    reading->file  = file;
    bool is_read   = read_records(reading, reader, error);
    g_free(reading->variables);
    return is_read ? g_steal_pointer(&table) : NULL;
}

Table *table_read(const TableSpec *spec, const char *path, GError **error)
{
    Reading reading = {.path = path};
    return read_file(&reading, spec, error);
}

Table *table_read_columns(const TableSpec *spec, const char *path,
                          const size_t *variables, size_t n_variables, GError **error)
{
    Reading reading = {.path = path, .wanted = variables, .n_wanted = n_variables};
    return read_file(&reading, spec, error);
}

/* The present columns. */
typedef struct Writing {
    size_t *columns;
    size_t n_columns;
} Writing;

static Writing present_columns(const Table *table)
{
    Writing writing = {.columns = g_new(size_t, table->spec->n_variables)};
    for (size_t v = 0; v < table->spec->n_variables; v++)
        if (table_has(table, v))
            writing.columns[writing.n_columns++] = v;
    g_assert(writing.n_columns > 0);
    return writing;
}

static void write_header(const Table *table, FILE *stream)
{
    bool first = true;
    for (size_t v = 0; v < table->spec->n_variables; v++) {
        const char *name = table->spec->variables[v].name;
        if (!table_has(table, v))
            continue;
        csv_write_cell(stream, name, strlen(name), first);
        first = false;
    }
    fputc('\n', stream);
}

static void append_row(Line *line, const Table *table, const Writing *writing,
                       size_t row)
{
    line_room(line, line->row_room);
    for (size_t i = 0; i < writing->n_columns; i++) {
        size_t v = writing->columns[i];
        kind_of(table, v)->append(line, &table->spec->variables[v], table->columns[v],
                                  row);
        line->text[line->length++] = ',';
    }
    line->text[line->length - 1] = '\n';
}

static void flush_line(Line *line, size_t least, FILE *stream)
{
    if (line->length < least)
        return;
    fwrite(line->text, 1, line->length, stream);
    line->length = 0;
}

bool table_write(const Table *table, Outputs *outputs, const char *path, GError **error)
{
    enum { BLOCK = 64 * 1024 };
    FILE *stream = outputs_open(outputs, path, error);
    if (stream == NULL)
        return false;
    write_header(table, stream);
    Writing writing = present_columns(table);
    Line line       = {.row_room = writing.n_columns * CELL_ROOM,
                       .room     = BLOCK,
                       .text     = g_malloc(BLOCK)};
    for (size_t row = 0; row < table->n_rows; row++) {
        append_row(&line, table, &writing, row);
        flush_line(&line, BLOCK, stream);
    }
    flush_line(&line, 1, stream);
    g_free(line.text);
    g_free(writing.columns);
    return outputs_close(outputs, stream, table->n_rows, error);
}
