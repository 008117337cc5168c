/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns first get the width that their longest word and their numbers need, then
 * share what the page leaves among those whose texts would like more. Texts are
 * measured with Arial's own widths; Excel and LibreOffice differ by a few percent,
 * hence SAFETY.
 */
#include "reports/workbook/layout.h"

#include "reports/workbook/measure.h"

#include <string.h>

#define SAFETY 0.95
#define LINE_SPACING 1.25

enum {
    TEXT_PADDING   = 20, /* pixels, with the indent that keeps it off a number before */
    NUMBER_PADDING = 30, /* pixels, left and right together */
    COLUMN_NARROWEST = 72,
    ROW_PADDING      = 4,   /* points */
    TEXT_COMFORT     = 330, /* pixels: some 45 characters */
    TEXT_WIDEST      = 560,
    TEXT_NARROWEST   = 190,
    INTRO_NARROWEST  = 320, /* column A where a line above the table must wrap */
    HEADER_LINES     = 3,
    TEXT_LINES       = 5
};

typedef struct ColumnMeasure {
    double word;   /* the widest word or number: what the column must have */
    double line;   /* the widest text on one line: what it would like */
    double header; /* the header on one line */
    bool text;
} ColumnMeasure;

double text_height(const char *text, SheetFormat format, double width)
{
    const SheetFont font = sheet_format_font(format);
    const double padding =
        sheet_format_is_right(format) ? NUMBER_PADDING : TEXT_PADDING;
    const size_t lines  = measure_lines(text, &font, (width - padding) * SAFETY);
    const double height = (double)lines * font.points * LINE_SPACING + ROW_PADDING;
    return MIN(height, ROW_HIGHEST);
}

static ColumnMeasure column_measure(const TableSheet *sheet, size_t column)
{
    const SheetColumn *head     = &sheet->columns[column];
    const SheetFont header_font = sheet_format_font(sheet_format_of_header(head));
    const SheetFont font        = sheet_format_font(FORMAT_CELL_TEXT);
    ColumnMeasure measure       = {
              .word   = measure_longest_word(head->header, &header_font),
              .header = measure_text(head->header, &header_font),
              .text   = head->kind == SHEET_TEXT,
    };
    for (guint i = 0; i < sheet->rows->len; i++) {
        const SheetCell *row   = g_ptr_array_index(sheet->rows, i);
        g_autofree char *shown = sheet_format_cell(head, &row[column]);
        const double line      = measure_text(shown, &font);
        const bool breaks      = measure.text || row[column].kind == SHEET_CELL_WORD;
        const double word      = breaks ? measure_longest_word(shown, &font) : line;
        measure.word           = MAX(measure.word, word);
        measure.line           = MAX(measure.line, line);
    }
    measure.word = MIN(measure.word, TEXT_WIDEST);
    return measure;
}

/* The width of a column for a text of that width. */
static double padded(const ColumnMeasure *measure, double width)
{
    return width / SAFETY + (measure->text ? TEXT_PADDING : NUMBER_PADDING);
}

/* The width a column gets before the page is known. Words in a column of numbers may
 * take two lines, a header three, a text about five. */
static double column_width(const ColumnMeasure *measure)
{
    double wanted = measure->text ? measure->line : measure->line / 2 * 1.1;
    if (measure->text && wanted > TEXT_COMFORT)
        wanted = CLAMP(wanted / TEXT_LINES, TEXT_COMFORT, TEXT_WIDEST);
    wanted             = MAX(wanted, measure->header / HEADER_LINES * 1.2);
    const double width = padded(measure, MAX(wanted, measure->word));
    return MAX(width, COLUMN_NARROWEST);
}

/* What a column would take when there is room to spare, or, a text only, can give up
 * when the page is too small. */
static double column_slack(const ColumnMeasure *measure, double width, bool grow)
{
    if (grow)
        return MAX(0, padded(measure, measure->line) - width);
    if (!measure->text)
        return 0;
    const double lines =
        CLAMP(measure->line / TEXT_LINES, TEXT_NARROWEST, TEXT_COMFORT);
    return MAX(0, width - padded(measure, MAX(measure->word, lines)));
}

static double table_width(const TableSheet *sheet, const double *widths)
{
    double total = 0;
    for (size_t i = 0; i < sheet->column_count; i++)
        total += widths[i];
    return total;
}

/* Spreads the difference with the page over the columns, each by its slack. */
static void widths_fit(const TableSheet *sheet, const ColumnMeasure *measures,
                       double *widths, double page)
{
    const double change = page - table_width(sheet, widths);
    double slack        = 0;
    for (size_t i = 0; i < sheet->column_count; i++)
        slack += column_slack(&measures[i], widths[i], change > 0);
    if (slack <= 0)
        return;
    const double part = CLAMP(change / slack, -1, 1);
    for (size_t i = 0; i < sheet->column_count; i++)
        widths[i] += part * column_slack(&measures[i], widths[i], change > 0);
}

static void widths_round(const TableSheet *sheet, double *widths)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        widths[i] = (double)(long)(widths[i] + 0.999);
}

