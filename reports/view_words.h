/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/view_text.h"

/* The words around a chart: a headline that says what is seen, in at most ten words and
 * without a claim that the figures do not bear out, a statistical subtitle, and the two
 * texts for who cannot see it. */

enum { HEADLINE_WORDS = 10, ALT_CHARACTERS = 150 };

/* The sentences of the wording table that a view fills. */
typedef struct ViewWords {
    WordId headline;
    WordId subtitle;
    WordId alt;
    WordId description;
} ViewWords;

/* Fills the four texts of the picture. The fields must hold `title` and `year` too: a
 * headline that grows too long by the names in it becomes these two alone; an alt
 * sentence that does so is cut at a word. */
void view_tell(const ChartOrder *order, Picture *picture, const ViewWords *words,
               const WordField *fields);

/* The short title of the order's indicator, and its definition, a sentence. */
const char *view_title(const ChartOrder *order);
const char *view_definition(const ChartOrder *order);

/* Where: "national", or the name of the alliance. */
const char *view_place(const ChartOrder *order);

/* "165 of 306", or "160 to 165 of 306": how many answered what the first column of the
 * chart shows; "" where the rows are of different groups or nothing is known. */
const char *view_basis(const ChartOrder *order, const Chart *chart);

/* "; 165 of 306 partners answered" behind a subtitle; "" for "". */
const char *view_answered(const ChartOrder *order, const char *basis);

/* The lowest and highest value of the first column as text; false: there is none. */
bool view_range(const ChartOrder *order, const Chart *chart, const char **low,
                const char **high);

/* How many of the first column's cells have a value, or bounds. */
size_t view_shown(const Chart *chart);
