/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over the partners fills a Turnover per stratum; everything else is sums. */
#include "indicators/comparison/change.h"

#include <glib.h>
#include <gsl/gsl_cdf.h>

#include "indicators/estimation/strata.h"

/* Sums over values, for means and for the correlation. */
typedef struct Sums {
    size_t count;
    double from;
    double to;
    double from_squares; /* of deviations */
    double to_squares;
    double products;
} Sums;

/* One stratum in both years. */
typedef struct Turnover {
    Stratum from;
    Stratum to;
    Sums both;         /* partners that answered both */
    size_t stayed;     /* eligible in both years */
    Stratum from_stay; /* answers of those, by year */
    Stratum to_stay;
    size_t answered; /* in either year */
} Turnover;

static void add_answer(Stratum *stratum, double value)
{
    stratum->answers++;
    stratum->sum += value;
}

static void count_partner(Turnover *stratum, const PanelPartner *partner)
{
    const bool from = !isnan(partner->from);
    const bool to   = !isnan(partner->to);
    const bool stay = partner->eligible_from && partner->eligible_to;
    g_assert((!from || partner->eligible_from) && (!to || partner->eligible_to));
    stratum->from.population += partner->eligible_from ? 1 : 0;
    stratum->to.population += partner->eligible_to ? 1 : 0;
    stratum->stayed += stay ? 1 : 0;
    stratum->answered += from || to ? 1 : 0;
    if (from)
        add_answer(&stratum->from, partner->from);
    if (to)
        add_answer(&stratum->to, partner->to);
    if (from && stay)
        add_answer(&stratum->from_stay, partner->from);
    if (to && stay)
        add_answer(&stratum->to_stay, partner->to);
    if (from && to) {
        stratum->both.count++;
        stratum->both.from += partner->from;
        stratum->both.to += partner->to;
    }
}

static double mean_of(double sum, size_t count)
{
    return count > 0 ? sum / (double)count : 0;
}

static void settle_means(Turnover *stratum)
{
    Stratum *const years[] = {&stratum->from, &stratum->to, &stratum->from_stay,
                              &stratum->to_stay};
    for (size_t i = 0; i < G_N_ELEMENTS(years); i++)
        years[i]->mean = mean_of(years[i]->sum, years[i]->answers);
    stratum->both.from = mean_of(stratum->both.from, stratum->both.count);
    stratum->both.to   = mean_of(stratum->both.to, stratum->both.count);
}

/* Second pass: squares of deviations. */
static void add_deviations(Turnover *stratum, const PanelPartner *partner)
{
    const bool from = !isnan(partner->from);
    const bool to   = !isnan(partner->to);
    if (from) {
        const double shift = partner->from - stratum->from.mean;
        stratum->from.variance += shift * shift;
    }
    if (to) {
        const double shift = partner->to - stratum->to.mean;
        stratum->to.variance += shift * shift;
    }
    if (from && to) {
        const double one   = partner->from - stratum->both.from;
        const double other = partner->to - stratum->both.to;
        stratum->both.from_squares += one * one;
        stratum->both.to_squares += other * other;
        stratum->both.products += one * other;
    }
}

/* To be freed with g_free. */
static Turnover *turnover_new(const Panel *panel)
{
    Turnover *turnover = g_new0(Turnover, MAX(panel->strata, 1));
    for (size_t i = 0; i < panel->count; i++) {
        g_assert(panel->partners[i].stratum < panel->strata);
        count_partner(&turnover[panel->partners[i].stratum], &panel->partners[i]);
    }
    for (size_t h = 0; h < panel->strata; h++)
        settle_means(&turnover[h]);
    for (size_t i = 0; i < panel->count; i++)
        add_deviations(&turnover[panel->partners[i].stratum], &panel->partners[i]);
    for (size_t h = 0; h < panel->strata; h++) {
        turnover[h].from.variance /= (double)MAX(turnover[h].from.answers, 2) - 1;
        turnover[h].to.variance /= (double)MAX(turnover[h].to.answers, 2) - 1;
    }
    return turnover;
}

static bool is_compared(const Turnover *stratum)
{
    return stratum->from.answers > 0 && stratum->to.answers > 0;
}

/* Moves the strata that have answers in both years to the front; the rest is left out.
 */
static size_t keep_compared(Turnover *turnover, size_t strata)
{
    size_t kept = 0;
    for (size_t h = 0; h < strata; h++)
        if (is_compared(&turnover[h]))
            turnover[kept++] = turnover[h];
    return kept;
}

/* r12 of those that answered both. */
static double correlation_of(const Sums *both)
{
    const double squares = both->from_squares * both->to_squares;
    return both->count < 3 || !(squares > 0) ? 0 : both->products / sqrt(squares);
}

/* What lonely strata of one year borrow. */
static double pooled_variance(const Turnover *turnover, size_t strata, bool later)
{
    double sum     = 0;
    double freedom = 0;
    for (size_t h = 0; h < strata; h++) {
        const Stratum *year = later ? &turnover[h].to : &turnover[h].from;
        if (year->answers < 2)
            continue;
        sum += (double)(year->answers - 1) * year->variance;
        freedom += (double)(year->answers - 1);
    }
    return freedom > 0 ? sum / freedom : NAN;
}

static double deviation_of(const Stratum *year, double pooled)
{
    return sqrt(year->answers < 2 ? pooled : year->variance);
}

