/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells: collecting, sorting, writing. */
#include "indicators/core/cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const Cell cell_empty = {
    .sector         = CELL_ALL,
    .opgave         = CELL_ALL,
    .category_order = CELL_ALL,
    .numerator      = (double)NAN,
    .denominator    = (double)NAN,
    .n              = (double)NAN,
    .N              = (double)NAN,
    .value          = (double)NAN,
    .se             = (double)NAN,
    .ci_low         = (double)NAN,
    .ci_high        = (double)NAN,
    .df             = (double)NAN,
    .model_se       = (double)NAN,
    .fewest_answers = (double)NAN,
    .answers        = (double)NAN,
    .obs_status     = OBS_NORMAL,
    .conf_status    = CONF_FREE,
};

struct Cells {
    Arena *arena;
    GArray *list;
};

Cells *cells_new(void)
{
    Cells *cells = g_new0(Cells, 1);
    cells->arena = arena_new();
    cells->list  = g_array_new(FALSE, FALSE, sizeof(Cell));
    return cells;
}

void cells_free(Cells *cells)
{
    if (cells == NULL)
        return;
    arena_free(cells->arena);
    g_array_unref(cells->list);
    g_free(cells);
}

Cell *cells_add(Cells *cells, const Cell *cell)
{
    g_array_append_vals(cells->list, cell, 1);
    return cells_at(cells, cells->list->len - 1);
}

Arena *cells_arena(Cells *cells)
{
    return cells->arena;
}

size_t cells_count(const Cells *cells)
{
    return cells->list->len;
}

Cell *cells_at(Cells *cells, size_t index)
{
    return &g_array_index(cells->list, Cell, index);
}

const Cell *cells_get(const Cells *cells, size_t index)
{
    return &g_array_index(cells->list, Cell, index);
}

void cell_add_note(Cells *cells, Cell *cell, const char *code)
{
    if (cell->note == NULL)
        cell->note = arena_strdup(cells->arena, code);
    else
        cell->note = arena_printf(cells->arena, "%s %s", cell->note, code);
}

void cell_note_coverage(Cells *cells, Cell *cell, double eligible)
{
    char code[32];
    if (!(cell->N < eligible))
        return;
    g_snprintf(code, sizeof code, "coverage=%.0f", 100 * cell->N / eligible);
    cell_add_note(cells, cell, code);
}

void cell_set_status(Cell *cell, ObsStatus status)
{
    static const char precedence[] = {
        OBS_CANNOT_EXIST, OBS_MISSING, OBS_BREAK, OBS_UNRELIABLE,
        OBS_PROVISIONAL,  OBS_NORMAL,  0};
    if (strchr(precedence, (char)status) < strchr(precedence, (char)cell->obs_status))
        cell->obs_status = status;
}

static int number_order(int a, int b)
{
    return (a > b) - (a < b);
}

/* The first key that differs decides. */
int cell_order(const Cell *a, const Cell *b)
{
    const int numbers[] = {
        number_order(a->indicator, b->indicator),
        number_order(a->year, b->year),
        number_order(a->measure_order, b->measure_order),
        number_order(a->opgave, b->opgave),
        number_order(a->sector, b->sector),
        g_strcmp0(a->alliance_id, b->alliance_id),
        number_order(a->category_order, b->category_order),
        g_strcmp0(a->category, b->category),
        number_order(a->answer, b->answer),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (numbers[i] != 0)
            return numbers[i];
    return 0;
}

/* The earlier added comes first of equals: the sort is stable. */
static int cell_compare(const void *first, const void *second)
{
    return cell_order(first, second);
}

void cells_sort(Cells *cells)
{
    g_array_sort(cells->list, cell_compare);
}

const Cell *cells_find(const Cells *cells, const Cell *key)
{
    return bsearch(key, cells->list->data, cells->list->len, sizeof *key, cell_compare);
}
