/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, yes and no, ids, codes and text: what is accepted has a canonical text that
 * reads back, whatever the order of day and month. */
#include "folder.h"
#include "fuzz.h"

#include "ingest/cells.h"

#include <stdlib.h>
#include <string.h>

static void check(const Variable *variable, CellReader *reader, CsvCell cell)
{
    Value value, again;
    char text[48];
    int finding           = cell_read(reader, variable, cell, &value);
    const char *canonical = value_format(variable, value, text);
    if (finding != CELL_FINE && finding != FINDING_control_characters) {
        g_autoptr(Arena) arena = arena_new();
        if (*canonical != '\0')
            abort();
        cell_expected(arena, LANGUAGE_EN, variable, finding, cell);
        return;
    }
    if (!g_utf8_validate(canonical, -1, NULL) ||
        !value_parse(variable, canonical, strlen(canonical), &again))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Schema *schema        = folder_schema();
    const Variable *variables[] = {
        &schema_table(schema, TABLE_survey)->variables[COLUMN(survey, submitted)],
        &schema_table(schema, TABLE_survey)->variables[COLUMN(survey, opgave)],
        &schema_table(schema, TABLE_survey)->variables[COLUMN(survey, statement)],
        &schema_table(schema, TABLE_survey)->variables[COLUMN(survey, partner_id)],
        &schema_table(schema, TABLE_partners)->variables[COLUMN(partners, name)],
        &schema_table(schema, TABLE_reach)->variables[COLUMN(reach, municipality)],
        &schema_table(schema, TABLE_alliances)
             ->variables[COLUMN(alliances, municipalities)]};
    g_autofree char *text  = g_strndup((const char *)data, size);
    g_autoptr(Arena) arena = arena_new();
    CsvCell cell           = {text, strlen(text)};
    if (!g_utf8_validate(text, -1, NULL))
        return 0; /* such records never get here */
    for (DateOrder order = DATE_ORDER_DMY; order <= DATE_ORDER_YMD; order++)
        for (size_t i = 0; i < G_N_ELEMENTS(variables); i++) {
            CellReader reader = {.scale = 1, .strings = arena, .date_order = order};
            check(variables[i], &reader, cell);
        }
    return 0;
}
