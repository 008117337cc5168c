/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Words in the two languages of the monitor, and the few things done to text that GLib
 * does not do: spaces as spreadsheets know them, the nearest known name, column
 * letters, escaping for terminals and for spreadsheets. All text is UTF-8. */

typedef enum Language { LANGUAGE_NL, LANGUAGE_EN } Language;

/* The same words in English and Dutch, in this order wherever a descriptor has both. */
typedef struct Text {
    const char *en;
    const char *nl;
} Text;

/* The words in `language`; never NULL where both are set. */
const char *text_in(Text text, Language language);

/* The language that messages to the person at the terminal are in: by LC_ALL,
 * LC_MESSAGES or LANG, the first that is set; English unless that is Dutch. */
Language terminal_language(void);

/* The span of `text` without surrounding space, TAB, NBSP (U+00A0), narrow NBSP
 * (U+202F), CR and LF; `length` is shortened in place. */
const char *text_trimmed(const char *text, size_t *length);

/* `text` for comparison: trimmed, NFC, case folded, one space for any run of them. */
char *text_folded(Arena *arena, const char *text, size_t length);

/* Whether `text` may serve as an id and thus as a file name: [A-Za-z0-9._-]{1,32}, not
 * starting with a point, none of Windows' reserved names. */
bool text_is_id(const char *text);

/* The one of `names` nearest to `text` by edit distance after folding, or NULL when
 * none is near enough to be worth saying: half its letters differ, or more than three.
 */
const char *text_nearest(const char *text, const char *const *names, size_t n_names);

/* A spreadsheet's letters of a column: 1 is A, 27 is AA. `out` holds 8 bytes. */
void text_column_letters(size_t column, char out[8]);

/* `text` safe to print on a terminal: C0, C1 and bidirectional controls as \u00XX. */
char *text_for_terminal(Arena *arena, const char *text);

/* Whether a spreadsheet would take `text` for a formula: it starts with = + - @ TAB CR
 * or their full-width forms, and is not a plain number. */
bool text_is_formula(const char *text);
