/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks down the first column. */
#include "reports/views/view_column.h"

#include "reports/views/view_text.h"

#include <string.h>

/* Rows of the register, known of all, say nothing of who answered the others. */
static bool all_are_known(const Chart *chart)
{
    for (size_t row = 0; row < chart->row_count; row++)
        if (chart_cell(chart, row, 0)->n < chart_cell(chart, row, 0)->of)
            return false;
    return true;
}

const char *view_basis(const ChartOrder *order, const Chart *chart)
{
    double low = (double)NAN, high = (double)NAN, of = (double)NAN;
    bool all = all_are_known(chart);
    for (size_t row = 0; row < chart->row_count; row++) {
        const ChartCell *cell = chart_cell(chart, row, 0);
        if (isnan(cell->n) || isnan(cell->of) || (cell->n == cell->of && !all))
            continue;
        if (!isnan(of) && of != cell->of)
            return "";
        of   = cell->of;
        low  = fmin(low, cell->n);
        high = fmax(high, cell->n);
    }
    if (isnan(of))
        return "";
    WordId id = low < high ? WORD_chart_basis_range : WORD_n_of_N;
    return word_fill(order->arena, order->edition->language, id,
                     FIELDS({"low", view_value(order, low, NUMBER_COUNT)},
                            {"n", view_value(order, high, NUMBER_COUNT)},
                            {"N", view_value(order, of, NUMBER_COUNT)}));
}

bool view_range(const ChartOrder *order, const Chart *chart, const char **low,
                const char **high)
{
    double lowest = (double)NAN, highest = (double)NAN;
    for (size_t row = 0; row < chart->row_count; row++) {
        lowest  = fmin(lowest, chart_cell(chart, row, 0)->value);
        highest = fmax(highest, chart_cell(chart, row, 0)->value);
    }
    if (isnan(lowest))
        return false;
    *low  = view_value(order, lowest, chart->unit);
    *high = view_value(order, highest, chart->unit);
    return true;
}

size_t view_shown(const Chart *chart)
{
    size_t shown = 0;
    for (size_t row = 0; row < chart->row_count; row++) {
        const ChartCell *cell = chart_cell(chart, row, 0);
        shown += !isnan(cell->value) || !isnan(cell->low) ? 1 : 0;
    }
    return shown;
}

const char *view_common_remark(ChartCell *cells, size_t n)
{
    const char *remark = NULL;
    for (size_t i = 0; i < n; i++) {
        if (isnan(cells[i].value))
            continue;
        if (cells[i].word == NULL ||
            (remark != NULL && strcmp(remark, cells[i].word) != 0))
            return NULL;
        remark = cells[i].word;
    }
    for (size_t i = 0; i < n; i++)
        if (!isnan(cells[i].value))
            cells[i].word = NULL;
    return remark;
}
