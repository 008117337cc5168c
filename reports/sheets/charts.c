/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts. Where a reader would change one, Excel draws it from the table; the
 * others are pictures, each with a link to the sheet where its numbers stand. */
#include "reports/edition/figure_list.h"
#include "reports/sheets/sheet.h"
#include "reports/views/chart_list.h"
#include "reports/views/view.h"

#include <string.h>

extern const Sheet sheet_network_shares, sheet_versterken, sheet_veranderen,
    sheet_approach, sheet_opgaven, sheet_statement_answers, sheet_verzachten;

/* Which sheet has the numbers of an indicator: by its term, or by itself. */
static const struct {
    const char *indicator;
    const char *term;
    const Sheet *sheet;
} homes[] = {
    {"opgave_participation", NULL, &sheet_opgaven},
    {"statement_agreement", NULL, &sheet_statement_answers},
    {NULL, "network", &sheet_network_shares},
    {NULL, "verzachten", &sheet_verzachten},
    {NULL, "versterken", &sheet_versterken},
    {NULL, "veranderen", &sheet_veranderen},
    {NULL, "across", &sheet_approach},
};

static const Sheet *home_of(const ChartEntry *entry)
{
    for (size_t i = 0; i < G_N_ELEMENTS(homes); i++) {
        const char *own = homes[i].indicator;
        if (own != NULL ? g_strcmp0(own, entry->indicator) == 0
                        : strcmp(homes[i].term, chart_term(entry)) == 0)
            return homes[i].sheet;
    }
    return NULL;
}

/* The rows of the sheet's table that are about the chart's figure. */
static size_t find_rows(const Report *report, const Sheet *home,
                        const ChartEntry *entry, size_t *first)
{
    size_t n_keys = 0, n = 0;
    const FigureKey *keys = figure_list(report, home->figures, &n_keys);
    for (size_t i = 0; i < n_keys; i++) {
        if (strcmp(keys[i].indicator, entry->indicator) != 0 ||
            keys[i].category != NULL)
            continue;
        if (n == 0)
            *first = i;
        n++;
    }
    return n;
}

/* A trend of a share over the years or bars over the opgaven; false for others. */
static bool native_kind(const ChartKind *kind, const Sheet *home,
                        SheetChartKind *native)
{
    bool has_shares = home->figures != NULL && home->figures->units == FIGURES_SHARES;
    bool is_trend   = kind == &chart_trend && has_shares && home->figures->all_years;
    bool is_bars    = kind == &chart_bars && home == &sheet_opgaven;
    *native         = is_trend ? SHEET_CHART_TREND : SHEET_CHART_BARS;
    return is_trend || is_bars;
}

static bool find_column(const Report *report, const TableSheet *table, WordId header,
                        size_t *column)
{
    return table_sheet_find_column(table, report_word(report, header), column);
}

/* Where the years or opgaven, the shares and, of a trend, their bounds stand. */
static bool find_columns(const Report *report, const TableSheet *table,
                         SheetChart *chart)
{
    bool is_trend = chart->kind == SHEET_CHART_TREND;
    if (!find_column(report, table, is_trend ? WORD_column_year : WORD_column_opgave,
                     &chart->category) ||
        !find_column(report, table, WORD_column_share, &chart->values[0]))
        return false;
    bool has_bounds =
        is_trend &&
        find_column(report, table, WORD_column_low_percent, &chart->values[1]) &&
        find_column(report, table, WORD_column_high_percent, &chart->values[2]);
    chart->value_count = has_bounds ? SHEET_CHART_SERIES : 1;
    return true;
}

static bool add_native(const Report *report, const ChartEntry *entry, const Sheet *home,
                       Workbook *workbook, TextSheet *sheet)
{
    SheetChart chart      = {.title = entry->headline, .alt = entry->alt};
    const ChartKind *kind = chart_kind_of(entry);
    chart.table = home != NULL ? workbook_find_table(workbook, home->id) : NULL;
    if (chart.table == NULL || kind == NULL || !native_kind(kind, home, &chart.kind) ||
        !find_columns(report, chart.table, &chart))
        return false;
    chart.row_count = find_rows(report, home, entry, &chart.first_row);
    chart.axis      = report_word(report, WORD_charts_axis);
    if (chart.row_count == 0)
        return false;
    text_sheet_add_chart(sheet, &chart);
    return true;
}

static bool add_picture(const Report *report, const ChartEntry *entry, TextSheet *sheet)
{
    g_autofree char *path = chart_path(report, entry, "png");
    if (path == NULL)
        return false;
    text_sheet_add_picture(sheet, &(SheetPicture){.path = path, .alt = entry->alt});
    return true;
}

static void add_chart(const Report *report, const ChartEntry *entry, Workbook *workbook,
                      TextSheet *sheet)
{
    const Sheet *home = home_of(entry);
    if (entry->alt == NULL || entry->headline == NULL)
        return;
    text_sheet_add_heading(sheet, entry->headline);
    if (!add_native(report, entry, home, workbook, sheet))
        add_picture(report, entry, sheet);
    bool has_home = home != NULL && workbook_find_table(workbook, home->id) != NULL;
    text_sheet_add_link(
        sheet, report_word(report, WORD_charts_numbers),
        report_word(report, has_home ? home->name : WORD_sheet_key_figures));
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n                  = 0;
    const ChartEntry *entries = charts_list(report, &n);
    if (n == 0)
        return;
    TextSheet *sheet = sheet_add_text(self, report, workbook);
    for (size_t i = 0; i < n; i++)
        add_chart(report, &entries[i], workbook, sheet);
}

const Sheet sheet_charts = {
    .id    = "charts",
    .name  = WORD_sheet_charts,
    .title = WORD_charts_title,
    .add   = add,
};
