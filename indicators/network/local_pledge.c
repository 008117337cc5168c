/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members of a local alliance promise each other: to come, to keep the social map
 * up to date, to report gaps, to contribute, to stay. What is not known of a member
 * counts as no.
 *
 * Source: the five commitments of the Haarlem declaration. */
#include "indicators/core/indicator.h"

#include <string.h>

enum { ATTENDED, MAP_CURRENT, GAPS_ANSWERED, CONTRIBUTES, CONTINUED, ALL, CATEGORIES };

static const char *const categories[CATEGORIES] = {
    "attended", "map_current", "gaps_answered", "contributes", "continued", "all"};

enum { OPGAVEN = 10 };

static bool is_asked(const Year *year, size_t first, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (year->survey != NULL && table_has(year->survey, first + i))
            return true;
    return false;
}

/* Whether the source of a commitment is there at all. */
static bool is_known(const Year *year, size_t category)
{
    const Monitor *monitor = year->monitor;
    const bool known[]     = {
            [ATTENDED]      = year->events != NULL && year->attendance != NULL,
            [MAP_CURRENT]   = monitor->services != NULL,
            [GAPS_ANSWERED] = is_asked(year, COLUMN(survey, gaps_found), 1),
            [CONTRIBUTES]   = is_asked(year, COLUMN(survey, opgave), OPGAVEN),
            [CONTINUED]     = true,
    };
    bool all = monitor->alliances != NULL && monitor->memberships != NULL;
    if (category != ALL)
        return all && known[category];
    for (size_t c = 0; c < ALL; c++)
        all &= known[c];
    return all;
}

/* Whether one of the questions behind it changed. */
static bool is_changed(const Year *year, size_t category)
{
    bool gaps = variable_is_changed(year, COLUMN(survey, gaps_found)), opgaven = false;
    for (size_t i = 0; i < OPGAVEN; i++)
        opgaven |= variable_is_changed(year, COLUMN(survey, opgave) + i);
    return (gaps && (category == GAPS_ANSWERED || category == ALL)) ||
           (opgaven && (category == CONTRIBUTES || category == ALL));
}

/* What each organisation did, for one local alliance: bit c is commitment c. */
typedef unsigned Deeds;

static void note(const Year *year, const char *partner_id, size_t category,
                 Deeds *deeds)
{
    int32_t partner = monitor_partner(year->monitor, partner_id);
    if (partner != NO_ROW)
        deeds[partner] |= 1U << category;
}

/* Came to a meeting of that alliance or of none in particular. */
static void note_attendance(const Year *year, const Group *group, Deeds *deeds)
{
    const Table *events = year->events, *attendance = year->attendance;
    g_autoptr(GHashTable) own = g_hash_table_new(g_str_hash, g_str_equal);
    if (events == NULL || attendance == NULL)
        return;
    for (size_t row = 0; row < events->n_rows; row++) {
        const char *alliance = table_text(events, COLUMN(events, alliance_id), row);
        if (alliance == NULL || strcmp(alliance, group->id) == 0)
            g_hash_table_add(own, (void *)(uintptr_t)table_text(
                                      events, COLUMN(events, event_id), row));
    }
    for (size_t row = 0; row < attendance->n_rows; row++)
        if (g_hash_table_contains(
                own, table_text(attendance, COLUMN(attendance, event_id), row)))
            note(year, table_text(attendance, COLUMN(attendance, partner_id), row),
                 ATTENDED, deeds);
}

static void note_map(const Year *year, Deeds *deeds)
{
    const Table *services = year->monitor->services;
    for (size_t row = 0; services != NULL && row < services->n_rows; row++)
        if (service_is_current(year, row))
            note(year, table_text(services, COLUMN(services, partner_id), row),
                 MAP_CURRENT, deeds);
}

static void note_answers(const Year *year, const Group *group, Deeds *deeds)
{
    for (size_t m = 0; m < group->n_members; m++) {
        size_t partner = group->members[m];
        double value   = 0;
        if (year->answer[partner] == NO_ROW)
            continue;
        Answer answer = {year, partner, (size_t)year->answer[partner]};
        if (answer_value(&answer, COLUMN(survey, gaps_found), &value))
            deeds[partner] |= 1U << GAPS_ANSWERED;
        for (size_t i = 0; i < OPGAVEN; i++)
            if (answer_value(&answer, COLUMN(survey, opgave) + i, &value) && value > 0)
                deeds[partner] |= 1U << CONTRIBUTES;
    }
}

