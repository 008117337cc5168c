/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up rows of change.csv, progress.csv, answers.csv and comparison.csv by the
 * key of a figure. */
#include "reports/edition/evidence.h"

#include <string.h>

/* The six key columns after the year lie side by side in every artefact. */
static bool row_has_key(const Table *table, size_t indicator, size_t row,
                        const FigureKey *key)
{
    const char *const parts[] = {key->indicator,   key->measure, key->sector,
                                 key->alliance_id, key->opgave,  key->category};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (g_strcmp0(table_text(table, indicator + i, row), parts[i]) != 0)
            return false;
    return true;
}

/* Where to look: the year's column and the first key column. */
typedef struct Place {
    size_t year;
    size_t indicator;
} Place;

/* The row of the key, or -1. */
static gssize row_find(const Table *table, Place place, const FigureKey *key)
{
    for (size_t row = 0; table != NULL && row < table->n_rows; row++)
        if (table_count(table, place.year, row) == key->year &&
            row_has_key(table, place.indicator, row, key))
            return (gssize)row;
    return -1;
}

static bool reads_the_same(const Edition *edition, FigureKey key, int year_before)
{
    Figure now, before;
    g_autoptr(Arena) arena = arena_new();
    if (!figures_find(edition->figures, &key, &now))
        return false;
    key.year = year_before;
    if (!figures_find(edition->figures, &key, &before) || !figure_is_shown(&now) ||
        !figure_is_shown(&before))
        return false;
    NumberUnit unit =
        strcmp(now.unit, "proportion") == 0 ? NUMBER_PROPORTION : NUMBER_MEAN;
    return strcmp(format_value(arena, edition->format, now.value, unit),
                  format_value(arena, edition->format, before.value, unit)) == 0;
}

Movement evidence_movement(const Edition *edition, const FigureKey *key)
{
    const Table *table = edition->change;
    const Place place  = {COLUMN(change, year_to), COLUMN(change, indicator)};
    gssize row         = row_find(table, place, key);
    if (row < 0)
        return MOVEMENT_NONE;
    double p          = table_number(table, COLUMN(change, p_value), (size_t)row);
    double difference = table_number(table, COLUMN(change, difference), (size_t)row);
    if (isnan(p) || isnan(difference))
        return MOVEMENT_NONE;
    if (p < 1 - edition->settings->monitor_confidence)
        return difference > 0 ? MOVEMENT_RISE : MOVEMENT_FALL;
    int before = (int)table_count(table, COLUMN(change, year_from), (size_t)row);
    return reads_the_same(edition, *key, before) ? MOVEMENT_EQUAL : MOVEMENT_CHANCE;
}

bool evidence_progress(const Edition *edition, const FigureKey *key, Progress *progress)
{
    const Table *table = edition->progress;
    const Place place  = {COLUMN(progress, year), COLUMN(progress, indicator)};
    gssize found       = row_find(table, place, key);
    if (found < 0)
        return false;
    size_t row   = (size_t)found;
    int64_t base = table_count(table, COLUMN(progress, baseline_year), row);
    *progress    = (Progress){
           .verdict       = table_text(table, COLUMN(progress, verdict), row),
           .baseline_year = base > 0 ? (int)base : 0,
           .target_year   = (int)table_count(table, COLUMN(progress, target_year), row),
           .baseline      = table_number(table, COLUMN(progress, baseline), row),
           .target        = table_number(table, COLUMN(progress, target), row)};
    return progress->target_year > 0 && !isnan(progress->target);
}

static char status_at(const Table *table, size_t variable, size_t row)
{
    const char *text = table_text(table, variable, row);
    return text != NULL ? text[0] : '\0';
}

/* The answers of a question lie side by side. */
bool evidence_answer(const Edition *edition, const FigureKey *key, int answer,
                     Figure *figure)
{
    const Table *table = edition->answers;
    const Place place  = {COLUMN(answers, year), COLUMN(answers, indicator)};
    gssize found       = row_find(table, place, key);
    if (found < 0)
        return false;
    size_t row = (size_t)found + (size_t)answer - 1;
    if (row >= table->n_rows || !row_has_key(table, place.indicator, row, key) ||
        table_count(table, COLUMN(answers, answer), row) != answer)
        return false;
    *figure =
        (Figure){.unit        = "proportion",
                 .numerator   = (double)NAN,
                 .denominator = (double)NAN,
                 .n           = table_number(table, COLUMN(answers, n), row),
                 .N           = table_number(table, COLUMN(answers, N), row),
                 .value       = table_number(table, COLUMN(answers, value), row),
                 .se          = (double)NAN,
                 .ci_low      = (double)NAN,
                 .ci_high     = (double)NAN,
                 .df          = (double)NAN,
                 .obs_status  = status_at(table, COLUMN(answers, obs_status), row),
                 .conf_status = status_at(table, COLUMN(answers, conf_status), row)};
    return true;
}

bool evidence_comparison(const Edition *edition, const FigureKey *key,
                         Comparison *comparison)
{
    const Table *table = edition->comparison;
    const Place place  = {COLUMN(comparison, year), COLUMN(comparison, indicator)};
    gssize found       = row_find(table, place, key);
    if (found < 0)
        return false;
    size_t row  = (size_t)found;
    *comparison = (Comparison){
        .x              = table_number(table, COLUMN(comparison, x), row),
        .n              = table_number(table, COLUMN(comparison, n), row),
        .N              = table_number(table, COLUMN(comparison, N), row),
        .value          = table_number(table, COLUMN(comparison, value), row),
        .low            = table_number(table, COLUMN(comparison, ci_low), row),
        .high           = table_number(table, COLUMN(comparison, ci_high), row),
        .national       = table_number(table, COLUMN(comparison, national), row),
        .funnel_low_95  = table_number(table, COLUMN(comparison, funnel_low_95), row),
        .funnel_high_95 = table_number(table, COLUMN(comparison, funnel_high_95), row),
        .zone           = table_text(table, COLUMN(comparison, zone), row)};
    return true;
}
