/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "audit/publication.h"

/* Who lies in which group, as the public register has it. Organisations of the same
 * sector and the same alliances cannot be told apart by any group: they are one kind.
 */

typedef struct Kind {
    const char *sector;
    const char *alliances;  /* ",LA01,LA04," */
    const char *partner_id; /* its organisation, where it is one; else NULL */
    size_t size;
    bool is_local; /* in local alliances only: of no sector, nor of the whole */
} Kind;

/* The kinds of the organisations that took part on that year's day, of Kind, in the
 * order of the register; without a register NULL. In the publication's arena; free the
 * array with g_array_unref. */
GArray *organisations_kinds(const Publication *publication, int year);

/* Whether organisations of that kind lie in the group. */
bool kind_is_in(const Kind *kind, const Group *group);
