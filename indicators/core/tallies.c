/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over the answers of a year in the order of partner_id fills counts, or where
 * values are no yes or no running moments, for every item in every sector and local
 * alliance. */
#include "indicators/core/tallies.h"

/* How many answered, and how many of them yes. */
typedef struct Count {
    guint32 answers;
    guint32 yes;
} Count;

/* A tally while it is filled. Of a share it is enough to count. */
typedef struct Counting {
    const Item *item;
    ItemSource source;
    const int8_t *truths; /* by row in survey; NULL: each answer is asked */
    Count *counts;        /* of a share, by slot; else NULL */
    Moments *sectors;
    Moments *groups;
    size_t *mix;
} Counting;

/* The local alliances of each organisation, as one list with where each part starts. */
typedef struct Membership {
    size_t *first; /* one more than there are organisations */
    size_t *group;
} Membership;

/* Where one answer of a block counts. A slot is a group and a sector: group *
 * n_sectors + sector. After the local alliances comes one group more: all partners. */
typedef struct Place {
    guint32 answer; /* in the block */
    guint32 slot;
} Place;

/* The pass over one year. */
typedef struct Pass {
    const Year *year;
    Counting *countings;
    size_t n_countings;
    size_t n_sectors;
    size_t n_groups;
    Membership membership;
    /* The answers at hand: so many that the counts of an item stay in the processor's
     * cache while they are gone through. */
    GArray *answers; /* Answer */
    GArray *places;  /* Place, by answer */
} Pass;

enum { BLOCK = 2048 };

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

static void start(Arena *arena, Arena *own, Pass *pass, const Item *items)
{
    const Year *year     = pass->year;
    const size_t n_slots = (pass->n_groups + 1) * pass->n_sectors;
    pass->countings      = arena_array(own, Counting, pass->n_countings);
    for (size_t i = 0; i < pass->n_countings; i++) {
        ItemSource source  = item_source(&items[i], year);
        bool is_share      = item_is_share(&items[i]);
        pass->countings[i] = (Counting){
            .item    = &items[i],
            .source  = source,
            .truths  = item_truths(&items[i], source, year),
            .counts  = is_share ? arena_array(own, Count, n_slots) : NULL,
            .sectors = arena_array(arena, Moments, pass->n_sectors),
            .groups  = arena_array(arena, Moments, pass->n_groups),
            .mix     = arena_array(arena, size_t, pass->n_groups * pass->n_sectors)};
    }
}

static int8_t ask_truth(const Counting *counting, const Answer *answer)
{
    double value  = 0;
    bool is_there = item_observe(counting->item, counting->source, answer, &value);
    return is_there ? (int8_t)value : -1;
}

static void take_truths(const Pass *pass, const Counting *counting, int8_t *truths)
{
    const Answer *answers = (const Answer *)(const void *)pass->answers->data;
    const int8_t *column  = counting->truths;
    const guint n         = pass->answers->len;
    if (column != NULL)
        for (guint a = 0; a < n; a++)
            truths[a] = column[answers[a].row];
    else
        for (guint a = 0; a < n; a++)
            truths[a] = ask_truth(counting, &answers[a]);
}

/* A share: no branch on what was answered, which cannot be foreseen. */
static void count_truths(const Pass *pass, const Counting *counting)
{
    int8_t truths[BLOCK];
    const Place *places = (const Place *)(const void *)pass->places->data;
    const guint n       = pass->places->len;
    take_truths(pass, counting, truths);
    for (guint i = 0; i < n; i++) {
        int8_t truth = truths[places[i].answer];
        Count *count = &counting->counts[places[i].slot];
        count->answers += truth >= 0;
        count->yes += truth > 0;
    }
}

static void add_values(const Pass *pass, const Counting *counting)
{
    double values[BLOCK];
    for (guint a = 0; a < pass->answers->len; a++)
        if (!item_observe(counting->item, counting->source,
                          &g_array_index(pass->answers, Answer, a), &values[a]))
            values[a] = (double)NAN;
    for (guint i = 0; i < pass->places->len; i++) {
        const Place *place = &g_array_index(pass->places, Place, i);
        const size_t group = place->slot / pass->n_sectors;
        if (!isnan(values[place->answer]))
            moments_add(group == pass->n_groups
                            ? &counting->sectors[place->slot % pass->n_sectors]
                            : &counting->groups[group],
                        values[place->answer]);
    }
}

static void observe_block(Pass *pass)
{
    for (size_t i = 0; i < pass->n_countings; i++)
        if (pass->countings[i].source != ITEM_ABSENT)
            (pass->countings[i].counts != NULL ? count_truths
                                               : add_values)(pass, &pass->countings[i]);
    g_array_set_size(pass->answers, 0);
    g_array_set_size(pass->places, 0);
}

static void add_place(Pass *pass, size_t group, size_t sector)
{
    Place place = {pass->answers->len, (guint32)(group * pass->n_sectors + sector)};
    g_array_append_val(pass->places, place);
}

static void add_answer(Pass *pass, size_t partner)
{
    const Year *year    = pass->year;
    const size_t sector = monitor_sector(year->monitor, partner);
    const size_t *first = &pass->membership.first[partner];
    Answer answer       = {year, partner, (size_t)year->answer[partner]};
    if (year->is_national[partner])
        add_place(pass, pass->n_groups, sector);
    for (size_t m = first[0]; m < first[1]; m++)
        add_place(pass, pass->membership.group[m], sector);
    g_array_append_val(pass->answers, answer);
}

static void observe_all(Pass *pass)
{
    const Year *year = pass->year;
    for (size_t i = 0; i < year->monitor->partners->n_rows; i++) {
        size_t partner = year->monitor->order[i];
        if (year->answer[partner] == NO_ROW || !year->is_eligible[partner])
            continue;
        add_answer(pass, partner);
        if (pass->answers->len == BLOCK)
            observe_block(pass);
    }
    observe_block(pass);
}

static void moments_add_count(Moments *moments, const Count *count)
{
    moments->n += count->answers;
    moments->sum += count->yes;
}

/* The counts of a share as moments. */
static void fold_counts(const Pass *pass, const Counting *counting)
{
    const size_t n = pass->n_sectors;
    for (size_t s = 0; s < n; s++)
        moments_add_count(&counting->sectors[s],
                          &counting->counts[pass->n_groups * n + s]);
    for (size_t slot = 0; slot < pass->n_groups * n; slot++) {
        counting->mix[slot] = counting->counts[slot].answers;
        moments_add_count(&counting->groups[slot / n], &counting->counts[slot]);
    }
}

static const Tally *tally_year(Arena *arena, const Tallies *tallies, const Year *year)
{
    g_autoptr(Arena) own      = arena_new();
    g_autoptr(GArray) answers = g_array_new(FALSE, FALSE, sizeof(Answer));
    g_autoptr(GArray) places  = g_array_new(FALSE, FALSE, sizeof(Place));
    Tally *result             = arena_array(arena, Tally, tallies->n_items);
    Pass pass                 = {.year        = year,
                                 .n_countings = tallies->n_items,
                                 .n_sectors   = year->monitor->settings->sectors.n_codes,
                                 .n_groups    = year->n_groups,
                                 .membership  = find_membership(own, year),
                                 .answers     = answers,
                                 .places      = places};
    start(arena, own, &pass, tallies->items);
    observe_all(&pass);
    for (size_t i = 0; i < tallies->n_items; i++) {
        const Counting *counting = &pass.countings[i];
        if (counting->counts != NULL)
            fold_counts(&pass, counting);
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
