/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/output.h"

#include <glib.h>
#include <stdbool.h>

/* The one guarded way to make an Excel workbook. libxlsxwriter writes what it is given,
 * also what Excel then refuses to open or shows wrongly; so everything is kept and
 * checked here, laid out by measured text, written in one go and read back from disk.
 * Adding returns nothing: the workbook remembers the first thing that it had to refuse
 * and tells it in workbook_finish. All texts are copied. Sheets belong to the workbook
 * and stand in the order in which they were added. The same content gives the same
 * bytes at any time, in any time zone and locale. A workbook belongs to one thread. */
typedef struct Workbook Workbook;
typedef struct TableSheet TableSheet;
typedef struct TextSheet TextSheet;

typedef enum WorkbookError {
    WORKBOOK_ERROR_REFUSED, /* was given something that no workbook may hold */
    WORKBOOK_ERROR_WRITE,   /* the file could not be made */
    WORKBOOK_ERROR_DAMAGED  /* the file on disk is not what was written */
} WorkbookError;
#define WORKBOOK_ERROR workbook_error_quark()
GQuark workbook_error_quark(void);

/* What Excel shows under Info. All are needed but `banner`. */
typedef struct WorkbookProperties {
    const char *title;
    const char *subject;
    const char *keywords;
    const char *organisation; /* the author, and the footer */
    const char *year;         /* "2023" */
    const char *status;       /* "voorbeeld", "concept", "definitief" */
    const char *version;      /* of the program */
    const char *run_id;
    const char *created; /* YYYY-MM-DD: the publication date, never the clock */
    const char *banner;  /* on every sheet and page; NULL when definitief */
} WorkbookProperties;

/* The words that the workbook itself writes, in the language of the report; what stands
 * in braces is filled in. All are needed but `contents`. */
typedef struct WorkbookWords {
    const char *table;     /* "Tabel {number}: {title}" */
    const char *one_table; /* "Dit werkblad bevat één tabel." */
    const char *source;    /* "Bron: {source}" */
    const char *back;      /* "Terug naar Inhoud" */
    const char *page;      /* "Pagina {page} van {pages}" */
    const char *no_rows;   /* in the first cell of a table without rows */
    const char *blank;     /* in a text cell without text */
    const char *contents;  /* name of the contents sheet, NULL when there is none */
} WorkbookWords;

/* What a column holds decides its format, width and alignment. */
typedef enum SheetColumnKind {
    SHEET_TEXT,
    SHEET_COUNT,      /* whole numbers, thousands set apart */
    SHEET_YEAR,       /* whole numbers, nothing set apart */
    SHEET_DECIMAL,    /* with `decimals` shown */
    SHEET_PERCENTAGE, /* given as a proportion, stored times 100, one decimal shown */
    SHEET_DATE
} SheetColumnKind;

typedef struct SheetColumn {
    const char *header; /* one line, unlike the other headers whatever the case */
    SheetColumnKind kind;
    int decimals; /* SHEET_DECIMAL only: 0 to 6 */
} SheetColumn;

typedef enum SheetCellKind {
    SHEET_CELL_TEXT,
    SHEET_CELL_NUMBER,
    SHEET_CELL_WORD, /* stands where a number or a date is not there */
    SHEET_CELL_DATE, /* YYYY-MM-DD */
    SHEET_CELL_LINK  /* text, and the name of a sheet or an https: or mailto: address */
} SheetCellKind;

typedef struct SheetCell {
    SheetCellKind kind;
    double number;
    const char *text;
    const char *target;
} SheetCell;

#define sheet_text(t) ((SheetCell){.kind = SHEET_CELL_TEXT, .text = (t)})
#define sheet_number(n) ((SheetCell){.kind = SHEET_CELL_NUMBER, .number = (n)})
#define sheet_word(t) ((SheetCell){.kind = SHEET_CELL_WORD, .text = (t)})
#define sheet_date(t) ((SheetCell){.kind = SHEET_CELL_DATE, .text = (t)})
#define sheet_link(t, to)                                                              \
    ((SheetCell){.kind = SHEET_CELL_LINK, .text = (t), .target = (to)})

/* The top of a table sheet. */
typedef struct TableHead {
    const char *sheet;        /* at most 31 characters, unique whatever the case */
    const char *id;           /* Excel's name of the table: letters, digits, _ */
    const char *title;        /* A1, numbered by the workbook */
    const char *about;        /* A2: what, unit, where, when */
    const char *const *notes; /* NULL or ended by NULL; one sentence each reads best */
    const char *source;       /* NULL when the table itself says it */
    const SheetColumn *columns;
    size_t column_count;
} TableHead;

/* The contents sheet: one row for every other sheet, filled in by workbook_finish. Its
 * name is words.contents. */
typedef struct ContentsHead {
    const char *title;
    const char *about;
    const char *sheet_header;
    const char *title_header;
} ContentsHead;

/* A new workbook that will be written to `path`. Never NULL; owned by the caller. */
Workbook *workbook_open(const char *path, const WorkbookProperties *properties,
                        const WorkbookWords *words);

/* Adds the contents sheet at this place. Once at most. */
void workbook_add_contents(Workbook *workbook, const ContentsHead *head);

/* Adds a sheet with one table. */
TableSheet *workbook_add_table(Workbook *workbook, const TableHead *head);

/* Adds a row of head.column_count cells: a text or a link in a text column, a number or
 * a word in a column of numbers, a date or a word in a column of dates. */
void table_sheet_add_row(TableSheet *sheet, const SheetCell *cells);

/* The sheet added before that has the table of this id, NULL when there is none; and
 * the place of its column with this header, false when there is none: for charts that
 * draw a table's cells. */
TableSheet *workbook_find_table(const Workbook *workbook, const char *id);
bool table_sheet_find_column(const TableSheet *sheet, const char *header,
                             size_t *column);

/* Adds a sheet of text; workbook_text.h says what can stand on it. */
TextSheet *workbook_add_text(Workbook *workbook, const char *name, const char *title);

/* Writes the file and reads it back. False with the first failure of all; then there is
 * no file. Called once. */
bool workbook_finish(Workbook *workbook, GError **error);

/* Frees the workbook; the file stays. NULL is allowed. */
void workbook_free(Workbook *workbook);

/* The libraries behind it, for the manifest; `count` is how many. */
const LibraryVersion *workbook_versions(size_t *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Workbook, workbook_free)
