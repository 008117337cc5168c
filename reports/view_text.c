/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts for numbers, names and codes. */
#include "reports/view_text.h"

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
    const char *rest       = *text != '\0' ? g_utf8_next_char(text) : text;
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

const char *view_movement_word(const ChartOrder *order, Movement movement)
{
    static const WordId words[MOVEMENT_COUNT] = {
        [MOVEMENT_NONE] = WORD_chart_not_compared, [MOVEMENT_RISE] = WORD_chart_rise,
        [MOVEMENT_FALL] = WORD_chart_fall,         [MOVEMENT_EQUAL] = WORD_chart_equal,
        [MOVEMENT_CHANCE] = WORD_chart_chance,
    };
    return word(order->edition->language, words[movement]);
}

ChartSign view_movement_sign(Movement movement)
{
    static const ChartSign signs[MOVEMENT_COUNT] = {
        [MOVEMENT_NONE] = SIGN_NONE,     [MOVEMENT_RISE] = SIGN_UP,
        [MOVEMENT_FALL] = SIGN_DOWN,     [MOVEMENT_EQUAL] = SIGN_UNSURE,
        [MOVEMENT_CHANCE] = SIGN_UNSURE,
    };
    return signs[movement];
}

/* What a verdict is called before the target year and from it on. */
typedef struct ProgressWord {
    const char *verdict;
    WordId before, due;
    ChartSign sign_before, sign_due;
} ProgressWord;

static const ProgressWord *progress_word_find(const char *verdict)
{
    static const ProgressWord words[] = {
        {"cannot_tell", WORD_chart_cannot_tell, WORD_chart_cannot_tell, SIGN_UNSURE,
         SIGN_UNSURE},
        {"on_track", WORD_chart_on_track, WORD_chart_cannot_tell, SIGN_UP, SIGN_UNSURE},
        {"behind", WORD_chart_behind, WORD_chart_missed, SIGN_DOWN, SIGN_DOWN},
        {"reached", WORD_chart_reached, WORD_chart_reached, SIGN_DONE, SIGN_DONE},
        {"missed", WORD_chart_missed, WORD_chart_missed, SIGN_DOWN, SIGN_DOWN},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strcmp0(words[i].verdict, verdict) == 0)
            return &words[i];
    return &words[0];
}

const char *view_progress_word(const ChartOrder *order, const Progress *progress)
{
    const ProgressWord *found = progress_word_find(progress->verdict);
    bool is_due               = order->year >= progress->target_year;
    return word(order->edition->language, is_due ? found->due : found->before);
}

ChartSign view_progress_sign(const ChartOrder *order, const Progress *progress)
{
    const ProgressWord *found = progress_word_find(progress->verdict);
    return order->year >= progress->target_year ? found->sign_due : found->sign_before;
}
