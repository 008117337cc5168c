/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pledge asks of a partner: sign, make an activity plan, bring in another
 * organisation, answer the monitor, be active. The first four are known of every
 * partner; activity only of those that answered, so it and all five together are
 * estimated. What is not known counts as no.
 *
 * Source: the five expectations in the invitation to the launch, 26 March 2019. */
#include "indicators/core/indicator.h"

enum { SIGNED, PLAN, INTRODUCED, ANSWERED, KNOWN, ACTIVE = KNOWN, ALL, CATEGORIES };

static const char *const categories[CATEGORIES] = {
    "pledge_signed", "activity_plan", "introduced_partner",
    "answered",      "active",        "all"};

static const Items known_items     = {.count = KNOWN, .categories = categories};
static const Items estimated_items = {
    .count = CATEGORIES - KNOWN, .categories = categories + KNOWN, .first = KNOWN};

static bool is_signed(const Year *year, size_t partner)
{
    Date date =
        table_date(year->monitor->partners, COLUMN(partners, pledge_signed), partner);
    return date != DATE_MISSING && date <= year->reference;
}

static bool has_plan(const Year *year, size_t partner)
{
    return table_bool(year->monitor->partners, COLUMN(partners, activity_plan),
                      partner) == 1;
}

static bool has_introduced(const Year *year, size_t partner)
{
    return year->has_introduced[partner];
}

static bool has_answered(const Year *year, size_t partner)
{
    return year->answer[partner] != NO_ROW;
}

typedef bool Expectation(const Year *year, size_t partner);
static Expectation *const expectations[KNOWN] = {is_signed, has_plan, has_introduced,
                                                 has_answered};

/* Whether the source of an expectation is there at all. */
static bool is_known(const Year *year, size_t category)
{
    const Table *partners = year->monitor->partners;
    const bool known[]    = {
           [SIGNED]     = table_has(partners, COLUMN(partners, pledge_signed)),
           [PLAN]       = table_has(partners, COLUMN(partners, activity_plan)),
           [INTRODUCED] = table_has(partners, COLUMN(partners, introduced_by)),
           [ANSWERED]   = year->survey != NULL,
    };
    return known[category];
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    for (size_t c = 0; c < KNOWN; c++) {
        Cell *cell           = indicator_add(self, year, 0, (double)NAN, cells);
        cell->category       = categories[c];
        cell->category_order = (int)c;
        if (!is_known(year, c))
            continue;
        size_t x = 0;
        for (size_t row = 0; row < year->monitor->partners->n_rows; row++)
            x += year->is_national[row] && expectations[c](year, row);
        cell->numerator   = (double)x;
        cell->denominator = cell->n = cell->N = (double)year->n_eligible;
        cell->obs_status = year->n_eligible > 0 ? OBS_NORMAL : OBS_CANNOT_EXIST;
        if (year->n_eligible > 0)
            cell->value = cell->numerator / cell->denominator;
    }
}

/* Activity is known from opgaven, collaborations or attendance; all five also need the
 * register to hold them. */
static size_t uses(const Year *year, size_t item, size_t columns[USES_LIMIT])
{
    bool is_there = year->collaborations != NULL || year->attendance != NULL;
    for (size_t i = 0; i < 10; i++)
        is_there |=
            year->survey != NULL && table_has(year->survey, COLUMN(survey, opgave) + i);
    for (size_t c = 0; item + KNOWN == ALL && c < KNOWN; c++)
        is_there &= is_known(year, c);
    return is_there ? uses_columns(COLUMN(survey, submitted), 1, columns) : 0;
}

static bool is_active(const Answer *answer)
{
    for (size_t i = 0; i < 10; i++)
        if (table_bool(answer->year->survey, COLUMN(survey, opgave) + i, answer->row) ==
            1)
            return true;
    return answer->year->collaborating[answer->partner].any ||
           answer->year->has_attended[answer->partner];
}

static bool observe(const Answer *answer, size_t item, double *value)
{
    bool all = is_active(answer);
    for (size_t c = 0; item + KNOWN == ALL && c < KNOWN; c++)
        all &= expectations[c](answer->year, answer->partner);
    *value = all;
    return true;
}

const Indicator indicator_pledge_fulfilment = {
    .id    = "pledge_fulfilment",
    .title = {"Keeping the pledge", "Nakomen van de belofte"},
    .definition =
        {"Share of the partners that do what the pledge asks: sign, plan, bring "
         "in a partner, answer and be active.",
         "Aandeel van de partners dat doet wat de belofte vraagt: tekenen, een "
         "plan maken, een partner aandragen, antwoorden en actief zijn."},
    .formula = {"Partners that meet the expectation divided by all partners; what is "
                "not known counts as no.",
                "Partners die aan de verwachting voldoen, gedeeld door alle partners; "
                "wat niet bekend is telt als nee."},
    .source  = {"Register of partners and partner survey",
                "Partnerregister en partnervragenlijst"},
    .compute = compute,
    MEASURES({.id = "share", .unit = UNIT_PROPORTION, .items = &known_items},
             {.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .items    = &estimated_items,
              .uses     = uses,
              .observe  = observe}),
};
