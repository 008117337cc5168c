/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small puzzles, solved by tests/reference/sector_puzzle.py by trying everything. */
#include "indicators/disclosure/sector_puzzle.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

enum { MINIMUM = 5, DECIMALS = 3 };

static PuzzleSector read_sector(const char *line)
{
    PuzzleSector sector = {0};
    char how[8]         = "";
    int read = sscanf(line, "%d %d %d %7s", &sector.population, &sector.answers,
                      &sector.positives, how);
    g_assert_cmpint(read, >=, 3);
    bool is_few      = strcmp(how, "few") == 0;
    sector.is_hidden = read == 4;
    sector.fewest    = is_few ? 1 : MINIMUM;
    sector.most      = is_few ? MIN(MINIMUM - 1, sector.population) : sector.population;
    return sector;
}

static size_t check_case(const char *text)
{
    PuzzleSector sectors[PUZZLE_SECTORS];
    size_t n           = 0;
    g_auto(GStrv) rows = g_strsplit(text, "\n", -1);
    for (size_t i = 0; rows[i] != NULL; i++) {
        if (g_ascii_isdigit(rows[i][0]))
            sectors[n++] = read_sector(rows[i]);
        else if (g_ascii_islower(rows[i][0]))
            g_assert_cmpint(puzzle_is_safe(sectors, n, DECIMALS), ==,
                            strcmp(rows[i], "safe") == 0);
    }
    return n > 0;
}

static void test_cases(void)
{
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents("sector_puzzle.txt", &text, NULL, NULL));
    g_auto(GStrv) cases = g_strsplit(text, "\n\n", -1);
    size_t n            = 0;
    for (size_t i = 0; cases[i] != NULL; i++)
        n += check_case(cases[i]);
    g_assert_cmpuint(n, ==, 6);
}

int main(int count, char **words)
{
    g_test_init(&count, &words, NULL);
    g_test_add_func("/sector-puzzle/cases", test_cases);
    return g_test_run();
}
