/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the three tables, and looking up what stands behind their keys. */
#include "reports/edition/comparisons.h"

#include "reports/edition/figure_list.h"
#include "reports/edition/sentence.h"

#include <stdlib.h>
#include <string.h>

/* ---- change ---- */

static FigureKey change_key(const Table *table, size_t row)
{
    return (FigureKey){
        .year        = (int)table_count(table, COLUMN(change, year_to), row),
        .indicator   = table_text(table, COLUMN(change, indicator), row),
        .measure     = table_text(table, COLUMN(change, measure), row),
        .sector      = table_text(table, COLUMN(change, sector), row),
        .alliance_id = table_text(table, COLUMN(change, alliance_id), row),
        .opgave      = table_text(table, COLUMN(change, opgave), row),
        .category    = table_text(table, COLUMN(change, category), row),
    };
}

static double value_of(const Report *report, FigureKey key, int year, bool *is_mean)
{
    Figure figure;
    key.year = year;
    if (!figures_find(report->edition->figures, &key, &figure) ||
        !figure_is_shown(&figure))
        return (double)NAN;
    *is_mean = strcmp(figure.unit, "mean") == 0;
    return figure.value;
}

static ChangeRow change_at(const Report *report, size_t row)
{
    const Table *table = report->edition->change;
    ChangeRow change   = {
          .key        = change_key(table, row),
          .year_from  = (int)table_count(table, COLUMN(change, year_from), row),
          .difference = table_number(table, COLUMN(change, difference), row),
          .low        = table_number(table, COLUMN(change, ci_low), row),
          .high       = table_number(table, COLUMN(change, ci_high), row),
          .n_both     = table_number(table, COLUMN(change, n_both), row),
          .verdict    = {.p_value = table_number(table, COLUMN(change, p_value), row)},
    };
    ChangeVerdict *verdict = &change.verdict;
    verdict->from = value_of(report, change.key, change.year_from, &verdict->is_mean);
    verdict->to   = value_of(report, change.key, change.key.year, &verdict->is_mean);
    return change;
}

const ChangeRow *comparisons_changes(const Report *report, size_t *n)
{
    const Table *table = report->edition->change;
    size_t n_rows      = table != NULL ? table->n_rows : 0;
    ChangeRow *rows    = arena_array(report->arena, ChangeRow, n_rows);
    *n                 = 0;
    for (size_t row = 0; row < n_rows; row++)
        if (table_count(table, COLUMN(change, year_to), row) == report->year)
            rows[(*n)++] = change_at(report, row);
    return rows;
}

/* ---- progress ---- */

FigureKey comparisons_progress_key(const Table *progress, size_t row)
{
    return (FigureKey){
        .year        = (int)table_count(progress, COLUMN(progress, year), row),
        .indicator   = table_text(progress, COLUMN(progress, indicator), row),
        .measure     = table_text(progress, COLUMN(progress, measure), row),
        .sector      = table_text(progress, COLUMN(progress, sector), row),
        .alliance_id = table_text(progress, COLUMN(progress, alliance_id), row),
        .opgave      = table_text(progress, COLUMN(progress, opgave), row),
        .category    = table_text(progress, COLUMN(progress, category), row),
    };
}

/* A value as a sentence holds it: "63 procent", "95", "3,4". */
static const char *value_text(const Report *report, double value, const char *unit)
{
    const NumberFormat *format = report->edition->format;
    if (strcmp(unit, "proportion") == 0)
        return word_fill(report->arena, report->edition->language, WORD_percent,
                         FIELDS({"number", sentence_percent(report->arena,
                                                            report->edition, value)}));
    return format_number(report->arena, format, value,
                         strcmp(unit, "mean") == 0 ? 1 : 0);
}

/* Where a value is known by its bounds alone, those. */
static const char *measured_text(const Report *report, const Figure *figure,
                                 double value)
{
    if (!isnan(value))
        return value_text(report, value, figure->unit);
    if (!isnan(figure->value))
        return value_text(report, figure->value, figure->unit);
    if (isnan(figure->ci_low) || isnan(figure->ci_high))
        return NULL;
    return word_fill(report->arena, report->edition->language, WORD_progress_between,
                     FIELDS({"low", sentence_percent(report->arena, report->edition,
                                                     figure->ci_low)},
                            {"high", sentence_percent(report->arena, report->edition,
                                                      figure->ci_high)}));
}

static const char *projection_text(const Report *report, size_t row, const char *unit)
{
    const Table *table = report->edition->progress;
    double value       = table_number(table, COLUMN(progress, projection), row);
    double low         = table_number(table, COLUMN(progress, projection_low), row);
    double high        = table_number(table, COLUMN(progress, projection_high), row);
    if (isnan(value))
        return NULL;
    if (isnan(low) || isnan(high))
        return value_text(report, value, unit);
    return word_fill(report->arena, report->edition->language, WORD_progress_around,
                     FIELDS({"value", value_text(report, value, unit)},
                            {"low", value_text(report, low, unit)},
                            {"high", value_text(report, high, unit)}));
}

