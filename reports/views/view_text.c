/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts for numbers, names and codes. */
#include "reports/views/view_text.h"

#include <string.h>

const char *view_value(const ChartOrder *order, double value, NumberUnit unit)
{
    return format_value(order->arena, order->edition->format, value, unit);
}

const char *view_number(const ChartOrder *order, size_t number)
{
    return view_value(order, (double)number, NUMBER_COUNT);
}

const char *view_year(const ChartOrder *order, int year)
{
    return arena_printf(order->arena, "%d", year);
}

ChartReference view_whole(const ChartOrder *order, double share)
{
    return (ChartReference){
        word_fill(order->arena, order->edition->language, WORD_chart_whole,
                  FIELDS({"value", view_value(order, share, NUMBER_PROPORTION)})),
        share};
}

const char *view_cell_text(const ChartOrder *order, const ChartCell *cell,
                           NumberUnit unit)
{
    if (!isnan(cell->value))
        return view_value(order, cell->value, unit);
    if (isnan(cell->low) || isnan(cell->high))
        return cell->word != NULL ? cell->word : "";
    return word_fill(order->arena, order->edition->language, WORD_chart_between,
                     FIELDS({"low", view_value(order, cell->low, unit)},
                            {"high", view_value(order, cell->high, unit)}));
}

static const char *with_capital(Arena *arena, const char *text)
{
    const char *rest       = g_utf8_offset_to_pointer(text, *text != '\0' ? 1 : 0);
    g_autofree char *first = g_utf8_strup(text, rest - text);
    return arena_printf(arena, "%s%s", first, rest);
}

const char *view_item_name(const ChartOrder *order, const FigureKey *key)
{
    if (key->opgave != NULL)
        return name_opgave_numbered(order->arena, order->edition, key->opgave);
    if (key->category != NULL)
        return with_capital(order->arena, name_category(order->edition, key));
    return name_short(order->edition, key->indicator);
}

/* Measures that add nothing to the name of their indicator. */
static bool is_the_figure_itself(const char *measure)
{
    static const char *const plain[] = {"share", "rate",     "count",     "mean",
                                        "gross", "reported", "estimated", "cumulative"};
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
        if (strcmp(measure, plain[i]) == 0)
            return true;
    return false;
}

const char *view_figure_name(const ChartOrder *order, const FigureKey *key)
{
    Arena *arena = order->arena;
    if (key->opgave != NULL)
        return arena_printf(arena, "%s: %s", name_short(order->edition, key->indicator),
                            name_opgave(order->edition, key->opgave));
    if (key->category != NULL)
        return arena_printf(arena, "%s: %s", name_short(order->edition, key->indicator),
                            name_category(order->edition, key));
    if (is_the_figure_itself(key->measure))
        return name_short(order->edition, key->indicator);
    return with_capital(arena, name_measure(order->edition, key->measure));
}
