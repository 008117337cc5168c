/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/names.h"

/* Finished sentences about a figure, for a letter: the count, the estimate with its
 * margin, and what is certain. Whole percents; a figure that cannot be shown is said to
 * be so, never as a nought. */

/* Below so many answers a local alliance's share is told as a count alone. */
enum { ANSWERS_FOR_PERCENTAGE = 20 };

/* What a sentence is made of. */
typedef struct SentenceFigures {
    FigureKey key;
    Figure figure;
    Figure reported;  /* of a share: how many said yes; of a total: its estimate */
    bool is_reported; /* whether that one is there */
} SentenceFigures;

/* The sentences on one share, count, mean or total; they live in `arena`. */
const char *sentence_make(Arena *arena, const Edition *edition,
                          const SentenceFigures *figures);

/* The same for a figure that is looked up; NULL when there is no such row. For reach
 * (any measure of it) the sentences on gross, bounds and coverage together. */
const char *sentence_of(Arena *arena, const Edition *edition, const FigureKey *key);

/* "63" of 0.6312: a proportion in whole percents, without the sign. */
const char *sentence_percent(Arena *arena, const Edition *edition, double value);

/* A whole number, or "geen" for none. */
const char *sentence_count(Arena *arena, const Edition *edition, double value);
