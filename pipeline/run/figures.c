/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key figures as sentences: each is one row of `figures`. */
#include "run/figures.h"

#include "data/table.h"
#include "run/message.h"
#include "run/terminal.h"

#include <stdlib.h>
#include <string.h>

/* What the message of a figure is filled with. */
typedef enum FigureForm { FORM_COUNT, FORM_RESPONSE, FORM_SHARE } FigureForm;

typedef struct Figure {
    const char *indicator;
    const char *measure;
    FigureForm form;
    MessageId words;
} Figure;

static const Figure figures[] = {
    {"partners", "active", FORM_COUNT, MESSAGE_figure_partners},
    {"response", "rate", FORM_RESPONSE, MESSAGE_figure_response},
    {"new_cross_sector", "share", FORM_SHARE, MESSAGE_figure_new_cross_sector},
    {"new_via_opgave", "share", FORM_SHARE, MESSAGE_figure_new_via_opgave},
    {"experts_involved", "share", FORM_SHARE, MESSAGE_figure_experts_involved},
    {"local_alliances", "count", FORM_COUNT, MESSAGE_figure_local_alliances},
};

static bool is_empty(const Table *table, size_t variable, size_t row)
{
    return table_text(table, variable, row) == NULL;
}

static bool is_national(const Table *table, size_t row)
{
    return is_empty(table, COLUMN(indicators, sector), row) &&
           is_empty(table, COLUMN(indicators, alliance_id), row) &&
           is_empty(table, COLUMN(indicators, opgave), row) &&
           is_empty(table, COLUMN(indicators, category), row);
}

static bool is_reported(const Settings *settings, int year)
{
    for (size_t i = 0; i < settings->n_years; i++)
        if (settings->years[i] == year)
            return true;
    return settings->n_years == 0;
}

static int last_year(const Table *table, const Settings *settings)
{
    int last = 0;
    for (size_t row = 0; row < table->n_rows; row++) {
        int year = (int)table_count(table, COLUMN(indicators, year), row);
        if (year > last && is_reported(settings, year))
            last = year;
    }
    return last;
}

/* The row of a national figure that has a value; n_rows when there is none. */
static size_t find_row(const Table *table, const Figure *figure, int year)
{
    for (size_t row = 0; row < table->n_rows; row++)
        if (table_count(table, COLUMN(indicators, year), row) == year &&
            is_national(table, row) &&
            g_strcmp0(table_text(table, COLUMN(indicators, indicator), row),
                      figure->indicator) == 0 &&
            g_strcmp0(table_text(table, COLUMN(indicators, measure), row),
                      figure->measure) == 0 &&
            !isnan(table_number(table, COLUMN(indicators, value), row)))
            return row;
    return table->n_rows;
}

/* A share as a whole percentage, the shortest decimal rounded half away from zero. */
static char *percent(double share)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(digits, sizeof digits, "%.12g", share * 100);
    return g_strdup_printf("%.0f", floor(g_ascii_strtod(digits, NULL) + 0.5));
}

static char *word_count(const Table *table, const Figure *figure, size_t row)
{
    double value           = table_number(table, COLUMN(indicators, value), row);
    g_autofree char *count = message_count((size_t)MAX(value, 0));
    return message(figure->words, count, NULL);
}

static char *word_response(const Table *table, const Figure *figure, size_t row)
{
    double answered       = table_number(table, COLUMN(indicators, numerator), row);
    double asked          = table_number(table, COLUMN(indicators, denominator), row);
    double value          = table_number(table, COLUMN(indicators, value), row);
    g_autofree char *n    = message_count((size_t)MAX(answered, 0));
    g_autofree char *N    = message_count((size_t)MAX(asked, 0));
    g_autofree char *rate = percent(value);
    return message(figure->words, n, N, rate, NULL);
}

static char *word_share(const Table *table, const Figure *figure, size_t row)
{
    double low             = table_number(table, COLUMN(indicators, ci_low), row);
    double high            = table_number(table, COLUMN(indicators, ci_high), row);
    double value           = table_number(table, COLUMN(indicators, value), row);
    g_autofree char *share = percent(value);
    g_autofree char *words = message(figure->words, share, NULL);
    if (isnan(low) || isnan(high))
        return g_steal_pointer(&words);
    g_autofree char *from    = percent(low);
    g_autofree char *to      = percent(high);
    g_autofree char *between = message(MESSAGE_figure_between, from, to, NULL);
    return g_strconcat(words, between, NULL);
}

static void print_figure(const Table *table, const Figure *figure, size_t row,
                         FILE *stream)
{
    static char *(*const forms[])(const Table *, const Figure *, size_t) = {
        [FORM_COUNT]    = word_count,
        [FORM_RESPONSE] = word_response,
        [FORM_SHARE]    = word_share,
    };
    g_autofree char *words = forms[figure->form](table, figure, row);
    g_autofree char *line  = g_strconcat("  ", words, NULL);
    terminal_line(stream, line);
}

int figures_print(const char *path, const Settings *settings, FILE *stream)
{
    g_autoptr(Arena) arena = arena_new();
    const Schema *schema   = schema_new(arena, &settings->sectors);
    g_autoptr(Table) table =
        table_read(schema_table(schema, TABLE_indicators), path, NULL);
    int year = table != NULL ? last_year(table, settings) : 0;
    if (year == 0)
        return 0;
    g_autofree char *number = g_strdup_printf("%d", year);
    g_autofree char *title =
        message(MESSAGE_screen_title, settings->monitor_title, number, NULL);
    terminal_heading(stream, title);
    for (size_t i = 0; i < G_N_ELEMENTS(figures); i++) {
        size_t row = find_row(table, &figures[i], year);
        if (row < table->n_rows)
            print_figure(table, &figures[i], row, stream);
    }
    return year;
}
