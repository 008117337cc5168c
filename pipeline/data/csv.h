/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/arena.h"

#include <stdbool.h>
#include <stdio.h>

/* Comma separated values: the door to libcsv. The reader walks over UTF-8 text that
 * the caller keeps in memory and gives one record at a time with its place in the file;
 * a record that cannot be read is given with its fault, and reading goes on after it,
 * so one bad quote costs one record. The writer quotes only what needs it. */

typedef struct CsvLimits {
    size_t record_bytes; /* 1 MiB */
    size_t record_lines; /* 100 */
    size_t cell_bytes;   /* 64 KiB */
    size_t columns;      /* 16,384 */
} CsvLimits;

extern const CsvLimits csv_limits_default;

typedef enum CsvFault {
    CSV_FAULT_NONE,
    CSV_FAULT_UNCLOSED_QUOTE, /* a quote opens and its record does not end */
    CSV_FAULT_STRAY_QUOTE,    /* text after a closing quote */
    CSV_FAULT_NUL,            /* a NUL byte */
    CSV_FAULT_TOO_LARGE,      /* one of the limits is passed */
} CsvFault;

typedef struct CsvCell {
    const char *text; /* ended by NUL */
    size_t length;
} CsvCell;

/* One record. Cells live until the next call. */
typedef struct CsvRecord {
    const CsvCell *cells; /* untrimmed, quotes resolved; none when there is a fault */
    size_t n_cells;
    size_t row;    /* as a spreadsheet shows it, from 1 */
    size_t line;   /* the physical line of its first byte, from 1 */
    size_t offset; /* of its first byte in the text given to the reader */
    size_t length; /* in bytes, with its line end */
    CsvFault fault;
    bool literal_quote; /* kept although it has a quote within an unquoted cell */
} CsvRecord;

typedef struct CsvReader CsvReader;

/* A reader over `length` bytes, which the caller keeps unchanged until the reader is
 * freed. Free with csv_reader_free. */
CsvReader *csv_reader_new(const char *bytes, size_t length, char delimiter,
                          const CsvLimits *limits);
void csv_reader_free(CsvReader *reader);

/* The number of cells of the header: from here on it decides whether lines that do not
 * end their quotes belong together; empty cells beyond it are no matter. 0, the
 * default, joins whatever closes. */
void csv_reader_expect(CsvReader *reader, size_t n_cells);

/* Passes over the first line, which is then no row: `sep=;`. Before any record. */
void csv_reader_skip_line(CsvReader *reader);

/* The next record that is not blank; false at the end. */
bool csv_reader_next(CsvReader *reader, CsvRecord *record);

/* Writes one cell, quoted where needed, with a comma before it unless it is `first`.
 * Errors stay in the stream (ferror). */
void csv_write_cell(FILE *stream, const char *text, size_t length, bool first);

/* Puts one cell, quoted where needed, in `out`, which has room for twice its length and
 * two quotes. Returns how many bytes it took. */
size_t csv_format_cell(char *out, const char *text, size_t length);

/* The version of libcsv. */
const char *csv_version(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvReader, csv_reader_free)
