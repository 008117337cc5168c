/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shown sectors taken off the whole. */
#include "audit/puzzle.h"

static void add_shown(Puzzle *puzzle, const Group *group)
{
    double n = group->n, x = group->low, share = x / n;
    puzzle->shown_n += n;
    puzzle->shown_x += x;
    if (n < 1)
        return;
    puzzle->shown_size += group->size;
    puzzle->shown_answering += 1;
    puzzle->shown_weighted += group->size * share;
    puzzle->has_lonely |= n < 2 && group->size > 1;
    if (n >= 2)
        puzzle->shown_variance +=
            group->size * (group->size - n) * share * (1 - share) / (n - 1);
}

static void add_hidden(Puzzle *puzzle, const Group *group)
{
    HiddenSystem *system = &puzzle->system;
    if (isnan(group->size) || system->n_strata == HIDDEN_LIMIT) {
        puzzle->is_usable = false;
        return;
    }
    bool has_n                       = !isnan(group->n);
    puzzle->groups[system->n_strata] = group;
    system->strata[system->n_strata++] =
        (HiddenStratum){.size      = (int)group->size,
                        .n_low     = has_n ? (int)group->n : 0,
                        .n_high    = has_n ? (int)group->n : (int)group->size,
                        .own       = -1,
                        .is_narrow = has_n && !isnan(group->low),
                        .x_low     = has_n && group->low > 0 ? -1 : 0};
}

/* What the national row says, less what is shown. */
static void add_national(Puzzle *puzzle, const Publication *publication,
                         const Group *all)
{
    HiddenSystem *system = &puzzle->system;
    bool has_x           = !isnan(all->low);
    if (isnan(all->n) || isnan(all->size)) {
        puzzle->is_usable = false;
        return;
    }
    system->n      = (int)round(all->n - puzzle->shown_n);
    system->x_low  = has_x ? MAX((int)(all->low - puzzle->shown_x), 0) : 0;
    system->x_high = has_x ? (int)(all->high - puzzle->shown_x) : system->n;
    system->size   = (int)round(all->size - puzzle->shown_size);
    system->answering =
        isnan(all->df) ? -1 : (int)round(all->n - all->df - puzzle->shown_answering);
    system->weighted = all->value * all->size - puzzle->shown_weighted;
    system->half     = publication->half_share * all->size + 1e-9 * all->size;
    double total     = all->se * all->size;
    double half      = publication->half_se * all->size;
    system->variance =
        puzzle->has_lonely ? NAN : total * total - puzzle->shown_variance;
    system->variance_half = 2 * total * half + half * half + 1e-6 * (1 + total * total);
    puzzle->is_usable &= system->n >= 0;
}

/* Sectors that are not published at all leave organisations over that no row counts:
 * then the puzzle lacks a piece, and only the sums of the others would hold. */
static bool is_complete(const Puzzle *puzzle, const Group *all)
{
    double hidden = 0;
    for (size_t i = 0; i < puzzle->system.n_strata; i++)
        hidden += puzzle->system.strata[i].size;
    return puzzle->shown_size + hidden >= all->size;
}

Puzzle puzzle_pose(const Publication *publication, const Figure *figure)
{
    Puzzle puzzle = {.is_usable = true};
    for (size_t i = 0; i < figure->n_groups; i++) {
        const Group *group = &figure->groups[i];
        if (group->sector == NULL || group->alliance_id != NULL)
            continue;
        if (group_is_shown(group))
            add_shown(&puzzle, group);
        else
            add_hidden(&puzzle, group);
    }
    add_national(&puzzle, publication, &figure->national);
    puzzle.is_usable &=
        puzzle.system.n_strata > 0 && is_complete(&puzzle, &figure->national);
    return puzzle;
}

void puzzle_tell(const Lesson *lesson, const Solved *solved, SearchEnd end,
                 Lessons *lessons)
{
    if (solved->is_safe || (solved->n_solutions == 0 && end == SEARCH_DONE))
        return;
    if (end == SEARCH_LIMIT)
        lessons_add(lessons, lesson, "not shown to be safe within the steps allowed");
    else if (solved->x_least < solved->x_most)
        lessons_add(lessons, lesson, "x/n from %.3f to %.3f", solved->share_least,
                    solved->share_most);
    else if (solved->n_least < solved->n_most)
        lessons_add(lessons, lesson, "x = %d", solved->x_least);
    else
        lessons_add(lessons, lesson, "x = %d of n = %d", solved->x_least,
                    solved->n_least);
}