/* "In 2023 stond dit op 95", or lay between bounds. */
static const char *now_text(const Report *report, int year, const char *measured,
                            bool is_exact)
{
    return word_fill(
        report->arena, report->edition->language,
        is_exact ? WORD_progress_at : WORD_progress_within,
        FIELDS({"year", arena_printf(report->arena, "%d", year)}, {"value", measured}));
}

ProgressVerdict comparisons_progress(const Report *report, size_t row)
{
    const Table *table = report->edition->progress;
    FigureKey key      = comparisons_progress_key(table, row);
    Figure figure      = {.unit    = "count",
                          .value   = (double)NAN,
                          .ci_low  = (double)NAN,
                          .ci_high = (double)NAN};
    figures_find(report->edition->figures, &key, &figure);
    double target        = table_number(table, COLUMN(progress, target), row);
    double value         = table_number(table, COLUMN(progress, value), row);
    const char *measured = measured_text(report, &figure, value);
    bool is_exact        = !isnan(value) || !isnan(figure.value);
    return (ProgressVerdict){
        .verdict     = table_text(table, COLUMN(progress, verdict), row),
        .year        = key.year,
        .target_year = (int)table_count(table, COLUMN(progress, target_year), row),
        .value       = measured,
        .now = measured != NULL ? now_text(report, key.year, measured, is_exact) : NULL,
        .target     = value_text(report, target, figure.unit),
        .projection = projection_text(report, row, figure.unit),
    };
}

/* ---- comparison ---- */

static ComparisonRow comparison_at(const Report *report, size_t row)
{
    const Table *table     = report->edition->comparison;
    ComparisonRow compared = {
        .key      = {.year        = report->year,
                     .indicator   = table_text(table, COLUMN(comparison, indicator), row),
                     .measure     = table_text(table, COLUMN(comparison, measure), row),
                     .alliance_id = table_text(table, COLUMN(comparison, alliance_id), row),
                     .opgave      = table_text(table, COLUMN(comparison, opgave), row),
                     .category    = table_text(table, COLUMN(comparison, category), row)},
        .row      = row,
        .x        = table_number(table, COLUMN(comparison, x), row),
        .n        = table_number(table, COLUMN(comparison, n), row),
        .N        = table_number(table, COLUMN(comparison, N), row),
        .value    = table_number(table, COLUMN(comparison, value), row),
        .low      = table_number(table, COLUMN(comparison, ci_low), row),
        .high     = table_number(table, COLUMN(comparison, ci_high), row),
        .national = table_number(table, COLUMN(comparison, national), row),
        .expected = table_number(table, COLUMN(comparison, expected), row),
        .zone     = table_text(table, COLUMN(comparison, zone), row),
    };
    compared.alliance =
        edition_alliance_name(report->edition, compared.key.alliance_id);
    compared.is_shown = !isnan(compared.value);
    return compared;
}

/* A row with what it sorts by: its figure's place in the file, then the name. */
typedef struct Place {
    size_t figure;
    const char *name;
    ComparisonRow row;
} Place;

static int place_compare(const void *a, const void *b)
{
    const Place *one = a, *other = b;
    if (one->figure != other->figure)
        return one->figure < other->figure ? -1 : 1;
    int order = strcmp(one->name, other->name);
    return order != 0 ? order
                      : strcmp(one->row.key.alliance_id, other->row.key.alliance_id);
}

static bool is_same_figure(const FigureKey *a, const FigureKey *b)
{
    return g_strcmp0(a->indicator, b->indicator) == 0 &&
           g_strcmp0(a->measure, b->measure) == 0 &&
           g_strcmp0(a->opgave, b->opgave) == 0 &&
           g_strcmp0(a->category, b->category) == 0;
}

/* The first row of the same figure: its place. Rows of one figure lie near. */
static size_t figure_place(const Place *places, size_t n, const FigureKey *key)
{
    for (size_t i = n; i-- > 0;)
        if (is_same_figure(&places[i].row.key, key))
            return places[i].figure;
    return n;
}

const ComparisonRow *comparisons_alliances(const Report *report, size_t *n)
{
    const Table *table = report->edition->comparison;
    size_t n_rows      = table != NULL ? table->n_rows : 0;
    Place *places      = arena_array(report->arena, Place, n_rows);
    *n                 = 0;
    for (size_t row = 0; row < n_rows; row++) {
        if (table_count(table, COLUMN(comparison, year), row) != report->year)
            continue;
        Place *place  = &places[*n];
        place->row    = comparison_at(report, row);
        place->name   = name_sort_key(report->arena, place->row.alliance);
        place->figure = figure_place(places, *n, &place->row.key);
        (*n)++;
    }
    qsort(places, *n, sizeof(Place), place_compare);
    ComparisonRow *rows = arena_array(report->arena, ComparisonRow, *n);
    for (size_t i = 0; i < *n; i++)
        rows[i] = places[i].row;
    return rows;
}
