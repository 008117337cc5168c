/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting findings and rows. */
#include "reports/quality.h"

#include <stdlib.h>
#include <string.h>

static const char *finding_text(const Report *report, size_t variable, size_t row)
{
    return table_text(report->dossier->findings, variable, row);
}

/* A row that says "+1234" in place of a value stands for so many more. */
static size_t finding_weight(const Report *report, size_t row)
{
    const char *value = finding_text(report, COLUMN(findings, value), row);
    bool is_remainder = finding_text(report, COLUMN(findings, file), row) == NULL &&
                        value != NULL && *value == '+';
    return is_remainder ? (size_t)strtoull(value + 1, NULL, 10) : 1;
}

size_t quality_findings_in(const Report *report, const char *path)
{
    size_t count = 0;
    for (size_t row = 0; row < report->dossier->findings->n_rows; row++)
        count +=
            g_strcmp0(finding_text(report, COLUMN(findings, file), row), path) == 0;
    return count;
}

static size_t count_of_kind(const Report *report, const FindingKind *kind)
{
    size_t count = 0;
    for (size_t row = 0; row < report->dossier->findings->n_rows; row++)
        if (strcmp(finding_text(report, COLUMN(findings, code), row), kind->code) ==
                0 &&
            dossier_is_about(finding_text(report, COLUMN(findings, file), row),
                             report->year))
            count += finding_weight(report, row);
    return count;
}

const QualityCount *quality_counts(const Report *report, size_t *n)
{
    QualityCount *counts = arena_array(report->arena, QualityCount, FINDING_COUNT);
    *n                   = 0;
    for (int severity = SEVERITY_ERROR; severity <= SEVERITY_NOTICE; severity++)
        for (int code = 0; code < FINDING_COUNT; code++) {
            const FindingKind *kind = finding_kind((FindingCode)code);
            size_t count =
                (int)kind->severity == severity ? count_of_kind(report, kind) : 0;
            if (count > 0)
                counts[(*n)++] = (QualityCount){kind, count};
        }
    return counts;
}

static void forget_quarantined(const Report *report, const char *path, GHashTable *rows)
{
    const Table *quarantine = report->dossier->quarantine;
    for (size_t row = 0; row < quarantine->n_rows; row++) {
        int64_t place = table_count(quarantine, COLUMN(quarantine, row), row);
        if (g_strcmp0(table_text(quarantine, COLUMN(quarantine, file), row), path) == 0)
            g_hash_table_remove(rows, GSIZE_TO_POINTER((size_t)place));
    }
}

/* Rows of the file that count although one of their cells does not, each once. */
static size_t rows_with_bad_cell(const Report *report, const char *path)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    const Table *findings      = report->dossier->findings;
    for (size_t row = 0; row < findings->n_rows; row++) {
        int64_t place   = table_count(findings, COLUMN(findings, row), row);
        bool is_in_cell = finding_text(report, COLUMN(findings, variable), row) != NULL;
        bool is_grave   = strcmp(finding_text(report, COLUMN(findings, severity), row),
                                 severity_name(SEVERITY_ERROR)) == 0;
        if (is_in_cell && is_grave && place > 0 &&
            g_strcmp0(finding_text(report, COLUMN(findings, file), row), path) == 0)
            g_hash_table_add(seen, GSIZE_TO_POINTER((size_t)place));
    }
    forget_quarantined(report, path, seen);
    return g_hash_table_size(seen);
}

static size_t counted(int64_t count)
{
    return count > 0 ? (size_t)count : 0;
}

SurveyQuality quality_of_survey(const Report *report)
{
    const Table *inputs   = report->dossier->inputs;
    g_autofree char *path = g_strdup_printf("%d/survey.csv", report->year);
    for (size_t row = 0; row < inputs->n_rows; row++) {
        if (strcmp(table_text(inputs, COLUMN(inputs, path), row), path) != 0)
            continue;
        size_t read     = counted(table_count(inputs, COLUMN(inputs, records), row));
        size_t accepted = counted(table_count(inputs, COLUMN(inputs, accepted), row));
        size_t partly   = MIN(rows_with_bad_cell(report, path), accepted);
        return (SurveyQuality){read, accepted - partly, partly, read - accepted};
    }
    return (SurveyQuality){0};
}

static const char *count_text(const Report *report, size_t count)
{
    return format_number(report->arena, report->edition->format, (double)count, 0);
}

/* How many kinds of errors and warnings there are to look at. */
static size_t attention(const Report *report)
{
    size_t n = 0, asked = 0;
    const QualityCount *counts = quality_counts(report, &n);
    for (size_t i = 0; i < n; i++)
        asked += counts[i].kind->severity != SEVERITY_NOTICE;
    return asked;
}

const char *quality_sentence(const Report *report)
{
    SurveyQuality survey = quality_of_survey(report);
    size_t asked         = attention(report);
    if (survey.read == 0)
        return report_word(report, WORD_quality_no_survey);
    const char *rows      = word_fill(report->arena, report->edition->language,
                                 survey.full == survey.read ? WORD_quality_all_rows
                                                                 : WORD_quality_rows,
                                      FIELDS({"read", count_text(report, survey.read)},
                                             {"full", count_text(report, survey.full)},
                                             {"partly", count_text(report, survey.partly)},
                                             {"none", count_text(report, survey.none)}));
    WordId attention_word = asked == 0   ? WORD_quality_nothing
                            : asked == 1 ? WORD_quality_one_thing
                                         : WORD_quality_things;
    return arena_printf(report->arena, "%s %s", rows,
                        word_fill(report->arena, report->edition->language,
                                  attention_word,
                                  FIELDS({"n", count_text(report, asked)})));
}
