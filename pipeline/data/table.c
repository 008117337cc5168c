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
    size_t room;
    size_t row_room; /* of a row but for its text */
} Line;

/* Room for `size` more bytes from `out` on, which may move. */
static char *line_room(Line *line, char *out, size_t size)
{
    size_t length = (size_t)(out - line->text);
    if (line->room - length < size) {
        line->room = 2 * (length + size);
        line->text = g_realloc(line->text, line->room);
    }
    return line->text + length;
}

/* What a cell of any type but text takes at most, with its comma. A row starts with so
 * much room for each of its cells, and text makes room for itself. */
enum { CELL_ROOM = NUMBER_SIZE + 1 };

static char *append_cell(Line *line, char *out, const char *text)
{
    size_t length = strlen(text);
    out           = line_room(line, out, 2 * length + 2 + line->row_room);
    return out + csv_format_cell(out, text, length);
}

enum { NO_BYTE = -1 };

typedef struct Kind Kind;

/* A column on its way to a file. */
typedef struct Written {
    const Kind *kind;
    const Variable *variable;
    Column column;
} Written;

struct Kind {
    size_t size; /* of one cell */
    Value missing;
    int missing_byte; /* a missing cell is this byte repeated; NO_BYTE */
    bool (*is_missing)(Value value);
    const char *(*format)(const Variable *variable, Value value, char *buffer);
    /* Into a cell of a column or the member of a Value. */
    bool (*parse)(const Variable *variable, const char *text, size_t length,
                  void *cell);
    /* Returns where the text ends. */
    char *(*append)(Line *line, char *out, const Written *written, size_t row);
};

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
                        void *cell)
{
    int8_t *truth = cell;
    (void)variable;
    *truth = (int8_t)(text[0] - '0');
    return length == 1 && (text[0] == '0' || text[0] == '1');
}

/* Which cells are missing cannot be foreseen: there is no branch on it. */
static char *truth_append(Line *line, char *out, const Written *written, size_t row)
{
    int8_t truth = written->column.truth[row];
    (void)line;
    *out = (char)('0' + truth);
    return out + (truth >= 0);
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
                        void *cell)
{
    (void)variable;
    return number_parse_count(text, length, cell);
}

static bool year_parse(const Variable *variable, const char *text, size_t length,
                       void *cell)
{
    const int64_t *year = cell;
    (void)variable;
    return number_parse_count(text, length, cell) && *year >= 1900 && *year <= 2199;
}

static char *count_append(Line *line, char *out, const Written *written, size_t row)
{
    char digits[24];
    size_t start  = sizeof digits;
    int64_t count = written->column.count[row];
    (void)line;
    if (count < 0)
        return out;
    do
        digits[--start] = (char)('0' + count % 10);
    while ((count /= 10) > 0);
    memcpy(out, digits + start, sizeof digits - start);
    return out + sizeof digits - start;
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
                        void *cell)
{
    (void)variable;
    return number_parse(text, length, cell);
}

static char *number_append(Line *line, char *out, const Written *written, size_t row)
{
    (void)line;
    return out + number_format(written->column.number[row], out);
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
                      void *cell)
{
    (void)variable;
    return date_parse(text, length, cell);
}

static char *date_append(Line *line, char *out, const Written *written, size_t row)
{
    (void)line;
    date_format(written->column.date[row], out);
    return written->column.date[row] == DATE_MISSING ? out : out + DATE_SIZE - 1;
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
                       void *cell)
{
    int16_t *code = cell;
    *code         = (int16_t)code_find(variable->codes, text, length);
    return *code != CODE_NONE;
}

static char *code_append(Line *line, char *out, const Written *written, size_t row)
{
    int code = written->column.code[row];
    if (code == CODE_NONE)
        return out;
    return append_cell(line, out, written->variable->codes->codes[code]);
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
                       void *cell)
{
    const char **place = cell;
    (void)variable, (void)length;
    *place = text;
    return true;
}

