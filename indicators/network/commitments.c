/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What partners said they would do, and what became of it: the commitments made by the
 * reference date, with the last status that any year up to this one gave them.
 *
 * Source: the invitation to the launch (an A4 with concrete activities) and the
 * alliance's request for an extra effort on joining. */
#include "indicators/core/indicator.h"

enum { COUNT, PARTNERS, KEPT, OPGAVEN = 10 };

/* Whose commitments: partners or the members of one local alliance, all of them or
 * those of one opgave. */
typedef struct Circle {
    const bool *is_in; /* by row in partners */
    size_t n_partners;
    int opgave; /* CELL_ALL: all */
    const char *alliance_id;
} Circle;

enum { STATUSES = CODE_VALUE(commitment, stopped) + 1 };

typedef struct Kept {
    size_t count[STATUSES];
    size_t all;
    size_t partners;  /* with a commitment */
    size_t promising; /* with one that was not stopped */
    size_t due;
    size_t done;         /* of those due */
    size_t due_partners; /* with one that is due */
} Kept;

/* The status of each commitment at the end of the year: that of the latest year up to
 * then that names it, else planned. */
static int *find_status(Arena *arena, const Year *year)
{
    const Monitor *monitor    = year->monitor;
    const Table *commitments  = monitor->commitments;
    int *status               = arena_array(arena, int, commitments->n_rows);
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t row = 0; row < commitments->n_rows; row++) {
        status[row] = CODE_VALUE(commitment, planned);
        const char *id =
            table_text(commitments, COLUMN(commitments, commitment_id), row);
        g_hash_table_insert(ids, (void *)(uintptr_t)id, &status[row]);
    }
    for (size_t y = 0; y < monitor->n_years; y++) {
        const Table *table = monitor->years[y].commitment_status;
        if (table == NULL || monitor->years[y].year > year->year)
            continue;
        for (size_t row = 0; row < table->n_rows; row++) {
            int *known = g_hash_table_lookup(
                ids, table_text(table, COLUMN(commitment_status, commitment_id), row));
            if (known != NULL)
                *known = table_code(table, COLUMN(commitment_status, status), row);
        }
    }
    return status;
}

/* Whether the commitment is one of the circle by the reference date; whose. */
static bool is_of(const Year *year, const Circle *circle, size_t row, int32_t *partner)
{
    const Table *table = year->monitor->commitments;
    *partner           = monitor_partner(year->monitor,
                                         table_text(table, COLUMN(commitments, partner_id), row));
    bool is_of_opgave =
        circle->opgave == CELL_ALL ||
        table_code(table, COLUMN(commitments, opgave), row) == circle->opgave;
    return *partner != NO_ROW && circle->is_in[*partner] && is_of_opgave &&
           table_date(table, COLUMN(commitments, promised), row) <= year->reference;
}

/* One more organisation, unless it was counted already. */
static void count_once(bool *seen, int32_t partner, size_t *count)
{
    *count += !seen[partner];
    seen[partner] = true;
}

static Kept count_kept(const Year *year, const Circle *circle, const int *status)
{
    const Table *table         = year->monitor->commitments;
    size_t n                   = year->monitor->partners->n_rows;
    g_autofree bool *any       = g_new0(bool, n + 1);
    g_autofree bool *promising = g_new0(bool, n + 1);
    g_autofree bool *due       = g_new0(bool, n + 1);
    Kept kept                  = {.all = 0};
    int32_t partner;
    for (size_t row = 0; row < table->n_rows; row++) {
        if (!is_of(year, circle, row, &partner))
            continue;
        Date day = table_date(table, COLUMN(commitments, due), row);
        kept.all++;
        kept.count[status[row]]++;
        count_once(any, partner, &kept.partners);
        if (status[row] != CODE_VALUE(commitment, stopped))
            count_once(promising, partner, &kept.promising);
        if (day == DATE_MISSING || day > year->reference)
            continue;
        kept.due++;
        kept.done += status[row] == CODE_VALUE(commitment, done);
        count_once(due, partner, &kept.due_partners);
    }
    return kept;
}

static Cell *add_cell(const Indicator *self, const Year *year, size_t measure,
                      const Circle *circle, Cells *cells)
{
    Cell *cell        = indicator_add(self, year, measure, (double)NAN, cells);
    cell->opgave      = circle->opgave;
    cell->alliance_id = circle->alliance_id;
    return cell;
}

