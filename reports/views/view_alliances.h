/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/views/view_words.h"

/* The local alliances beside each other: from A to Z by name, never by a figure. */

typedef struct ViewAlliance {
    const char *id;
    const char *name;
} ViewAlliance;

/* Those that have a number of members in the order's year. In the order's arena. */
const ViewAlliance *view_alliances(const ChartOrder *order, size_t *n);

/* What the alliances' shares say together. */
typedef struct AllianceTally {
    size_t shown;  /* with a share */
    size_t beyond; /* further from the whole than chance explains */
    bool compared; /* there is a funnel: ten alliances or more */
    bool
        scattered; /* they differ more than chance explains; none by itself is beyond */
    double national;
    double most_answers;
} AllianceTally;

/* The chart's first column: the share of each alliance with its interval for comparing
 * and a sign where it is beyond chance; without a comparison the figure itself. */
AllianceTally view_alliance_cells(const ChartOrder *order, const ViewAlliance *list,
                                  size_t n, ChartCell *cells);

/* The chart with a row for each alliance, and the signs' names. */
Chart view_alliance_chart(const ChartOrder *order, const ViewAlliance *list, size_t n,
                          const ChartCell *cells);
