/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of a run take as typed columns, in bytes: the measure of its memory.
 * columns WORK TABLE FILE [TABLE FILE]... */
#include "data/settings.h"
#include "data/table.h"

#include <stdio.h>
#include <string.h>
#include <sysexits.h>

static size_t cell_size(ValueType type)
{
    static const size_t sizes[] = {
        [VALUE_BOOL] = sizeof(int8_t),  [VALUE_COUNT] = sizeof(int64_t),
        [VALUE_YEAR] = sizeof(int64_t), [VALUE_NUMBER] = sizeof(double),
        [VALUE_DATE] = sizeof(Date),    [VALUE_CODE] = sizeof(int16_t),
    };
    bool is_text = type >= G_N_ELEMENTS(sizes) || sizes[type] == 0;
    return is_text ? sizeof(char *) : sizes[type];
}

static size_t text_size(const Table *table, size_t variable)
{
    size_t size = 0;
    for (size_t row = 0; row < table->n_rows; row++) {
        const char *text = table_text(table, variable, row);
        size += text != NULL ? strlen(text) + 1 : 0;
    }
    return size;
}

static size_t table_size(const Table *table)
{
    size_t size = 0;
    for (size_t v = 0; v < table->spec->n_variables; v++) {
        ValueType type = table->spec->variables[v].type;
        if (!table_has(table, v))
            continue;
        size += table->n_rows * cell_size(type);
        if (type == VALUE_ID || type == VALUE_TEXT || type == VALUE_MUNICIPALITY ||
            type == VALUE_MUNICIPALITIES)
            size += text_size(table, v);
    }
    return size;
}

static const TableSpec *spec_find(const Schema *schema, const char *name)
{
    for (size_t id = 0; id < TABLE_COUNT; id++) {
        const TableSpec *spec = schema_table(schema, (TableId)id);
        if (strcmp(spec->name, name) == 0)
            return spec;
    }
    g_error("no table %s", name);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Arena) arena  = arena_new();
    size_t size             = 0;
    if (argc < 4)
        return EX_USAGE;
    g_autofree char *path    = g_build_filename(argv[1], "settings.ini", NULL);
    const Settings *settings = settings_read(arena, path, &error);
    const Schema *schema =
        settings != NULL ? schema_new(arena, &settings->sectors) : NULL;
    for (int i = 2; schema != NULL && i + 1 < argc; i += 2) {
        g_autoptr(Table) table =
            table_read(spec_find(schema, argv[i]), argv[i + 1], &error);
        if (table == NULL)
            break;
        size += table_size(table);
    }
    if (error != NULL) {
        fprintf(stderr, "columns: %s\n", error->message);
        return EX_DATAERR;
    }
    printf("%zu\n", size);
    return EX_OK;
}
