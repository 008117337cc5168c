/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts, numbers and years as people write them: what is accepted is in range, the
 * short way and the long way agree, and the canonical text reads back. */
#include "folder.h"
#include "fuzz.h"

#include "data/number.h"
#include "ingest/cells.h"

#include <stdlib.h>
#include <string.h>

static void check(const Variable *variable, CellReader *reader, CsvCell cell)
{
    Value value, plain, again;
    char text[48], other[48];
    int finding   = cell_read(reader, variable, cell, &value);
    bool is_plain = cell_read_plain(reader, variable, cell, &plain);
    if (finding != CELL_FINE) {
        g_autoptr(Arena) arena = arena_new();
        if (!value_is_missing(variable, value) || is_plain)
            abort();
        cell_expected(arena, LANGUAGE_NL, variable, finding, cell);
        return;
    }
    const char *canonical = value_format(variable, value, text);
    if (is_plain && strcmp(value_format(variable, plain, other), canonical) != 0)
        abort();
    if (!value_parse(variable, canonical, strlen(canonical), &again) ||
        strcmp(value_format(variable, again, other), canonical) != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const TableSpec *survey = schema_table(folder_schema(), TABLE_survey);
    const TableSpec *target = schema_table(folder_schema(), TABLE_targets);
    g_autofree char *text   = g_strndup((const char *)data, size);
    g_autoptr(Arena) arena  = arena_new();
    CsvCell cell            = {text, strlen(text)};
    CellReader readers[]    = {{.scale = 1, .strings = arena},
                               {.scale = 1000, .strings = arena, .is_statistics = true}};
    for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
        check(&survey->variables[COLUMN(survey, gaps_found)], &readers[i], cell);
        check(&target->variables[COLUMN(targets, target)], &readers[i], cell);
        check(&target->variables[COLUMN(targets, target_year)], &readers[i], cell);
    }
    double number;
    char out[NUMBER_SIZE];
    if (number_parse(text, cell.length, &number) && number_format(number, out) > 0) {
        double again;
        if (!number_parse(out, strlen(out), &again) || again != number)
            abort();
    }
    return 0;
}
