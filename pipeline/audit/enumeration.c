/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Depth first over the strata; the last one follows from the sums. */
#include "audit/enumeration.h"

#include <glib.h>
#include <math.h>

/* Shares nearer to each other than this tell too much. */
#define SHARE_APART 0.1

enum { USUAL_STEPS = 400000 };

typedef struct Search {
    const HiddenSystem *system;
    Solved *solved;
    int x[HIDDEN_LIMIT], n[HIDDEN_LIMIT];
    size_t steps, limit;
} Search;

/* What is left for the strata from here on. */
typedef struct Rest {
    int n, x, size, answering;
    double weighted, variance;
} Rest;

static bool is_known_safe(const Search *search)
{
    for (size_t i = 0; i < search->system->n_strata; i++)
        if (!search->solved[i].is_safe)
            return false;
    return true;
}

static void note_share(Solved *solved, const HiddenStratum *stratum, int x, int n)
{
    int own = stratum->own >= 0 ? 1 : 0;
    if (n - own <= 0)
        return;
    double share        = (double)(x - (own == 1 ? stratum->own : 0)) / (n - own);
    solved->share_least = fmin(solved->share_least, share);
    solved->share_most  = fmax(solved->share_most, share);
}

static void note_solution(Search *search)
{
    for (size_t i = 0; i < search->system->n_strata; i++) {
        Solved *solved = &search->solved[i];
        int x = search->x[i], n = search->n[i];
        bool is_first                = solved->n_solutions++ == 0;
        solved->x_least              = is_first ? x : MIN(solved->x_least, x);
        solved->x_most               = is_first ? x : MAX(solved->x_most, x);
        solved->n_least              = is_first ? n : MIN(solved->n_least, n);
        solved->n_most               = is_first ? n : MAX(solved->n_most, n);
        const HiddenStratum *stratum = &search->system->strata[i];
        note_share(solved, stratum, x, n);
        solved->is_safe =
            solved->x_least < solved->x_most &&
            (stratum->is_narrow ||
             solved->share_most - solved->share_least >= SHARE_APART - 1e-12);
    }
}

/* The term of the variance: size^2 (1 - n/size) p (1 - p) / (n - 1). */
static double variance_of(int size, int x, int n)
{
    if (n < 2)
        return 0;
    double share = (double)x / n;
    return (double)size * (size - n) * share * (1 - share) / (n - 1);
}

/* A stratum with one answer borrows its variance from all others: then the standard
 * error is no sum over strata, and is not used. */
static bool fits_variance(const Search *search, double left)
{
    if (isnan(search->system->variance))
        return true;
    for (size_t i = 0; i < search->system->n_strata; i++)
        if (search->n[i] == 1 && search->system->strata[i].size > 1)
            return true;
    return fabs(left) <= search->system->variance_half;
}

static bool fits_end(const Search *search, const Rest *rest)
{
    const HiddenSystem *system = search->system;
    return rest->n == 0 && rest->x >= 0 && rest->x <= system->x_high - system->x_low &&
           (system->size < 0 || rest->size == 0) &&
           (system->answering < 0 || rest->answering == 0) &&
           (isnan(system->weighted) || fabs(rest->weighted) <= system->half) &&
           fits_variance(search, rest->variance);
}

static Rest take_off(const Rest *rest, int size, int x, int n)
{
    if (n == 0)
        return *rest;
    return (Rest){.n         = rest->n - n,
                  .x         = rest->x - x,
                  .size      = rest->size - size,
                  .answering = rest->answering - 1,
                  .weighted  = rest->weighted - (double)size * x / n,
                  .variance  = rest->variance - variance_of(size, x, n)};
}

static bool visit(Search *search, size_t i, Rest rest);

/* The x of the last stratum that the weighted share leaves, widened by rounding. */
static void narrow_last(const Search *search, size_t i, const Rest *rest, int n,
                        int range[2])
{
    const HiddenSystem *system = search->system;
    if (i + 1 < system->n_strata || n == 0 || isnan(system->weighted))
        return;
    double unit = (double)n / system->strata[i].size;
    range[0] = MAX(range[0], (int)ceil((rest->weighted - system->half) * unit - 1e-6));
    range[1] = MIN(range[1], (int)floor((rest->weighted + system->half) * unit + 1e-6));
}

static bool visit_counts(Search *search, size_t i, const Rest *rest, int n)
{
    const HiddenStratum *stratum = &search->system->strata[i];
    int range[2]                 = {stratum->own == 1 ? 1 : 0,
                    MIN(stratum->own == 0 ? n - 1 : n, rest->x)};
    if (stratum->is_narrow) {
        int base = stratum->x_low < 0 ? n - 1 : 0;
        range[0] = MAX(range[0], base);
        range[1] = MIN(range[1], base + 1);
    }
    narrow_last(search, i, rest, n, range);
    for (int x = range[0]; x <= range[1]; x++) {
        search->x[i] = x;
        search->n[i] = n;
        if (!visit(search, i + 1, take_off(rest, stratum->size, x, n)))
            return false;
    }
    return true;
}

/* Whether to go on. */
static bool visit(Search *search, size_t i, Rest rest)
{
    const HiddenSystem *system = search->system;
    if (++search->steps > search->limit)
        return false;
    if (i == system->n_strata) {
        if (fits_end(search, &rest))
            note_solution(search);
        return !is_known_safe(search);
    }
    const HiddenStratum *stratum = &system->strata[i];
    bool is_last                 = i + 1 == system->n_strata;
    int low = MAX(is_last ? rest.n : 0, MAX(stratum->n_low, stratum->own >= 0 ? 1 : 0));
    int high = MIN(stratum->n_high, rest.n);
    if (!isnan(system->weighted) && rest.weighted < -system->half)
        return true;
    for (int n = low; n <= high; n++)
        if (!visit_counts(search, i, &rest, n))
            return false;
    return true;
}

SearchEnd enumeration_run(const HiddenSystem *system, Solved *solved)
{
    Search search = {.system = system,
                     .solved = solved,
                     .limit =
                         system->step_limit > 0 ? system->step_limit : USUAL_STEPS};
    g_assert(system->n_strata <= HIDDEN_LIMIT);
    for (size_t i = 0; i < system->n_strata; i++)
        solved[i] = (Solved){.share_least = 2, .share_most = -1};
    Rest rest = {system->n,         system->x_high,   system->size,
                 system->answering, system->weighted, system->variance};
    visit(&search, 0, rest);
    return search.steps > search.limit ? SEARCH_LIMIT : SEARCH_DONE;
}
