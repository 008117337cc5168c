/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures and register to the words of a factsheet. */
#include "reports/papers/factsheet_facts.h"

#include "indicators/comparison/funnel.h"
#include "reports/edition/coverage.h"
#include "reports/edition/sentence.h"

#include <math.h>

static const char *own_word(const Report *report, WordId id)
{
    return word(report->edition->language, id);
}

static const char *count_text(const Report *report, double count)
{
    return format_number(report->arena, report->edition->format, count, 0);
}

static const char *x_of_n(const Report *report, double x, double n)
{
    return word_fill(
        report->arena, report->edition->language, WORD_n_of_N,
        FIELDS({"n", count_text(report, x)}, {"N", count_text(report, n)}));
}

/* ---- who ---- */

static void gather_sectors(const Report *report, Facts *facts)
{
    const CodeList *sectors      = &report->edition->settings->sectors;
    size_t counts[SECTORS_LIMIT] = {0};
    size_t n                     = 0;
    const size_t *members        = alliance_members(report, report->alliance_id, &n);
    FactSector *list = arena_array(report->arena, FactSector, sectors->n_codes);
    for (size_t i = 0; i < n; i++)
        counts[table_code(report->edition->partners, COLUMN(partners, sector),
                          members[i])]++;
    for (size_t s = 0; s < sectors->n_codes; s++)
        if (counts[s] > 0)
            list[facts->n_sectors++] = (FactSector){
                text_in(sectors->labels[s], report->edition->language), counts[s]};
    facts->sectors = list;
}

static const char *answered_text(const Report *report, const LocalAlliance *alliance)
{
    const Figure *response  = &alliance->response;
    const Language language = report->edition->language;
    const char *members =
        alliance->n_members == 1
            ? own_word(report, WORD_fact_one_member)
            : word_fill(report->arena, language, WORD_fact_members,
                        FIELDS({"N", count_text(report, (double)alliance->n_members)}));
    if (!figure_is_shown(response))
        return word_fill(report->arena, language, WORD_fact_hidden,
                         FIELDS({"members", members}));
    WordId id = response->n >= response->N ? WORD_fact_all_answered
                : response->n == 1         ? WORD_fact_one_answered
                                           : WORD_fact_answered;
    return word_fill(
        report->arena, language, id,
        FIELDS({"n", count_text(report, response->n)}, {"members", members}));
}

/* ---- what ---- */

static void gather_opgaven(const Report *report, Facts *facts)
{
    size_t n             = 0;
    const Coverage *list = coverage_list(report, &n);
    for (size_t i = 0; i < n && i < FACT_OPGAVEN; i++) {
        const Figure *figure = &list[i].figure;
        bool is_shown        = figure_is_shown(figure);
        FactOpgave opgave    = {
               .name =
                   name_opgave_numbered(report->arena, report->edition, list[i].opgave),
               .share =
                is_shown && figure->n > 0 ? figure->value / figure->n : (double)NAN,
               .text = is_shown ? x_of_n(report, figure->value, figure->n)
                                : coverage_word(report, &list[i]),
        };
        facts->opgaven[facts->n_opgaven++] = opgave;
    }
}

/* ---- a few figures ---- */

static const struct {
    const char *indicator;
    const char *category;
    WordId name;
} shown_figures[FACT_FIGURES] = {
    {"new_cross_sector", NULL, WORD_fact_new_cross_sector},
    {"new_via_opgave", NULL, WORD_fact_new_via_opgave},
    {"handreiking_known", NULL, WORD_fact_handreiking_known},
    {"experts_involved", NULL, WORD_fact_experts_involved},
    {"employer_support", NULL, WORD_fact_employer_support},
    {"child_participation", NULL, WORD_fact_child_participation},
    {"rule_changed", NULL, WORD_fact_rule_changed},
    {"knowledge_sources", "all", WORD_fact_knowledge_sources},
};

static const char *own_text(const Report *report, const Figure *figure)
{
    const char *missing = edition_missing_word(report->edition, figure);
    if (missing != NULL)
        return missing;
    if (isnan(figure->numerator) || isnan(figure->n))
        return own_word(report, WORD_not_applicable);
    return x_of_n(report, figure->numerator, figure->n);
}

