/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting findings and rows. */
#include "reports/edition/quality.h"

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

/* What happened: one kind of finding may cost a cell here and a row there. */
static const char *effect_of(const Report *report, const FindingKind *kind, size_t row)
{
    const char *effect = finding_text(report, COLUMN(findings, effect), row);
    return effect != NULL ? effect : text_in(kind->effect, report->edition->language);
}

static void count_finding(const Report *report, size_t row, GArray *counts)
{
    const FindingKind *kind =
        finding_find(finding_text(report, COLUMN(findings, code), row));
    if (kind == NULL ||
        !dossier_is_about(finding_text(report, COLUMN(findings, file), row),
                          report->year))
        return;
    const char *effect = effect_of(report, kind, row);
    guint i            = 0;
    for (; i < counts->len; i++) {
        const QualityCount *count = &g_array_index(counts, QualityCount, i);
        if (count->kind == kind && strcmp(count->effect, effect) == 0)
            break;
    }
    if (i == counts->len) {
        QualityCount count = {kind, effect, 0};
        g_array_append_val(counts, count);
    }
    g_array_index(counts, QualityCount, i).count += finding_weight(report, row);
}

static int compare_counts(const void *a, const void *b)
{
    const QualityCount *one = a, *two = b;
    if (one->kind->severity != two->kind->severity)
        return one->kind->severity < two->kind->severity ? -1 : 1;
    if (one->kind != two->kind)
        return one->kind < two->kind ? -1 : 1;
    return strcmp(one->effect, two->effect);
}

const QualityCount *quality_counts(const Report *report, size_t *n)
{
    g_autoptr(GArray) counts = g_array_new(FALSE, FALSE, sizeof(QualityCount));
    for (size_t row = 0; row < report->dossier->findings->n_rows; row++)
        count_finding(report, row, counts);
    g_array_sort(counts, compare_counts);
    *n                   = counts->len;
    QualityCount *sorted = arena_array(report->arena, QualityCount, *n);
    for (size_t i = 0; i < *n; i++)
        sorted[i] = g_array_index(counts, QualityCount, i);
    return sorted;
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
        asked += counts[i].kind->severity != SEVERITY_NOTICE &&
                 (i == 0 || counts[i].kind != counts[i - 1].kind);
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
