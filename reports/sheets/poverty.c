/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many children and families live in poverty, by definition, as others count them:
 * no result of the alliance. */
#include "reports/sheets/sheet.h"

#include <string.h>

static const SheetHeader headers[] = {
    {WORD_column_definition, SHEET_TEXT, 0}, {WORD_column_unit, SHEET_TEXT, 0},
    {WORD_column_year, SHEET_YEAR, 0},       {WORD_column_count, SHEET_COUNT, 0},
    {WORD_column_status, SHEET_TEXT, 0},     {WORD_column_source, SHEET_TEXT, 0},
};

static bool is_national(const Report *report, size_t row)
{
    const Table *table = report->edition->population;
    return strcmp(table_text(table, COLUMN(population, municipality), row), "NL") ==
               0 &&
           table_count(table, COLUMN(population, year), row) <= report->year;
}

static SheetCell code_cell(const Report *report, size_t variable, size_t row)
{
    const Table *table    = report->edition->population;
    const CodeList *codes = table->spec->variables[variable].codes;
    int code              = table_code(table, variable, row);
    return sheet_text(code == CODE_NONE
                          ? ""
                          : text_in(codes->labels[code], report->edition->language));
}

static SheetCell text_cell(const Report *report, size_t variable, size_t row)
{
    const char *text = table_text(report->edition->population, variable, row);
    return sheet_text(text != NULL ? text : "");
}

static void add_row(const Report *report, size_t row, TableSheet *sheet)
{
    const Table *table = report->edition->population;
    SheetCell cells[]  = {
         sheet_text(name_definition(
             report->edition, table_text(table, COLUMN(population, definition), row))),
         code_cell(report, COLUMN(population, unit), row),
         sheet_number((double)table_count(table, COLUMN(population, year), row)),
         sheet_number((double)table_count(table, COLUMN(population, count), row)),
         code_cell(report, COLUMN(population, status), row),
         text_cell(report, COLUMN(population, source), row),
    };
    table_sheet_add_row(sheet, cells);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    const Table *table = report->edition->population;
    TableSheet *sheet  = NULL;
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        if (!is_national(report, row))
            continue;
        if (sheet == NULL)
            sheet =
                sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
        add_row(report, row, sheet);
    }
}

const Sheet sheet_poverty = {
    .id     = "poverty",
    .name   = WORD_sheet_poverty,
    .title  = WORD_poverty_title,
    .about  = WORD_poverty_about,
    .notes  = {WORD_note_no_result, WORD_note_definitions, WORD_COUNT},
    .source = WORD_COUNT,
    .add    = add,
};
