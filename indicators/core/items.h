/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/indicator.h"

/* An item is one question of one measure: the opgave 03 of participation, say. Here
 * stands what the estimators and the comparisons both need to know of it. */
typedef struct Item {
    int indicator;
    int measure_order;
    const Measure *measure;
    size_t number;
} Item;

/* All items that are observed answer by answer, in the order of publication. */
const Item *items_all(Arena *arena, size_t *count);

/* The end of the run of items, from `first` on, that belong to one indicator. */
size_t items_end(const Item *items, size_t count, size_t first);

/* Where the answers of a year come from. */
typedef enum ItemSource {
    ITEM_ABSENT,  /* nothing was asked, nothing is known */
    ITEM_SURVEY,  /* asked in the survey */
    ITEM_DERIVED, /* not asked, but known from the collaborations */
} ItemSource;

ItemSource item_source(const Item *item, const Year *year);

/* Whether the question was changed in that year. */
bool item_is_changed(const Item *item, const Year *year);

/* What the answer says of the item, which has that source in its year; false: missing.
 */
bool item_observe(const Item *item, ItemSource source, const Answer *answer,
                  double *value);

/* The column of yes and no that the item is, by row in the year's survey; NULL where it
 * is none and each answer must be asked. */
const int8_t *item_truths(const Item *item, ItemSource source, const Year *year);

/* An empty national cell with the keys of the item. */
Cell item_cell(const Item *item, const Year *year);

/* Whether the item's values are 0 and 1. */
bool item_is_share(const Item *item);
