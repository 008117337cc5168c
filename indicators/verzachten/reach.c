/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From reach rows to catchments (one municipality, or the rows without one), from
 * catchments to bounds, and from population figures to denominators. */
#include "indicators/verzachten/reach.h"

#include "indicators/estimation/reach.h"

#include <stdlib.h>
#include <string.h>

/* Whom one organisation reached in one catchment. */
typedef struct Report {
    const char *municipality; /* "" when not known */
    int32_t partner;
    int basis;
    double count;
} Report;

/* One municipality and its bounds. */
typedef struct Place {
    const char *municipality;
    const Report *reports;
    size_t n_reports;
    ReachBounds bounds;
} Place;

/* The target population of an area. */
typedef struct Denominator {
    double count;   /* NaN: not known */
    Interval range; /* by its rounding */
    int year;       /* of the oldest figure in it */
    bool is_provisional;
} Denominator;

/* One opgave of one year. */
typedef struct Opgave {
    const Year *year;
    int unit;
    int opgave;
    Place *places; /* by municipality; "" first */
    size_t n_places;
} Opgave;

static int report_compare(const void *first, const void *second)
{
    const Report *a = first;
    const Report *b = second;
    int order       = strcmp(a->municipality, b->municipality);
    if (order == 0)
        order = (a->partner > b->partner) - (a->partner < b->partner);
    if (order == 0)
        order = a->basis - b->basis;
    return order;
}

/* ---- population figures ---- */

/* The figure of that municipality for the year, or the latest before it. */
static Denominator denominator_of(const Year *year, const char *municipality, int unit)
{
    const Monitor *monitor = year->monitor;
    const Table *table     = monitor->population;
    Denominator found = {.count = (double)NAN, .range = {(double)NAN, (double)NAN}};
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        int of = (int)table_count(table, COLUMN(population, year), row);
        if (of > year->year || of <= found.year ||
            table_code(table, COLUMN(population, unit), row) != unit ||
            table_count(table, COLUMN(population, count), row) < 0 ||
            strcmp(table_text(table, COLUMN(population, municipality), row),
                   municipality) != 0 ||
            strcmp(table_text(table, COLUMN(population, definition), row),
                   monitor->settings->reach_definition) != 0)
            continue;
        int64_t rounding = table_count(table, COLUMN(population, rounding), row);
        found.year       = of;
        found.count      = (double)table_count(table, COLUMN(population, count), row);
        found.range =
            population_range(found.count, rounding > 0 ? (double)rounding : 0);
        found.is_provisional =
            of < year->year || table_code(table, COLUMN(population, status), row) ==
                                   CODE_VALUE(population_status, provisional);
    }
    return found;
}

static void denominator_add(Denominator *sum, const Denominator *part)
{
    sum->year  = MIN(sum->year, part->year);
    sum->count = sum->count + part->count;
    sum->range = (Interval){sum->range.low + part->range.low,
                            sum->range.high + part->range.high};
    sum->is_provisional |= part->is_provisional;
}

/* The sum over these municipalities; not known when one of them is not. */
static Denominator denominator_sum(const Year *year, const char *const *municipalities,
                                   int unit)
{
    Denominator sum = {.year = G_MAXINT};
    for (size_t i = 0; municipalities[i] != NULL; i++) {
        Denominator part = denominator_of(year, municipalities[i], unit);
        denominator_add(&sum, &part);
    }
    if (municipalities[0] == NULL)
        sum.count = (double)NAN;
    return sum;
}

/* Every municipality that has a figure for the year, each once, ended by NULL. */
static const char *const *all_municipalities(Arena *arena, const Year *year, int unit)
{
    const Table *table          = year->monitor->population;
    size_t n_rows               = table != NULL ? table->n_rows : 0;
    const char **list           = arena_array(arena, const char *, n_rows + 1);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    size_t n                    = 0;
    for (size_t row = 0; row < n_rows; row++) {
        const char *code = table_text(table, COLUMN(population, municipality), row);
        if (strcmp(code, "NL") != 0 &&
            g_hash_table_add(known, (void *)(uintptr_t)code) &&
            !isnan(denominator_of(year, code, unit).count))
            list[n++] = code;
    }
    return list;
}

/* The country: row NL, else the sum of the municipalities. */
static Denominator denominator_national(const Year *year, int unit)
{
    Denominator whole = denominator_of(year, "NL", unit);
    if (!isnan(whole.count))
        return whole;
    g_autoptr(Arena) arena = arena_new();
    return denominator_sum(year, all_municipalities(arena, year, unit), unit);
}

/* ---- catchments ---- */

