/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expands tables.def: families become numbered columns, sectors become columns. */
#include "data/schema.h"

#include <string.h>

/* The lists of codes, each as two parallel arrays. */
#define CODES(list)                                                                    \
    }                                                                                  \
    ;                                                                                  \
    static const char *const codes_##list[] = {
#define CODE(list, code, text, en, nl) text,
static const char *const codes_none[] = {
    NULL,
#include "data/tables.def"
};
#define CODES(list)                                                                    \
    }                                                                                  \
    ;                                                                                  \
    static const Text labels_##list[] = {
#define CODE(list, code, text, en, nl) {en, nl},
static const Text labels_none[] = {
    {NULL, NULL},
#include "data/tables.def"
};

static const CodeList list_none = {codes_none, labels_none, 0};
#define CODES(list)                                                                    \
    static const CodeList list_##list = {codes_##list, labels_##list,                  \
                                         G_N_ELEMENTS(codes_##list)};
#include "data/tables.def"

/* Stands for the list that only the settings know. */
static const CodeList list_sector;

/* One row of tables.def. */
typedef struct Row {
    TableId table;
    const char *name;
    size_t count;
    ValueType type;
    unsigned flags;
    const char *alias;
    const CodeList *codes;
    Text question;
} Row;

#define SECTORS SECTORS_LIMIT
#define REQUIRED VARIABLE_REQUIRED
#define MAY_BE_EMPTY VARIABLE_MAY_BE_EMPTY
#define KEY VARIABLE_KEY
static const Row rows[] = {
#define VARIABLE(table, name, count, type, flags, alias, codes, en, nl)                \
    {TABLE_##table, #name, count, VALUE_##type, flags, alias, &list_##codes, {en, nl}},
#include "data/tables.def"
};
static const struct {
    const char *name, *file;
} tables[] = {
#define TABLE(table, file) {#table, file},
#include "data/tables.def"
};

/* A table while its variables are added. */
typedef struct Building {
    Variable *variables;
    size_t n_variables;
} Building;

struct Schema {
    TableSpec tables[TABLE_COUNT];
};

/* The name of column `item` (from 1) of a family: two digits where the family has ten
 * members or more, the sector's key in a family of sectors. */
static const char *item_name(Arena *arena, const Row *row, size_t item,
                             const CodeList *sectors)
{
    if (row->count == SECTORS)
        return arena_printf(arena, "%s_%s", row->name, sectors->codes[item - 1]);
    if (row->count >= 10)
        return arena_printf(arena, "%s_%02zu", row->name, item);
    return arena_printf(arena, "%s_%zu", row->name, item);
}

static size_t row_width(const Row *row, const CodeList *sectors)
{
    return row->count == SECTORS ? sectors->n_codes : row->count;
}

static void add_variables(Arena *arena, Building *table, const Row *row,
                          const CodeList *sectors)
{
    Variable *variables = table->variables;
    for (size_t item = 1; item <= row_width(row, sectors); item++) {
        variables[table->n_variables++] = (Variable){
            .name  = row->count == 1 ? row->name : item_name(arena, row, item, sectors),
            .alias = row->alias,
            .type  = row->type,
            .flags = row->flags,
            .codes = row->type != VALUE_CODE      ? NULL
                     : row->codes == &list_sector ? sectors
                                                  : row->codes,
            .question = row->question,
            .item     = row->count == 1 ? 0 : item,
        };
    }
}

const Schema *schema_new(Arena *arena, const CodeList *sectors)
{
    g_assert(sectors->n_codes <= SECTORS_LIMIT);
    Schema *schema                 = arena_alloc(arena, sizeof *schema);
    Building building[TABLE_COUNT] = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        building[rows[i].table].n_variables += row_width(&rows[i], sectors);
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        building[t].variables   = arena_array(arena, Variable, building[t].n_variables);
        building[t].n_variables = 0;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        add_variables(arena, &building[rows[i].table], &rows[i], sectors);
    for (size_t t = 0; t < TABLE_COUNT; t++)
        schema->tables[t] = (TableSpec){tables[t].name, tables[t].file,
                                        building[t].variables, building[t].n_variables};
    return schema;
}

const TableSpec *schema_table(const Schema *schema, TableId table)
{
    return &schema->tables[table];
}

static bool is_name(Arena *arena, const char *folded, const char *name)
{
    return name != NULL && strcmp(folded, text_folded(arena, name, strlen(name))) == 0;
}

const Variable *schema_find(const TableSpec *table, const char *name)
{
    g_autoptr(Arena) arena = arena_new();
    const char *folded     = text_folded(arena, name, strlen(name));
    for (size_t i = 0; i < table->n_variables; i++) {
        const Variable *variable = &table->variables[i];
        if (is_name(arena, folded, variable->name) ||
            is_name(arena, folded, variable->alias))
            return variable;
    }
    return NULL;
}

int code_find(const CodeList *list, const char *code, size_t length)
{
    for (size_t i = 0; i < list->n_codes; i++)
        if (list->codes[i][0] == code[0] &&
            strncmp(list->codes[i], code, length) == 0 &&
            list->codes[i][length] == '\0')
            return (int)i;
    return CODE_NONE;
}

const CodeList *schema_opgaven(void)
{
    return &list_opgave;
}
