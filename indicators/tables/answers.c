/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers of a year to every scale are counted by sector; each answer then is a
 * share like any other, estimated from its counts. */
#include "indicators/tables/answers.h"

#include "indicators/core/rows.h"

#include <math.h>

/* An item whose answers are told apart, in one year. */
typedef struct Scale {
    const Item *item;
    size_t column; /* in the survey */
    size_t n_answers;
    size_t *counts; /* [sector * n_answers + answer] */
} Scale;

/* All scales of one year. */
typedef struct Scales {
    const Year *year;
    Scale *list;
    size_t count;
} Scales;

static Scales find_scales(Arena *arena, const Tallies *tallies, const Year *year)
{
    const TableSpec *survey = schema_table(year->monitor->schema, TABLE_survey);
    size_t n_sectors        = year->monitor->settings->sectors.n_codes;
    Scales scales = {.year = year, .list = arena_array(arena, Scale, tallies->n_items)};
    for (size_t i = 0; i < tallies->n_items; i++) {
        const Item *item = &tallies->items[i];
        if ((item->measure->by & BY_ANSWER) == 0)
            continue;
        size_t column         = item->measure->variable + item->number;
        const CodeList *codes = survey->variables[column].codes;
        g_assert(codes != NULL);
        scales.list[scales.count++] =
            (Scale){.item      = item,
                    .column    = column,
                    .n_answers = codes->n_codes,
                    .counts = arena_array(arena, size_t, n_sectors * codes->n_codes)};
    }
    return scales;
}

static void count_answers(const Scale *scale, const Year *year)
{
    if (year->survey == NULL || !table_has(year->survey, scale->column))
        return;
    const int16_t *codes = year->survey->columns[scale->column].code;
    for (size_t p = 0; p < year->monitor->partners->n_rows; p++) {
        if (!year->is_national[p] || year->answer[p] == NO_ROW)
            continue;
        int code = codes[year->answer[p]];
        if (code != CODE_NONE)
            scale->counts[monitor_sector(year->monitor, p) * scale->n_answers +
                          (size_t)code]++;
    }
}

/* The share that gives one answer; exactly 1 where all do. */
static double share_of(const Scales *scales, const Scale *scale, size_t answer)
{
    const Year *year           = scales->year;
    size_t n_sectors           = year->monitor->settings->sectors.n_codes;
    g_autofree Stratum *strata = g_new0(Stratum, n_sectors);
    size_t all = 0, positives = 0;
    for (size_t s = 0; s < n_sectors; s++) {
        const size_t *counts = &scale->counts[s * scale->n_answers];
        size_t answers       = 0;
        for (size_t k = 0; k < scale->n_answers; k++)
            answers += counts[k];
        strata[s] = stratum_of_counts(year->population[s], answers, counts[answer]);
        all += answers;
        positives += counts[answer];
    }
    return positives == all ? 1 : strata_mean(strata, n_sectors).value;
}

static void add_scale(const Scales *scales, const Scale *scale, const Cells *cells,
                      Cells *answers)
{
    Cell cell       = item_cell(scale->item, scales->year);
    const Cell *own = cells_find(cells, &cell);
    g_assert(own != NULL);
    cell.n          = own->n;
    cell.N          = own->N;
    cell.obs_status = own->obs_status;
    for (size_t k = 0; k < scale->n_answers; k++) {
        cell.answer = (int)k + 1;
        cell.value  = isnan(own->value) ? (double)NAN : share_of(scales, scale, k);
        cells_add(answers, &cell);
    }
}

Cells *answers_estimate(const Tallies *tallies, const Cells *cells)
{
    g_autoptr(Arena) arena = arena_new();
    const Monitor *monitor = tallies->monitor;
    Cells *answers         = cells_new();
    for (size_t y = 0; y < monitor->n_years; y++) {
        Scales scales = find_scales(arena, tallies, &monitor->years[y]);
        for (size_t i = 0; i < scales.count; i++) {
            count_answers(&scales.list[i], scales.year);
            add_scale(&scales, &scales.list[i], cells, answers);
        }
    }
    cells_sort(answers);
    return answers;
}

bool answers_write(const Cells *answers, const Monitor *monitor, Outputs *outputs,
                   const char *path, GError **error)
{
    g_autoptr(Table) table = rows_new(monitor->schema, TABLE_answers);
    for (size_t i = 0; i < cells_count(answers); i++) {
        const Cell *cell          = cells_get(answers, i);
        size_t row                = table_add_row(table);
        const char obs[]          = {(char)cell->obs_status, '\0'};
        const char conf[]         = {(char)cell->conf_status, '\0'};
        const RowNumber numbers[] = {{COLUMN(answers, n), cell->n},
                                     {COLUMN(answers, N), cell->N},
                                     {COLUMN(answers, value), cell->value}};
        table_set(table, COLUMN(answers, year), row, (Value){.count = cell->year});
        row_set_key(table, COLUMN(answers, indicator), row, cell,
                    &monitor->settings->sectors);
        table_set(table, COLUMN(answers, answer), row, (Value){.count = cell->answer});
        row_set_numbers(table, row, numbers, G_N_ELEMENTS(numbers));
        table_set(table, COLUMN(answers, obs_status), row, (Value){.text = obs});
        table_set(table, COLUMN(answers, conf_status), row, (Value){.text = conf});
    }
    return table_write(table, outputs, path, error);
}