static bool is_report(const Opgave *opgave, size_t row, int32_t *partner)
{
    const Year *year   = opgave->year;
    const Table *table = year->reach;
    int basis          = table_code(table, COLUMN(reach, basis), row);
    *partner           = monitor_partner(year->monitor,
                                         table_text(table, COLUMN(reach, partner_id), row));
    return *partner != NO_ROW && year->is_eligible[*partner] &&
           table_code(table, COLUMN(reach, opgave), row) == opgave->opgave &&
           table_code(table, COLUMN(reach, unit), row) == opgave->unit &&
           basis != CODE_VALUE(basis, potential) &&
           table_count(table, COLUMN(reach, count), row) >= 0;
}

/* The reports of the opgave, sorted; of counted and estimated the counted stays. */
static size_t find_reports(const Opgave *opgave, Report *reports)
{
    const Table *table = opgave->year->reach;
    size_t n           = 0;
    for (size_t row = 0; row < table->n_rows; row++) {
        int32_t partner;
        if (!is_report(opgave, row, &partner))
            continue;
        const char *code = table_text(table, COLUMN(reach, municipality), row);
        bool is_place    = code != NULL && strcmp(code, "NL") != 0;
        reports[n++] =
            (Report){.municipality = is_place ? code : "",
                     .partner      = partner,
                     .basis = MAX(table_code(table, COLUMN(reach, basis), row), 0),
                     .count = (double)table_count(table, COLUMN(reach, count), row)};
    }
    qsort(reports, n, sizeof *reports, report_compare);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || reports[kept - 1].partner != reports[i].partner ||
            strcmp(reports[kept - 1].municipality, reports[i].municipality) != 0)
            reports[kept++] = reports[i];
    return kept;
}

/* The place of a partner among the reports of a place, or n_reports. */
static size_t report_of(const Place *place, const char *partner_id,
                        const Monitor *monitor)
{
    int32_t partner = monitor_partner(monitor, partner_id);
    size_t i        = 0;
    while (i < place->n_reports &&
           (partner == NO_ROW || place->reports[i].partner != partner))
        i++;
    return i;
}

static bool is_overlap(const Opgave *opgave, const Place *place, size_t row)
{
    const Table *table = opgave->year->overlaps;
    const char *code   = table_text(table, COLUMN(overlaps, municipality), row);
    bool is_place      = code != NULL && strcmp(code, "NL") != 0;
    return table_code(table, COLUMN(overlaps, opgave), row) == opgave->opgave &&
           table_code(table, COLUMN(overlaps, unit), row) == opgave->unit &&
           table_count(table, COLUMN(overlaps, count), row) >= 0 &&
           strcmp(is_place ? code : "", place->municipality) == 0;
}

/* Overlaps between two organisations that both report in the place. */
static size_t find_overlaps(const Opgave *opgave, const Place *place, Overlap *overlaps)
{
    const Table *table     = opgave->year->overlaps;
    const Monitor *monitor = opgave->year->monitor;
    size_t n               = 0;
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        if (!is_overlap(opgave, place, row))
            continue;
        size_t a = report_of(place, table_text(table, COLUMN(overlaps, partner_a), row),
                             monitor);
        size_t b = report_of(place, table_text(table, COLUMN(overlaps, partner_b), row),
                             monitor);
        if (a < place->n_reports && b < place->n_reports && a != b)
            overlaps[n++] = (Overlap){
                a, b, (double)table_count(table, COLUMN(overlaps, count), row)};
    }
    return n;
}

static void bound_place(const Opgave *opgave, Place *place)
{
    const Table *table           = opgave->year->overlaps;
    g_autofree double *counts    = g_new0(double, place->n_reports);
    g_autofree Overlap *overlaps = g_new0(Overlap, table != NULL ? table->n_rows : 1);
    for (size_t i = 0; i < place->n_reports; i++)
        counts[i] = place->reports[i].count;
    Catchment catchment = {.counts        = counts,
                           .partners      = place->n_reports,
                           .overlaps      = overlaps,
                           .overlap_count = find_overlaps(opgave, place, overlaps)};
    const char *area    = *place->municipality != '\0' ? place->municipality : "NL";
    Denominator target  = denominator_of(opgave->year, area, opgave->unit);
    place->bounds       = reach_cap(reach_bounds(&catchment), target.range.high);
}

/* Cuts the sorted reports into places and bounds each. */
static void find_places(Arena *arena, Opgave *opgave)
{
    size_t n_rows   = opgave->year->reach->n_rows;
    Report *reports = arena_array(arena, Report, n_rows);
    size_t n        = find_reports(opgave, reports);
    opgave->places  = arena_array(arena, Place, n);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || strcmp(reports[i - 1].municipality, reports[i].municipality) != 0)
            opgave->places[opgave->n_places++] = (Place){
                .municipality = reports[i].municipality, .reports = &reports[i]};
        opgave->places[opgave->n_places - 1].n_reports++;
    }
    for (size_t i = 0; i < opgave->n_places; i++)
        bound_place(opgave, &opgave->places[i]);
}

