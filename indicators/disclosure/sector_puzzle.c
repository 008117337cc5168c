/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All hidden sectors but one are gone through; what is left of the sums is the last.
 * The search ends as soon as enough was found, which for a safe puzzle is soon. */
#include "indicators/disclosure/sector_puzzle.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The rates between which a hidden share must be able to lie. */
static const double apart = 0.1;

/* What fits, of one sector, for one reader. */
typedef struct Range {
    int least, most;
    double low, high;
} Range;

/* Readers: an outsider, then for each hidden sector a partner of it that said no, and
 * one that said yes. */
enum { READERS = 1 + 2 * PUZZLE_SECTORS };

typedef struct Search {
    PuzzleSector sectors[PUZZLE_SECTORS]; /* with the numbers that are tried */
    size_t n_sectors;
    size_t hidden[PUZZLE_SECTORS]; /* those with the fewest possibilities first */
    size_t n_hidden;
    bool is_reader[READERS]; /* whether there is such a partner */
    bool is_alone[READERS];  /* it is its sector's only answer */
    Range ranges[READERS][PUZZLE_SECTORS];
    double share, se, margin;
    int steps;
} Search;

typedef struct Spread {
    double share, se;
} Spread;

static double spread_within(const PuzzleSector *sector)
{
    double n = sector->answers;
    double p = sector->positives / n;
    return n / (n - 1) * p * (1 - p);
}

/* The variance that a sector with one answer borrows from the others (estimation of a
 * share by strata, lonely stratum). */
static double spread_pooled(const PuzzleSector *sectors, size_t n_sectors)
{
    double sum = 0, weight = 0;
    for (size_t s = 0; s < n_sectors; s++)
        if (sectors[s].answers >= 2) {
            sum += (sectors[s].answers - 1) * spread_within(&sectors[s]);
            weight += sectors[s].answers - 1;
        }
    return weight > 0 ? sum / weight : 0;
}

static Spread spread_of(const PuzzleSector *sectors, size_t n_sectors)
{
    double population = 0, yes = 0, variance = 0;
    double pooled = spread_pooled(sectors, n_sectors);
    for (size_t s = 0; s < n_sectors; s++) {
        double N = sectors[s].population, n = sectors[s].answers;
        if (sectors[s].answers == 0)
            continue;
        double within = n < 2 ? pooled : spread_within(&sectors[s]);
        population += N;
        yes += N * sectors[s].positives / n;
        variance += N * N * (1 - n / N) * within / n;
    }
    return (Spread){yes / population, sqrt(variance) / population};
}

static bool fits(const Search *search)
{
    Spread spread = spread_of(search->sectors, search->n_sectors);
    return fabs(spread.share - search->share) <= search->margin &&
           fabs(spread.se - search->se) <= search->margin;
}

/* Whether the numbers tried leave room for the reader's own answer. */
static bool holds_for(const Search *search, size_t reader)
{
    if (reader == 0)
        return true;
    const PuzzleSector *own = &search->sectors[search->hidden[(reader - 1) / 2]];
    return reader % 2 == 0 ? own->positives >= 1 : own->answers > own->positives;
}

static void widen(Search *search, size_t reader, size_t h)
{
    const PuzzleSector *sector = &search->sectors[search->hidden[h]];
    bool is_own                = reader > 0 && (reader - 1) / 2 == h;
    double others              = sector->answers - is_own;
    double yes                 = sector->positives - (is_own && reader % 2 == 0);
    Range *range               = &search->ranges[reader][h];
    range->least = sector->positives < range->least ? sector->positives : range->least;
    range->most  = sector->positives > range->most ? sector->positives : range->most;
    range->low   = others > 0 ? fmin(range->low, yes / others) : range->low;
    range->high  = others > 0 ? fmax(range->high, yes / others) : range->high;
}

