/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/text.h"

/* The schema: which tables there are and which columns they have, read from tables.def.
 * One description serves reading, checking, writing, documentation and messages. */

typedef enum ValueType {
    VALUE_BOOL,           /* 1 or 0 */
    VALUE_COUNT,          /* whole number 0 .. 2^53 */
    VALUE_NUMBER,         /* decimal number */
    VALUE_YEAR,           /* whole number 1900 .. 2199 */
    VALUE_DATE,           /* calendar date */
    VALUE_ID,             /* [A-Za-z0-9._-]{1,32} */
    VALUE_MUNICIPALITY,   /* GM and four digits, or NL */
    VALUE_MUNICIPALITIES, /* such codes, separated by single spaces */
    VALUE_CODE,           /* one of a list */
    VALUE_TEXT,           /* UTF-8 without control characters */
} ValueType;

enum {
    VARIABLE_REQUIRED     = 1 << 0, /* the column must be there, its cells filled */
    VARIABLE_MAY_BE_EMPTY = 1 << 1, /* the column must be there, a cell may be empty */
    VARIABLE_KEY          = 1 << 2, /* part of what identifies a row */
};

enum { SECTORS_LIMIT = 32 };

/* The values of a coded column, in the order of publication. */
typedef struct CodeList {
    const char *const *codes;
    const Text *labels;
    size_t n_codes;
} CodeList;

typedef struct Variable {
    const char *name;
    const char *alias; /* Dutch header, or NULL */
    ValueType type;
    unsigned flags;
    const CodeList *codes; /* VALUE_CODE only, else NULL */
    Text question;         /* the survey question, or what the column means */
    size_t item;           /* 1 .. for the columns of a family, else 0 */
} Variable;

typedef struct TableSpec {
    const char *name;
    const char *file;
    const Variable *variables;
    size_t n_variables;
} TableSpec;

/* One enumerator a table: TABLE_partners, ... */
typedef enum TableId {
#define TABLE(table, file) TABLE_##table,
#include "data/tables.def"
    TABLE_COUNT
} TableId;

/* One enumerator a code, in the order of its list: CODE(role, local_only) is its
 * number. */
#define CODE_VALUE(list, code) code_##list##_##code
#define CODES(list)                                                                    \
    }                                                                                  \
    ;                                                                                  \
    enum {
#define CODE(list, code, text, en, nl) CODE_VALUE(list, code),
enum {
    CODE_NONE = -1,
#include "data/tables.def"
};

/* One enumerator a column: COLUMN(partners, joined) is its place in its table. Of a
 * family the first: COLUMN(survey, opgave) + 2 is opgave_03. */
#define COLUMN(table, name) column_##table##_##name
#define SECTORS SECTORS_LIMIT
#define TABLE(table, file)                                                             \
    }                                                                                  \
    ;                                                                                  \
    enum {
#define VARIABLE(table, name, count, type, flags, alias, codes, en, nl)                \
    COLUMN(table, name), column_last_##table##_##name = COLUMN(table, name) + (count)-1,
enum {
    COLUMN_NONE = -1,
#include "data/tables.def"
};
#undef SECTORS

typedef struct Schema Schema;

/* The schema for these sectors (at most SECTORS_LIMIT), in `arena`, which also keeps
 * using `sectors`. */
const Schema *schema_new(Arena *arena, const CodeList *sectors);

const TableSpec *schema_table(const Schema *schema, TableId table);

/* The variable of that name or alias (compared folded), or NULL. */
const Variable *schema_find(const TableSpec *table, const char *name);

/* The code's number in its list, or CODE_NONE. Exact comparison. */
int code_find(const CodeList *list, const char *code, size_t length);

/* The ten opgaven. */
const CodeList *schema_opgaven(void);
