/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of the dossier as CSV that a spreadsheet can open without running anything. */
#include "reports/products/internal_data.h"

#include "data/csv.h"

#include <string.h>

/* Cells come from partners' files: what a spreadsheet would run gets a ' before it. */
static void write_cell(FILE *stream, const char *text, bool is_first)
{
    g_autofree char *safe =
        text_is_formula(text) ? g_strconcat("'", text, NULL) : g_strdup(text);
    csv_write_cell(stream, safe, strlen(safe), is_first);
}

static void write_row(FILE *stream, const Table *table, size_t row)
{
    for (size_t v = 0; v < table->spec->n_variables; v++) {
        char buffer[48];
        Value value = table_get(table, v, row);
        write_cell(stream, value_format(&table->spec->variables[v], value, buffer),
                   v == 0);
    }
    fputc('\n', stream);
}

static void write_header(FILE *stream, const TableSpec *spec)
{
    for (size_t v = 0; v < spec->n_variables; v++)
        csv_write_cell(stream, spec->variables[v].name, strlen(spec->variables[v].name),
                       v == 0);
    fputc('\n', stream);
}

/* The rows of the table that are about the year of the report, by their file. */
static size_t write_table(const Report *report, const Table *table, size_t file,
                          FILE *stream)
{
    size_t n_rows = 0;
    write_header(stream, table->spec);
    for (size_t row = 0; row < table->n_rows; row++) {
        if (!dossier_is_about(table_text(table, file, row), report->year))
            continue;
        write_row(stream, table, row);
        n_rows++;
    }
    return n_rows;
}

bool internal_write_findings(const Report *report, const char *path, Outputs *outputs,
                             GError **error)
{
    FILE *stream = outputs_open(outputs, path, error);
    if (stream == NULL)
        return false;
    size_t n =
        write_table(report, report->dossier->findings, COLUMN(findings, file), stream);
    return outputs_close(outputs, stream, n, error);
}

bool internal_write_quarantine(const Report *report, const char *path, Outputs *outputs,
                               GError **error)
{
    FILE *stream = outputs_open(outputs, path, error);
    if (stream == NULL)
        return false;
    size_t n = write_table(report, report->dossier->quarantine,
                           COLUMN(quarantine, file), stream);
    return outputs_close(outputs, stream, n, error);
}
