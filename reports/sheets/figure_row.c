/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that sheets of figures share. */
#include "reports/sheets/figure_row.h"

SheetCell figure_row_subject(const FigureRow *row)
{
    return sheet_text(name_figure(row->report->arena, row->report->edition, row->key));
}

SheetCell figure_row_opgave(const FigureRow *row)
{
    return sheet_text(name_opgave_numbered(row->report->arena, row->report->edition,
                                           row->key->opgave));
}

SheetCell figure_row_year(const FigureRow *row)
{
    return sheet_number(row->key->year);
}

SheetCell figure_row_answers(const FigureRow *row)
{
    return figure_cell(row->report, &row->figure, row->figure.n);
}

SheetCell figure_row_organisations(const FigureRow *row)
{
    return isnan(row->figure.N) ? figure_cell(row->report, &row->figure, row->figure.N)
                                : sheet_number(row->figure.N);
}
