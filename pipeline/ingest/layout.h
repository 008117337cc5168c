/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/cells.h"
#include "ingest/source.h"

#include "data/csv.h"
#include "data/settings.h"

/* How the table lies in its file: separator, title rows, header rows, and what the
 * columns are called. Separator and header are found by the headers that are known, not
 * by counting: a title with many commas is no header. */

typedef enum SurveyTool {
    TOOL_PLAIN,
    TOOL_LIMESURVEY,
    TOOL_SURVEYMONKEY,
    TOOL_QUALTRICS,
    TOOL_FORMS,
    TOOL_COUNT
} SurveyTool;

/* The names of a column, the surest first; all folded, NULL where there is none. */
enum {
    HEADER_WHOLE,  /* the header as it stands */
    HEADER_JOINED, /* question [option], of two header rows */
    HEADER_OPTION, /* the second header row */
    HEADER_CODE,   /* its code: before ". " or within brackets */
    HEADER_NAMES
};

typedef struct Header {
    const char *text; /* as it stands, for messages; "" when blank */
    const char *names[HEADER_NAMES];
    size_t question; /* the column that the question of this one starts at */
} Header;

/* The columns as the file has them. */
typedef struct Layout {
    char delimiter;
    const char *delimiter_reason; /* "sep-line", "headers", "guess", "setting" */
    SurveyTool tool;
    const char *tool_reason; /* "setting" or "header" */
    DateOrder date_order;    /* of dates with strokes: as set, else as the tool does */
    bool has_sep_line;
    size_t title_rows;
    size_t title_row; /* the first of them, as a spreadsheet shows it */
    size_t header_rows;
    size_t header_row; /* as a spreadsheet shows it */
    size_t header_line;
    bool is_known;  /* at least one header is; else it may be no header at all */
    CsvFault fault; /* of the first record that has one, where no header is known */
    size_t fault_row, fault_line;
    const Header *headers;
    size_t n_headers;
    size_t n_cells; /* of the header rows, blank ones at the end included */
} Layout;

/* Finds the layout. `known` holds, folded, the headers that the reader of the table
 * would understand; `survey` the overrides or NULL. The result lives in `arena`. */
const Layout *layout_find(Arena *arena, const Source *source, GHashTable *known,
                          const SurveySettings *survey);

/* A reader past the headers. Free with csv_reader_free. */
CsvReader *layout_reader(const Layout *layout, const Source *source,
                         const CsvLimits *limits);

/* As monitor.ini has it: plain, limesurvey, ... */
const char *tool_name(SurveyTool tool);
