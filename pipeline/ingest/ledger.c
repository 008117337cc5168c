/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both lists are tables as any other. */
#include "ingest/ledger.h"

#include <string.h>

struct Ledger {
    Table *inputs;
    Table *quarantine;
};

static Table *full_table(const Schema *schema, TableId id)
{
    Table *table = table_new(schema_table(schema, id));
    for (size_t v = 0; v < table->spec->n_variables; v++)
        table_add_column(table, v);
    return table;
}

Ledger *ledger_new(const Schema *schema)
{
    Ledger *ledger     = g_new0(Ledger, 1);
    ledger->inputs     = full_table(schema, TABLE_inputs);
    ledger->quarantine = full_table(schema, TABLE_quarantine);
    return ledger;
}

void ledger_free(Ledger *ledger)
{
    if (ledger == NULL)
        return;
    table_free(ledger->inputs);
    table_free(ledger->quarantine);
    g_free(ledger);
}

static void set_text(Table *table, size_t variable, size_t row, const char *text)
{
    if (text != NULL && *text != '\0')
        table_set(table, variable, row, (Value){.text = text});
}

static void set_count(Table *table, size_t variable, size_t row, size_t count)
{
    table_set(table, variable, row, (Value){.count = (int64_t)count});
}

static const char *delimiter_name(char delimiter)
{
    static const char *const names[] = {";", ",", "|"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (names[i][0] == delimiter)
            return names[i];
    return delimiter == '\t' ? "tab" : "";
}

static void set_layout(Table *inputs, size_t row, const Layout *layout)
{
    set_text(inputs, COLUMN(inputs, delimiter), row, delimiter_name(layout->delimiter));
    set_text(inputs, COLUMN(inputs, delimiter_reason), row, layout->delimiter_reason);
    set_count(inputs, COLUMN(inputs, header_row), row, layout->header_row);
    set_count(inputs, COLUMN(inputs, header_rows), row, layout->header_rows);
    if (*layout->tool_reason == '\0')
        return;
    set_text(inputs, COLUMN(inputs, tool), row, tool_name(layout->tool));
    set_text(inputs, COLUMN(inputs, tool_reason), row, layout->tool_reason);
    set_text(inputs, COLUMN(inputs, date_order), row,
             layout->date_order == DATE_ORDER_MDY ? "mdy" : "dmy");
}

static void set_counts(Table *inputs, size_t row, const InputCounts *counts)
{
    set_count(inputs, COLUMN(inputs, footers), row, counts->footers);
    set_count(inputs, COLUMN(inputs, records), row, counts->records);
    set_count(inputs, COLUMN(inputs, accepted), row, counts->accepted);
    set_count(inputs, COLUMN(inputs, quarantined), row, counts->quarantined);
    set_count(inputs, COLUMN(inputs, duplicates), row, counts->duplicates);
    set_count(inputs, COLUMN(inputs, withdrawn), row, counts->withdrawn);
    set_count(inputs, COLUMN(inputs, corrections), row, counts->corrections);
}

void ledger_add_input(Ledger *ledger, const Source *source, const Layout *layout,
                      const InputCounts *counts)
{
    Table *inputs = ledger->inputs;
    size_t row    = table_add_row(inputs);
    set_text(inputs, COLUMN(inputs, path), row, source->path);
    set_count(inputs, COLUMN(inputs, bytes), row, source->bytes);
    set_text(inputs, COLUMN(inputs, sha256), row, source->sha256);
    set_text(inputs, COLUMN(inputs, encoding), row, encoding_name(source->encoding));
    set_text(inputs, COLUMN(inputs, encoding_reason), row, source->encoding_reason);
    if (layout != NULL)
        set_layout(inputs, row, layout);
    if (counts != NULL)
        set_counts(inputs, row, counts);
}

/* The file, as the row before has it where it is the same one: a bad file has a row for
 * each of its records. */
static void set_source(Table *list, size_t row, const Source *source)
{
    const size_t file = COLUMN(quarantine, file), sha256 = COLUMN(quarantine, sha256);
    if (row == 0 || strcmp(table_text(list, file, row - 1), source->path) != 0) {
        set_text(list, file, row, source->path);
        set_text(list, sha256, row, source->sha256);
        return;
    }
    table_put(list, file, row, table_get(list, file, row - 1));
    table_put(list, sha256, row, table_get(list, sha256, row - 1));
}

void ledger_add_quarantine(Ledger *ledger, Source *source, const CsvRecord *record,
                           FindingCode code)
{
    Table *list  = ledger->quarantine;
    size_t row   = table_add_row(list);
    size_t start = source_offset(source, record->offset);
    size_t end   = source_offset(source, record->offset + record->length);
    set_source(list, row, source);
    set_count(list, COLUMN(quarantine, row), row, record->row);
    set_count(list, COLUMN(quarantine, line), row, record->line);
    set_count(list, COLUMN(quarantine, offset), row, start);
    set_count(list, COLUMN(quarantine, length), row, end - start);
    set_text(list, COLUMN(quarantine, code), row, finding_kind(code)->code);
}

bool ledger_write(const Ledger *ledger, Outputs *outputs, const char *stage,
                  const char *name, GError **error)
{
    g_autofree char *inputs     = g_strdup_printf("inputs/%s.csv", stage);
    g_autofree char *quarantine = g_strdup_printf("quarantine/%s.csv", name);
    return table_write(ledger->inputs, outputs, inputs, error) &&
           table_write(ledger->quarantine, outputs, quarantine, error);
}
