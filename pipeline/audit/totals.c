/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals: what the shown sectors leave of a reported sum, parted over the hidden ones
 * by the estimated total, in which each sector weighs by its answers. Learnt is a total
 * that can be named within 10 percent. Three hidden sectors or more keep their sum. */
#include "audit/audit.h"

#include <string.h>

typedef struct HiddenTotal {
    Group group;
    double least, most;
} HiddenTotal;

/* One sum as published: of all, and what the shown sectors leave of it. */
typedef struct Sum {
    Figure figure;
    HiddenTotal hidden[2];
    size_t n_hidden;
    double n, total;        /* in the hidden sectors; NaN: not told */
    double estimated, half; /* their estimated total; NaN: not told */
} Sum;

static bool same_text(const Table *table, size_t column, size_t a, size_t b)
{
    return g_strcmp0(table_text(table, column, a), table_text(table, column, b)) == 0;
}

static bool same_figure(const Table *table, size_t a, size_t b)
{
    return table_count(table, COLUMN(indicators, year), a) ==
               table_count(table, COLUMN(indicators, year), b) &&
           same_text(table, COLUMN(indicators, indicator), a, b) &&
           same_text(table, COLUMN(indicators, opgave), a, b) &&
           same_text(table, COLUMN(indicators, category), a, b);
}

static bool is_measure(const Table *table, size_t row, const char *measure)
{
    return g_strcmp0(table_text(table, COLUMN(indicators, measure), row), measure) == 0;
}

static void take_sector(Sum *sum, const Table *table, size_t row)
{
    Group group = {.sector = table_text(table, COLUMN(indicators, sector), row),
                   .n      = table_number(table, COLUMN(indicators, n), row),
                   .size   = table_number(table, COLUMN(indicators, N), row),
                   .value  = table_number(table, COLUMN(indicators, value), row)};
    if (isnan(group.value) || isnan(group.n)) {
        if (sum->n_hidden < 2)
            sum->hidden[sum->n_hidden] = (HiddenTotal){group, INFINITY, -INFINITY};
        sum->n_hidden++;
        return;
    }
    sum->n -= group.n;
    sum->total -= group.value;
    if (group.n > 0)
        sum->estimated -= group.size * group.value / group.n;
}

static Sum sum_of(const Table *table, size_t row)
{
    Sum sum = {
        .figure    = {.year      = (int)table_count(table, COLUMN(indicators, year), row),
                      .indicator = table_text(table, COLUMN(indicators, indicator), row),
                      .measure   = "reported",
                      .opgave    = table_text(table, COLUMN(indicators, opgave), row),
                      .category  = table_text(table, COLUMN(indicators, category), row)},
        .n         = table_number(table, COLUMN(indicators, n), row),
        .total     = table_number(table, COLUMN(indicators, value), row),
        .estimated = NAN};
    for (size_t i = 0; i < table->n_rows; i++)
        if (is_measure(table, i, "estimated") && same_figure(table, row, i) &&
            table_text(table, COLUMN(indicators, sector), i) == NULL &&
            table_text(table, COLUMN(indicators, alliance_id), i) == NULL)
            sum.estimated = table_number(table, COLUMN(indicators, value), i);
    sum.half = publication_half_unit(table, COLUMN(indicators, value), "count") +
               1e-9 * fabs(sum.estimated);
    for (size_t i = 0; i < table->n_rows; i++)
        if (is_measure(table, i, "reported") && same_figure(table, row, i) &&
            table_text(table, COLUMN(indicators, sector), i) != NULL &&
            table_text(table, COLUMN(indicators, alliance_id), i) == NULL)
            take_sector(&sum, table, i);
    return sum;
}

static void widen(Sum *sum, double first_low, double first_high)
{
    if (first_low > first_high)
        return;
    HiddenTotal *one = &sum->hidden[0], *other = &sum->hidden[1];
    one->least   = fmin(one->least, first_low);
    one->most    = fmax(one->most, first_high);
    other->least = fmin(other->least, sum->total - first_high);
    other->most  = fmax(other->most, sum->total - first_low);
}

/* The whole numbers that the first total may be when it has `n` answers:
 * size1 t1 / n1 + size2 t2 / n2 is the estimated total. */
static void part(Sum *sum, double n)
{
    double rest = sum->n - n, all = sum->total;
    double weight = n > 0 ? sum->hidden[0].group.size / n : 0;
    double other  = rest > 0 ? sum->hidden[1].group.size / rest : 0;
    double low = rest > 0 ? 0 : all, high = n > 0 ? all : 0;
    if (low > high)
        return;
    if (isnan(sum->estimated)) {
        widen(sum, low, high);
        return;
    }
    double slope = weight - other, gap = sum->estimated - other * all;
    if (fabs(slope) < 1e-12) {
        if (fabs(gap) <= sum->half)
            widen(sum, low, high);
        return;
    }
    double reach = sum->half / fabs(slope) + 1e-6;
    widen(sum, fmax(low, ceil(gap / slope - reach)),
          fmin(high, floor(gap / slope + reach)));
}

static void solve(Sum *sum)
{
    HiddenTotal *hidden = sum->hidden;
    if (sum->n_hidden == 1)
        hidden[0].least = hidden[0].most = sum->total;
    if (sum->n_hidden != 2 || isnan(sum->n))
        return;
    double low  = fmax(0, sum->n - hidden[1].group.size);
    double high = fmin(hidden[0].group.size, sum->n);
    for (double n = low; n <= high; n++)
        part(sum, n);
}

static void tell(const Sum *sum, Lessons *lessons)
{
    for (size_t i = 0; i < MIN(sum->n_hidden, 2); i++) {
        const HiddenTotal *hidden = &sum->hidden[i];
        Lesson lesson             = {&sum->figure, &hidden->group, "totals", NULL};
        if (hidden->least > hidden->most || hidden->most * 0.9 > hidden->least * 1.1)
            continue;
        lessons_add(lessons, &lesson, "total from %.0f to %.0f", hidden->least + 0.0,
                    hidden->most + 0.0);
    }
}

void attack_totals(const Publication *publication, Lessons *lessons)
{
    const Table *table = publication->indicators;
    for (size_t row = 0; row < table->n_rows; row++) {
        if (!is_measure(table, row, "reported") ||
            table_text(table, COLUMN(indicators, sector), row) != NULL ||
            table_text(table, COLUMN(indicators, alliance_id), row) != NULL ||
            isnan(table_number(table, COLUMN(indicators, value), row)))
            continue;
        Sum sum = sum_of(table, row);
        solve(&sum);
        tell(&sum, lessons);
    }
}
