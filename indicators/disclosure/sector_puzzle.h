/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Whether a reader can work out the shares of sectors that are not shown. Known are, of
 * all sectors together, how many answered and how many said yes, the weighted share and
 * its standard error as printed, and of each sector how many partners it has; and
 * whether a hidden one is hidden for few answers or to protect another. Whole numbers
 * that fit all of that are looked for until there are enough of them. */

/* One sector as it is, and what is shown of it. */
typedef struct PuzzleSector {
    int population; /* N */
    int answers;    /* n; a sector without answers is known to have none */
    int positives;  /* x, 0 .. n */
    bool is_hidden;
    int fewest; /* what is known of n when hidden: fewest .. most */
    int most;
} PuzzleSector;

enum { PUZZLE_SECTORS = 32 };

/* How many combinations are tried before a puzzle counts as not shown safe. */
enum { PUZZLE_STEPS = 200000 };

/* Safe: for each hidden sector, numbers that fit include two values of x, and two of
 * x/n that lie at least 0.1 apart; the same for a partner of a hidden sector, who takes
 * its own answer off first. `share` and `se` are those of the sectors (estimation of a
 * share by strata), to so many decimals. Not shown safe within PUZZLE_STEPS is unsafe.
 * True where nothing is hidden. */
bool puzzle_is_safe(const PuzzleSector *sectors, size_t n_sectors, int decimals);
