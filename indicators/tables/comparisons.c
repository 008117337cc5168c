/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One block of rows for each item and year: what each local alliance's own answers say,
 * beside what chance and its own mix of sectors would make of the national share. */
#include "indicators/tables/comparisons.h"

#include "indicators/comparison/funnel.h"
#include "indicators/comparison/shrinkage.h"
#include "indicators/core/rows.h"
#include "indicators/estimation/estimate.h"

static const double overdispersion_level = 0.05;

/* One item in one year: arrays over the year's local alliances. */
typedef struct Block {
    const Item *item;
    const Year *year;
    const Tally *tally;
    double national;
    Proportion *shares;
    double *expected;
    double *p_values;
    double *p_adjusted;
    FunnelLimits *limits;
    RankSet *ranks;
    Dispersion dispersion;
    Shrinkage shrinkage;
    bool has_funnel;
    bool has_zones;
    bool *is_hidden;   /* by disclosure control */
    const Table *full; /* where nobody is hidden: the rows, already made; else NULL */
} Block;

/* What a table is made of. */
typedef struct Making {
    const Tallies *tallies;
    const Cells *shown; /* NULL: all */
    const Table *full;  /* the table that shows all, NULL when there is none yet */
} Making;

/* The national estimate and each sector's share. */
static void find_national(Block *block, double *sector_shares)
{
    const Year *year               = block->year;
    size_t n                       = year->monitor->settings->sectors.n_codes;
    Stratum sectors[SECTORS_LIMIT] = {0};
    for (size_t s = 0; s < n; s++) {
        const Moments *moments = &block->tally->sectors[s];
        sectors[s] =
            stratum_of_counts(year->population[s], moments->n, (size_t)moments->sum);
        sector_shares[s] = moments->n > 0 ? sectors[s].mean : (double)NAN;
    }
    block->national =
        estimate_share(sectors, n, year->monitor->settings->monitor_confidence).value;
}

/* Whether the alliance's share is emptied among the cells shown. */
static bool is_hidden(const Block *block, size_t g, const Cells *shown)
{
    Cell key         = item_cell(block->item, block->year);
    key.alliance_id  = block->year->groups[g].id;
    const Cell *cell = shown != NULL ? cells_find(shown, &key) : NULL;
    return cell != NULL && cell->conf_status != CONF_FREE;
}

static void find_alliance(Block *block, size_t g, const double *sector_shares)
{
    size_t n               = block->year->monitor->settings->sectors.n_codes;
    const Moments *moments = &block->tally->groups[g];
    if (!block->is_hidden[g])
        block->shares[g] = (Proportion){(size_t)moments->sum, moments->n};
    block->expected[g] =
        block->is_hidden[g]
            ? (double)NAN
            : case_mix_expected(&block->tally->mix[g * n], sector_shares, n);
}

/* Limits follow from the number of answers alone, which many alliances share. */
static FunnelLimits limits_at(const Block *block, size_t g)
{
    size_t answers = block->has_funnel ? block->shares[g].answers : 0;
    for (size_t earlier = 0; earlier < g; earlier++)
        if (block->shares[earlier].answers == block->shares[g].answers)
            return block->limits[earlier];
    return funnel_limits(answers, block->national);
}

/* Fewer than ten alliances with answers, or a national share of 0 or 1: no funnel. */
static void find_funnel(Block *block)
{
    size_t n_groups = block->year->n_groups;
    size_t answered = 0;
    for (size_t g = 0; g < n_groups; g++)
        answered += block->shares[g].answers > 0;
    block->has_funnel =
        answered >= FUNNEL_ALLIANCES && block->national > 0 && block->national < 1;
    for (size_t g = 0; g < n_groups; g++) {
        block->limits[g]   = limits_at(block, g);
        block->p_values[g] = block->has_funnel
                                 ? funnel_p_value(block->shares[g], block->national)
                                 : (double)NAN;
    }
    adjust_p_values(block->p_values, block->p_adjusted, n_groups);
    block->dispersion = funnel_dispersion(
        block->shares, n_groups, block->has_funnel ? block->national : (double)0);
    block->has_zones =
        block->has_funnel && !(block->dispersion.p_value < overdispersion_level);
}

static bool is_anybody_hidden(const Block *block)
{
    for (size_t g = 0; g < block->year->n_groups; g++)
        if (block->is_hidden[g])
            return true;
    return false;
}

static void compare(Arena *arena, Block *block)
{
    const Year *year = block->year;
    double sector_shares[SECTORS_LIMIT];
    block->shares     = arena_array(arena, Proportion, year->n_groups);
    block->expected   = arena_array(arena, double, year->n_groups);
    block->p_values   = arena_array(arena, double, year->n_groups);
    block->p_adjusted = arena_array(arena, double, year->n_groups);
    block->limits     = arena_array(arena, FunnelLimits, year->n_groups);
    block->ranks      = arena_array(arena, RankSet, year->n_groups);
    find_national(block, sector_shares);
    for (size_t g = 0; g < year->n_groups; g++)
        find_alliance(block, g, sector_shares);
    find_funnel(block);
    block->shrinkage = shrinkage_fit(block->shares, year->n_groups);
    rank_sets(block->shares, year->n_groups,
              year->monitor->settings->monitor_confidence, block->ranks);
}

static Block make_block(Arena *arena, const Making *making, const Tally *tally,
                        const Year *year)
{
    Block block = {.item      = tally->item,
                   .year      = year,
                   .tally     = tally,
                   .is_hidden = arena_array(arena, bool, year->n_groups)};
    for (size_t g = 0; g < year->n_groups; g++)
        block.is_hidden[g] = is_hidden(&block, g, making->shown);
    if (making->full != NULL && !is_anybody_hidden(&block))
        block.full = making->full;
    else
        compare(arena, &block);
    return block;
}