/* ---- areas ---- */

/* The sum over some places, and the reports behind it. */
typedef struct Area {
    ReachBounds bounds;
    size_t n_places;
    GArray *reports;
} Area;

static int partner_compare(const void *first, const void *second)
{
    const Report *a = first;
    const Report *b = second;
    return (a->partner > b->partner) - (a->partner < b->partner);
}

/* How many organisations reported; a holding may be several. */
static size_t count_partners(const Area *area)
{
    size_t n = 0;
    g_array_sort(area->reports, partner_compare);
    for (guint i = 0; i < area->reports->len; i++)
        n += i == 0 || g_array_index(area->reports, Report, i).partner !=
                           g_array_index(area->reports, Report, i - 1).partner;
    return n;
}

static Contributions area_contributions(const Monitor *monitor, const Area *area)
{
    size_t n                     = area->reports->len;
    g_autofree Contribution *all = g_new0(Contribution, MAX(n, 1));
    for (size_t i = 0; i < n; i++) {
        const Report *report = &g_array_index(area->reports, Report, i);
        all[i] = (Contribution){monitor->holding[report->partner], report->count};
    }
    return contributions_of(all, n);
}

static bool is_in(const Place *place, const char *const *municipalities)
{
    if (municipalities == NULL)
        return *place->municipality != '\0';
    return g_strv_contains(municipalities, place->municipality);
}

static Area area_of(const Opgave *opgave, const char *const *municipalities)
{
    g_autofree ReachBounds *bounds = g_new0(ReachBounds, opgave->n_places);
    Area area = {.reports = g_array_new(FALSE, FALSE, sizeof(Report))};
    for (size_t i = 0; i < opgave->n_places; i++) {
        const Place *place = &opgave->places[i];
        if (!is_in(place, municipalities))
            continue;
        bounds[area.n_places++] = place->bounds;
        g_array_append_vals(area.reports, place->reports, (guint)place->n_reports);
    }
    area.bounds = reach_sum(bounds, area.n_places);
    return area;
}

/* ---- cells ---- */

static void note_denominator(Cells *cells, Cell *cell, const Denominator *denominator)
{
    if (isnan(denominator->count))
        return;
    if (denominator->is_provisional)
        cell_set_status(cell, OBS_PROVISIONAL);
    if (denominator->year < cell->year) {
        char code[32];
        g_snprintf(code, sizeof code, "denominator=%d", denominator->year);
        cell_add_note(cells, cell, code);
    }
}

static void add_counts(const Indicator *self, const Year *year, const Area *area,
                       const Cell *key, Cells *cells)
{
    const double values[] = {[REACH_GROSS] = area->bounds.gross,
                             [REACH_LOWER] = area->bounds.lower,
                             [REACH_UPPER] = area->bounds.upper};
    for (size_t m = 0; m < G_N_ELEMENTS(values); m++) {
        Cell *cell          = indicator_add(self, year, m, values[m], cells);
        cell->opgave        = key->opgave;
        cell->alliance_id   = key->alliance_id;
        cell->n             = (double)count_partners(area);
        cell->contributions = area_contributions(year->monitor, area);
        if (area->bounds.overlaps_impossible)
            cell_add_note(cells, cell, "overlaps_impossible");
        if (area->bounds.cap_refuted && m == REACH_UPPER)
            cell_add_note(cells, cell, "cap_refuted");
    }
}

static void add_coverage(const Indicator *self, const Year *year, const Area *area,
                         const Denominator *denominator, const Cell *key, Cells *cells)
{
    Interval coverage  = denominator->count > 0
                             ? reach_coverage(area->bounds, denominator->range)
                             : INTERVAL_NONE;
    Cell cell          = indicator_cell(self, year, REACH_COVERAGE);
    cell.opgave        = key->opgave;
    cell.alliance_id   = key->alliance_id;
    cell.n             = (double)count_partners(area);
    cell.contributions = area_contributions(year->monitor, area);
    cell.denominator   = denominator->count;
    cell.ci_low        = coverage.low;
    cell.ci_high       = coverage.high;
    if (isnan(denominator->count))
        cell.obs_status = OBS_MISSING;
    else if (!(denominator->count > 0))
        cell.obs_status = OBS_CANNOT_EXIST;
    Cell *added = cells_add(cells, &cell);
    if (area->bounds.cap_refuted)
        cell_add_note(cells, added, "cap_refuted");
    note_denominator(cells, added, denominator);
}

