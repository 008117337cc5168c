/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/sheets/sheet.h"

/* A row of a sheet that lists figures, and the cells that such sheets share. Words and
 * numbers live as long as the report. */
typedef struct FigureRow {
    const Report *report;
    const FigureKey *key;
    Figure figure;
} FigureRow;

/* What it is about. */
SheetCell figure_row_subject(const FigureRow *row);
SheetCell figure_row_opgave(const FigureRow *row);
SheetCell figure_row_year(const FigureRow *row);

/* How many answered, and how many there are: known whether they answered or not. */
SheetCell figure_row_answers(const FigureRow *row);
SheetCell figure_row_organisations(const FigureRow *row);