static void layout_columns(const TableSheet *sheet, TableLayout *layout)
{
    Arena *arena            = sheet->head.workbook->arena;
    ColumnMeasure *measures = arena_array(arena, ColumnMeasure, sheet->column_count);
    layout->widths          = arena_array(arena, double, sheet->column_count);
    double slack            = 0;
    for (size_t i = 0; i < sheet->column_count; i++) {
        measures[i]       = column_measure(sheet, i);
        layout->widths[i] = column_width(&measures[i]);
        slack += column_slack(&measures[i], layout->widths[i], false);
    }
    const double total = table_width(sheet, layout->widths);
    layout->page       = PAGE_WIDE;
    if (total <= PAGE_LANDSCAPE)
        layout->page = PAGE_LANDSCAPE;
    if (total - slack / 2 <= PAGE_PORTRAIT)
        layout->page = PAGE_PORTRAIT;
    widths_fit(sheet, measures, layout->widths, layout->page);
    widths_round(sheet, layout->widths);
}

static void intro_add(TableLayout *layout, SheetFormat format, const char *text,
                      const char *target)
{
    layout->intro[layout->intro_count++] =
        (IntroLine){.format = format, .text = text, .target = target};
}

static const char *table_title(const TableSheet *sheet)
{
    Workbook *workbook = sheet->head.workbook;
    if (sheet->number == 0)
        return sheet->head.title;
    const char *number = arena_printf(workbook->arena, "%u", sheet->number);
    const char *text =
        workbook_fill(workbook, workbook->words.table, "{number}", number);
    return workbook_fill(workbook, text, "{title}", sheet->head.title);
}

static void layout_intro(const TableSheet *sheet, TableLayout *layout)
{
    enum { FIXED_LINES = 6 };
    Workbook *workbook         = sheet->head.workbook;
    const WorkbookWords *words = &workbook->words;
    size_t notes               = 0;
    while (sheet->notes[notes] != NULL)
        notes++;
    layout->intro = arena_array(workbook->arena, IntroLine, FIXED_LINES + notes);
    intro_add(layout, FORMAT_TITLE, table_title(sheet), NULL);
    intro_add(layout, FORMAT_PARAGRAPH, sheet->about, NULL);
    intro_add(layout, FORMAT_PARAGRAPH, words->one_table, NULL);
    if (workbook->properties.banner != NULL)
        intro_add(layout, FORMAT_BANNER, workbook->properties.banner, NULL);
    for (size_t i = 0; i < notes; i++)
        intro_add(layout, FORMAT_PARAGRAPH, sheet->notes[i], NULL);
    if (sheet->source != NULL)
        intro_add(layout, FORMAT_PARAGRAPH,
                  workbook_fill(workbook, words->source, "{source}", sheet->source),
                  NULL);
    if (words->contents != NULL && sheet != workbook->contents)
        intro_add(layout, FORMAT_LINK, words->back, words->contents);
}

/* A line above the table runs on over the empty cells to its right; one that is wider
 * than table and page must wrap inside column A, which then is made wide enough for it
 * to be read. */
static void layout_wrapping(const TableSheet *sheet, TableLayout *layout)
{
    const double total = table_width(sheet, layout->widths);
    const double room  = MAX(layout->page, total) * SAFETY;
    bool wraps         = false;
    for (size_t i = 0; i < layout->intro_count; i++) {
        IntroLine *line      = &layout->intro[i];
        const SheetFont font = sheet_format_font(line->format);
        line->wrap =
            measure_text(line->text, &font) > room || strchr(line->text, '\n') != NULL;
        wraps |= line->wrap;
    }
    if (!wraps)
        return;
    layout->widths[0] += MAX(0, layout->page - total);
    layout->widths[0] = MAX(layout->widths[0], INTRO_NARROWEST);
}

TableLayout table_layout(const TableSheet *sheet)
{
    TableLayout layout = {0};
    layout_columns(sheet, &layout);
    layout_intro(sheet, &layout);
    layout_wrapping(sheet, &layout);
    return layout;
}

double table_header_height(const TableSheet *sheet, const TableLayout *layout)
{
    double height = 0;
    for (size_t i = 0; i < sheet->column_count; i++) {
        const SheetColumn *column = &sheet->columns[i];
        const double own = text_height(column->header, sheet_format_of_header(column),
                                       layout->widths[i]);
        height           = MAX(height, own);
    }
    return height + ROW_PADDING;
}

double table_row_height(const TableSheet *sheet, const TableLayout *layout, size_t row)
{
    const SheetCell *cells = g_ptr_array_index(sheet->rows, row);
    double height          = 0;
    for (size_t i = 0; i < sheet->column_count; i++) {
        const SheetColumn *column = &sheet->columns[i];
        const SheetFormat format  = sheet_format_of_cell(column, cells[i].kind);
        g_autofree char *shown    = sheet_format_cell(column, &cells[i]);
        height = MAX(height, text_height(shown, format, layout->widths[i]));
    }
    return height;
}
