/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/figure_list.h"
#include "reports/workbook/text.h"

/* Columns of a sheet that lists figures as counts. */
typedef enum CountColumn {
    COUNT_END,
    COUNT_SUBJECT,
    COUNT_OPGAVE,
    COUNT_PART,
    COUNT_YEAR,
    COUNT_SAID,       /* how many said so */
    COUNT_CONTRIBUTE, /* the same, of an opgave */
    COUNT_ANSWERS,
    COUNT_MEMBERS,
    COUNT_SENTENCE,
} CountColumn;

enum { COUNT_COLUMNS = 8 };

/* A sheet is a descriptor: its words, and how it is filled. Sheets that list figures
 * say which; others have a function of their own. A sheet that has nothing to show for
 * the report adds nothing. */
typedef struct Sheet Sheet;
struct Sheet {
    const char *id; /* Excel's name of its table */
    WordId name;    /* on the tab, at most 31 characters */
    WordId title;
    WordId about;
    const char *(*sentence)(const Report *report); /* the first note; NULL: none */
    WordId notes[6];                               /* ended by WORD_COUNT unless full */
    WordId source; /* WORD_COUNT: the table says it itself */
    const FigureSelection *figures;
    CountColumn counts[COUNT_COLUMNS]; /* for sheet_add_counts; ended by COUNT_END */
    void (*add)(const Sheet *self, const Report *report, Workbook *workbook);
};

enum { SHEET_NOTES = 6, SHEET_COLUMNS = 16 };

/* A column by its header; `decimals` for SHEET_DECIMAL. */
typedef struct SheetHeader {
    WordId header;
    SheetColumnKind kind;
    int decimals;
} SheetHeader;

/* Adds the sheet with its words and these columns, without rows. */
TableSheet *sheet_add_table(const Sheet *self, const Report *report, Workbook *workbook,
                            const SheetHeader *headers, size_t n_headers);

/* Adds a text sheet with the sheet's name and title. */
TextSheet *sheet_add_text(const Sheet *self, const Report *report, Workbook *workbook);

/* For .add of a sheet that lists figures. */
void sheet_add_figures(const Sheet *self, const Report *report, Workbook *workbook);

/* For .add of a sheet that lists figures as counts, with the columns of .counts. */
void sheet_add_counts(const Sheet *self, const Report *report, Workbook *workbook);

/* For .add of a sheet that shows changes; .figures says whether of shares or means. */
void sheet_add_changes(const Sheet *self, const Report *report, Workbook *workbook);

/* A number of the figure (its value, a bound, n, ...): the number, or a word. */
SheetCell figure_cell(const Report *report, const Figure *figure, double number);

/* Paragraphs, each a text of the wording table. */
void sheet_say(TextSheet *sheet, const Report *report, const WordId *words, size_t n);
