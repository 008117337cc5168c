/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many partners the alliance has: U_t, read from the register.
 *
 * Source: the alliance's own figures (2019: almost 100; 2022: about 300). Joined and
 * left count what happened after the reference date of the year before, so that net is
 * the difference between the two years' numbers. */
#include "indicators/indicator.h"

enum { ACTIVE, JOINED, LEFT, NET, ORGANISATIONS, LOCAL_ONLY };

static const char *const names[] = {[ACTIVE]        = "active",
                                    [JOINED]        = "joined",
                                    [LEFT]          = "left",
                                    [NET]           = "net",
                                    [ORGANISATIONS] = "organisations",
                                    [LOCAL_ONLY]    = "local_only"};

static void add_count(const Year *year, Cells *cells, int measure, double value)
{
    Cell cell          = cell_empty;
    cell.year          = year->year;
    cell.indicator     = indicator_find("partners");
    cell.measure_order = measure;
    cell.measure       = names[measure];
    cell.unit          = UNIT_COUNT;
    cell.method        = METHOD_CENSUS;
    cell.value         = value;
    cells_add(cells, &cell);
}

static bool is_within_year(const Year *year, Date date)
{
    return date > year->previous && date <= year->reference;
}

/* The organisation at the top: parents of parents are followed, a circle is not. */
static size_t top_of(const Monitor *monitor, size_t partner)
{
    enum { DEPTH_LIMIT = 16 };
    for (int depth = 0; depth < DEPTH_LIMIT; depth++) {
        int32_t parent =
            monitor_partner(monitor, table_text(monitor->partners,
                                                COLUMN(partners, parent_id), partner));
        if (parent == NO_ROW || (size_t)parent == partner)
            break;
        partner = (size_t)parent;
    }
    return partner;
}

static size_t count_organisations(const Year *year)
{
    const Monitor *monitor   = year->monitor;
    g_autofree bool *is_seen = g_new0(bool, monitor->partners->n_rows);
    size_t n                 = 0;
    for (size_t row = 0; row < monitor->partners->n_rows; row++) {
        if (!year->is_national[row])
            continue;
        size_t top = top_of(monitor, row);
        n += !is_seen[top];
        is_seen[top] = true;
    }
    return n;
}

/* Sectors with partners, and local alliances: members of either role. */
static void add_breakdowns(const Year *year, Cells *cells)
{
    for (size_t s = 0; s < year->monitor->settings->sectors.n_codes; s++) {
        if (year->population[s] == 0)
            continue;
        add_count(year, cells, ACTIVE, (double)year->population[s]);
        cells_at(cells, cells_count(cells) - 1)->sector = (int)s;
    }
    for (size_t g = 0; g < year->n_groups; g++) {
        add_count(year, cells, ACTIVE, (double)year->groups[g].n_members);
        cells_at(cells, cells_count(cells) - 1)->alliance_id = year->groups[g].id;
    }
}

static void compute(const Year *year, Cells *cells)
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
    add_count(year, cells, ACTIVE, (double)year->n_eligible);
    add_count(year, cells, JOINED, (double)joined);
    add_count(year, cells, LEFT, (double)left);
    add_count(year, cells, NET, (double)joined - (double)left);
    add_count(year, cells, ORGANISATIONS, (double)count_organisations(year));
    add_count(year, cells, LOCAL_ONLY, (double)local_only);
    add_breakdowns(year, cells);
}

const Indicator indicator_partners = {
    .id         = "partners",
    .title      = {"Partners", "Partners"},
    .definition = {"Organisations that have signed the pledge and are partner on the "
                   "reference date.",
                   "Organisaties die de belofte hebben getekend en op de peildatum "
                   "partner zijn."},
    .source     = {"Register of partners", "Partnerregister"},
    .compute    = compute,
};
