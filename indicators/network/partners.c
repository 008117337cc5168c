/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many partners the alliance has: U_t, read from the register.
 *
 * Source: the alliance's own figures (2019: almost 100; 2022: about 300). Joined and
 * left count what happened after the reference date of the year before, so that net is
 * the difference between the two years' numbers. */
#include "indicators/core/indicator.h"

enum { ACTIVE, JOINED, LEFT, NET, ORGANISATIONS, LOCAL_ONLY };

static bool is_within_year(const Year *year, Date date)
{
    return date > year->previous && date <= year->reference;
}

static size_t count_organisations(const Year *year)
{
    const Monitor *monitor   = year->monitor;
    g_autofree bool *is_seen = g_new0(bool, monitor->partners->n_rows);
    size_t n                 = 0;
    for (size_t row = 0; row < monitor->partners->n_rows; row++) {
        if (!year->is_national[row])
            continue;
        n += !is_seen[monitor->holding[row]];
        is_seen[monitor->holding[row]] = true;
    }
    return n;
}

/* Sectors with partners, and local alliances: members of either role. */
static void add_breakdowns(const Indicator *self, const Year *year, Cells *cells)
{
    for (size_t s = 0; s < year->monitor->settings->sectors.n_codes; s++)
        if (year->population[s] > 0)
            indicator_add(self, year, ACTIVE, (double)year->population[s], cells)
                ->sector = (int)s;
    for (size_t g = 0; g < year->n_groups; g++)
        indicator_add(self, year, ACTIVE, (double)year->groups[g].n_members, cells)
            ->alliance_id = year->groups[g].id;
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    const Table *partners = year->monitor->partners;
    size_t joined = 0, left = 0, local_only = 0;
    for (size_t row = 0; row < partners->n_rows; row++) {
        bool is_local = table_code(partners, COLUMN(partners, role), row) ==
                        CODE_VALUE(role, local_only);
        local_only += year->is_eligible[row] && is_local;
        if (is_local)
            continue;
        joined +=
            is_within_year(year, table_date(partners, COLUMN(partners, joined), row));
        left += is_within_year(year, table_date(partners, COLUMN(partners, left), row));
    }
    const double counts[] = {
        [ACTIVE]        = (double)year->n_eligible,
        [JOINED]        = (double)joined,
        [LEFT]          = (double)left,
        [NET]           = (double)joined - (double)left,
        [ORGANISATIONS] = (double)count_organisations(year),
        [LOCAL_ONLY]    = (double)local_only,
    };
    for (size_t m = 0; m < self->n_measures; m++)
        indicator_add(self, year, m, counts[m], cells);
    add_breakdowns(self, year, cells);
}

const Indicator indicator_partners = {
    .id         = "partners",
    .title      = {"Partners", "Partners"},
    .definition = {"Organisations that have signed the pledge and are partner on the "
                   "reference date.",
                   "Organisaties die de belofte hebben getekend en op de peildatum "
                   "partner zijn."},
    .formula    = {"Counts in the register: partners that joined on or before the "
                      "reference date and had not left by then. Joined and left are counted "
                      "from one reference date to the next; net is their difference. "
                      "Organisations counts those that belong together as one.",
                   "Tellingen in het register: partners die op of voor de peildatum "
                      "instapten en toen niet waren vertrokken. In- en uitstroom tellen van "
                      "peildatum tot peildatum; saldo is het verschil. Organisaties telt wie "
                      "bij elkaar hoort als een."},
    .source     = {"Register of partners", "Partnerregister"},
    .compute    = compute,
    MEASURES({.id = "active", .unit = UNIT_COUNT, .by = BY_SECTOR | BY_ALLIANCE},
             {.id = "joined", .unit = UNIT_COUNT}, {.id = "left", .unit = UNIT_COUNT},
             {.id = "net", .unit = UNIT_COUNT},
             {.id = "organisations", .unit = UNIT_COUNT},
             {.id = "local_only", .unit = UNIT_COUNT}),
};
