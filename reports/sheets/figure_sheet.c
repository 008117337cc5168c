/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets that list figures: which columns there are follows from what is listed. */
#include "reports/sheets/figure_row.h"
#include "reports/sheets/sheet.h"

#include <string.h>

static SheetCell part_cell(const FigureRow *row)
{
    return sheet_text(row->key->category != NULL
                          ? name_category(row->report->edition, row->key)
                          : report_word(row->report, WORD_whole));
}

static SheetCell sector_cell(const FigureRow *row)
{
    return sheet_text(name_sector(row->report->edition, row->key->sector));
}

static SheetCell alliance_cell(const FigureRow *row)
{
    return sheet_text(
        edition_alliance_name(row->report->edition, row->key->alliance_id));
}

static SheetCell value_cell(const FigureRow *row)
{
    return figure_cell(row->report, &row->figure, row->figure.value);
}

static SheetCell low_cell(const FigureRow *row)
{
    return figure_cell(row->report, &row->figure, row->figure.ci_low);
}

static SheetCell high_cell(const FigureRow *row)
{
    return figure_cell(row->report, &row->figure, row->figure.ci_high);
}

/* How many said so: of all partners as reported, of a subgroup as counted. */
static SheetCell said_cell(const FigureRow *row)
{
    FigureKey reported = *row->key;
    Figure found;
    reported.measure = "reported";
    if (strcmp(row->key->measure, "share") == 0 &&
        figures_find(row->report->edition->figures, &reported, &found))
        return figure_cell(row->report, &found, found.value);
    bool is_counted = row->key->sector != NULL || row->key->alliance_id != NULL ||
                      g_strcmp0(row->figure.method, "census") == 0;
    return figure_cell(row->report, &row->figure,
                       is_counted ? row->figure.numerator : (double)NAN);
}

static SheetCell status_cell(const FigureRow *row)
{
    return sheet_text(figure_status_text(row->report, &row->figure));
}

/* What a list needs beyond its numbers. */
enum {
    NEED_SUBJECT  = 1 << 0,
    NEED_OPGAVE   = 1 << 1,
    NEED_PART     = 1 << 2,
    NEED_SECTOR   = 1 << 3,
    NEED_ALLIANCE = 1 << 4,
    NEED_YEAR     = 1 << 5,
    NEED_SAID     = 1 << 6,
    NEED_BOUNDS   = 1 << 7,
    NEED_ANSWERS  = 1 << 8,
    NEED_VALUE    = 1 << 9,
    NEED_ALWAYS   = 1 << 10,
};

/* A column: its header, also where the numbers are of another unit. */
typedef struct FigureColumn {
    unsigned need;
    SheetHeader headers[4]; /* by FigureUnits */
    SheetCell (*cell)(const FigureRow *row);
} FigureColumn;

#define ANY_UNITS(header, kind)                                                        \
    {                                                                                  \
        {header, kind, 0}, {header, kind, 0}, {header, kind, 0}, {header, kind, 0},    \
    }
#define BY_UNITS(share, count, other)                                                  \
    {                                                                                  \
        {share, SHEET_PERCENTAGE, 0}, {count, SHEET_COUNT, 0},                         \
            {other, SHEET_DECIMAL, 1}, {other, SHEET_DECIMAL, 4},                      \
    }

static const FigureColumn columns[] = {
    {NEED_SUBJECT, ANY_UNITS(WORD_column_subject, SHEET_TEXT), figure_row_subject},
    {NEED_OPGAVE, ANY_UNITS(WORD_column_opgave, SHEET_TEXT), figure_row_opgave},
    {NEED_PART, ANY_UNITS(WORD_column_part, SHEET_TEXT), part_cell},
    {NEED_SECTOR, ANY_UNITS(WORD_column_sector, SHEET_TEXT), sector_cell},
    {NEED_ALLIANCE, ANY_UNITS(WORD_column_alliance, SHEET_TEXT), alliance_cell},
    {NEED_YEAR, ANY_UNITS(WORD_column_year, SHEET_YEAR), figure_row_year},
    {NEED_VALUE, BY_UNITS(WORD_column_share, WORD_column_count, WORD_column_value),
     value_cell},
    {NEED_BOUNDS, BY_UNITS(WORD_column_low_percent, WORD_column_low, WORD_column_low),
     low_cell},
    {NEED_BOUNDS,
     BY_UNITS(WORD_column_high_percent, WORD_column_high, WORD_column_high), high_cell},
    {NEED_SAID, ANY_UNITS(WORD_column_said, SHEET_COUNT), said_cell},
    {NEED_ANSWERS, ANY_UNITS(WORD_column_answers, SHEET_COUNT), figure_row_answers},
    {NEED_ANSWERS, ANY_UNITS(WORD_column_organisations, SHEET_COUNT),
     figure_row_organisations},
    {NEED_ALWAYS, ANY_UNITS(WORD_column_status, SHEET_TEXT), status_cell},
};
enum { N_COLUMNS = G_N_ELEMENTS(columns) };

