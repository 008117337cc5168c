/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* The key figures: the few dozen numbers that a year is told by. Which they are stands
 * in key_figures.def; workbook, page and tests take them from here, so that they show
 * the same. */
typedef struct KeyFigure {
    const char *indicator;
    const char *measure;
    const char *opgave;
    const char *category;
} KeyFigure;

/* The numbers of a key figure, each NaN where it has none of that kind. */
typedef struct KeyNumbers {
    FigureKey key;
    Figure figure;
    double share; /* a proportion with its margin; of reach the bounds alone */
    double low;
    double high;
    double count; /* how many said so, or how many there were */
} KeyNumbers;

/* All of them, in their order. */
const KeyFigure *key_figures(size_t *n);

/* Whether the year of the report has that figure, be it missing or suppressed. */
bool key_figure_exists(const Report *report, const KeyFigure *figure);

KeyNumbers key_figure_numbers(const Report *report, const KeyFigure *figure);

/* Its title, with its category or opgave. */
const char *key_figure_name(const Report *report, const KeyFigure *figure);

/* Its term of the theory of change. */
const char *key_figure_term(const KeyFigure *figure);
