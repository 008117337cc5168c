/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts in rows and columns. Percentages have one decimal here, as in the workbooks;
 * sentences have none. */
#include "reports/page/table.h"

#include <string.h>

static const char *own_word(const Report *report, WordId id)
{
    return word(report->edition->language, id);
}

static bool is_percentage(const char *unit)
{
    return strcmp(unit, "proportion") == 0;
}

/* The digits of a value in its unit, without the sign of percentages. */
static const char *digits_of(const Report *report, double value, const char *unit)
{
    const NumberFormat *format = report->edition->format;
    if (is_percentage(unit)) {
        char *text             = format_percent(report->arena, format, value, 1);
        text[strlen(text) - 1] = '\0';
        return text;
    }
    int decimals = strcmp(unit, "mean") == 0 ? 1 : strcmp(unit, "index") == 0 ? 2 : 0;
    return format_number(report->arena, format, value, decimals);
}

static const char *sign_of(const char *unit)
{
    return is_percentage(unit) ? "%" : "";
}

const char *figure_text(const Report *report, const Figure *figure)
{
    const char *missing = edition_missing_word(report->edition, figure);
    if (missing != NULL)
        return missing;
    if (isnan(figure->value))
        return own_word(report, WORD_not_applicable);
    return arena_printf(report->arena, "%s%s",
                        digits_of(report, figure->value, figure->unit),
                        sign_of(figure->unit));
}

static const char *margin_text(const Report *report, double low, double high,
                               const char *unit)
{
    return word_fill(
        report->arena, report->edition->language, WORD_margin,
        FIELDS({"low", digits_of(report, low, unit)},
               {"high", arena_printf(report->arena, "%s%s",
                                     digits_of(report, high, unit), sign_of(unit))}));
}

const char *figure_margin_text(const Report *report, const Figure *figure)
{
    const char *missing = edition_missing_word(report->edition, figure);
    if (missing != NULL)
        return missing;
    if (isnan(figure->ci_low) || isnan(figure->ci_high))
        return own_word(report, WORD_not_applicable);
    return margin_text(report, figure->ci_low, figure->ci_high, figure->unit);
}

static const char *basis_text(const Report *report, double n, double of)
{
    const NumberFormat *format = report->edition->format;
    if (isnan(n) || isnan(of))
        return own_word(report, WORD_not_applicable);
    return word_fill(report->arena, report->edition->language, WORD_n_of_N,
                     FIELDS({"n", format_number(report->arena, format, n, 0)},
                            {"N", format_number(report->arena, format, of, 0)}));
}

/* ---- figures ---- */

/* What the row is about: its title, and its category, opgave or sector. */
static const char *row_label(const Report *report, const FigureKey *key)
{
    const Edition *edition = report->edition;
    const char *title      = name_figure(report->arena, edition, key);
    const char *part       = key->category != NULL ? name_category(edition, key)
                             : key->opgave != NULL
                                 ? name_opgave_numbered(report->arena, edition, key->opgave)
                             : key->sector != NULL ? name_sector(edition, key->sector)
                                                   : NULL;
    return part != NULL ? arena_printf(report->arena, "%s: %s", title, part) : title;
}

enum { FIGURE_COLUMNS = 5 };

static void fill_row(const Report *report, const FigureKey *key,
                     const char *cells[FIGURE_COLUMNS])
{
    Figure figure = figure_get(report, key);
    cells[0]      = row_label(report, key);
    cells[1]      = figure_text(report, &figure);
    cells[2]      = figure_margin_text(report, &figure);
    cells[3]      = basis_text(report, figure.n, figure.N);
    cells[4]      = figure_status_text(report, &figure);
}

