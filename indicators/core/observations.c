/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observations by organisation, and panels of two years. */
#include "indicators/core/observations.h"

#include <string.h>

const double *observations(Arena *arena, const Item *item, const Year *year)
{
    size_t n          = year->monitor->partners->n_rows;
    double *values    = arena_array(arena, double, n);
    ItemSource source = item_source(item, year);
    for (size_t partner = 0; partner < n; partner++) {
        Answer answer   = {year, partner, (size_t)year->answer[partner]};
        values[partner] = (double)NAN;
        double value    = 0;
        if (source != ITEM_ABSENT && year->is_eligible[partner] &&
            year->answer[partner] != NO_ROW &&
            item_observe(item, source, &answer, &value))
            values[partner] = value;
    }
    return values;
}

static void mark_alliance(const Year *year, const char *alliance_id, bool *is_member)
{
    for (size_t g = 0; g < year->n_groups; g++) {
        if (strcmp(year->groups[g].id, alliance_id) != 0)
            continue;
        for (size_t m = 0; m < year->groups[g].n_members; m++)
            is_member[year->groups[g].members[m]] = true;
    }
}

const bool *scope_members(Arena *arena, const Year *year, const Scope *scope)
{
    const Monitor *monitor = year->monitor;
    bool *is_member        = arena_array(arena, bool, monitor->partners->n_rows);
    if (scope->alliance_id != NULL) {
        mark_alliance(year, scope->alliance_id, is_member);
        return is_member;
    }
    for (size_t row = 0; row < monitor->partners->n_rows; row++)
        is_member[row] = year->is_national[row] &&
                         (scope->sector == CELL_ALL ||
                          monitor_sector(monitor, row) == (size_t)scope->sector);
    return is_member;
}

const Panel *panel_make(Arena *arena, const Item *item, const Year *years[2],
                        const Scope *scope)
{
    const Monitor *monitor = years[0]->monitor;
    const bool *in_from    = scope_members(arena, years[0], scope);
    const bool *in_to      = scope_members(arena, years[1], scope);
    const double *from     = observations(arena, item, years[0]);
    const double *to       = observations(arena, item, years[1]);
    bool is_national       = scope->alliance_id == NULL && scope->sector == CELL_ALL;
    PanelPartner *partners =
        arena_array(arena, PanelPartner, monitor->partners->n_rows);
    Panel *panel    = arena_alloc(arena, sizeof *panel);
    panel->partners = partners;
    panel->strata   = is_national ? monitor->settings->sectors.n_codes : 1;
    panel->share    = item_is_share(item);
    for (size_t i = 0; i < monitor->partners->n_rows; i++) {
        size_t row = monitor->order[i];
        if (!in_from[row] && !in_to[row])
            continue;
        partners[panel->count++] =
            (PanelPartner){.stratum = is_national ? monitor_sector(monitor, row) : 0,
                           .eligible_from = in_from[row],
                           .eligible_to   = in_to[row],
                           .from          = in_from[row] ? from[row] : (double)NAN,
                           .to            = in_to[row] ? to[row] : (double)NAN};
    }
    return panel;
}

bool item_is_comparable(const Item *item, const Year *from, const Year *to)
{
    const Monitor *monitor = from->monitor;
    if (item_source(item, from) == ITEM_ABSENT ||
        item_source(item, from) != item_source(item, to))
        return false;
    for (size_t i = 0; i < monitor->n_years; i++)
        if (monitor->years[i].year > from->year && monitor->years[i].year <= to->year &&
            item_is_changed(item, &monitor->years[i]))
            return false;
    return true;
}
