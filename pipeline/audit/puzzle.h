/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "audit/enumeration.h"
#include "audit/lessons.h"

/* One figure as a puzzle: the hidden sectors, and what the whole says of them. */

/* A system with the group each of its strata stands for. */
typedef struct Puzzle {
    HiddenSystem system;
    const Group *groups[HIDDEN_LIMIT];
    double shown_n, shown_x, shown_size, shown_answering;
    double shown_weighted, shown_variance;
    bool is_usable;
    bool has_lonely; /* the standard error then is no sum */
} Puzzle;

/* The puzzle of that figure; not usable where nothing is hidden or where sectors that
 * are not published at all leave a piece out. */
Puzzle puzzle_pose(const Publication *publication, const Figure *figure);

/* A lesson, unless the stratum is safe. */
void puzzle_tell(const Lesson *lesson, const Solved *solved, SearchEnd end,
                 Lessons *lessons);
