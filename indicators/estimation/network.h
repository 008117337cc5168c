/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Who works with whom: the partners of a year as nodes, their collaborations as ties. A
 * tie is reported by one side or by both; partners that did not answer report none, so
 * "reported by either" is what most measures use. */

/* An unordered pair of different nodes. Every pair occurs once. */
typedef struct Tie {
    size_t a;
    size_t b;
    bool reported_by_a;
    bool reported_by_b;
} Tie;

/* Borrowed by the functions here; nodes are numbered 0 .. nodes - 1. */
typedef struct Network {
    size_t nodes;
    const size_t *sectors; /* of each node, below sector_count */
    const bool *answered;  /* of each node: did it answer the survey */
    size_t sector_count;
    const Tie *ties;
    size_t tie_count;
} Network;

typedef struct NetworkShape {
    double density;      /* 2 m / (N (N - 1)), reported by either; NAN for N < 2 */
    double density_both; /* the same of the ties that both sides report */
    double degree_centralisation; /* Freeman 1979: sum (max - d) over its maximum
                                     (N - 1)(N - 2), of a star; NAN for N < 3 */
    double reciprocity;           /* reported by both, of all ties; NAN without ties */
    size_t isolates;              /* nodes without a tie */
    size_t largest_component;     /* nodes of the largest connected part */
    size_t ties_both;             /* ties that both sides report */
    size_t ties_answered; /* ties between two that answered: both could report */
} NetworkShape;

NetworkShape network_shape(const Network *network);

/* Ties between and within sectors: cell s * sector_count + t, symmetric. `ratio` is
 * what was seen to what the degrees alone would give, d_s d_t / (2 m), within a sector
 * d_s^2 / (4 m); NAN where that is 0. Either result may be NULL. */
void network_mixing(const Network *network, size_t *ties, double *ratio);
