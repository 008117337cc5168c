/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items: expanding measures, and asking an answer. */
#include "indicators/core/items.h"

static size_t measure_items(const Measure *measure)
{
    if (measure->estimate == ESTIMATE_CENSUS)
        return 0;
    return measure->items == NULL ? 1 : measure->items->count;
}

const Item *items_all(Arena *arena, size_t *count)
{
    size_t capacity = 0;
    for (size_t i = 0; i < indicator_count(); i++)
        for (size_t m = 0; m < indicator_at(i)->n_measures; m++)
            capacity += measure_items(&indicator_at(i)->measures[m]);
    Item *items = arena_array(arena, Item, capacity);
    *count      = 0;
    for (size_t i = 0; i < indicator_count(); i++)
        for (size_t m = 0; m < indicator_at(i)->n_measures; m++) {
            const Measure *measure = &indicator_at(i)->measures[m];
            for (size_t number = 0; number < measure_items(measure); number++)
                items[(*count)++] = (Item){(int)i, measure_place(m), measure, number};
        }
    return items;
}

size_t items_end(const Item *items, size_t count, size_t first)
{
    size_t end = first;
    while (end < count && items[end].indicator == items[first].indicator)
        end++;
    return end;
}

static size_t item_columns(const Item *item, const Year *year,
                           size_t columns[USES_LIMIT])
{
    if (item->measure->uses != NULL)
        return item->measure->uses(year, item->number, columns);
    columns[0] = item->measure->variable + item->number;
    return 1;
}

static bool item_is_asked(const Item *item, const Year *year)
{
    size_t columns[USES_LIMIT];
    size_t n = year->survey != NULL ? item_columns(item, year, columns) : 0;
    for (size_t i = 0; i < n; i++)
        if (!table_has(year->survey, columns[i]))
            return false;
    return n > 0;
}

/* Collaborations without the columns that it is derived from say nothing: not a no. */
static bool item_is_derivable(const Item *item, const Year *year)
{
    return item->measure->derive != NULL && year->survey != NULL &&
           year->collaborations != NULL &&
           table_has(year->collaborations, COLUMN(collaborations, new)) &&
           table_has(year->collaborations, item->measure->derived_from);
}

ItemSource item_source(const Item *item, const Year *year)
{
    if (item_is_asked(item, year))
        return ITEM_SURVEY;
    return item_is_derivable(item, year) ? ITEM_DERIVED : ITEM_ABSENT;
}

bool item_is_changed(const Item *item, const Year *year)
{
    size_t columns[USES_LIMIT];
    size_t n = item_columns(item, year, columns);
    for (size_t i = 0; i < n; i++)
        if (variable_is_changed(year, columns[i]))
            return true;
    return false;
}

bool item_observe(const Item *item, ItemSource source, const Answer *answer,
                  double *value)
{
    const Measure *measure = item->measure;
    if (source == ITEM_DERIVED) {
        *value = measure->derive(&answer->year->collaborating[answer->partner]);
        return true;
    }
    if (measure->observe != NULL)
        return measure->observe(answer, item->number, value);
    return answer_value(answer, measure->variable + item->number, value);
}

const int8_t *item_truths(const Item *item, ItemSource source, const Year *year)
{
    size_t column = item->measure->variable + item->number;
    if (source != ITEM_SURVEY || item->measure->observe != NULL ||
        year->survey->spec->variables[column].type != VALUE_BOOL)
        return NULL;
    return year->survey->columns[column].truth;
}

Cell item_cell(const Item *item, const Year *year)
{
    const Items *items = item->measure->items;
    Cell cell          = cell_empty;
    cell.year          = year->year;
    cell.indicator     = item->indicator;
    cell.measure_order = item->measure_order;
    cell.measure       = item->measure->id;
    cell.unit          = item->measure->unit;
    if (items != NULL && items->is_opgave)
        cell.opgave = (int)item->number;
    else if (items != NULL) {
        cell.category_order = (int)(items->first + item->number);
        cell.category       = items->categories[item->number];
    }
    return cell;
}

bool item_is_share(const Item *item)
{
    return item->measure->estimate == ESTIMATE_SHARE ||
           item->measure->estimate == ESTIMATE_SHARE_ALONE;
}
