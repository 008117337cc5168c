/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of audit.csv, and the sentence about them. */
#include "audit/lessons.h"

#include <stdarg.h>

Lessons *lessons_new(const Schema *schema)
{
    Lessons *lessons      = g_new0(Lessons, 1);
    const TableSpec *spec = schema_table(schema, TABLE_audit);
    lessons->table        = table_new(spec);
    for (size_t column = 0; column < spec->n_variables; column++)
        table_add_column(lessons->table, column);
    return lessons;
}

void lessons_free(Lessons *lessons)
{
    if (lessons == NULL)
        return;
    table_free(lessons->table);
    g_free(lessons);
}

static void set_text(Table *table, size_t column, const char *text)
{
    if (text != NULL)
        table_set(table, column, table->n_rows - 1, (Value){.text = text});
}

void lessons_add(Lessons *lessons, const Lesson *lesson, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *learnt = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    const Figure *figure = lesson->figure;
    Table *table         = lessons->table;
    size_t row           = table_add_row(table);
    table_set(table, COLUMN(audit, year), row, (Value){.count = figure->year});
    set_text(table, COLUMN(audit, indicator), figure->indicator);
    set_text(table, COLUMN(audit, measure), figure->measure);
    set_text(table, COLUMN(audit, opgave), figure->opgave);
    set_text(table, COLUMN(audit, category), figure->category);
    if (lesson->group != NULL) {
        set_text(table, COLUMN(audit, sector), lesson->group->sector);
        set_text(table, COLUMN(audit, alliance_id), lesson->group->alliance_id);
    }
    set_text(table, COLUMN(audit, attack), lesson->attack);
    set_text(table, COLUMN(audit, partner_id), lesson->partner_id);
    set_text(table, COLUMN(audit, learnt), learnt);
}

/* The figure of the first row: indicator and measure, and what narrows it down. */
static char *name_figure(const Table *table)
{
    static const size_t columns[] = {
        COLUMN(audit, indicator),   COLUMN(audit, measure), COLUMN(audit, sector),
        COLUMN(audit, alliance_id), COLUMN(audit, opgave),  COLUMN(audit, category)};
    GString *name = g_string_new(NULL);
    g_string_printf(name, "%d", (int)table_count(table, COLUMN(audit, year), 0));
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        const char *text = table_text(table, columns[i], 0);
        if (text != NULL)
            g_string_append_printf(name, " %s", text);
    }
    return g_string_free(name, FALSE);
}

static char *word_lesson(const Table *table, const char *name, Language language)
{
    const char *attack = table_text(table, COLUMN(audit, attack), 0);
    const char *learnt = table_text(table, COLUMN(audit, learnt), 0);
    if (language == LANGUAGE_EN)
        return g_strdup_printf("\"%s\" gives away what is hidden (%s: %s); things "
                               "learnt in all: %zu, listed in audit.csv.",
                               name, attack, learnt, table->n_rows);
    return g_strdup_printf("\"%s\" verraadt wat verborgen is (%s: %s); in totaal "
                           "bekend geworden: %zu, zie audit.csv.",
                           name, attack, learnt, table->n_rows);
}

char *lessons_sentence(const Lessons *lessons, Language language)
{
    if (lessons->table->n_rows == 0)
        return NULL;
    g_autofree char *name = name_figure(lessons->table);
    return word_lesson(lessons->table, name, language);
}
