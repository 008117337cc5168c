/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headlines that keep to their length, and the parts that all subtitles have. */
#include "reports/view_words.h"

#include <string.h>

static size_t count_words(const char *text)
{
    size_t words  = 0;
    bool in_words = false;
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        bool is_space = g_unichar_isspace(g_utf8_get_char(text));
        words += !is_space && !in_words ? 1 : 0;
        in_words = !is_space;
    }
    return words;
}

/* The text up to the last whole word that leaves room for an ellipsis. */
static const char *cut(Arena *arena, const char *text, glong most)
{
    if (g_utf8_strlen(text, -1) <= most)
        return text;
    const char *end = g_utf8_offset_to_pointer(text, most - 1);
    while (end > text && *end != ' ')
        end--;
    return arena_printf(arena, "%.*s\u2026", (int)(end - text), text);
}

void view_tell(const ChartOrder *order, Picture *picture, const ViewWords *words,
               const WordField *fields)
{
    Arena *arena      = order->arena;
    Language language = order->edition->language;
    ChartText *text   = &picture->chart.text;
    text->headline    = word_fill(arena, language, words->headline, fields);
    if (count_words(text->headline) > HEADLINE_WORDS)
        text->headline = word_fill(arena, language, WORD_chart_headline, fields);
    text->subtitle    = word_fill(arena, language, words->subtitle, fields);
    text->description = word_fill(arena, language, words->description, fields);
    picture->alt =
        cut(arena, word_fill(arena, language, words->alt, fields), ALT_CHARACTERS);
}

const char *view_title(const ChartOrder *order)
{
    return name_short(order->edition, order->row->indicator);
}

/* Charts that show a part of what their indicator defines. */
static const struct {
    const char *chart;
    WordId what;
} definitions[] = {
    {"statements", WORD_chart_what_statements},
    {"life_domains", WORD_chart_what_life_domains},
    {"professionals_trained_trend", WORD_chart_what_professionals},
    {"experts_added_trend", WORD_chart_what_experts},
};

const char *view_definition(const ChartOrder *order)
{
    g_assert(order->indicator != NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(definitions); i++)
        if (strcmp(definitions[i].chart, order->row->id) == 0)
            return word(order->edition->language, definitions[i].what);
    return text_in(order->indicator->definition, order->edition->language);
}

const char *view_place(const ChartOrder *order)
{
    return order->alliance_id != NULL
               ? edition_alliance_name(order->edition, order->alliance_id)
               : word(order->edition->language, WORD_chart_national);
}

/* Rows of the register, known of all, say nothing of who answered the others. */
static bool all_are_known(const Chart *chart)
{
    for (size_t row = 0; row < chart->row_count; row++)
        if (chart_cell(chart, row, 0)->n < chart_cell(chart, row, 0)->of)
            return false;
    return true;
}

const char *view_basis(const ChartOrder *order, const Chart *chart)
{
    double low = (double)NAN, high = (double)NAN, of = (double)NAN;
    bool all = all_are_known(chart);
    for (size_t row = 0; row < chart->row_count; row++) {
        const ChartCell *cell = chart_cell(chart, row, 0);
        if (isnan(cell->n) || isnan(cell->of) || (cell->n == cell->of && !all))
            continue;
        if (!isnan(of) && of != cell->of)
            return "";
        of   = cell->of;
        low  = fmin(low, cell->n);
        high = fmax(high, cell->n);
    }
    if (isnan(of))
        return "";
    WordId id = low < high ? WORD_chart_basis_range : WORD_n_of_N;
    return word_fill(order->arena, order->edition->language, id,
                     FIELDS({"low", view_value(order, low, NUMBER_COUNT)},
                            {"n", view_value(order, high, NUMBER_COUNT)},
                            {"N", view_value(order, of, NUMBER_COUNT)}));
}

const char *view_answered(const ChartOrder *order, const char *basis)
{
    if (*basis == '\0')
        return "";
    WordId id = order->alliance_id != NULL ? WORD_chart_members_answered
                                           : WORD_chart_partners_answered;
    return word_fill(order->arena, order->edition->language, id,
                     FIELDS({"basis", basis}));
}

bool view_range(const ChartOrder *order, const Chart *chart, const char **low,
                const char **high)
{
    double lowest = (double)NAN, highest = (double)NAN;
    for (size_t row = 0; row < chart->row_count; row++) {
        lowest  = fmin(lowest, chart_cell(chart, row, 0)->value);
        highest = fmax(highest, chart_cell(chart, row, 0)->value);
    }
    if (isnan(lowest))
        return false;
    *low  = view_value(order, lowest, chart->unit);
    *high = view_value(order, highest, chart->unit);
    return true;
}

size_t view_shown(const Chart *chart)
{
    size_t shown = 0;
    for (size_t row = 0; row < chart->row_count; row++) {
        const ChartCell *cell = chart_cell(chart, row, 0);
        shown += !isnan(cell->value) || !isnan(cell->low) ? 1 : 0;
    }
    return shown;
}
