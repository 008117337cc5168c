/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/date.h"
#include "data/output.h"
#include "data/schema.h"

#include <math.h>
#include <stdint.h>

/* A table in memory: typed columns, one array each. A column that the file does not
 * have is absent (a question that was not asked); a cell without a value is missing. In
 * a file of ours a table is canonical CSV: UTF-8, comma, LF, bool 1 or 0, ISO dates,
 * codes as text, shortest numbers, missing empty. */

typedef union Column {
    int8_t *truth;     /* VALUE_BOOL: 1, 0, -1 missing */
    int64_t *count;    /* VALUE_COUNT, VALUE_YEAR: -1 missing */
    double *number;    /* VALUE_NUMBER: NaN missing */
    Date *date;        /* VALUE_DATE: DATE_MISSING */
    int16_t *code;     /* VALUE_CODE: CODE_NONE missing */
    const char **text; /* all others: NULL missing */
    void *any;         /* NULL: the column is absent */
} Column;

/* One value, as its type has it. */
typedef union Value {
    int8_t truth;
    int64_t count;
    double number;
    Date date;
    int16_t code;
    const char *text;
} Value;

typedef struct Table {
    const TableSpec *spec;
    Column *columns; /* one for each variable of spec */
    size_t n_rows;
    size_t capacity;
    size_t n_cleared; /* rows that were made missing, n_rows or more */
    Arena *strings;   /* what text cells point into */
} Table;

/* An empty table with all columns absent. `spec` must outlive it. */
Table *table_new(const TableSpec *spec);
void table_free(Table *table);

/* Makes a column present, its cells missing. */
void table_add_column(Table *table, size_t variable);

/* Adds a row of missing cells; returns its number from 0. */
size_t table_add_row(Table *table);

/* Takes the last row off again. */
void table_drop_row(Table *table);

/* Sets a cell of a present column; text is copied into the table. */
void table_set(Table *table, size_t variable, size_t row, Value value);

/* A cell of any type; missing where the column is absent. Text lives in the table. */
Value table_get(const Table *table, size_t variable, size_t row);

/* As table_set, but text is not copied: it must outlive the table, or live in its
 * strings. */
void table_put(Table *table, size_t variable, size_t row, Value value);

/* Copies row `row` of `from` over row `to` of `table`, of the same spec, in the columns
 * that `table` has. Text is copied where the tables differ. */
void table_copy_row(Table *table, size_t to, const Table *from, size_t row);

/* Reads canonical CSV. A file that is not canonical is a failure: G_FILE_ERROR or
 * TABLE_ERROR with file, row and column. */
Table *table_read(const TableSpec *spec, const char *path, GError **error);

/* The same, with the named columns alone; a name that the file does not have is absent.
 */
Table *table_read_columns(const TableSpec *spec, const char *path,
                          const size_t *variables, size_t n_variables, GError **error);

/* Writes the present columns as canonical CSV, in the order of the spec, to `path` of
 * the stage's outputs. */
bool table_write(const Table *table, Outputs *outputs, const char *path,
                 GError **error);

/* Writes one value as canonical text; returns it or, where it must be made, `buffer`.
 */
const char *value_format(const Variable *variable, Value value, char buffer[48]);

/* Reads canonical text of `length` bytes. Text is not copied. An empty text is missing;
 * false when it is not of the type. */
bool value_parse(const Variable *variable, const char *text, size_t length,
                 Value *value);

bool value_is_missing(const Variable *variable, Value value);

#define TABLE_ERROR table_error_quark()
GQuark table_error_quark(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Table, table_free)

/* Whether the column is there. */
static inline bool table_has(const Table *table, size_t variable)
{
    return table->columns[variable].any != NULL;
}

/* A cell; missing where the column is absent. */
static inline int table_bool(const Table *table, size_t variable, size_t row)
{
    return table_has(table, variable) ? table->columns[variable].truth[row] : -1;
}

static inline int64_t table_count(const Table *table, size_t variable, size_t row)
{
    return table_has(table, variable) ? table->columns[variable].count[row] : -1;
}

static inline double table_number(const Table *table, size_t variable, size_t row)
{
    return table_has(table, variable) ? table->columns[variable].number[row]
                                      : (double)NAN;
}

static inline Date table_date(const Table *table, size_t variable, size_t row)
{
    return table_has(table, variable) ? table->columns[variable].date[row]
                                      : (Date)DATE_MISSING;
}

static inline int table_code(const Table *table, size_t variable, size_t row)
{
    return table_has(table, variable) ? table->columns[variable].code[row] : CODE_NONE;
}

static inline const char *table_text(const Table *table, size_t variable, size_t row)
{
    return table_has(table, variable) ? table->columns[variable].text[row] : NULL;
}
