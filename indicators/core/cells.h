/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/schema.h"
#include "indicators/core/contributions.h"
#include "indicators/estimation/estimate.h"

#include <stdbool.h>

/* A cell is one row of indicators.csv: a number with its basis, its uncertainty and its
 * status. NaN is a number that is not there: an empty cell in the file, never 0. */

typedef enum Unit {
    UNIT_COUNT,
    UNIT_PROPORTION,
    UNIT_MEAN,
    UNIT_INDEX,
    UNIT_CHILDREN,
    UNIT_FAMILIES,
} Unit;

/* SDMX CL_OBS_STATUS, in order of precedence. */
typedef enum ObsStatus {
    OBS_CANNOT_EXIST = 'M',
    OBS_MISSING      = 'O',
    OBS_BREAK        = 'B',
    OBS_UNRELIABLE   = 'U',
    OBS_PROVISIONAL  = 'P',
    OBS_NORMAL       = 'A',
} ObsStatus;

/* SDMX CL_CONF_STATUS. */
typedef enum ConfStatus {
    CONF_FREE      = 'F',
    CONF_PRIMARY   = 'A', /* suppressed for small counts */
    CONF_SECONDARY = 'D', /* suppressed to protect another */
} ConfStatus;

enum { CELL_ALL = -1 };

/* Keys are numbers, so that cells sort in the order of publication. */
typedef struct Cell {
    int year;
    int indicator;     /* in indicators.def */
    int measure_order; /* as declared */
    const char *measure;
    int sector;              /* in the settings, or CELL_ALL */
    int opgave;              /* from 0, or CELL_ALL */
    int category_order;      /* as declared, or CELL_ALL */
    const char *category;    /* NULL: all */
    const char *alliance_id; /* NULL: all */
    int answer; /* its place on the scale from 1; 0: not one answer apart */
    Unit unit;
    double numerator;
    double denominator;
    double n; /* answers to the item */
    double N; /* eligible organisations */
    double value;
    double se;
    double ci_low;
    double ci_high;
    double df;
    Method method;
    ObsStatus obs_status;
    ConfStatus conf_status;
    const char *note; /* codes separated by spaces, or NULL */
    /* Not in the file: */
    double model_se;       /* without the finite-population factor */
    double fewest_answers; /* of a pair of sectors, which n does not say */
    double answers;        /* behind the cell, also after it was emptied */
    double positives;      /* its numerator, likewise */
    Contributions contributions;
} Cell;

/* A cell with all keys open and all numbers missing, status normal and free. */
extern const Cell cell_empty;

typedef struct Cells Cells;

Cells *cells_new(void);
void cells_free(Cells *cells);

/* Adds a copy; returns it for setting more. Valid until the next call. */
Cell *cells_add(Cells *cells, const Cell *cell);

/* Where notes and categories that are made on the way live. */
Arena *cells_arena(Cells *cells);

size_t cells_count(const Cells *cells);
Cell *cells_at(Cells *cells, size_t index);
const Cell *cells_get(const Cells *cells, size_t index);

/* Adds a code to a cell's note. */
void cell_add_note(Cells *cells, Cell *cell, const char *code);

/* Notes `coverage=` N of `eligible` organisations in whole percents, where the strata
 * that answered (N) are not all. */
void cell_note_coverage(Cells *cells, Cell *cell, double eligible);

/* Lowers the status to `status` if that takes precedence. */
void cell_set_status(Cell *cell, ObsStatus status);

/* The order of publication: by indicator, year, measure, opgave, sector, alliance,
 * category, answer. */
int cell_order(const Cell *a, const Cell *b);
void cells_sort(Cells *cells);

/* The cell with the keys of `key` among sorted cells, or NULL. */
const Cell *cells_find(const Cells *cells, const Cell *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cells, cells_free)
