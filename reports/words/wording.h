/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/text.h"

/* Every sentence and word that a report, sheet, page or chart shows and that no
 * descriptor carries: one table, wording.def, in Dutch and English. Stages before this
 * one write codes only. Names of fields stand in braces: "{x} of the {n} partners". */

typedef enum WordId {
#define WORD(name, en, nl) WORD_##name,
#include "reports/words/wording.def"
    WORD_COUNT
} WordId;

/* The text as it stands in the table. */
const char *word(Language language, WordId id);

/* What a field in braces becomes; lists of these end with {NULL, NULL}. */
typedef struct WordField {
    const char *name;
    const char *text;
} WordField;

/* The text with its fields filled in; lives in `arena`. A field in the text that is not
 * in the list is a bug. */
const char *word_fill(Arena *arena, Language language, WordId id,
                      const WordField *fields);

/* The same of a text that does not come from WORD: a phrase, or a reader's own. */
const char *word_fill_text(Arena *arena, const char *text, const WordField *fields);

/* The fields of a sentence in place: word_fill(..., FIELDS({"x", x}, {"n", n})). */
#define FIELDS(...) ((const WordField[]){__VA_ARGS__, {NULL, NULL}})
