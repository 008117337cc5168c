/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far partners agree with the outcome statements: the mean from 1 to 5 and the
 * share of 4 and 5 per statement, and per term the mean of each partner's own mean over
 * the statements that it answered. */
#include "indicators/core/indicator.h"

enum { STATEMENTS = 24, TERMS = 4 };
static const char *const categories[] = {
    "01", "02", "03", "04",         "05",          "06",        "07",
    "08", "09", "10", "11",         "12",          "13",        "14",
    "15", "16", "17", "18",         "19",          "20",        "21",
    "22", "23", "24", "term:short", "term:medium", "term:long", "term:local"};
static const Items all_items = {.count = STATEMENTS + TERMS, .categories = categories};
static const Items statement_items = {.count = STATEMENTS, .categories = categories};

/* The survey columns of the statements of a term that were asked. */
static size_t term_columns(const Year *year, size_t term, size_t columns[USES_LIMIT])
{
    const Table *table = year->monitor->statements;
    size_t n           = 0;
    for (size_t row = 0; table != NULL && row < table->n_rows && n < USES_LIMIT;
         row++) {
        int statement = table_code(table, COLUMN(statements, statement), row);
        if (statement == CODE_NONE ||
            table_code(table, COLUMN(statements, term), row) != (int)term)
            continue;
        size_t column = COLUMN(survey, statement) + (size_t)statement;
        if (year->survey != NULL && table_has(year->survey, column))
            columns[n++] = column;
    }
    return n;
}

static size_t uses(const Year *year, size_t item, size_t columns[USES_LIMIT])
{
    if (item >= STATEMENTS)
        return term_columns(year, item - STATEMENTS, columns);
    return uses_columns(COLUMN(survey, statement) + item, 1, columns);
}

static bool observe_mean(const Answer *answer, size_t item, double *value)
{
    size_t columns[USES_LIMIT];
    size_t n_columns  = uses(answer->year, item, columns);
    size_t n_answered = 0;
    double sum        = 0;
    for (size_t i = 0; i < n_columns; i++) {
        double one = 0;
        if (!answer_value(answer, columns[i], &one))
            continue;
        sum += one;
        n_answered++;
    }
    *value = n_answered > 0 ? sum / (double)n_answered : 0;
    return n_answered > 0;
}

static bool observe_agreement(const Answer *answer, size_t item, double *value)
{
    if (!answer_value(answer, COLUMN(survey, statement) + item, value))
        return false;
    *value = *value >= 4;
    return true;
}

const Indicator indicator_statement_agreement = {
    .id    = "statement_agreement",
    .title = {"Agreement with the outcome statements",
              "Instemming met de uitkomststellingen"},
    .definition =
        {"Mean agreement from 1 to 5 per statement and per term, and the share "
         "of the partners that agree.",
         "Gemiddelde instemming van 1 tot 5 per stelling en per termijn, en het "
         "aandeel van de partners dat het eens is."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "mean",
              .unit     = UNIT_MEAN,
              .estimate = ESTIMATE_MEAN,
              .items    = &all_items,
              .uses     = uses,
              .observe  = observe_mean},
             {.id       = "share_agree",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE_ALONE,
              .by       = BY_ANSWER,
              .items    = &statement_items,
              .variable = COLUMN(survey, statement),
              .observe  = observe_agreement}),
};
