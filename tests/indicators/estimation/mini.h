/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <math.h>
#include <stddef.h>

#include "indicators/estimation/strata.h"

/* The small generated data set (tests/reference/mini.csv and mini_wave2.csv) that the
 * reference numbers were computed on, and the comparison of numbers that all tests use.
 */
enum { MINI_SECTORS = 6 };

typedef struct MiniRow {
    char id[8];
    size_t sector;    /* A = 0 */
    size_t alliance;  /* L1 = 0; wave 2 has none */
    double values[4]; /* by MiniColumn; NAN is missing */
} MiniRow;

typedef enum MiniColumn { MINI_NEW, MINI_NEWMIS, MINI_POOR, MINI_ALL } MiniColumn;

typedef struct Mini {
    MiniRow rows[64];
    size_t count;
    size_t populations[MINI_SECTORS];
} Mini;

/* Reads the file; it is a test failure when it cannot be read. */
Mini mini_read(const char *path);

/* The strata of one column. */
void mini_strata(const Mini *mini, MiniColumn column, Stratum strata[MINI_SECTORS]);

/* The test fails unless actual is expected to within `tolerance` times the larger of
 * 0.001 and |expected|; both NAN is equal too. */
#define assert_close(actual, expected, tolerance)                                      \
    do {                                                                               \
        const double close_a = (actual), close_e = (expected);                         \
        if (!(isnan(close_a) && isnan(close_e)) &&                                     \
            !(fabs(close_a - close_e) <= (tolerance)*fmax(1e-3, fabs(close_e))))       \
            g_error("%s:%d: %s is %.17g, expected %.17g", __FILE__, __LINE__, #actual, \
                    close_a, close_e);                                                 \
    } while (0)
