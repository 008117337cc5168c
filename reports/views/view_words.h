/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/views/view_column.h"
#include "reports/views/view_text.h"

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

/* "; 165 of 306 partners answered" behind a subtitle; "" for "". */
const char *view_answered(const ChartOrder *order, const char *basis);

/* "2019 to 2023", or the year alone where that is the only one. */
const char *view_span(const ChartOrder *order, const Chart *chart);
