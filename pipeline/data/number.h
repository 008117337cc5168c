/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Numbers as the artefacts hold them: point, no grouping, no locale. How people write
 * numbers is the business of ingest (cells) and of reports (format). */

enum { NUMBER_SIZE = 48 };

/* Writes the shortest digits that read back to the same double, in fixed notation for
 * 1e-5 <= |x| < 1e15 and exponential otherwise; 0 for both zeros. NaN (missing) gives
 * an empty text; infinity is a bug. Returns the length. */
size_t number_format(double value, char out[NUMBER_SIZE]);

/* Reads what number_format writes, the whole of `length` bytes. An empty text is NaN.
 * False for anything else: spaces, hex, inf, nan, a comma. */
bool number_parse(const char *text, size_t length, double *value);

/* Reads a whole number >= 0 of digits only, at most 2^53; false for anything else. */
bool number_parse_count(const char *text, size_t length, int64_t *value);