/* Was a member at the reference date of the year before as well. */
static void note_continued(const Year *year, const Group *group, Deeds *deeds)
{
    const Table *members  = year->monitor->memberships,
                *partners = year->monitor->partners;
    for (size_t row = 0; row < members->n_rows; row++) {
        const char *alliance =
            table_text(members, COLUMN(memberships, alliance_id), row);
        const char *id  = table_text(members, COLUMN(memberships, partner_id), row);
        int32_t partner = monitor_partner(year->monitor, id);
        if (partner == NO_ROW || strcmp(alliance, group->id) != 0)
            continue;
        size_t at = (size_t)partner;
        if (date_is_within(table_date(members, COLUMN(memberships, since), row),
                           table_date(members, COLUMN(memberships, until), row),
                           year->previous) &&
            date_is_within(table_date(partners, COLUMN(partners, joined), at),
                           table_date(partners, COLUMN(partners, left), at),
                           year->previous))
            deeds[at] |= 1U << CONTINUED;
    }
}

static size_t count_members(const Group *group, const Deeds *deeds, size_t category)
{
    Deeds wanted = category == ALL ? (1U << ALL) - 1 : 1U << category;
    size_t n     = 0;
    for (size_t m = 0; m < group->n_members; m++)
        n += (deeds[group->members[m]] & wanted) == wanted;
    return n;
}

/* What rests on the survey is known of those who answered: of fewer than may be shown,
 * "no" of all members would say that they did not answer, and "yes" what they did. */
static double count_answers(const Year *year, const Group *group, size_t category)
{
    size_t n = 0;
    if (category != GAPS_ANSWERED && category != CONTRIBUTES && category != ALL)
        return (double)NAN;
    for (size_t m = 0; m < group->n_members; m++)
        n += year->answer[group->members[m]] != NO_ROW;
    return (double)n;
}

static Cell *add_cell(const Indicator *self, const Year *year, size_t category,
                      Cells *cells)
{
    Cell *cell           = indicator_add(self, year, 0, (double)NAN, cells);
    cell->category       = categories[category];
    cell->category_order = (int)category;
    return cell;
}

static void add_group(const Indicator *self, const Year *year, const Group *group,
                      Cells *cells)
{
    g_autofree Deeds *deeds = g_new0(Deeds, year->monitor->partners->n_rows);
    note_attendance(year, group, deeds);
    note_map(year, deeds);
    note_answers(year, group, deeds);
    note_continued(year, group, deeds);
    for (size_t c = 0; c < CATEGORIES; c++) {
        if (!is_known(year, c))
            continue;
        Cell *cell        = add_cell(self, year, c, cells);
        cell->alliance_id = group->id;
        cell->numerator   = (double)count_members(group, deeds, c);
        cell->denominator = cell->n = cell->N = (double)group->n_members;
        cell->value                           = cell->numerator / cell->denominator;
        cell->fewest_answers                  = count_answers(year, group, c);
        cell->obs_status = is_changed(year, c) ? OBS_BREAK : OBS_NORMAL;
    }
}

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    for (size_t c = 0; c < CATEGORIES; c++) {
        if (is_known(year, c) && year->n_groups > 0)
            continue;
        Cell *cell = add_cell(self, year, c, cells);
        if (is_known(year, c))
            cell->obs_status = OBS_CANNOT_EXIST;
    }
    for (size_t g = 0; g < year->n_groups; g++)
        add_group(self, year, &year->groups[g], cells);
}

const Indicator indicator_local_pledge = {
    .id    = "local_pledge",
    .title = {"Local pledge", "Lokale belofte"},
    .definition =
        {"Share of the members of a local alliance that do what they promised each "
         "other: attend, keep the social map up to date, report gaps, contribute, "
         "stay.",
         "Aandeel van de leden van een lokale alliantie dat doet wat zij elkaar "
         "beloofden: erbij zijn, de sociale kaart bijhouden, hiaten melden, meedoen, "
         "blijven."},
    .formula =
        {"Members that keep the commitment divided by all members; what is not "
         "known counts as no.",
         "Leden die zich aan de afspraak houden, gedeeld door alle leden; wat niet "
         "bekend is telt als nee."},
    .source =
        {"Attendance, social map, partner survey and memberships",
         "Presentielijsten, sociale kaart, partnervragenlijst en lidmaatschappen"},
    .compute = compute,
    MEASURES({.id = "share", .unit = UNIT_PROPORTION, .by = BY_ALLIANCE | BY_CATEGORY}),
};