static char *text_append(Line *line, char *out, const Written *written, size_t row)
{
    const char *text = written->column.text[row];
    return text == NULL ? out : append_cell(line, out, text);
}

#define TEXT_KIND                                                                      \
    {                                                                                  \
        sizeof(char *), {.text = NULL}, 0, text_is_missing, text_format, text_parse,   \
            text_append                                                                \
    }

static const Kind kinds[] = {
    [VALUE_BOOL]           = {sizeof(int8_t),
                              {.truth = -1},
                              0xFF,
                              truth_is_missing,
                              truth_format,
                              truth_parse,
                              truth_append},
    [VALUE_COUNT]          = {sizeof(int64_t),
                              {.count = -1},
                              0xFF,
                              count_is_missing,
                              count_format,
                              count_parse,
                              count_append},
    [VALUE_YEAR]           = {sizeof(int64_t),
                              {.count = -1},
                              0xFF,
                              count_is_missing,
                              count_format,
                              year_parse,
                              count_append},
    [VALUE_NUMBER]         = {sizeof(double),
                              {.number = (double)NAN},
                              NO_BYTE,
                              number_is_missing,
                              number_write,
                              number_read,
                              number_append},
    [VALUE_DATE]           = {sizeof(Date),
                              {.date = DATE_MISSING},
                              0,
                              date_is_missing,
                              date_write,
                              date_read,
                              date_append},
    [VALUE_CODE]           = {sizeof(int16_t),
                              {.code = CODE_NONE},
                              0xFF,
                              code_is_missing,
                              code_format,
                              code_parse,
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

static bool is_text(const Table *table, size_t variable)
{
    return kind_of(table, variable)->parse == text_parse;
}

static void *cell_at(const Table *table, size_t variable, size_t row)
{
    char *cells = table->columns[variable].any;
    return cells + row * kind_of(table, variable)->size;
}

/* A copy of so few bytes costs less than a call, when the compiler knows how many. */
static inline void copy_value(void *to, const void *from, size_t size)
{
    if (size == sizeof(int8_t))
        memcpy(to, from, sizeof(int8_t));
    else if (size == sizeof(int16_t))
        memcpy(to, from, sizeof(int16_t));
    else if (size == sizeof(int32_t))
        memcpy(to, from, sizeof(int32_t));
    else
        memcpy(to, from, sizeof(int64_t));
}

/* The members of a Value all start where it starts. */
static void set_cell(Table *table, size_t variable, size_t row, Value value)
{
    copy_value(cell_at(table, variable, row), &value, kind_of(table, variable)->size);
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
    if (kind->missing_byte != NO_BYTE) {
        memset(cell_at(table, variable, from), kind->missing_byte,
               (to - from) * kind->size);
        return;
    }
    for (size_t row = from; row < to; row++)
        set_cell(table, variable, row, kind->missing);
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
    if (is_text(table, variable))
        value.text = arena_strdup(table->strings, value.text);
    set_cell(table, variable, row, value);
}

Value table_get(const Table *table, size_t variable, size_t row)
{
    g_assert(row < table->n_rows);
    const Kind *kind = kind_of(table, variable);
    Value value      = kind->missing;
    if (table_has(table, variable))
        copy_value(&value, cell_at(table, variable, row), kind->size);
    return value;
}

void table_put(Table *table, size_t variable, size_t row, Value value)
{
    g_assert(table_has(table, variable) && row < table->n_rows);
    set_cell(table, variable, row, value);
}

void table_copy_row(Table *table, size_t to, const Table *from, size_t row)
{
    g_assert(table->spec == from->spec);
    for (size_t v = 0; v < table->spec->n_variables; v++) {
        if (!table_has(table, v))
            continue;
        Value value = table_get(from, v, row);
        (table == from ? table_put : table_set)(table, v, to, value);
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

/* A column of the file. */
typedef struct ReadColumn {
    const Variable *variable;
    const Kind *kind; /* NULL: not wanted */
    size_t number;    /* of the variable */
} ReadColumn;

/* Reading: the header says which columns there are, then every cell must fit. */
typedef struct Reading {
    const char *path;
    Table *table;
    ReadColumn *columns;
    size_t n_columns;
    const size_t *wanted; /* NULL: all */
    size_t n_wanted;
    GMappedFile *file;
    size_t released; /* bytes of the file that memory need not hold any more */
} Reading;

enum { RELEASED_AT_ONCE = 4 * 1024 * 1024 };

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
    reading->columns      = g_new0(ReadColumn, record->n_cells);
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
        reading->columns[i] =
            (ReadColumn){.variable = &spec->variables[v], .number = v};
        if (!is_wanted(reading, v))
            continue;
        reading->columns[i].kind = kind_of(reading->table, v);
        table_add_column(reading->table, v);
    }
    return true;
}

/* A cell that is not empty, straight into its column. Most are yes or no: called by its
 * name that kind costs no call. */
static inline bool read_cell(Table *table, const ReadColumn *column, size_t row,
                             const CsvCell *cell)
{
    const Kind *kind   = column->kind;
    char *cells        = table->columns[column->number].any;
    void *place        = cells + row * kind->size;
    const char **texts = table->columns[column->number].text;
    if (kind->parse == truth_parse)
        return truth_parse(column->variable, cell->text, cell->length, place);
    if (kind->parse != text_parse)
        return kind->parse(column->variable, cell->text, cell->length, place);
    texts[row] = arena_strndup(table->strings, cell->text, cell->length);
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
        const ReadColumn *column = &reading->columns[i];
        if (column->kind == NULL || record->cells[i].length == 0 ||
            read_cell(table, column, row, &record->cells[i]))
            continue;
        g_set_error(error, TABLE_ERROR, 0, "%s: row %zu, %s: unexpected value",
                    reading->path, record->row, column->variable->name);
        return false;
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
    g_free(reading->columns);
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

/* The present columns, as Written. */
static GArray *present_columns(const Table *table)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(Written));
    for (size_t v = 0; v < table->spec->n_variables; v++) {
        Written written = {kind_of(table, v), &table->spec->variables[v],
                           table->columns[v]};
        if (table_has(table, v))
            g_array_append_val(columns, written);
    }
    g_assert(columns->len > 0);
    return columns;
}

static void write_header(const GArray *columns, FILE *stream)
{
    for (guint i = 0; i < columns->len; i++) {
        const char *name = g_array_index(columns, Written, i).variable->name;
        csv_write_cell(stream, name, strlen(name), i == 0);
    }
    fputc('\n', stream);
}

/* Most columns of a survey are yes or no: called by its name that one costs no call. */
static inline char *append_value(Line *line, char *out, const Written *written,
                                 size_t row)
{
    return written->kind->append == truth_append
               ? truth_append(line, out, written, row)
               : written->kind->append(line, out, written, row);
}

static char *append_row(Line *line, char *out, const GArray *columns, size_t row)
{
    out = line_room(line, out, line->row_room);
    for (guint i = 0; i < columns->len; i++) {
        out    = append_value(line, out, &g_array_index(columns, Written, i), row);
        *out++ = ',';
    }
    out[-1] = '\n';
    return out;
}

bool table_write(const Table *table, Outputs *outputs, const char *path, GError **error)
{
    enum { BLOCK = 64 * 1024 };
    FILE *stream = outputs_open(outputs, path, error);
    if (stream == NULL)
        return false;
    g_autoptr(GArray) columns = present_columns(table);
    write_header(columns, stream);
    Line line = {
        .row_room = columns->len * CELL_ROOM, .room = BLOCK, .text = g_malloc(BLOCK)};
    char *out = line.text;
    for (size_t row = 0; row < table->n_rows; row++) {
        out           = append_row(&line, out, columns, row);
        size_t length = (size_t)(out - line.text);
        if (length < BLOCK && row + 1 < table->n_rows)
            continue;
        fwrite(line.text, 1, length, stream);
        out = line.text;
    }
    g_free(line.text);
    return outputs_close(outputs, stream, table->n_rows, error);
}
