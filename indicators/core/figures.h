/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/table.h"

/* The estimates as those who show them read them back: a figure is found by its key, in
 * the file that the audience may see. */

/* Which figure. NULL is "all", as an empty cell in the file. */
typedef struct FigureKey {
    int year;
    const char *indicator;
    const char *measure;
    const char *sector;
    const char *alliance_id;
    const char *opgave;
    const char *category;
} FigureKey;

/* One figure. Numbers that are not there are NaN. */
typedef struct Figure {
    const char *unit; /* "count", "proportion", ... */
    double numerator;
    double denominator;
    double n;
    double N;
    double value;
    double se;
    double ci_low;
    double ci_high;
    double df;
    const char *method;
    char obs_status;  /* of SDMX CL_OBS_STATUS: M O B U P A */
    char conf_status; /* of SDMX CL_CONF_STATUS: F A D */
    const char *note; /* codes separated by spaces, or NULL */
} Figure;

typedef struct Figures Figures;

/* Reads an indicators.csv. Free with figures_free. */
Figures *figures_read(const Schema *schema, const char *path, GError **error);
void figures_free(Figures *figures);

/* Finds a figure; false when there is no such row. Texts live as long as `figures`. */
bool figures_find(const Figures *figures, const FigureKey *key, Figure *figure);

/* The rows of one year about one local alliance, or (NULL) about none, in the order of
 * the file; `n` is how many. Lists about an alliance need not go through all others. */
const size_t *figures_of(const Figures *figures, int year, const char *alliance_id,
                         size_t *n);

/* All rows in the order of the file, for those that list them. */
size_t figures_count(const Figures *figures);
Figure figures_at(const Figures *figures, size_t row, FigureKey *key);

/* Whether the figure has a value that may be shown. */
bool figure_is_shown(const Figure *figure);

/* The value behind a code in the note ("denominator" of "denominator=2021"), "" for a
 * bare code, NULL when it is not there. Lives in `arena`. */
const char *figure_note(Arena *arena, const Figure *figure, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Figures, figures_free)
