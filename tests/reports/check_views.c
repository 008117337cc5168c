/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check_views WORK: fills and draws every chart of the artefacts in WORK, and measures
 * words and pictures: headlines of at most ten words, alt sentences of at most 150
 * characters, descriptions that are no copy of the title, nothing that overlaps. Prints
 * how often each row of charts.def was drawn. */
#include "chart_layout.h"
#include "reports/views/view.h"

#include <stdio.h>
#include <string.h>

static size_t count_words(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    size_t count        = 0;
    for (size_t i = 0; words[i] != NULL; i++)
        count += *words[i] != '\0' ? 1 : 0;
    return count;
}

static void check_text(const char *name, const char *what, const char *text)
{
    if (text == NULL || *text == '\0')
        g_error("%s: no %s", name, what);
    if (strstr(text, " nan") != NULL || strstr(text, "  ") != NULL)
        g_error("%s: %s: %s", name, what, text);
}

static void check_words(const char *name, const Picture *picture)
{
    const ChartText *text = &picture->chart.text;
    check_text(name, "headline", text->headline);
    check_text(name, "subtitle", text->subtitle);
    check_text(name, "source", text->source);
    check_text(name, "description", text->description);
    check_text(name, "alt sentence", picture->alt);
    if (strchr(";:,. ", text->headline[strlen(text->headline) - 1]) != NULL)
        g_error("%s: breaks off: %s", name, text->headline);
    if (count_words(text->headline) > 10)
        g_error("%s: too long: %s", name, text->headline);
    if (g_utf8_strlen(picture->alt, -1) > 150)
        g_error("%s: too long: %s", name, picture->alt);
    if (strcmp(text->headline, text->description) == 0 ||
        strcmp(text->headline, picture->alt) == 0)
        g_error("%s: says the same twice", name);
    for (size_t i = 0; i < picture->chart.row_count; i++)
        check_text(name, "row", picture->chart.rows[i]);
}

static bool check_order(ChartOrder order)
{
    g_autoptr(Arena) arena = arena_new();
    int indicator          = indicator_find(order.row->indicator);
    Picture picture;
    order.arena     = arena;
    order.indicator = indicator >= 0 ? indicator_at((size_t)indicator) : NULL;
    if (!view_fill(&order, &picture))
        return false;
    const char *alliance = order.alliance_id != NULL ? order.alliance_id : "national";
    const char *name =
        arena_printf(arena, "%d %s %s", order.year, alliance, order.row->id);
    check_words(name, &picture);
    g_autoptr(Canvas) canvas = chart_draw(order.row->kind, &picture.chart);
    chart_layout_check(canvas, &picture.chart, order.row->kind->id, name);
    return true;
}

static size_t check_national(const Edition *edition, const ChartRow *row)
{
    size_t drawn = 0;
    for (size_t y = 0; y < edition->n_years; y++)
        drawn += check_order(
            (ChartOrder){.edition = edition, .row = row, .year = edition->years[y]});
    return drawn;
}

static size_t check_local(const Edition *edition, const ChartRow *row)
{
    size_t drawn = 0;
    for (size_t i = 0; i < figures_count(edition->figures); i++) {
        FigureKey key;
        figures_at(edition->figures, i, &key);
        if (key.alliance_id != NULL && strcmp(key.indicator, "partners") == 0)
            drawn += check_order((ChartOrder){.edition     = edition,
                                              .row         = row,
                                              .year        = key.year,
                                              .alliance_id = key.alliance_id});
    }
    return drawn;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Arena) arena  = arena_new();
    if (argc != 2) {
        fputs("check_views WORK\n", stderr);
        return 64;
    }
    g_autoptr(Edition) edition = edition_read(arena, argv[1], &error);
    if (edition == NULL) {
        fprintf(stderr, "check_views: %s\n", error->message);
        return 65;
    }
    for (size_t r = 0; r < chart_row_count; r++) {
        const ChartRow *row = &chart_rows[r];
        size_t drawn = row->scope == SCOPE_NATIONAL ? check_national(edition, row)
                                                    : check_local(edition, row);
        printf("%zu %s\n", drawn, row->id);
    }
    return 0;
}