/* (n12 - a12 b12 / N12) / (n1 n2), or n12 / (n1 n2) for a population without end. */
static double sampling_overlap(const Turnover *stratum, bool finite)
{
    const double n1 = (double)stratum->from.answers;
    const double n2 = (double)stratum->to.answers;
    if (stratum->stayed == 0)
        return 0;
    const double by_chance = (double)stratum->from_stay.answers *
                             (double)stratum->to_stay.answers / (double)stratum->stayed;
    return ((double)stratum->both.count - (finite ? by_chance : 0)) / (n1 * n2);
}

static double population_of(const Turnover *turnover, size_t strata, bool later)
{
    double population = 0;
    for (size_t h = 0; h < strata; h++) {
        const Stratum *year = later ? &turnover[h].to : &turnover[h].from;
        population += year->answers > 0 ? (double)year->population : 0;
    }
    return population;
}

/* sum W_1h W_2h c_h s12_h; strata without answers in either year add nothing. */
static double covariance_of(const Turnover *turnover, size_t strata, bool finite)
{
    const double from_pool = pooled_variance(turnover, strata, false);
    const double to_pool   = pooled_variance(turnover, strata, true);
    double sum             = 0;
    for (size_t h = 0; h < strata; h++) {
        const double r12 = correlation_of(&turnover[h].both);
        if (!is_compared(&turnover[h]) || !(fabs(r12) > 0))
            continue;
        sum += (double)turnover[h].from.population * (double)turnover[h].to.population *
               sampling_overlap(&turnover[h], finite) * r12 *
               deviation_of(&turnover[h].from, from_pool) *
               deviation_of(&turnover[h].to, to_pool);
    }
    const double weights =
        population_of(turnover, strata, false) * population_of(turnover, strata, true);
    return weights > 0 ? sum / weights : 0;
}

static StratifiedEstimate year_estimate(const Turnover *turnover, size_t strata,
                                        bool later)
{
    g_autofree Stratum *year = g_new(Stratum, MAX(strata, 1));
    for (size_t h = 0; h < strata; h++)
        year[h] = later ? turnover[h].to : turnover[h].from;
    return strata_mean(year, strata);
}

/* The difference of partners that were there in both years, weighted as in the later.
 */
static double difference_of_stayers(const Turnover *turnover, size_t strata)
{
    double sum        = 0;
    double population = 0;
    for (size_t h = 0; h < strata; h++) {
        const Turnover *stratum = &turnover[h];
        if (stratum->from_stay.answers == 0 || stratum->to_stay.answers == 0)
            continue;
        const double weight = (double)stratum->to.population;
        sum += weight * (stratum->to_stay.mean - stratum->from_stay.mean);
        population += weight;
    }
    return population > 0 ? sum / population : NAN;
}

/* Two-sided exact test that as many turned to yes as to no. */
static double mcnemar(size_t to_yes, size_t to_no)
{
    const unsigned fewer = (unsigned)MIN(to_yes, to_no);
    const unsigned all   = (unsigned)(to_yes + to_no);
    return all == 0 ? 1 : fmin(1, 2 * gsl_cdf_binomial_P(fewer, 0.5, all));
}

static void compare_stayers(const Panel *panel, Change *change)
{
    size_t to_yes = 0;
    size_t to_no  = 0;
    double sum    = 0;
    for (size_t i = 0; i < panel->count; i++) {
        const double step = panel->partners[i].to - panel->partners[i].from;
        if (isnan(step))
            continue;
        change->answered_both++;
        sum += step;
        to_yes += step > 0 ? 1 : 0;
        to_no += step < 0 ? 1 : 0;
    }
    if (change->answered_both > 0)
        change->among_stayers = sum / (double)change->answered_both;
    if (panel->share && change->answered_both > 0)
        change->mcnemar_p = mcnemar(to_yes, to_no);
}

static void judge_difference(const Turnover *turnover, size_t strata, Change *change,
                             double confidence)
{
    const StratifiedEstimate from = year_estimate(turnover, strata, false);
    const StratifiedEstimate to   = year_estimate(turnover, strata, true);
    const double covariance       = covariance_of(turnover, strata, true);
    const double variance         = from.variance + to.variance - 2 * covariance;
    for (size_t h = 0; h < strata; h++)
        change->df += turnover[h].answered - 1;
    change->difference  = to.value - from.value;
    change->se          = isnan(variance) ? NAN : sqrt(fmax(0, variance));
    change->composition = change->difference - difference_of_stayers(turnover, strata);
    if (!(change->se > 0) || change->df == 0)
        return;
    const double df  = (double)change->df;
    const double t   = fabs(change->difference) / change->se;
    change->interval = interval_t(change->difference, change->se, df, confidence);
    change->p_value  = 2 * gsl_cdf_tdist_Q(t, df);
}

Change change_between(const Panel *panel, double confidence)
{
    Change change                 = {.difference    = NAN,
                                     .se            = NAN,
                                     .interval      = INTERVAL_NONE,
                                     .p_value       = NAN,
                                     .mcnemar_p     = NAN,
                                     .among_stayers = NAN,
                                     .composition   = NAN};
    g_autofree Turnover *turnover = turnover_new(panel);
    const size_t strata           = keep_compared(turnover, panel->strata);
    compare_stayers(panel, &change);
    if (strata > 0)
        judge_difference(turnover, strata, &change, confidence);
    return change;
}

double panel_covariance(const Panel *panel)
{
    g_autofree Turnover *turnover = turnover_new(panel);
    return covariance_of(turnover, panel->strata, false);
}
