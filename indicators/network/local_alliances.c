/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many local alliances there are on the reference date.
 *
 * Source: the alliance's own figures (from 2022 on: building 15 local alliances). */
#include "indicators/core/indicator.h"

static void compute(const Indicator *self, const Year *year, Cells *cells)
{
    const Table *table = year->monitor->alliances;
    size_t count       = 0;
    if (table == NULL) {
        indicator_add_absent(self, year, cells);
        return;
    }
    for (size_t row = 0; row < table->n_rows; row++)
        count += alliance_is_active(year, row);
    indicator_add(self, year, 0, (double)count, cells);
}

const Indicator indicator_local_alliances = {
    .id    = "local_alliances",
    .title = {"Local alliances", "Lokale allianties"},
    .definition =
        {"Local alliances that have started and not ended on the reference "
         "date.",
         "Lokale allianties die op de peildatum gestart en niet gestopt zijn."},
    .formula = {"Local alliances that started on or before the reference date and had "
                "not ended by then.",
                "Lokale allianties die op of voor de peildatum begonnen en toen niet "
                "waren gestopt."},
    .source  = {"Register of local alliances", "Register van lokale allianties"},
    .compute = compute,
    MEASURES({.id = "count", .unit = UNIT_COUNT}),
};
