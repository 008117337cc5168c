/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/comparison/change.h"
#include "indicators/core/items.h"

/* The answers to one item as columns over the organisations, for what compares years
 * and local alliances with each other. */

/* Whom a figure is about: all partners, one sector of them, or one local alliance. */
typedef struct Scope {
    int sector;              /* in the settings, or CELL_ALL */
    const char *alliance_id; /* NULL: not of an alliance */
} Scope;

/* What each organisation answered to the item: by row in partners, NaN where it is not
 * eligible, did not answer or left the item open. */
const double *observations(Arena *arena, const Item *item, const Year *year);

/* Who is in scope in that year: by row in partners. */
const bool *scope_members(Arena *arena, const Year *year, const Scope *scope);

/* Everybody in scope in one of the two years with the answers to the item; strata are
 * sectors in the national scope, else there is one. By partner_id. */
const Panel *panel_make(Arena *arena, const Item *item, const Year *years[2],
                        const Scope *scope);

/* Whether the item asks the same in both years: same source, no change in between. */
bool item_is_comparable(const Item *item, const Year *from, const Year *to);
