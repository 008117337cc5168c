/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/csv.h"
#include "data/findings.h"
#include "data/table.h"

/* One cell: what people and their programs write, read as the type of its column. What
 * cannot be read for certain is a finding, never a guess: a decimal comma must not
 * become a thousand, nor a short date a year. */

/* How a date with strokes is ordered. Dates with hyphens start with the day or are ISO.
 */
typedef enum DateOrder { DATE_ORDER_DMY, DATE_ORDER_MDY, DATE_ORDER_YMD } DateOrder;

enum { CELL_FINE = FINDING_COUNT };

typedef struct CellReader {
    DateOrder date_order;
    bool is_statistics; /* CBS's ways: . and x for unknown, * for provisional */
    double scale;       /* of counts: 1000 where the header says x 1 000; else 1 */
    bool provisional;   /* set when a mark was seen; whoever cares resets it */
    Arena *strings;     /* where text lives */
} CellReader;

/* Reads the cell if it is written as most cells are: true, with its value. False says
 * nothing but that cell_read must look. */
bool cell_read_plain(CellReader *reader, const Variable *variable, CsvCell cell,
                     Value *value);

/* Reads the cell. CELL_FINE, or the finding; `value` is then missing, unless the
 * finding is a warning. A cell of white space is missing and fine. */
int cell_read(CellReader *reader, const Variable *variable, CsvCell cell, Value *value);

/* What would have been right, for the message: in the run's language, in `arena`. */
const char *cell_expected(Arena *arena, Language language, const Variable *variable,
                          int finding, CsvCell cell);

/* Whether the text looks like somebody's address, on the net too, or telephone. A
 * record whose cells have shifted holds anything anywhere. */
bool cell_looks_personal(const char *text);

/* Whether a value of the column may be shown: free text may hold anything, and an id of
 * several words is somebody's name. */
bool cell_is_shown(const Variable *variable, const char *value);
