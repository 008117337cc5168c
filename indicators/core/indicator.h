/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/cells.h"
#include "indicators/core/moments.h"
#include "indicators/core/monitor.h"

/* An indicator is a descriptor: its words and its measures. A measure says what is
 * observed for one answer; population, strata, subgroups, intervals, statuses and
 * disclosure are the same for all and live elsewhere. A new indicator is one file and
 * one row in indicators.def. */

/* One completed answer. */
typedef struct Answer {
    const Year *year;
    size_t partner; /* row in partners */
    size_t row;     /* row in the year's survey */
} Answer;

typedef enum Estimator {
    ESTIMATE_CENSUS, /* by `compute`, not from answers one by one */
    ESTIMATE_SHARE,  /* observations are 0 or 1; also measures reported and bounds */
    ESTIMATE_SHARE_ALONE, /* the same without those two */
    ESTIMATE_MEAN,
    ESTIMATE_TOTAL,
    ESTIMATE_REPORTED, /* the sum of what was reported, without an interval */
} Estimator;

/* Breakdowns beside the national figure. */
enum {
    BY_SECTOR   = 1 << 0,
    BY_ALLIANCE = 1 << 1,
    BY_OPGAVE   = 1 << 2, /* of computed measures; else `items` tells */
    BY_CATEGORY = 1 << 3,
    BY_ANSWER   = 1 << 4, /* national, of items that are a coded column: answers.csv */
};

/* What a measure is asked for one by one: ten opgaven, three V's, eight domains. */
typedef struct Items {
    size_t count;
    bool is_opgave;                /* the key column opgave, else category */
    const char *const *categories; /* when not opgaven */
    size_t first;                  /* place of the first in the order of publication */
} Items;

/* The survey columns that one observation uses, at most. */
enum { USES_LIMIT = 24 };

typedef struct Measure {
    const char *id;
    Unit unit;
    Estimator estimate;
    Method method; /* of a measure of kind ESTIMATE_CENSUS */
    unsigned by;
    const Items *items; /* NULL: one item without a key */
    /* The survey column of the first item; items lie side by side. */
    size_t variable;
    /* Where an item is made of other columns: which; returns how many, 0 when there is
     * nothing to make it of. NULL: the column of the item itself. A question was asked
     * when all its columns are there, and changed when one of them did. */
    size_t (*uses)(const Year *year, size_t item, size_t columns[USES_LIMIT]);
    /* What the answer says of the item; false: missing. NULL: the column itself. */
    bool (*observe)(const Answer *answer, size_t item, double *value);
    /* Where the question was not asked: what the organisation's own collaborations rows
     * say instead (note "derived"). NULL: nothing does. */
    bool (*derive)(const Collaborating *own);
    size_t derived_from; /* the column of collaborations that it needs, beside new */
} Measure;

typedef struct Indicator Indicator;
struct Indicator {
    const char *id;
    Text title;
    Text definition; /* one sentence */
    Text formula;    /* in words, what its kinds of measure do not say */
    Text source;
    const Measure *measures;
    size_t n_measures;
    /* For measures of kind ESTIMATE_CENSUS: adds their cells of one year. */
    void (*compute)(const Indicator *self, const Year *year, Cells *cells);
};

/* For descriptors: the measures as a list. */
#define MEASURES(...)                                                                  \
    .measures   = (const Measure[]){__VA_ARGS__},                                      \
    .n_measures = sizeof((const Measure[]){__VA_ARGS__}) / sizeof(Measure)

/* A survey column of the answer as an observation: bool and count as numbers, coded
 * answers by their rank from 1. False when missing. */
bool answer_value(const Answer *answer, size_t variable, double *value);

/* The columns `first` .. `first + count - 1` as what an item uses. */
size_t uses_columns(size_t first, size_t count, size_t columns[USES_LIMIT]);

/* How many of those columns of yes and no are 1; false when one of them is missing. */
bool answer_count(const Answer *answer, size_t first, size_t count, double *value);

/* Whether the question of a survey column changed in the year ([breaks]). */
bool variable_is_changed(const Year *year, size_t variable);

/* The place of a measure in the declared order; a share's reported and bounds are the
 * two places after it. */
int measure_place(size_t measure);

/* The measure of an indicator at a place in the declared order. */
const Measure *measure_at(int indicator, int place);

/* The place of the measure with that id, a share's reported and bounds too, or -1. */
int measure_find(int indicator, const char *id);

/* An empty cell of the indicator's measure with that number. */
Cell indicator_cell(const Indicator *self, const Year *year, size_t measure);

/* Adds that cell with a value, or with status O where it is NaN. Returns it. */
Cell *indicator_add(const Indicator *self, const Year *year, size_t measure,
                    double value, Cells *cells);

/* Adds one national cell with status O for each measure of kind ESTIMATE_CENSUS: the
 * table or the question is absent. */
void indicator_add_absent(const Indicator *self, const Year *year, Cells *cells);

/* All indicators, in the order of indicators.def. */
size_t indicator_count(void);
const Indicator *indicator_at(size_t index);

/* The theory-of-change term of an indicator: its folder. */
const char *indicator_term(size_t index);

/* The number of the indicator with that id, or -1. */
int indicator_find(const char *id);