PageTable page_table_of_figures(const Report *report, const FigureSelection *selection,
                                const char *caption)
{
    static const bool numbers[FIGURE_COLUMNS] = {false, true, true, true, false};
    static const WordId words[FIGURE_COLUMNS] = {WORD_column_subject, WORD_column_value,
                                                 WORD_column_margin, WORD_column_basis,
                                                 WORD_column_status};
    size_t n                                  = 0;
    const FigureKey *keys                     = figure_list(report, selection, &n);
    const char **headers = arena_array(report->arena, const char *, FIGURE_COLUMNS);
    const char **cells   = arena_array(report->arena, const char *, FIGURE_COLUMNS *n);
    for (size_t c = 0; c < FIGURE_COLUMNS; c++)
        headers[c] = own_word(report, words[c]);
    for (size_t i = 0; i < n; i++)
        fill_row(report, &keys[i], cells + i * FIGURE_COLUMNS);
    return (PageTable){.caption      = caption,
                       .headers      = headers,
                       .numbers      = numbers,
                       .column_count = FIGURE_COLUMNS,
                       .cells        = cells,
                       .row_count    = n};
}

/* ---- charts ---- */

static const char *number_text(const Report *report, double value, NumberUnit unit)
{
    return unit == NUMBER_PROPORTION
               ? format_percent(report->arena, report->edition->format, value, 1)
               : format_value(report->arena, report->edition->format, value, unit);
}

static const char *bounds_text(const Report *report, const Chart *chart,
                               const ChartCell *cell)
{
    return word_fill(report->arena, report->edition->language, WORD_margin,
                     FIELDS({"low", number_text(report, cell->low, chart->unit)},
                            {"high", number_text(report, cell->high, chart->unit)}));
}

/* A margin stays on one line. */
static const char *unbroken(const Report *report, const char *text)
{
    g_auto(GStrv) words     = g_strsplit(text, " ", -1);
    g_autofree char *joined = g_strjoinv("\u00a0", words);
    return arena_strdup(report->arena, joined);
}

/* The value as the chart writes it, its margin behind it in brackets, and what it
 * bears; bounds alone where there is no value, a word where there is nothing. */
static const char *cell_text(const Report *report, const Chart *chart,
                             const ChartCell *cell)
{
    Arena *arena      = report->arena;
    bool has_bounds   = !isnan(cell->low) && !isnan(cell->high);
    const char *value = cell->label != NULL ? cell->label
                        : !isnan(cell->value)
                            ? number_text(report, cell->value, chart->unit)
                            : NULL;
    const char *text  = value;
    if (has_bounds && value != NULL)
        text = arena_printf(arena, "%s (%s)", value,
                            unbroken(report, bounds_text(report, chart, cell)));
    else if (has_bounds)
        text = bounds_text(report, chart, cell);
    if (text == NULL)
        return cell->word != NULL ? cell->word : own_word(report, WORD_not_applicable);
    return cell->word != NULL ? arena_printf(arena, "%s; %s", text, cell->word) : text;
}

static const char *column_text(const Report *report, const Chart *chart, size_t column)
{
    if (chart->years != NULL)
        return arena_printf(report->arena, "%d", chart->years[column]);
    if (chart->columns != NULL)
        return chart->columns[column];
    return own_word(report, WORD_column_value);
}

PageTable page_table_of_chart(const Report *report, const Chart *chart,
                              const char *caption)
{
    bool has_basis =
        chart->counts != NULL && (chart->column_count == 1 || chart->has_total);
    size_t n_columns     = 1 + chart->column_count + has_basis;
    const char **headers = arena_array(report->arena, const char *, n_columns);
    bool *numbers        = arena_array(report->arena, bool, n_columns);
    const char **cells =
        arena_array(report->arena, const char *, n_columns * chart->row_count);
    headers[0] = own_word(report, WORD_column_part);
    for (size_t c = 0; c < chart->column_count; c++)
        headers[c + 1] = column_text(report, chart, c);
    if (has_basis)
        headers[n_columns - 1] = own_word(report, WORD_column_basis);
    for (size_t c = 1; c < n_columns; c++)
        numbers[c] = true;
    for (size_t r = 0; r < chart->row_count; r++) {
        const char **row = cells + r * n_columns;
        row[0]           = chart->rows != NULL ? chart->rows[r] : caption;
        for (size_t c = 0; c < chart->column_count; c++)
            row[c + 1] = cell_text(report, chart, chart_cell(chart, r, c));
        const ChartCell *counted =
            chart_cell(chart, r, chart->has_total ? chart->column_count - 1 : 0);
        if (has_basis)
            row[n_columns - 1] = basis_text(report, counted->n, counted->of);
    }
    return (PageTable){caption, headers, numbers, n_columns, cells, chart->row_count};
}
