/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/arena.h"

/* How much two short texts are about the same: names of organisations, questions of a
 * survey and the descriptors' wording of them. */

/* The words that matter of a text: folded, without articles and other small words. In
 * the arena; ended by NULL. */
const char *const *likeness_words(Arena *arena, const char *text);

/* From 0 (nothing in common) to 1 (the same words): Dice's coefficient over words,
 * where words with the same start are the same. When all words of `short_text` stand in
 * `long_text` it is at least 0.75: an option within its question. */
double likeness(const char *const *long_text, const char *const *short_text);
