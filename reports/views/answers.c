/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was answered on a scale: statement by statement, by term and number, under the
 * headings of the terms. A column an answer, and last the figure of the indicator
 * itself, which the answers at the upper end make up. */
#include "reports/edition/evidence.h"
#include "reports/views/view_words.h"

#include <string.h>

/* The number of a statement's term in its list; that of the list's end without one. */
static size_t term_of(const Table *table, const CodeList *terms, const char *statement)
{
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        const CodeList *numbers =
            table->spec->variables[COLUMN(statements, statement)].codes;
        int number = table_code(table, COLUMN(statements, statement), row);
        int term   = table_code(table, COLUMN(statements, term), row);
        if (number != CODE_NONE && term != CODE_NONE &&
            strcmp(numbers->codes[number], statement) == 0)
            return (size_t)term;
    }
    return terms->n_codes;
}

static const CodeList *terms_of(const ChartOrder *order)
{
    const TableSpec *spec = schema_table(order->edition->schema, TABLE_statements);
    return spec->variables[COLUMN(statements, term)].codes;
}

/* The heading of a term: the name of its own category. */
static const char *term_name(const ChartOrder *order, size_t term)
{
    const CodeList *terms = terms_of(order);
    FigureKey key         = view_key(order, order->year);
    if (term == terms->n_codes)
        return word(order->edition->language, WORD_chart_answers_other);
    key.category = arena_printf(order->arena, "term:%s", terms->codes[term]);
    return view_item_name(order, &key);
}

/* The answers of the order's measure, from one end of the scale to the other. */
static const CodeList *scale_of(const ChartOrder *order)
{
    const TableSpec *survey = schema_table(order->edition->schema, TABLE_survey);
    const Indicator *of     = order->indicator;
    for (size_t m = 0; m < of->n_measures; m++)
        if (strcmp(of->measures[m].id, order->row->measure) == 0)
            return survey->variables[of->measures[m].variable].codes;
    g_assert_not_reached();
}

static bool has_text(const ChartOrder *order, const FigureKey *key)
{
    return strcmp(name_category(order->edition, key), key->category) != 0;
}

/* A statement that was never put to anybody has neither a text nor a figure. */
static bool is_unknown(const ChartOrder *order, const FigureKey *key,
                       const ChartCell *total)
{
    return isnan(total->value) && !has_text(order, key);
}

/* Its text, or "Statement 7" where there is none. */
static const char *statement_name(const ChartOrder *order, const FigureKey *key)
{
    const TableSpec *spec   = schema_table(order->edition->schema, TABLE_statements);
    const CodeList *numbers = spec->variables[COLUMN(statements, statement)].codes;
    int number              = code_find(numbers, key->category, strlen(key->category));
    if (has_text(order, key) || number == CODE_NONE)
        return view_item_name(order, key);
    return text_in(numbers->labels[number], order->edition->language);
}

static ChartCell answer_cell(const ChartOrder *order, const FigureKey *key, int answer)
{
    const Edition *edition = order->edition;
    ChartCell cell         = view_cell_none();
    Figure figure;
    if (!evidence_answer(edition, key, answer, &figure)) {
        cell.word = word(edition->language, WORD_not_delivered);
        return cell;
    }
    cell.value = figure.value;
    cell.n     = figure.n;
    cell.of    = figure.N;
    cell.word  = edition_missing_word(edition, &figure);
    return cell;
}

static bool set_words(const ChartOrder *order, Picture *picture, const Chart *totals,
                      const char *remark)
{
    const char *low, *high;
    if (!view_range(order, totals, &low, &high))
        return false;
    const char *basis = view_basis(order, totals);
    const WordField *fields =
        FIELDS({"title", view_title(order)}, {"year", view_year(order, order->year)},
               {"low", low}, {"high", high}, {"definition", view_definition(order)},
               {"place", view_place(order)}, {"answered", view_answered(order, basis)},
               {"remark", remark}, {"count", view_number(order, view_shown(totals))});
    const ViewWords words = {strcmp(low, high) == 0 ? WORD_chart_answers_one
                                                    : WORD_chart_answers_headline,
                             WORD_chart_answers_subtitle, WORD_chart_answers_alt,
                             WORD_chart_answers_description};
    view_tell(order, picture, &words, fields);
    return true;
}

