/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/cells.h"
#include "indicators/monitor.h"

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
    ESTIMATE_CENSUS, /* by `compute` */
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
};

/* What a measure is asked for one by one: ten opgaven, three V's, eight domains. */
typedef struct Items {
    size_t count;
    bool is_opgave;                /* the key column opgave, else category */
    const char *const *categories; /* when not opgaven */
} Items;

typedef struct Measure {
    const char *id;
    Unit unit;
    Estimator estimate;
    unsigned by;
    const Items *items; /* NULL: one item without a key */
    /* The survey column of the first item; items lie side by side. It says whether the
     * question was asked and which break applies. */
    int variable;
    /* What the answer says of the item; false: missing. NULL: the column itself. */
    bool (*observe)(const Answer *answer, size_t item, double *value);
    /* Where the question was not asked: what the organisation's own collaborations rows
     * say instead (note "derived"). NULL: nothing does. */
    bool (*derive)(const Collaborating *own);
} Measure;

typedef struct Indicator {
    const char *id;
    Text title;
    Text definition; /* one sentence */
    Text source;
    const Measure *measures;
    size_t n_measures;
    /* For what is not observed answer by answer: adds the cells of one year. */
    void (*compute)(const Year *year, Cells *cells);
} Indicator;

/* For descriptors: the measures as a list. */
#define MEASURES(...)                                                                  \
    .measures   = (const Measure[]){__VA_ARGS__},                                      \
    .n_measures = sizeof((const Measure[]){__VA_ARGS__}) / sizeof(Measure)

/* A survey column of the answer as an observation: bool and count as numbers, coded
 * answers by their rank from 1. False when missing. */
bool answer_value(const Answer *answer, size_t variable, double *value);

/* All indicators, in the order of indicators.def. */
size_t indicator_count(void);
const Indicator *indicator_at(size_t index);

/* The theory-of-change term of an indicator: its folder. */
const char *indicator_term(size_t index);

/* The number of the indicator with that id, or -1. */
int indicator_find(const char *id);