/* How many of n would say so by chance alone, at the share of the whole: between the
 * funnel's 95 percent limits, as whole answers. */
static const char *chance_text(const Report *report, double n, const Figure *whole)
{
    if (isnan(n) || n < 1 || !figure_is_shown(whole))
        return own_word(report, WORD_not_applicable);
    Interval limits = funnel_limits((size_t)n, whole->value).limits_95;
    if (isnan(limits.low) || isnan(limits.high))
        return own_word(report, WORD_not_applicable);
    return word_fill(report->arena, report->edition->language, WORD_fact_chance,
                     FIELDS({"low", count_text(report, ceil(limits.low * n))},
                            {"high", count_text(report, floor(limits.high * n))},
                            {"n", count_text(report, n)}));
}

static const char *whole_text(const Report *report, const Figure *whole)
{
    const char *missing = edition_missing_word(report->edition, whole);
    return missing != NULL || isnan(whole->value)
               ? (missing != NULL ? missing : own_word(report, WORD_not_applicable))
               : format_percent(report->arena, report->edition->format, whole->value,
                                0);
}

static int year_before(const Report *report)
{
    int before = 0;
    for (size_t i = 0; i < report->edition->n_years; i++)
        if (report->edition->years[i] < report->year)
            before = report->edition->years[i];
    return before;
}

/* The year before, of the same question only. */
static const char *before_text(const Report *report, FigureKey key, const Figure *now)
{
    Figure figure;
    key.year = year_before(report);
    if (now->obs_status == 'B')
        return own_word(report, WORD_question_changed);
    if (!figures_find(report->edition->figures, &key, &figure))
        return own_word(report, WORD_not_applicable);
    return own_text(report, &figure);
}

static void gather_figures(const Report *report, Facts *facts)
{
    for (size_t i = 0; i < FACT_FIGURES; i++) {
        Figure own, whole;
        FigureKey key        = {.year        = report->year,
                                .indicator   = shown_figures[i].indicator,
                                .measure     = "share",
                                .alliance_id = report->alliance_id,
                                .category    = shown_figures[i].category};
        FigureKey of_whole   = key;
        of_whole.alliance_id = NULL;
        if (!figures_find(report->edition->figures, &key, &own) ||
            !figures_find(report->edition->figures, &of_whole, &whole))
            continue;
        facts->figures[facts->n_figures++] =
            (FactFigure){.name   = own_word(report, shown_figures[i].name),
                         .own    = own_text(report, &own),
                         .before = before_text(report, key, &own),
                         .whole  = whole_text(report, &whole),
                         .chance = chance_text(report, own.n, &whole)};
    }
}

/* ---- what asks for attention ---- */

static void add_remark(Facts *facts, const char *remark)
{
    if (remark != NULL && facts->n_remarks < FACT_REMARKS)
        facts->remarks[facts->n_remarks++] = remark;
}

/* Opgaven that nobody named; with several and one there is nothing to see to here. */
static void gather_remarks(const Report *report, Facts *facts)
{
    size_t n             = 0;
    const Coverage *list = coverage_list(report, &n);
    add_remark(facts, coverage_silent_question(report));
    for (size_t i = 0; i < n; i++)
        if (list[i].state == COVERAGE_GAP || list[i].state == COVERAGE_UNKNOWN)
            add_remark(facts, coverage_question(report, &list[i]));
    if (facts->n_remarks == 0)
        add_remark(facts, own_word(report, WORD_fact_no_remarks));
    add_remark(facts, own_word(report, WORD_question_families));
}

const Facts *facts_gather(const Report *report)
{
    const LocalAlliance *alliance = alliances_find(report, report->alliance_id);
    Facts *facts                  = arena_alloc(report->arena, sizeof *facts);
    g_assert(alliance != NULL);
    facts->name = alliance->name;
    facts->where =
        alliance->municipalities != NULL
            ? word_fill(report->arena, report->edition->language, WORD_fact_where,
                        FIELDS({"codes", alliance->municipalities}))
            : "";
    facts->answered = answered_text(report, alliance);
    gather_sectors(report, facts);
    gather_opgaven(report, facts);
    gather_figures(report, facts);
    gather_remarks(report, facts);
    return facts;
}