/* The names of the columns. */
static const char *const *column_names(const ChartOrder *order, const CodeList *scale)
{
    Language language  = order->edition->language;
    const char **names = arena_array(order->arena, const char *, scale->n_codes + 1);
    for (size_t k = 0; k < scale->n_codes; k++)
        names[k] = text_in(scale->labels[k], language);
    names[scale->n_codes] = word(language, WORD_chart_answers_total);
    return names;
}

/* The statements of a chart, as they are gathered. */
typedef struct Statements {
    size_t count;
    FigureKey *keys;
    size_t *terms;
    ChartCell *totals;
} Statements;

/* Term after term, in each by number; those without a term come last. */
static Statements find_statements(const ChartOrder *order)
{
    size_t n                  = 0;
    const ViewFigure *figures = view_figures(order, &n);
    const CodeList *terms     = terms_of(order);
    Statements found          = {.keys   = arena_array(order->arena, FigureKey, n),
                                 .terms  = arena_array(order->arena, size_t, n),
                                 .totals = arena_array(order->arena, ChartCell, n)};
    for (size_t term = 0; term <= terms->n_codes; term++)
        for (size_t i = 0; i < n; i++) {
            const FigureKey *key = &figures[i].key;
            ChartCell total      = view_cell(order, key);
            if (term_of(order->edition->statements, terms, key->category) != term ||
                is_unknown(order, key, &total))
                continue;
            found.keys[found.count]     = *key;
            found.terms[found.count]    = term;
            found.totals[found.count++] = total;
        }
    return found;
}

/* A heading for each row; NULL where no statement has a term. */
static const char *const *group_names(const ChartOrder *order,
                                      const Statements *statements)
{
    const char **groups = arena_array(order->arena, const char *, statements->count);
    if (statements->count == 0 || statements->terms[0] == terms_of(order)->n_codes)
        return NULL;
    for (size_t i = 0; i < statements->count; i++)
        groups[i] = term_name(order, statements->terms[i]);
    return groups;
}

static bool fill(const ChartOrder *order, Picture *picture)
{
    const CodeList *scale = scale_of(order);
    Statements statements = find_statements(order);
    size_t n              = statements.count;
    size_t n_columns      = scale->n_codes + 1;
    ChartCell *cells      = arena_array(order->arena, ChartCell, n * n_columns);
    const char **rows     = arena_array(order->arena, const char *, n);
    const char *remark    = view_common_remark(statements.totals, n);
    const Chart totals    = {.unit         = NUMBER_PROPORTION,
                             .row_count    = n,
                             .column_count = 1,
                             .cells        = statements.totals};
    for (size_t i = 0; i < n; i++) {
        ChartCell *row = cells + i * n_columns;
        for (size_t k = 0; k < scale->n_codes; k++)
            row[k] = answer_cell(order, &statements.keys[i], (int)k + 1);
        row[scale->n_codes] = statements.totals[i];
        rows[i]             = statement_name(order, &statements.keys[i]);
    }
    picture->chart =
        (Chart){.unit         = NUMBER_PROPORTION,
                .row_count    = n,
                .column_count = n_columns,
                .rows         = rows,
                .groups       = group_names(order, &statements),
                .columns      = column_names(order, scale),
                .cells        = cells,
                .has_total    = true,
                .counts       = word(order->edition->language, WORD_chart_counts)};
    return set_words(order, picture, &totals,
                     remark != NULL ? arena_printf(order->arena, "; %s", remark) : "");
}

const View view_answers = {.fill = fill};
