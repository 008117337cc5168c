/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headlines that keep to their length, and the parts that all subtitles have. */
#include "reports/views/view_words.h"

#include <string.h>

/* What a space no line breaks at joins is one word: "24 787". */
static size_t count_words(const char *text)
{
    size_t words = 0;
    for (size_t i = 0; text[i] != '\0'; i++)
        words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
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

const char *view_answered(const ChartOrder *order, const char *basis)
{
    if (*basis == '\0')
        return "";
    WordId id = order->alliance_id != NULL ? WORD_chart_members_answered
                                           : WORD_chart_partners_answered;
    return word_fill(order->arena, order->edition->language, id,
                     FIELDS({"basis", basis}));
}

const char *view_span(const ChartOrder *order, const Chart *chart)
{
    if (chart->column_count < 2)
        return view_year(order, order->year);
    return word_fill(order->arena, order->edition->language, WORD_chart_span,
                     FIELDS({"from", view_year(order, chart->years[0])},
                            {"to", view_year(order, order->year)}));
}
