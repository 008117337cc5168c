/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/edition.h"

/* What the keys of a figure are called in words. The artefacts hold codes; people read
 * the names that descriptors, code lists, settings and the wording table give them.
 * Results live in the edition or in `arena`. A code without a name is its own name. */

/* The title of an indicator, with its measure where the title alone does not say it. */
const char *name_figure(Arena *arena, const Edition *edition, const FigureKey *key);

/* The title of an indicator alone, and, for a headline, in five words at most. */
const char *name_indicator(const Edition *edition, const char *indicator);
const char *name_short(const Edition *edition, const char *indicator);

/* What a measure is called beside the title of its indicator. */
const char *name_measure(const Edition *edition, const char *measure);

const char *name_sector(const Edition *edition, const char *sector);

/* The name of an opgave, "Meedoen"; numbered, "01 Meedoen". */
const char *name_opgave(const Edition *edition, const char *opgave);
const char *name_opgave_numbered(Arena *arena, const Edition *edition,
                                 const char *opgave);

/* The name of the category of a figure: of a life domain, a statement, a sector, ... */
const char *name_category(const Edition *edition, const FigureKey *key);

/* What part of its indicator a figure is: its category or opgave, or "geheel". */
const char *name_part(Arena *arena, const Edition *edition, const FigureKey *key);

/* A definition of poverty in words, by its code in population.csv. */
const char *name_definition(const Edition *edition, const char *definition);

/* The term of the theory of change that an indicator belongs to: its folder's name. */
const char *name_term(const Edition *edition, const char *term);

/* What a figure counts ("procent", "kinderen"), by its unit in the artefacts. */
const char *name_unit(const Edition *edition, const char *unit);

/* "31 december 2023". */
const char *name_date(Arena *arena, Language language, Date date);

/* What a name sorts by from A to Z in any locale: its letters and digits, without case
 * and accents. */
char *name_sort_key(Arena *arena, const char *name);

/* Whether a measure is for specialists: shown in Verantwoording and nowhere else. */
bool measure_is_technical(const char *measure);

/* What the figure says, for one and for more; NULL: the wording table has no phrase. */
const Text *phrase_of(const FigureKey *key, bool is_one);