static void add_area(const Indicator *self, const Year *year, const Area *area,
                     const Denominator *denominator, const Cell *key, Cells *cells)
{
    add_counts(self, year, area, key, cells);
    add_coverage(self, year, area, denominator, key, cells);
    Cell *cell =
        indicator_add(self, year, REACH_TARGET_POPULATION, denominator->count, cells);
    cell->opgave      = key->opgave;
    cell->alliance_id = key->alliance_id;
    if (!isnan(denominator->count)) {
        cell->ci_low  = denominator->range.low;
        cell->ci_high = denominator->range.high;
    }
    note_denominator(cells, cell, denominator);
}

static void add_national(const Indicator *self, const Opgave *opgave, Cells *cells)
{
    static const char *const nowhere[] = {"", NULL};
    Denominator whole = denominator_national(opgave->year, opgave->unit);
    Denominator nl    = denominator_of(opgave->year, "NL", opgave->unit);
    Area area         = area_of(opgave, NULL);
    Area elsewhere    = area_of(opgave, nowhere);
    area.bounds       = reach_national(area.bounds, elsewhere.bounds, nl.range.high);
    area.bounds.cap_refuted |=
        !isnan(whole.count) && area.bounds.lower > whole.range.high;
    g_array_append_vals(area.reports, elsewhere.reports->data, elsewhere.reports->len);
    Cell key   = cell_empty;
    key.opgave = opgave->opgave;
    add_area(self, opgave->year, &area, &whole, &key, cells);
    g_array_unref(area.reports);
    g_array_unref(elsewhere.reports);
}

static void add_alliance(const Indicator *self, const Opgave *opgave,
                         const Group *group, Cells *cells)
{
    const Table *alliances = opgave->year->monitor->alliances;
    const char *codes =
        table_text(alliances, COLUMN(alliances, municipalities), group->alliance);
    if (codes == NULL)
        return;
    g_auto(GStrv) list                = g_strsplit(codes, " ", -1);
    const char *const *municipalities = (const char *const *)list;
    Area area                         = area_of(opgave, municipalities);
    if (area.n_places > 0) {
        Denominator whole = denominator_sum(opgave->year, municipalities, opgave->unit);
        Cell key          = cell_empty;
        key.opgave        = opgave->opgave;
        key.alliance_id   = group->id;
        add_area(self, opgave->year, &area, &whole, &key, cells);
    }
    g_array_unref(area.reports);
}

void reach_add(const Indicator *self, const Year *year, int unit, Cells *cells)
{
    if (year->reach == NULL) {
        indicator_add_absent(self, year, cells);
        return;
    }
    for (size_t i = 0; i < schema_opgaven()->n_codes; i++) {
        g_autoptr(Arena) arena = arena_new();
        Opgave opgave          = {.year = year, .unit = unit, .opgave = (int)i};
        find_places(arena, &opgave);
        if (opgave.n_places == 0)
            continue;
        add_national(self, &opgave, cells);
        for (size_t g = 0; g < year->n_groups; g++)
            add_alliance(self, &opgave, &year->groups[g], cells);
    }
}

/* ---- findings ---- */

static void find_at(const Opgave *opgave, const Place *place, FindingCode code,
                    Findings *findings)
{
    const char *units =
        opgave->unit == CODE_VALUE(unit, children) ? "children" : "families";
    bool is_overlap        = code == FINDING_overlaps_impossible;
    g_autofree char *file  = g_strdup_printf("%d/%s.csv", opgave->year->year,
                                            is_overlap ? "overlaps" : "reach");
    g_autofree char *value = g_strdup_printf(
        "opgave %s, %s%s%s: %.0f", schema_opgaven()->codes[opgave->opgave], units,
        *place->municipality != '\0' ? ", " : "", place->municipality,
        place->bounds.lower);
    findings_add(
        findings,
        &(Finding){.code = code, .file = file, .variable = "count", .value = value});
}

void reach_find(const Year *year, int unit, Findings *findings)
{
    for (size_t i = 0; year->reach != NULL && i < schema_opgaven()->n_codes; i++) {
        g_autoptr(Arena) arena = arena_new();
        Opgave opgave          = {.year = year, .unit = unit, .opgave = (int)i};
        find_places(arena, &opgave);
        for (size_t p = 0; p < opgave.n_places; p++) {
            const Place *place = &opgave.places[p];
            if (place->bounds.overlaps_impossible)
                find_at(&opgave, place, FINDING_overlaps_impossible, findings);
            if (place->bounds.cap_refuted)
                find_at(&opgave, place, FINDING_cap_refuted, findings);
        }
    }
}
