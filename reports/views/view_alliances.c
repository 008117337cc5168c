/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Local alliances as rows of a chart. */
#include "reports/views/view_alliances.h"

#include "reports/edition/evidence.h"

#include <stdlib.h>
#include <string.h>

typedef struct Sorted {
    ViewAlliance alliance;
    const char *sort_key;
} Sorted;

static int compare_names(const void *one, const void *other)
{
    const Sorted *first  = one;
    const Sorted *second = other;
    int order            = strcmp(first->sort_key, second->sort_key);
    return order != 0 ? order : strcmp(first->alliance.id, second->alliance.id);
}

static bool is_membership(const ChartOrder *order, const FigureKey *key)
{
    return key->year == order->year && key->alliance_id != NULL &&
           strcmp(key->indicator, "partners") == 0 &&
           strcmp(key->measure, "active") == 0;
}

const ViewAlliance *view_alliances(const ChartOrder *order, size_t *n)
{
    const Figures *figures  = order->edition->figures;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Sorted));
    for (size_t row = 0; row < figures_count(figures); row++) {
        FigureKey key;
        figures_at(figures, row, &key);
        if (!is_membership(order, &key))
            continue;
        Sorted sorted = {
            {key.alliance_id, edition_alliance_name(order->edition, key.alliance_id)},
            NULL};
        sorted.sort_key = name_sort_key(order->arena, sorted.alliance.name);
        g_array_append_val(found, sorted);
    }
    g_array_sort(found, compare_names);
    ViewAlliance *list = arena_array(order->arena, ViewAlliance, found->len);
    for (guint i = 0; i < found->len; i++)
        list[i] = g_array_index(found, Sorted, i).alliance;
    *n = found->len;
    return list;
}

static ChartSign sign_of(const char *zone)
{
    if (g_strcmp0(zone, "high_998") == 0)
        return SIGN_UP;
    return g_strcmp0(zone, "low_998") == 0 ? SIGN_DOWN : SIGN_NONE;
}

static void compare(const ChartOrder *order, const FigureKey *key, ChartCell *cell,
                    AllianceTally *tally)
{
    Comparison comparison;
    if (!evidence_comparison(order->edition, key, &comparison))
        return;
    tally->national = comparison.national;
    if (isnan(cell->value))
        return;
    cell->low  = comparison.low;
    cell->high = comparison.high;
    cell->sign = sign_of(comparison.zone);
    tally->compared |= !isnan(comparison.funnel_low_95);
    tally->scattered |= g_strcmp0(comparison.zone, "overdispersed") == 0;
    tally->beyond += cell->sign != SIGN_NONE;
}

AllianceTally view_alliance_cells(const ChartOrder *order, const ViewAlliance *list,
                                  size_t n, ChartCell *cells)
{
    AllianceTally tally = {.national = (double)NAN};
    for (size_t i = 0; i < n; i++) {
        FigureKey key   = view_key(order, order->year);
        key.alliance_id = list[i].id;
        cells[i]        = view_cell(order, &key);
        compare(order, &key, &cells[i], &tally);
        tally.shown += isnan(cells[i].value) ? 0 : 1;
        if (!isnan(cells[i].value))
            tally.most_answers = fmax(tally.most_answers, cells[i].n);
    }
    view_common_remark(cells, n); /* beside each other they answer the same question */
    return tally;
}

Chart view_alliance_chart(const ChartOrder *order, const ViewAlliance *list, size_t n,
                          const ChartCell *cells)
{
    const Language language = order->edition->language;
    const char **rows       = arena_array(order->arena, const char *, n);
    for (size_t i = 0; i < n; i++)
        rows[i] = list[i].name;
    return (Chart){.unit         = NUMBER_PROPORTION,
                   .row_count    = n,
                   .column_count = 1,
                   .rows         = rows,
                   .cells        = cells,
                   .counts       = word(language, WORD_chart_counts),
                   .signs        = {[SIGN_NONE] = word(language, WORD_chart_within),
                                    [SIGN_UP]   = word(language, WORD_chart_beyond_high),
                                    [SIGN_DOWN] = word(language, WORD_chart_beyond_low)}};
}
