/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over the answers of a year in the order of partner_id fills running moments
 * for every item in every sector and local alliance. */
#include "indicators/tallies.h"

/* A tally while it is filled. */
typedef struct Counting {
    const Item *item;
    ItemSource source;
    bool is_share;
    Moments *sectors;
    Moments *groups;
    size_t *mix;
} Counting;

/* The local alliances of each organisation, as one list with where each part starts. */
typedef struct Membership {
    size_t *first; /* one more than there are organisations */
    size_t *group;
} Membership;

/* The pass over one year. */
typedef struct Pass {
    const Year *year;
    Counting *countings;
    size_t n_countings;
    size_t n_sectors;
    Membership membership;
} Pass;

static Membership find_membership(Arena *arena, const Year *year)
{
    size_t n_partners     = year->monitor->partners->n_rows;
    Membership membership = {.first = arena_array(arena, size_t, n_partners + 1)};
    for (size_t g = 0; g < year->n_groups; g++)
        for (size_t m = 0; m < year->groups[g].n_members; m++)
            membership.first[year->groups[g].members[m] + 1]++;
    for (size_t p = 0; p < n_partners; p++)
        membership.first[p + 1] += membership.first[p];
    membership.group        = arena_array(arena, size_t, membership.first[n_partners]);
    g_autofree size_t *next = g_new0(size_t, n_partners);
    for (size_t g = 0; g < year->n_groups; g++)
        for (size_t m = 0; m < year->groups[g].n_members; m++) {
            size_t partner = year->groups[g].members[m];
            membership.group[membership.first[partner] + next[partner]++] = g;
        }
    return membership;
}

static void start(Arena *arena, Pass *pass, const Item *items)
{
    const Year *year = pass->year;
    pass->countings  = arena_array(arena, Counting, pass->n_countings);
    for (size_t i = 0; i < pass->n_countings; i++)
        pass->countings[i] = (Counting){
            .item     = &items[i],
            .source   = item_source(&items[i], year),
            .is_share = item_is_share(&items[i]),
            .sectors  = arena_array(arena, Moments, pass->n_sectors),
            .groups   = arena_array(arena, Moments, year->n_groups),
            .mix      = arena_array(arena, size_t, year->n_groups * pass->n_sectors)};
}

static void add(const Counting *counting, Moments *moments, double value)
{
    if (!counting->is_share) {
        moments_add(moments, value);
        return;
    }
    moments->n++;
    moments->sum += value;
}

/* One item of one answer. */
static void observe(const Pass *pass, const Counting *counting, const Answer *answer)
{
    double value = 0;
    if (!item_observe(counting->item, counting->source, answer, &value))
        return;
    const size_t *first = &pass->membership.first[answer->partner];
    size_t sector       = monitor_sector(pass->year->monitor, answer->partner);
    if (pass->year->is_national[answer->partner])
        add(counting, &counting->sectors[sector], value);
    for (size_t m = first[0]; m < first[1]; m++) {
        size_t group = pass->membership.group[m];
        add(counting, &counting->groups[group], value);
        counting->mix[group * pass->n_sectors + sector]++;
    }
}

/* A block of answers stays in the processor's cache while item after item is taken from
 * it. */
static void observe_block(const Pass *pass, const Answer *answers, size_t count)
{
    for (size_t i = 0; i < pass->n_countings; i++)
        for (size_t a = 0; a < count && pass->countings[i].source != ITEM_ABSENT; a++)
            observe(pass, &pass->countings[i], &answers[a]);
}

static void observe_all(const Pass *pass)
{
    enum { BLOCK = 512 };
    Answer answers[BLOCK];
    size_t count     = 0;
    const Year *year = pass->year;
    for (size_t i = 0; i < year->monitor->partners->n_rows; i++) {
        size_t partner = year->monitor->order[i];
        if (year->answer[partner] == NO_ROW || !year->is_eligible[partner])
            continue;
        answers[count++] = (Answer){year, partner, (size_t)year->answer[partner]};
        if (count == BLOCK) {
            observe_block(pass, answers, count);
            count = 0;
        }
    }
    observe_block(pass, answers, count);
}

static const Tally *tally_year(Arena *arena, const Tallies *tallies, const Year *year)
{
    g_autoptr(Arena) own = arena_new();
    Tally *result        = arena_array(arena, Tally, tallies->n_items);
    Pass pass            = {.year        = year,
                            .n_countings = tallies->n_items,
                            .n_sectors   = year->monitor->settings->sectors.n_codes,
                            .membership  = find_membership(own, year)};
    start(arena, &pass, tallies->items);
    observe_all(&pass);
    for (size_t i = 0; i < tallies->n_items; i++) {
        const Counting *counting = &pass.countings[i];
        result[i] = (Tally){counting->item, counting->source, counting->sectors,
                            counting->groups, counting->mix};
    }
    return result;
}

const Tallies *tallies_make(Arena *arena, const Monitor *monitor)
{
    Tallies *tallies    = arena_alloc(arena, sizeof *tallies);
    const Tally **years = arena_array(arena, const Tally *, monitor->n_years);
    tallies->monitor    = monitor;
    tallies->items      = items_all(arena, &tallies->n_items);
    for (size_t y = 0; y < monitor->n_years; y++)
        years[y] = tally_year(arena, tallies, &monitor->years[y]);
    tallies->years = years;
    return tallies;
}
