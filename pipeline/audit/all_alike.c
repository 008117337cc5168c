/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All alike: a shown group in which all answer the same tells the answer of every
 * member. */
#include "audit/audit.h"

static void look(const Figure *figure, const Group *group, Lessons *lessons)
{
    if (!group_is_shown(group) || group->n < 1 ||
        (group->low > 0 && group->low < group->n))
        return;
    Lesson lesson = {figure, group, "all_alike", NULL};
    lessons_add(lessons, &lesson, "x = %.0f of n = %.0f", group->low, group->n);
}

void attack_all_alike(const Publication *publication, Lessons *lessons)
{
    for (size_t i = 0; i < publication->figures->len; i++) {
        const Figure *figure = &g_array_index(publication->figures, Figure, i);
        if (figure_is_open(publication, figure))
            continue;
        look(figure, &figure->national, lessons);
        for (size_t k = 0; k < figure->n_groups; k++)
            look(figure, &figure->groups[k], lessons);
    }
}
