/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/alliances.h"

/* What a factsheet says, before anything is drawn. All texts are finished and live in
 * the arena of the report. */

/* Members of one sector. */
typedef struct FactSector {
    const char *name;
    size_t members;
} FactSector;

/* One opgave: how many members contribute of those who answered. */
typedef struct FactOpgave {
    const char *name;
    double share;     /* of the answers, 0..1; NaN: not shown */
    const char *text; /* "4 van 7", or a word */
} FactOpgave;

/* One figure: the alliance's own, last year's, the whole's, and chance. */
typedef struct FactFigure {
    const char *name;
    const char *own;
    const char *before;
    const char *whole;
    const char *chance; /* "2 tot 6 van 7" */
} FactFigure;

enum { FACT_OPGAVEN = 10, FACT_FIGURES = 8, FACT_REMARKS = 12 };

typedef struct Facts {
    const char *name;
    const char *where;    /* municipalities, "" when not known */
    const char *answered; /* sentence: who answered */
    const FactSector *sectors;
    size_t n_sectors;
    FactOpgave opgaven[FACT_OPGAVEN];
    size_t n_opgaven;
    FactFigure figures[FACT_FIGURES];
    size_t n_figures;
    const char *remarks[FACT_REMARKS]; /* what asks for attention, gravest first */
    size_t n_remarks;
} Facts;

/* The facts on the report's alliance, which must have members. */
const Facts *facts_gather(const Report *report);
