/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/indicator.h"
#include "indicators/estimation/network.h"

/* The network of a year, or of one local alliance in it, as the network measures take
 * it: eligible organisations as nodes, distinct collaborations between two of them as
 * ties. A tie is the unordered pair, whoever reported it. */
typedef struct Ties {
    Network network;
    const size_t *partners; /* row in partners of each node, by partner_id */
    /* What the reports say of each tie of `network`. */
    const bool *is_new;  /* one side called it new */
    const int *strength; /* the strongest that was reported, 1..4; 0: none */
} Ties;

/* The ties among the partners of the year; `group` NULL for all of U_t, else a local
 * alliance's members. NULL when the year has no collaborations table. */
const Ties *ties_find(Arena *arena, const Year *year, const Group *group);

/* network_ties.csv: the ties among the partners of every year, for the project team
 * only. Free with table_free. */
Table *ties_table(const Monitor *monitor);

/* How many of its partners answered the survey: what the network rests on. */
size_t ties_answers(const Ties *ties);

/* For .compute of an indicator of the network: `add` once with `group` NULL and once
 * for each local alliance, or the rows that say that the year has no collaborations. */
void ties_compute(const Indicator *self, const Year *year,
                  void (*add)(const Indicator *self, const Year *year,
                              const Group *group, Cells *cells),
                  Cells *cells);