/* ---- rows ---- */

static double rank_number(size_t rank)
{
    return rank > 0 ? (double)rank : (double)NAN;
}

static void set_zones(Table *table, size_t row, const Block *block, size_t g)
{
    if (block->shares[g].answers == 0)
        return;
    const char *overdispersed = block->has_funnel ? "overdispersed" : NULL;
    const char *zone          = overdispersed;
    const char *expected      = overdispersed;
    if (block->has_zones) {
        zone     = zone_name(funnel_zone(block->shares[g], block->national));
        expected = zone_name(funnel_zone(block->shares[g], block->expected[g]));
    }
    table_set(table, COLUMN(comparison, zone), row, (Value){.text = zone});
    table_set(table, COLUMN(comparison, zone_expected), row, (Value){.text = expected});
}

static void set_own(Table *table, size_t row, const Block *block, size_t g)
{
    Proportion share          = block->shares[g];
    double confidence         = block->year->monitor->settings->monitor_confidence;
    Interval wilson           = interval_wilson(share, confidence);
    FunnelLimits limits       = block->limits[g];
    bool has_answers          = share.answers > 0;
    const RowNumber numbers[] = {
        {COLUMN(comparison, x), has_answers ? (double)share.positives : (double)NAN},
        {COLUMN(comparison, n), (double)share.answers},
        {COLUMN(comparison, value),
         has_answers ? (double)share.positives / (double)share.answers : (double)NAN},
        {COLUMN(comparison, ci_low), wilson.low},
        {COLUMN(comparison, ci_high), wilson.high},
        {COLUMN(comparison, expected), block->expected[g]},
        {COLUMN(comparison, funnel_low_95), limits.limits_95.low},
        {COLUMN(comparison, funnel_high_95), limits.limits_95.high},
        {COLUMN(comparison, funnel_low_998), limits.limits_998.low},
        {COLUMN(comparison, funnel_high_998), limits.limits_998.high},
        {COLUMN(comparison, p_value), block->p_values[g]},
        {COLUMN(comparison, p_adjusted), block->p_adjusted[g]},
        {COLUMN(comparison, phi), block->dispersion.phi},
        {COLUMN(comparison, tau2), block->dispersion.tau2},
        {COLUMN(comparison, shrunk),
         has_answers ? shrunken_value(&block->shrinkage, share) : (double)NAN},
        {COLUMN(comparison, rank_low), rank_number(block->ranks[g].low)},
        {COLUMN(comparison, rank_high), rank_number(block->ranks[g].high)},
    };
    row_set_numbers(table, row, numbers, G_N_ELEMENTS(numbers));
    set_zones(table, row, block, g);
}

static void add_row(Table *table, const Block *block, size_t g)
{
    const Year *year = block->year;
    size_t row       = table_add_row(table);
    if (block->full != NULL) {
        table_copy_row(table, row, block->full, row);
        return;
    }
    Cell key        = item_cell(block->item, year);
    key.alliance_id = year->groups[g].id;
    table_set(table, COLUMN(comparison, year), row, (Value){.count = year->year});
    row_set_key(table, COLUMN(comparison, indicator), row, &key,
                &year->monitor->settings->sectors);
    const RowNumber always[] = {
        {COLUMN(comparison, N), (double)year->groups[g].n_members},
        {COLUMN(comparison, national), block->national}};
    row_set_numbers(table, row, always, G_N_ELEMENTS(always));
    if (!block->is_hidden[g])
        set_own(table, row, block, g);
}

/* The items of one indicator: from `first` to before `end`. */
typedef struct ItemRun {
    size_t first;
    size_t end;
} ItemRun;

static bool is_compared(const Tally *tally)
{
    const Measure *measure = tally->item->measure;
    return measure->estimate == ESTIMATE_SHARE && (measure->by & BY_ALLIANCE) != 0 &&
           tally->source != ITEM_ABSENT;
}

/* The items of one indicator in one year. In the order of publication opgaven come
 * before alliances and alliances before categories. */
static void add_blocks(Table *table, const Making *making, size_t year_number,
                       const ItemRun *items)
{
    g_autoptr(Arena) arena = arena_new();
    const Tally *tallies   = making->tallies->years[year_number];
    const Year *year       = &making->tallies->monitor->years[year_number];
    Block *blocks          = arena_array(arena, Block, items->end - items->first);
    size_t n_blocks        = 0;
    for (size_t i = items->first; i < items->end; i++)
        if (is_compared(&tallies[i]))
            blocks[n_blocks++] = make_block(arena, making, &tallies[i], year);
    bool is_opgave = n_blocks > 0 && item_cell(blocks[0].item, year).opgave != CELL_ALL;
    for (size_t b = 0; is_opgave && b < n_blocks; b++)
        for (size_t g = 0; g < year->n_groups; g++)
            add_row(table, &blocks[b], g);
    for (size_t g = 0; !is_opgave && g < year->n_groups; g++)
        for (size_t b = 0; b < n_blocks; b++)
            add_row(table, &blocks[b], g);
}

Table *comparisons_make(const Tallies *tallies, const Cells *shown, const Table *full)
{
    const Monitor *monitor = tallies->monitor;
    const Making making    = {tallies, shown, full};
    Table *table           = rows_new(monitor->schema, TABLE_comparison);
    for (ItemRun run = {0}; run.first < tallies->n_items; run.first = run.end) {
        run.end = items_end(tallies->items, tallies->n_items, run.first);
        for (size_t y = 0; y < monitor->n_years; y++)
            add_blocks(table, &making, y, &run);
    }
    return table;
}