/* Counts rest on the organisations that made the commitments. */
static void add_counts(const Indicator *self, const Year *year, const Circle *circle,
                       const Kept *kept, Cells *cells)
{
    const CodeList *names = schema_table(year->monitor->schema, TABLE_commitment_status)
                                ->variables[COLUMN(commitment_status, status)]
                                .codes;
    for (int status = CELL_ALL; status < STATUSES; status++) {
        Cell *cell  = add_cell(self, year, COUNT, circle, cells);
        cell->value = (double)(status == CELL_ALL ? kept->all : kept->count[status]);
        cell->obs_status = OBS_NORMAL;
        cell->n          = (double)kept->partners;
        cell->N          = (double)circle->n_partners;
        if (status == CELL_ALL)
            continue;
        cell->category       = names->codes[status];
        cell->category_order = status;
    }
}

static void set_share(Cell *cell, size_t numerator, size_t denominator)
{
    cell->numerator   = (double)numerator;
    cell->denominator = cell->n = cell->N = (double)denominator;
    cell->obs_status = denominator > 0 ? OBS_NORMAL : OBS_CANNOT_EXIST;
    if (denominator > 0)
        cell->value = cell->numerator / cell->denominator;
}

static void add_circle(const Indicator *self, const Year *year, const Circle *circle,
                       const int *status, Cells *cells)
{
    Kept kept = count_kept(year, circle, status);
    add_counts(self, year, circle, &kept, cells);
    if (circle->opgave == CELL_ALL)
        set_share(add_cell(self, year, PARTNERS, circle, cells), kept.promising,
                  circle->n_partners);
    Cell *cell = add_cell(self, year, KEPT, circle, cells);
    set_share(cell, kept.done, kept.due);
    /* Several commitments of few organisations say what few did. */
    cell->fewest_answers = (double)kept.due_partners;
}

static void add_group(const Indicator *self, const Year *year, const Group *group,
                      const int *status, Cells *cells)
{
    g_autofree bool *is_in = g_new0(bool, year->monitor->partners->n_rows);
    Circle circle          = {is_in, group->n_members, CELL_ALL, group->id};
    for (size_t m = 0; m < group->n_members; m++)
        is_in[group->members[m]] = true;
    add_circle(self, year, &circle, status, cells);
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    if (year->monitor->commitments == NULL) {
        indicator_add_absent(self, year, cells);
        return;
    }
    g_autoptr(Arena) arena = arena_new();
    const int *status      = find_status(arena, year);
    Circle circle          = {year->is_national, year->n_eligible, CELL_ALL, NULL};
    for (; circle.opgave < OPGAVEN; circle.opgave++)
        add_circle(self, year, &circle, status, cells);
    for (size_t g = 0; g < year->n_groups; g++)
        add_group(self, year, &year->groups[g], status, cells);
}

const Indicator indicator_commitments = {
    .id         = "commitments",
    .title      = {"Commitments", "Toezeggingen"},
    .definition = {"What partners said they would do, and what became of it.",
                   "Wat partners toezegden te gaan doen, en wat daarvan geworden is."},
    .formula =
        {"Commitments made by the reference date, by their last status; partners with "
         "one that was not stopped divided by all partners; commitments done divided "
         "by "
         "those due by the reference date, stopped ones counted as not kept.",
         "Toezeggingen gedaan tot en met de peildatum, naar hun laatste status; "
         "partners "
         "met een toezegging die niet is gestopt, gedeeld door alle partners; gedane "
         "toezeggingen gedeeld door die op de peildatum klaar hadden moeten zijn, "
         "gestopte tellen als niet nagekomen."},
    .source  = {"Register of commitments", "Register van toezeggingen"},
    .compute = compute,
    MEASURES({.id   = "count",
              .unit = UNIT_COUNT,
              .by   = BY_OPGAVE | BY_ALLIANCE | BY_CATEGORY},
             {.id = "partners", .unit = UNIT_PROPORTION, .by = BY_ALLIANCE},
             {.id = "kept", .unit = UNIT_PROPORTION, .by = BY_OPGAVE | BY_ALLIANCE}),
};
