/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* Lists of figures as tables show them: chosen by what they are about, in the declared
 * order, and turned into cells that hold a number or say in a word why there is none.
 */

typedef enum FigureUnits {
    FIGURES_SHARES, /* percentages */
    FIGURES_COUNTS, /* partners, children, families, events */
    FIGURES_MEANS,
    FIGURES_TECHNICAL /* measures for specialists, whatever their unit */
} FigureUnits;

/* What a figure is broken down by. */
enum {
    BROKEN_BY_SECTOR   = 1 << 0,
    BROKEN_BY_ALLIANCE = 1 << 1,
    BROKEN_BY_OPGAVE   = 1 << 2,
};

/* Which figures. */
typedef struct FigureSelection {
    const char *const *indicators; /* ended by NULL; NULL: all of the term */
    const char *term;              /* folder in indicators/; NULL: of any term */
    const char *const *without; /* indicators that another table has, ended by NULL */
    FigureUnits units;
    unsigned broken_by; /* exactly these; categories always come along */
    bool all_years;     /* up to the year of the report, else that year alone */
} FigureSelection;

/* The keys of the selection: by indicator, measure, opgave, sector, alliance (by name),
 * category, year. `n` is how many. */
const FigureKey *figure_list(const Report *report, const FigureSelection *selection,
                             size_t *n);

/* The figure behind a key that figure_list gave. */
Figure figure_get(const Report *report, const FigureKey *key);

/* What the figure bears: provisional, uncertain, question changed, none of these, or
 * that there is no figure. */
const char *figure_status_text(const Report *report, const Figure *figure);
