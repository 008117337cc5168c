/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings by organisation, and their answers in words. */
#include "reports/partners/returned.h"

#include "data/findings.h"

#include <stdlib.h>
#include <string.h>

static const char *finding_text(const Report *report, size_t variable, size_t row)
{
    return table_text(report->dossier->findings, variable, row);
}

/* About a question of the year's survey, and grave enough to ask. */
static bool is_grave(const Report *report, size_t row)
{
    g_autofree char *survey = g_strdup_printf("%d/survey.csv", report->year);
    const FindingKind *kind =
        finding_find(finding_text(report, COLUMN(findings, code), row));
    return kind != NULL && kind->severity != SEVERITY_NOTICE &&
           g_strcmp0(finding_text(report, COLUMN(findings, file), row), survey) == 0;
}

/* A cell that could not be read (an error) and now has a value was mended by a
 * correction. */
static bool is_mended(const Report *report, const Table *answers, size_t finding,
                      const Variable *variable)
{
    const char *partner_id =
        finding_text(report, COLUMN(findings, partner_id), finding);
    const char *severity = finding_text(report, COLUMN(findings, severity), finding);
    size_t row           = 0;
    if (strcmp(severity, severity_name(SEVERITY_ERROR)) != 0 || answers == NULL ||
        !returned_find(answers, partner_id, &row))
        return false;
    size_t column = (size_t)(variable - answers->spec->variables);
    return table_has(answers, column) &&
           !value_is_missing(variable, table_get(answers, column, row));
}

static bool is_registered(const Report *report, const char *partner_id)
{
    const Table *partners = report->edition->partners;
    for (size_t row = 0; row < partners->n_rows; row++)
        if (strcmp(table_text(partners, COLUMN(partners, partner_id), row),
                   partner_id) == 0)
            return true;
    return false;
}

static bool is_question(const Report *report, const Table *answers, size_t row)
{
    const char *id           = finding_text(report, COLUMN(findings, partner_id), row);
    const char *name         = finding_text(report, COLUMN(findings, variable), row);
    const TableSpec *spec    = schema_table(report->edition->schema, TABLE_survey);
    const Variable *variable = name != NULL ? schema_find(spec, name) : NULL;
    return id != NULL && variable != NULL && text_is_id(id) && is_grave(report, row) &&
           is_registered(report, id) && !is_mended(report, answers, row, variable);
}

const size_t *returned_questions(const Report *report, const char *partner_id,
                                 size_t *n)
{
    g_autoptr(Table) answers = returned_read(report);
    size_t n_rows            = report->dossier->findings->n_rows;
    size_t *rows             = arena_array(report->arena, size_t, n_rows);
    *n                       = 0;
    for (size_t row = 0; row < n_rows; row++) {
        const char *id = finding_text(report, COLUMN(findings, partner_id), row);
        if ((partner_id == NULL || g_strcmp0(id, partner_id) == 0) &&
            is_question(report, answers, row))
            rows[(*n)++] = row;
    }
    return rows;
}

static gint id_compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *returned_partners(const Report *report, size_t *n)
{
    size_t n_rows      = 0;
    const size_t *rows = returned_questions(report, NULL, &n_rows);
    const char **ids   = arena_array(report->arena, const char *, n_rows);
    for (size_t i = 0; i < n_rows; i++)
        ids[i] = finding_text(report, COLUMN(findings, partner_id), rows[i]);
    qsort(ids, n_rows, sizeof(char *), id_compare);
    *n = 0;
    for (size_t i = 0; i < n_rows; i++)
        if (*n == 0 || strcmp(ids[*n - 1], ids[i]) != 0)
            ids[(*n)++] = ids[i];
    return ids;
}

Table *returned_read(const Report *report)
{
    g_autofree char *path =
        g_strdup_printf("%s/returned/%d.csv", report->work, report->year);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return NULL;
    return table_read(schema_table(report->edition->schema, TABLE_survey), path, NULL);
}

bool returned_find(const Table *answers, const char *partner_id, size_t *row)
{
    for (*row = 0; *row < answers->n_rows; (*row)++)
        if (g_strcmp0(table_text(answers, COLUMN(survey, partner_id), *row),
                      partner_id) == 0)
            return true;
    return false;
}

const char *returned_answer(const Report *report, const Variable *variable, Value value)
{
    const Language language = report->edition->language;
    char buffer[48];
    if (value_is_missing(variable, value))
        return report_word(report, WORD_response_none);
    if (variable->type == VALUE_BOOL)
        return report_word(report, value.truth == 1 ? WORD_yes : WORD_no);
    if (variable->type == VALUE_CODE)
        return text_in(variable->codes->labels[value.code], language);
    if (variable->type == VALUE_DATE)
        return name_date(report->arena, language, value.date);
    return arena_strdup(report->arena, value_format(variable, value, buffer));
}

/* ---- corrections ---- */

/* In the form that a Dutch spreadsheet opens and ingest reads. */
static void append_cell(GString *line, const char *text, bool is_first)
{
    if (!is_first)
        g_string_append_c(line, ';');
    if (text == NULL)
        return;
    g_auto(GStrv) parts      = g_strsplit(text, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);
    g_string_append_printf(line, "\"%s\"", doubled);
}

bool returned_write_corrections(const Report *report, const char *path,
                                Outputs *outputs, GError **error)
{
    g_autoptr(GString) text =
        g_string_new("\xEF\xBB\xBFpartner_id;variable;old;new;reason;date\r\n");
    size_t n           = 0;
    const size_t *rows = returned_questions(report, NULL, &n);
    for (size_t i = 0; i < n; i++) {
        const char *old = finding_text(report, COLUMN(findings, value), rows[i]);
        append_cell(text, finding_text(report, COLUMN(findings, partner_id), rows[i]),
                    true);
        append_cell(text, finding_text(report, COLUMN(findings, variable), rows[i]),
                    false);
        append_cell(text, old != NULL && text_is_formula(old) ? NULL : old, false);
        g_string_append(text, ";;;\r\n");
    }
    return outputs_write(outputs, path, text, error);
}
