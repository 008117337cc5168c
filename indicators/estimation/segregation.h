/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

#include "indicators/estimation/network.h"

/* Do partners seek each other across sectors more than chance would have it? Who
 * answered decides which ties are seen, so chance means: sectors shuffled among those
 * that answered and among those that did not, never between the two. */
typedef struct Segregation {
    size_t crossing; /* ties that cross sectors */
    double share;    /* of all ties, 0..1 */
    double
        ei_index; /* (external - internal) / ties, -1..1 (Krackhardt and Stern 1988) */
    double ei_expected; /* mean over the ties of 2 p - 1, p = probability that two
                           partners drawn without replacement from the tie's two
                           answering groups differ in sector */
    double ei_excess;   /* ei_index - ei_expected */
    double p_value;     /* (1 + #{|excess*| >= |excess|}) / (shuffles + 1) */
} Segregation;

/* Without ties, or with one sector only, all is NAN. The same network, `shuffles` and
 * `seed` give the same p on every machine. */
Segregation network_segregation(const Network *network, size_t shuffles, guint32 seed);

/* The seed of one network: FNV-1a, 32 bits, over the bytes of "SEED/YEAR/ALLIANCE" in
 * decimal digits; `alliance` is empty for the national network. So no network's result
 * depends on which others were computed before. */
guint32 segregation_seed(guint64 seed, int year, const char *alliance);
