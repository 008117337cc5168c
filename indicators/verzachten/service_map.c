/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The social map: how many services it lists, and of how many the entry was checked
 * within the year before the reference date.
 *
 * Source: the Haarlem declaration, which asks its members to keep the social map up to
 * date. */
#include "indicators/core/indicator.h"

enum { SERVICES, CURRENT, PARTNERS, OPGAVEN = 10 };

/* Whose services (NULL: anybody's), all of them or those of one opgave. */
typedef struct Circle {
    const bool *is_in; /* by row in partners */
    size_t n_partners;
    int opgave; /* CELL_ALL: all */
    const char *alliance_id;
} Circle;

typedef struct Map {
    size_t services;
    size_t current;
    size_t partners;         /* with a service */
    size_t current_partners; /* with a current one */
} Map;

static bool is_of(const Year *year, const Circle *circle, size_t row, int32_t *partner)
{
    const Table *table = year->monitor->services;
    *partner           = monitor_partner(year->monitor,
                                         table_text(table, COLUMN(services, partner_id), row));
    bool is_of_opgave =
        circle->opgave == CELL_ALL ||
        table_code(table, COLUMN(services, opgave), row) == circle->opgave;
    return *partner != NO_ROW && (circle->is_in == NULL || circle->is_in[*partner]) &&
           is_of_opgave &&
           table_date(table, COLUMN(services, updated), row) <= year->reference;
}

static Map count_map(const Year *year, const Circle *circle)
{
    size_t n                 = year->monitor->partners->n_rows;
    g_autofree bool *any     = g_new0(bool, n + 1);
    g_autofree bool *current = g_new0(bool, n + 1);
    Map map                  = {.services = 0};
    int32_t partner;
    for (size_t row = 0; row < year->monitor->services->n_rows; row++) {
        if (!is_of(year, circle, row, &partner))
            continue;
        map.services++;
        map.partners += !any[partner];
        any[partner] = true;
        if (!service_is_current(year, row))
            continue;
        map.current++;
        map.current_partners += !current[partner];
        current[partner] = true;
    }
    return map;
}

static Cell *add_cell(const Indicator *self, const Year *year, size_t measure,
                      const Circle *circle, Cells *cells)
{
    Cell *cell        = indicator_add(self, year, measure, (double)NAN, cells);
    cell->opgave      = circle->opgave;
    cell->alliance_id = circle->alliance_id;
    return cell;
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
                       Cells *cells)
{
    Map map           = count_map(year, circle);
    Cell *count       = add_cell(self, year, SERVICES, circle, cells);
    count->value      = (double)map.services;
    count->n          = (double)map.partners;
    count->N          = (double)circle->n_partners;
    count->obs_status = OBS_NORMAL;
    Cell *current     = add_cell(self, year, CURRENT, circle, cells);
    set_share(current, map.current, map.services);
    /* Several services of few organisations say what few did. */
    current->fewest_answers = (double)map.partners;
    if (circle->alliance_id != NULL)
        set_share(add_cell(self, year, PARTNERS, circle, cells), map.current_partners,
                  circle->n_partners);
}

static void add_group(const Indicator *self, const Year *year, const Group *group,
                      Cells *cells)
{
    g_autofree bool *is_in = g_new0(bool, year->monitor->partners->n_rows);
    Circle circle          = {is_in, group->n_members, CELL_ALL, group->id};
    for (size_t m = 0; m < group->n_members; m++)
        is_in[group->members[m]] = true;
    add_circle(self, year, &circle, cells);
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    if (year->monitor->services == NULL) {
        indicator_add_absent(self, year, cells);
        return;
    }
    Circle circle = {NULL, year->n_eligible, CELL_ALL, NULL};
    for (; circle.opgave < OPGAVEN; circle.opgave++)
        add_circle(self, year, &circle, cells);
    for (size_t g = 0; g < year->n_groups; g++)
        add_group(self, year, &year->groups[g], cells);
    /* Of the whole nobody is a member. */
    if (year->n_groups == 0)
        indicator_add(self, year, PARTNERS, (double)NAN, cells);
}

const Indicator indicator_service_map = {
    .id    = "service_map",
    .title = {"Social map", "Sociale kaart"},
    .definition =
        {"The services on the social map, and how many entries were checked "
         "within the year.",
         "De voorzieningen op de sociale kaart, en hoeveel vermeldingen binnen "
         "het jaar zijn nagekeken."},
    .formula =
        {"Services whose entry was last checked by the reference date; those checked "
         "in "
         "the year before it divided by all of them; members of a local alliance with "
         "such a service divided by all its members.",
         "Voorzieningen waarvan de vermelding uiterlijk op de peildatum is nagekeken; "
         "die "
         "in het jaar daarvoor zijn nagekeken, gedeeld door alle; leden van een lokale "
         "alliantie met zo'n voorziening, gedeeld door alle leden."},
    .source  = {"Social map", "Sociale kaart"},
    .compute = compute,
    MEASURES({.id = "services", .unit = UNIT_COUNT, .by = BY_OPGAVE | BY_ALLIANCE},
             {.id = "current", .unit = UNIT_PROPORTION, .by = BY_OPGAVE | BY_ALLIANCE},
             {.id = "partners", .unit = UNIT_PROPORTION, .by = BY_ALLIANCE}),
};
