/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/arena.h"
#include "reports/workbook/picture.h"
#include "reports/workbook/text.h"

/* A workbook as it is kept until it is written: only the files reports/workbook*.c look
 * inside. Texts have passed their guard and are escaped as they will be written. */
typedef enum SheetKind { SHEET_KIND_TABLE, SHEET_KIND_TEXT } SheetKind;

typedef struct SheetHead {
    SheetKind kind;
    Workbook *workbook;
    const char *name;
    const char *title;
    size_t rows;  /* written, for the check afterwards */
    size_t cells; /* written */
} SheetHead;

struct TableSheet {
    SheetHead head;
    const char *id;
    const char *about;
    const char *const *notes;
    const char *source;
    unsigned number; /* of "Tabel n"; 0 for the contents */
    const SheetColumn *columns;
    size_t column_count;
    GPtrArray *rows;   /* of const SheetCell *, as given but for their texts */
    size_t first_data; /* row of the sheet, known once it is laid out */
};

typedef enum TextBlockKind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_BANNER,
    BLOCK_LINK,
    BLOCK_PICTURE,
    BLOCK_CHART
} TextBlockKind;

typedef struct TextBlock {
    TextBlockKind kind;
    const char *text; /* of a picture or chart: its alternative text */
    const char *target;
    const char *path;
    PictureSize size;
    const SheetChart *chart;
} TextBlock;

struct TextSheet {
    SheetHead head;
    GArray *blocks; /* of TextBlock */
};

struct Workbook {
    Arena *arena;
    const char *path;
    WorkbookProperties properties;
    WorkbookWords words;
    GPtrArray *sheets; /* of SheetHead *: each the start of a TableSheet or TextSheet */
    GHashTable *names; /* casefolded names of sheets -> SheetHead */
    GHashTable *tables; /* lower-case ids of tables */
    GPtrArray
        *targets; /* of internal links, to be looked up when all sheets are there */
    TableSheet *contents;
    const ContentsHead *contents_head;
    unsigned table_count;
    size_t chart_count;
    GError *failure;
};

/* Remembers the first failure: `reason` (NULL: nothing wrong) at `place`. True when
 * nothing is wrong. */
bool workbook_accept(Workbook *workbook, const char *reason, const char *place);

/* `text` guarded and escaped; after a refusal an empty text. */
const char *workbook_keep(Workbook *workbook, const char *text, const char *place);

/* The target of a link, guarded: a sheet's name is looked up in workbook_finish. */
const char *workbook_keep_target(Workbook *workbook, const char *target,
                                 const char *place);

/* Whether `target` leads out of the workbook. */
bool target_is_address(const char *target);

/* `pattern` with `{key}` replaced by `value`, in the workbook's arena. */
const char *workbook_fill(Workbook *workbook, const char *pattern, const char *key,
                          const char *value);

/* Writes the file through libxlsxwriter. */
bool workbook_write(Workbook *workbook, GError **error);

/* Reads the file back and compares it with what was written. */
bool workbook_verify(const Workbook *workbook, GError **error);