static bool is_enough(const Search *search)
{
    for (size_t r = 0; r < 1 + 2 * search->n_hidden; r++)
        for (size_t h = 0; search->is_reader[r] && h < search->n_hidden; h++) {
            const Range *range = &search->ranges[r][h];
            bool is_own        = r > 0 && (r - 1) / 2 == h;
            if (is_own && search->is_alone[r])
                continue;
            if (range->most <= range->least || range->high - range->low < apart)
                return false;
        }
    return true;
}

/* The last hidden sector has what the sums leave. True: enough was found. */
static bool try_last(Search *search, int answers, int positives)
{
    PuzzleSector *last = &search->sectors[search->hidden[search->n_hidden - 1]];
    if (answers < last->fewest || answers > last->most || positives < 0 ||
        positives > answers)
        return false;
    last->answers   = answers;
    last->positives = positives;
    if (!fits(search))
        return false;
    for (size_t r = 0; r < 1 + 2 * search->n_hidden; r++)
        for (size_t h = 0; holds_for(search, r) && h < search->n_hidden; h++)
            widen(search, r, h);
    return is_enough(search);
}

/* Goes through the hidden sectors from `h` on, of which so many answers and positives
 * are left. True: enough was found. */
static bool try_from(Search *search, size_t h, int answers, int positives)
{
    if (h + 1 == search->n_hidden)
        return try_last(search, answers, positives);
    PuzzleSector *sector = &search->sectors[search->hidden[h]];
    for (int n = sector->fewest; n <= sector->most && n <= answers; n++)
        for (int x = 0; x <= n && x <= positives; x++) {
            if (search->steps++ > PUZZLE_STEPS)
                return false;
            sector->answers   = n;
            sector->positives = x;
            if (try_from(search, h + 1, answers - n, positives - x))
                return true;
        }
    return false;
}

static void add_hidden(Search *search, size_t sector)
{
    size_t at   = search->n_hidden++;
    int allowed = search->sectors[sector].most;
    while (at > 0 && search->sectors[search->hidden[at - 1]].most > allowed) {
        search->hidden[at] = search->hidden[at - 1];
        at--;
    }
    search->hidden[at] = sector;
}

static void set_readers(Search *search)
{
    search->is_reader[0] = true;
    for (size_t h = 0; h < search->n_hidden; h++) {
        const PuzzleSector *own      = &search->sectors[search->hidden[h]];
        search->is_reader[1 + 2 * h] = own->answers > own->positives;
        search->is_reader[2 + 2 * h] = own->positives > 0;
        search->is_alone[1 + 2 * h]  = own->answers == 1;
        search->is_alone[2 + 2 * h]  = own->answers == 1;
    }
    for (size_t r = 0; r < READERS; r++)
        for (size_t h = 0; h < PUZZLE_SECTORS; h++)
            search->ranges[r][h] = (Range){PUZZLE_STEPS, -1, 1, 0};
}

static double rounded(double number, double scale)
{
    return round(number * scale) / scale;
}

bool puzzle_is_safe(const PuzzleSector *sectors, size_t n_sectors, int decimals)
{
    double scale   = pow(10, decimals);
    Spread spread  = spread_of(sectors, n_sectors);
    Search *search = calloc(1, sizeof *search);
    if (search == NULL)
        abort();
    memcpy(search->sectors, sectors, n_sectors * sizeof *sectors);
    search->n_sectors = n_sectors;
    search->share     = rounded(spread.share, scale);
    search->se        = rounded(spread.se, scale);
    search->margin    = 0.5 / scale + 1e-9;
    int answers = 0, positives = 0;
    for (size_t s = 0; s < n_sectors; s++)
        if (sectors[s].is_hidden && sectors[s].answers > 0) {
            add_hidden(search, s);
            answers += sectors[s].answers;
            positives += sectors[s].positives;
        }
    set_readers(search);
    bool is_safe = search->n_hidden == 0 || try_from(search, 0, answers, positives);
    free(search);
    return is_safe;
}
