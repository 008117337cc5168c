/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows between years: of those who answered both years, how many went from no to yes
 * and how many back. Their difference follows from `among_stayers`, their sum from
 * McNemar's p. */
#include "audit/audit.h"

#include <string.h>

/* McNemar's exact p for `up` and `down`: min(1, 2 P(X <= min | up + down, 1/2)). */
static double mcnemar(int up, int down)
{
    int all = up + down, least = MIN(up, down);
    double tail = 0;
    for (int i = 0; i <= least; i++)
        tail +=
            exp(lgamma(all + 1) - lgamma(i + 1) - lgamma(all - i + 1) - all * log(2));
    return fmin(1, 2 * tail);
}

/* What is printed of one change. */
typedef struct Flow {
    int both;
    double difference, half_difference;
    double p, half_p;
} Flow;

/* The flows that fit: how many, and the first. */
typedef struct Fit {
    size_t count;
    int up, down;
} Fit;

static void try_difference(const Flow *flow, int difference, Fit *fit)
{
    for (int down = MAX(0, -difference); 2 * down + difference <= flow->both; down++) {
        int up = down + difference;
        if (!isnan(flow->p) && fabs(mcnemar(up, down) - flow->p) > flow->half_p)
            continue;
        if (fit->count++ == 0) {
            fit->up   = up;
            fit->down = down;
        }
        if (fit->count > 1)
            return;
    }
}

static Fit fit_flow(const Flow *flow)
{
    Fit fit      = {0};
    double reach = flow->half_difference * flow->both + 1e-9 * flow->both;
    int low      = (int)ceil(flow->difference * flow->both - reach);
    int high     = (int)floor(flow->difference * flow->both + reach);
    for (int difference = low; difference <= high && fit.count < 2; difference++)
        try_difference(flow, difference, &fit);
    return fit;
}

static Figure figure_of(const Table *change, size_t row)
{
    return (Figure){
        .year      = (int)table_count(change, COLUMN(change, year_to), row),
        .indicator = table_text(change, COLUMN(change, indicator), row),
        .measure   = table_text(change, COLUMN(change, measure), row),
        .opgave    = table_text(change, COLUMN(change, opgave), row),
        .category  = table_text(change, COLUMN(change, category), row),
    };
}

static void look(const Table *change, size_t row, const Flow *halves, Lessons *lessons)
{
    Figure figure   = figure_of(change, row);
    Group group     = {.sector      = table_text(change, COLUMN(change, sector), row),
                       .alliance_id = table_text(change, COLUMN(change, alliance_id), row)};
    double both     = table_number(change, COLUMN(change, n_both), row);
    Flow flow       = *halves;
    flow.difference = table_number(change, COLUMN(change, among_stayers), row);
    flow.p          = table_number(change, COLUMN(change, mcnemar_p), row);
    if (!g_str_has_prefix(figure.measure, "share") || isnan(both) ||
        isnan(flow.difference))
        return;
    flow.both = (int)both;
    Fit fit   = fit_flow(&flow);
    if (fit.count != 1)
        return;
    Lesson lesson = {&figure, &group, "flows", NULL};
    lessons_add(lessons, &lesson, "%d to yes, %d to no of n = %d", fit.up, fit.down,
                flow.both);
}

void attack_flows(const Publication *publication, Lessons *lessons)
{
    const Table *change = publication->change;
    if (change == NULL)
        return;
    Flow halves = {
        .half_difference =
            publication_half_unit(change, COLUMN(change, among_stayers), NULL),
        .half_p =
            publication_half_unit(change, COLUMN(change, mcnemar_p), NULL) + 1e-10,
    };
    for (size_t row = 0; row < change->n_rows; row++)
        look(change, row, &halves, lessons);
}
