/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each check is one function over a year, or over the monitor as a whole. */
#include "indicators/tables/checks.h"

#include "indicators/core/indicator.h"
#include "indicators/verzachten/reach.h"

#include <string.h>

/* ---- survey and collaborations ---- */

/* A question whose answer the collaborations tell too. */
typedef struct TwiceAsked {
    size_t variable;
    bool (*derive)(const Collaborating *own);
    Text listed; /* what the list says */
} TwiceAsked;

static bool is_across(const Collaborating *own)
{
    return own->new_with_sector;
}

static bool is_via_opgave(const Collaborating *own)
{
    return own->new_via_opgave;
}

static const TwiceAsked twice_asked[] = {
    {COLUMN(survey, new_cross_sector),
     is_across,
     {"no new collaboration with another sector is listed",
      "er staat geen nieuwe samenwerking met een andere sector in de lijst"}},
    {COLUMN(survey, new_via_opgave),
     is_via_opgave,
     {"no new collaboration with its opgave is listed",
      "er staat geen nieuwe samenwerking met opgave in de lijst"}},
};

static void check_answer(const TwiceAsked *question, const Answer *answer,
                         Findings *findings)
{
    const Year *year         = answer->year;
    const Monitor *monitor   = year->monitor;
    const Collaborating *own = &year->collaborating[answer->partner];
    double value             = 0;
    /* A no that the list contradicts was found at its cell, where the survey was read.
     */
    if (!own->any || !answer_value(answer, question->variable, &value) || value <= 0 ||
        question->derive(own))
        return;
    const Variable *variable =
        &schema_table(monitor->schema, TABLE_survey)->variables[question->variable];
    g_autofree char *file = g_strdup_printf("%d/survey.csv", year->year);
    findings_add(
        findings,
        &(Finding){.code     = FINDING_answers_disagree,
                   .file     = file,
                   .variable = variable->name,
                   .partner_id =
                       table_text(monitor->partners, COLUMN(partners, partner_id),
                                  answer->partner),
                   .value    = "1",
                   .expected = text_in(question->listed, monitor->settings->language)});
}

/* Only partners that list something: who lists nothing may not have seen the list. */
static void check_answers(const Year *year, Findings *findings)
{
    const Monitor *monitor = year->monitor;
    for (size_t i = 0; i < monitor->partners->n_rows; i++) {
        size_t partner = monitor->order[i];
        if (year->answer[partner] == NO_ROW || !year->is_eligible[partner])
            continue;
        Answer answer = {year, partner, (size_t)year->answer[partner]};
        for (size_t q = 0; q < G_N_ELEMENTS(twice_asked); q++)
            check_answer(&twice_asked[q], &answer, findings);
    }
}

static void check_reach(const Year *year, Findings *findings)
{
    reach_find(year, CODE_VALUE(unit, children), findings);
    reach_find(year, CODE_VALUE(unit, families), findings);
}

/* ---- targets ---- */

/* The measures that have rows in indicators.csv; returns how many. */
static size_t measure_names(Arena *arena, const Indicator *indicator,
                            const char *const **names)
{
    enum { SHARE_MEASURES = 3 };
    const char **list =
        arena_array(arena, const char *, indicator->n_measures *SHARE_MEASURES);
    size_t n = 0;
    for (size_t m = 0; m < indicator->n_measures; m++) {
        list[n++] = indicator->measures[m].id;
        if (indicator->measures[m].estimate != ESTIMATE_SHARE)
            continue;
        list[n++] = "reported";
        list[n++] = "bounds";
    }
    *names = list;
    return n;
}

static size_t indicator_names(Arena *arena, const char *const **names)
{
    const char **list = arena_array(arena, const char *, indicator_count());
    for (size_t i = 0; i < indicator_count(); i++)
        list[i] = indicator_at(i)->id;
    *names = list;
    return indicator_count();
}

static bool is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void check_name(const Table *targets, size_t variable, size_t row,
                       const char *const *names, size_t count, Findings *findings)
{
    const char *name = table_text(targets, variable, row);
    if (is_among(name, names, count))
        return;
    findings_add(findings,
                 &(Finding){.code     = FINDING_target_unknown,
                            .file     = "targets.csv",
                            .variable = targets->spec->variables[variable].name,
                            .value    = name,
                            .expected = text_nearest(name, names, count)});
}

static void check_target(const Table *targets, size_t row, Findings *findings)
{
    g_autoptr(Arena) arena   = arena_new();
    const char *const *names = NULL;
    const char *id           = table_text(targets, COLUMN(targets, indicator), row);
    int indicator            = indicator_find(id);
    size_t count             = indicator < 0
                                   ? indicator_names(arena, &names)
                                   : measure_names(arena, indicator_at((size_t)indicator), &names);
    check_name(targets,
               indicator < 0 ? COLUMN(targets, indicator) : COLUMN(targets, measure),
               row, names, count, findings);
}

void checks_run(const Monitor *monitor, Findings *findings)
{
    const Table *targets = monitor->targets;
    for (size_t row = 0; targets != NULL && row < targets->n_rows; row++)
        check_target(targets, row, findings);
    for (size_t i = 0; i < monitor->n_years; i++) {
        check_answers(&monitor->years[i], findings);
        check_reach(&monitor->years[i], findings);
    }
}
