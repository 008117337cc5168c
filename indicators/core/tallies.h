/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/items.h"

/* All answers of all years, counted once: estimates and comparisons read the same sums,
 * and nobody else goes over the rows for them. */

/* What was observed of one item in one year. */
typedef struct Tally {
    const Item *item;
    ItemSource source;
    const Moments *sectors; /* of all partners, by sector */
    const Moments *groups;  /* of the local alliances, by number in Year.groups */
    const size_t *mix; /* of a share: answers of alliance g from sector s, [g * sectors
                          + s] */
} Tally;

typedef struct Tallies {
    const Monitor *monitor;
    const Item *items;
    size_t n_items;
    const Tally *const *years; /* [year of the monitor][item] */
} Tallies;

/* In `arena`, with sums in the order of partner_id. Shares have n and sum only; mean
 * and squares stay 0. */
const Tallies *tallies_make(Arena *arena, const Monitor *monitor);