/* What the keys and numbers of one row need that those of the first do not show. */
static unsigned needs_of_row(const FigureRow *row, const FigureKey *first)
{
    unsigned needs = 0;
    if (strcmp(row->key->indicator, first->indicator) != 0 ||
        strcmp(row->key->measure, first->measure) != 0)
        needs |= NEED_SUBJECT;
    if (row->key->category != NULL)
        needs |= NEED_PART;
    if (figure_is_shown(&row->figure))
        needs |= NEED_VALUE;
    if (said_cell(row).kind == SHEET_CELL_NUMBER)
        needs |= NEED_SAID;
    if (!isnan(row->figure.ci_low) || !isnan(row->figure.ci_high))
        needs |= NEED_BOUNDS;
    if (!isnan(row->figure.n) || !isnan(row->figure.N))
        needs |= NEED_ANSWERS;
    return needs;
}

static unsigned needs_of(const FigureSelection *selection)
{
    return NEED_ALWAYS | (selection->all_years ? NEED_YEAR : 0U) |
           ((selection->broken_by & BROKEN_BY_OPGAVE) != 0 ? NEED_OPGAVE : 0U) |
           ((selection->broken_by & BROKEN_BY_SECTOR) != 0 ? NEED_SECTOR : 0U) |
           ((selection->broken_by & BROKEN_BY_ALLIANCE) != 0 ? NEED_ALLIANCE : 0U);
}

static const FigureRow *list_rows(const Report *report,
                                  const FigureSelection *selection, size_t *n)
{
    const FigureKey *keys = figure_list(report, selection, n);
    FigureRow *rows       = arena_array(report->arena, FigureRow, *n);
    for (size_t i = 0; i < *n; i++)
        rows[i] = (FigureRow){report, &keys[i], figure_get(report, &keys[i])};
    return rows;
}

static size_t choose_columns(unsigned needs, const FigureColumn *chosen[N_COLUMNS])
{
    size_t n = 0;
    for (size_t i = 0; i < N_COLUMNS; i++)
        if ((columns[i].need & needs) != 0)
            chosen[n++] = &columns[i];
    return n;
}

void sheet_add_figures(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n_rows         = 0;
    const FigureRow *rows = list_rows(report, self->figures, &n_rows);
    unsigned needs        = needs_of(self->figures);
    for (size_t r = 0; r < n_rows; r++)
        needs |= needs_of_row(&rows[r], rows[0].key);
    if (self->figures->units != FIGURES_SHARES)
        needs &= ~(unsigned)NEED_SAID;
    if ((needs & NEED_BOUNDS) == 0)
        needs |= NEED_VALUE; /* at least the words for why there is nothing */
    const FigureColumn *chosen[N_COLUMNS];
    SheetHeader headers[N_COLUMNS];
    size_t n = choose_columns(needs, chosen);
    for (size_t c = 0; c < n; c++)
        headers[c] = chosen[c]->headers[self->figures->units];
    if (n_rows == 0)
        return;
    TableSheet *sheet = sheet_add_table(self, report, workbook, headers, n);
    for (size_t r = 0; r < n_rows; r++) {
        SheetCell cells[N_COLUMNS];
        for (size_t c = 0; c < n; c++)
            cells[c] = chosen[c]->cell(&rows[r]);
        table_sheet_add_row(sheet, cells);
    }
}
