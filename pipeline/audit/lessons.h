/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "audit/publication.h"

/* What the attacks learnt, each a row of audit.csv. */
typedef struct Lessons {
    Table *table;
} Lessons;

Lessons *lessons_new(const Schema *schema);
void lessons_free(Lessons *lessons);

/* What is learnt of one figure. */
typedef struct Lesson {
    const Figure *figure;
    const Group *group;     /* NULL: of no one group */
    const char *attack;     /* as in attacks.def */
    const char *partner_id; /* NULL: of no one organisation */
} Lesson;

void lessons_add(Lessons *lessons, const Lesson *lesson, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* One sentence that names the first figure and how many there are, or NULL where
 * nothing is learnt. Free with g_free. */
char *lessons_sentence(const Lessons *lessons, Language language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lessons, lessons_free)
