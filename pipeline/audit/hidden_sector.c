/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hidden sector: the sums of n and of x, and the weighted share with all its
 * digits, leave few whole numbers for the sectors that are not shown; often one. */
#include "audit/audit.h"
#include "audit/puzzle.h"

void attack_hidden_sector(const Publication *publication, Lessons *lessons)
{
    for (size_t i = 0; i < publication->figures->len; i++) {
        const Figure *figure = &g_array_index(publication->figures, Figure, i);
        Solved solved[HIDDEN_LIMIT];
        Puzzle puzzle = puzzle_pose(publication, figure);
        if (!puzzle.is_usable)
            continue;
        SearchEnd end = enumeration_run(&puzzle.system, solved);
        for (size_t k = 0; k < puzzle.system.n_strata; k++) {
            Lesson lesson = {figure, puzzle.groups[k], "hidden_sector", NULL};
            puzzle_tell(&lesson, &solved[k], end, lessons);
        }
    }
}
