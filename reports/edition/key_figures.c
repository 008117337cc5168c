/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key figures as numbers and names. */
#include "reports/edition/key_figures.h"

#include <string.h>

static const KeyFigure list[] = {
#define KEY_FIGURE(indicator, measure, opgave, category)                               \
    {#indicator, #measure, opgave, category},
#include "reports/edition/key_figures.def"
};

const KeyFigure *key_figures(size_t *n)
{
    *n = G_N_ELEMENTS(list);
    return list;
}

static FigureKey key_of(const Report *report, const KeyFigure *figure)
{
    return (FigureKey){.year      = report->year,
                       .indicator = figure->indicator,
                       .measure   = figure->measure,
                       .opgave    = figure->opgave,
                       .category  = figure->category};
}

bool key_figure_exists(const Report *report, const KeyFigure *figure)
{
    FigureKey key = key_of(report, figure);
    Figure found;
    return figures_find(report->edition->figures, &key, &found);
}

static double value_of_measure(const Report *report, FigureKey key, const char *measure,
                               Figure *found)
{
    key.measure = measure;
    return figures_find(report->edition->figures, &key, found) && figure_is_shown(found)
               ? found->value
               : (double)NAN;
}

/* Of reach: the times reached, and the bounds of its coverage with what they bear. */
static void take_coverage(const Report *report, KeyNumbers *numbers)
{
    Figure coverage = {.ci_low = (double)NAN, .ci_high = (double)NAN};
    value_of_measure(report, numbers->key, "coverage", &coverage);
    numbers->low  = coverage.ci_low;
    numbers->high = coverage.ci_high;
    if (!isnan(coverage.ci_low))
        numbers->figure.obs_status = coverage.obs_status;
}

static void take_share(const Report *report, KeyNumbers *numbers)
{
    Figure reported;
    numbers->share = numbers->figure.value;
    numbers->low   = numbers->figure.ci_low;
    numbers->high  = numbers->figure.ci_high;
    numbers->count =
        g_strcmp0(numbers->figure.method, "census") == 0
            ? numbers->figure.numerator
            : value_of_measure(report, numbers->key, "reported", &reported);
}

KeyNumbers key_figure_numbers(const Report *report, const KeyFigure *figure)
{
    const double none  = (double)NAN;
    KeyNumbers numbers = {key_of(report, figure), {0}, none, none, none, none};
    bool is_found =
        figures_find(report->edition->figures, &numbers.key, &numbers.figure);
    g_assert(is_found);
    if (g_strcmp0(numbers.figure.unit, "proportion") == 0) {
        take_share(report, &numbers);
        return numbers;
    }
    numbers.count = numbers.figure.value;
    if (g_str_has_prefix(figure->indicator, "reach_"))
        take_coverage(report, &numbers);
    return numbers;
}

const char *key_figure_name(const Report *report, const KeyFigure *figure)
{
    FigureKey key     = key_of(report, figure);
    const char *title = name_figure(report->arena, report->edition, &key);
    const char *item  = figure->category != NULL ? name_category(report->edition, &key)
                        : figure->opgave != NULL
                            ? name_opgave(report->edition, figure->opgave)
                            : NULL;
    return item != NULL ? arena_printf(report->arena, "%s – %s", title, item) : title;
}

const char *key_figure_term(const KeyFigure *figure)
{
    return indicator_term((size_t)indicator_find(figure->indicator));
}
