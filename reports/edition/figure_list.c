/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing and ordering figures. What is listed is decided by the year of the report;
 * years before it follow their figure, so that a row reads as a series. */
#include "reports/edition/figure_list.h"

#include <string.h>

static bool is_among(const char *text, const char *const *list)
{
    for (; *list != NULL; list++)
        if (strcmp(text, *list) == 0)
            return true;
    return false;
}

static bool units_fit(const FigureKey *key, const Figure *figure, FigureUnits units)
{
    static const char *const counts[] = {"count", "children", "families", NULL};
    if (measure_is_technical(key->measure) || units == FIGURES_TECHNICAL)
        return measure_is_technical(key->measure) && units == FIGURES_TECHNICAL;
    if (strcmp(figure->unit, "proportion") == 0)
        return units == FIGURES_SHARES;
    if (is_among(figure->unit, counts))
        return units == FIGURES_COUNTS;
    return strcmp(figure->unit, "mean") == 0 && units == FIGURES_MEANS;
}

/* A share's reported number and its bounds stand in the row of the share. */
static bool is_companion(const FigureKey *key)
{
    int number = indicator_find(key->indicator);
    if (strcmp(key->measure, "bounds") == 0)
        return true;
    if (strcmp(key->measure, "reported") != 0 || number < 0)
        return false;
    return indicator_at((size_t)number)->measures[0].estimate == ESTIMATE_SHARE ||
           strcmp(indicator_at((size_t)number)->measures[0].id, "share") == 0;
}

static unsigned breakdown_of(const FigureKey *key)
{
    return (key->sector != NULL ? BROKEN_BY_SECTOR : 0U) |
           (key->alliance_id != NULL ? BROKEN_BY_ALLIANCE : 0U) |
           (key->opgave != NULL ? BROKEN_BY_OPGAVE : 0U);
}

static bool is_of_term(const char *indicator, const char *term)
{
    int number = indicator_find(indicator);
    return term == NULL ||
           (number >= 0 && strcmp(indicator_term((size_t)number), term) == 0);
}

static bool is_selected(const Report *report, const FigureSelection *selection,
                        const FigureKey *key, const Figure *figure)
{
    if (key->year != report->year || breakdown_of(key) != selection->broken_by ||
        !units_fit(key, figure, selection->units) || is_companion(key))
        return false;
    if (selection->indicators != NULL &&
        !is_among(key->indicator, selection->indicators))
        return false;
    if (selection->without != NULL && is_among(key->indicator, selection->without))
        return false;
    if (key->alliance_id != NULL && report->alliance_id != NULL &&
        strcmp(key->alliance_id, report->alliance_id) != 0)
        return false;
    return is_of_term(key->indicator, selection->term);
}

/* One figure over the years, up to that of the report. */
static void append_years(const Report *report, const FigureKey *key, GArray *keys)
{
    for (size_t y = 0; y < report->edition->n_years; y++) {
        FigureKey of_year = *key;
        Figure figure;
        of_year.year = report->edition->years[y];
        if (of_year.year <= report->year &&
            figures_find(report->edition->figures, &of_year, &figure))
            g_array_append_val(keys, of_year);
    }
}

static void append_row(const Report *report, const FigureSelection *selection,
                       size_t row, GArray *keys)
{
    FigureKey key;
    Figure figure = figures_at(report->edition->figures, row, &key);
    if (!is_selected(report, selection, &key, &figure))
        return;
    if (selection->all_years)
        append_years(report, &key, keys);
    else
        g_array_append_val(keys, key);
}

/* Figures of all local alliances are looked for in the whole file, in its order; others
 * among those of the one alliance, or of none. */
static void append_rows(const Report *report, const FigureSelection *selection,
                        GArray *keys)
{
    const Figures *figures = report->edition->figures;
    bool is_local          = (selection->broken_by & BROKEN_BY_ALLIANCE) != 0;
    if (is_local && report->alliance_id == NULL) {
        for (size_t row = 0; row < figures_count(figures); row++)
            append_row(report, selection, row, keys);
        return;
    }
    size_t n = 0;
    const size_t *rows =
        figures_of(figures, report->year, is_local ? report->alliance_id : NULL, &n);
    for (size_t i = 0; i < n; i++)
        append_row(report, selection, rows[i], keys);
}

const FigureKey *figure_list(const Report *report, const FigureSelection *selection,
                             size_t *n)
{
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(FigureKey));
    append_rows(report, selection, keys);
    FigureKey *list = arena_array(report->arena, FigureKey, keys->len);
    if (keys->len > 0)
        memcpy(list, keys->data, keys->len * sizeof(FigureKey));
    *n = keys->len;
    return list;
}

Figure figure_get(const Report *report, const FigureKey *key)
{
    Figure figure = {0};
    bool is_found = figures_find(report->edition->figures, key, &figure);
    g_assert(is_found);
    return figure;
}

const char *figure_status_text(const Report *report, const Figure *figure)
{
    const Edition *edition = report->edition;
    if (edition_missing_word(edition, figure) != NULL)
        return word(edition->language, WORD_no_figure);
    const char *status = edition_status_word(edition, figure);
    return status != NULL ? status : word(edition->language, WORD_without_reserve);
}
