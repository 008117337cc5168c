/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One's own answer: a member of a hidden sector knows one answer in it. What is safe
 * from outsiders need not be safe from him, whichever way he answered. */
#include "audit/audit.h"
#include "audit/puzzle.h"

static void attack_as_member(const Figure *figure, Puzzle *puzzle, size_t place,
                             Lessons *lessons)
{
    HiddenStratum *stratum = &puzzle->system.strata[place];
    for (int own = 0; own <= 1; own++) {
        Solved solved[HIDDEN_LIMIT];
        stratum->own  = own;
        SearchEnd end = enumeration_run(&puzzle->system, solved);
        stratum->own  = -1;
        Lesson lesson = {figure, puzzle->groups[place], "own_answer", NULL};
        puzzle_tell(&lesson, &solved[place], end, lessons);
        if (!solved[place].is_safe && solved[place].n_solutions > 0)
            return;
    }
}

void attack_own_answer(const Publication *publication, Lessons *lessons)
{
    for (size_t i = 0; i < publication->figures->len; i++) {
        const Figure *figure = &g_array_index(publication->figures, Figure, i);
        Solved outside[HIDDEN_LIMIT];
        Puzzle puzzle = puzzle_pose(publication, figure);
        if (!puzzle.is_usable)
            continue;
        enumeration_run(&puzzle.system, outside);
        for (size_t k = 0; k < puzzle.system.n_strata; k++)
            if (outside[k].is_safe && !puzzle.system.strata[k].is_narrow)
                attack_as_member(figure, &puzzle, k, lessons);
    }
}
