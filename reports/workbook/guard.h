/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/arena.h"

#include <stdbool.h>

/* What may stand in a workbook. libxlsxwriter writes each of the things refused here
 * without a word, and Excel then repairs, drops or misreads it. Every guard returns
 * NULL when all is well and else the reason, without the value: that may be personal.
 */

/* Text of a cell: UTF-8, at most 32,767 characters as Excel counts them. */
const char *guard_text(const char *text);

/* A text that must say something and stand on one line of at most `longest` characters:
 * headers of columns, alternative texts, document properties. */
const char *guard_line(const char *text, size_t longest);

/* A sheet's name, apart from being unique. */
const char *guard_sheet_name(const char *name);

/* A table's name, apart from being unique: letters, digits and _, and nothing that
 * reads as a cell (AB12, R1C1). */
const char *guard_table_id(const char *id);

/* An address outside the workbook: https: or mailto:, nothing else. */
const char *guard_address(const char *address);

/* A number: finite. */
const char *guard_number(double number);

/* A date written YYYY-MM-DD that Excel can hold (from 1900 on). */
const char *guard_date(const char *date);

/* `text` as it must be written to mean itself: a literal _x0041_, which Excel would
 * read as A, is escaped; characters that XML cannot hold become U+FFFD; line ends
 * become LF. `text` has passed guard_text. */
char *guard_escape(Arena *arena, const char *text);

/* Whether `text` holds an escape such as _x0041_. */
bool guard_has_escape(const char *text);
