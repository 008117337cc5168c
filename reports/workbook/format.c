/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The look of the workbooks: Arial 12, titles 16 and 14 bold, header rows on a light
 * tint, thin lines between rows, numbers to the right and everything else to the left.
 */
#include "reports/workbook/format.h"

#include <string.h>

enum { PLAIN_POINTS = 12, HEADING_POINTS = 14, TITLE_POINTS = 16, DEFAULT_POINTS = 10 };

typedef struct FormatLook {
    int points;
    bool bold;
    bool underline;
    bool right;
    bool in_table;
    bool header;
    Ink colour;
    const char *number;
} FormatLook;

#define TABLE_CELL .points = PLAIN_POINTS, .in_table = true
#define TABLE_NUMBER(shown)                                                            \
    {                                                                                  \
        TABLE_CELL, .right = true, .colour = INK_TEXT, .number = (shown)               \
    }

static const FormatLook LOOKS[FORMAT_COUNT] = {
    [FORMAT_TITLE]   = {.points = TITLE_POINTS, .bold = true, .colour = INK_SHADE_5},
    [FORMAT_HEADING] = {.points = HEADING_POINTS, .bold = true, .colour = INK_SHADE_5},
    [FORMAT_PARAGRAPH] = {.points = PLAIN_POINTS, .colour = INK_TEXT},
    [FORMAT_BANNER]    = {.points = PLAIN_POINTS, .bold = true, .colour = INK_SECOND},
    [FORMAT_LINK] = {.points = PLAIN_POINTS, .underline = true, .colour = INK_SHADE_5},
    [FORMAT_HEADER_TEXT]     = {TABLE_CELL, .bold = true, .header = true,
                                .colour = INK_SHADE_5},
    [FORMAT_HEADER_NUMBER]   = {TABLE_CELL, .bold = true, .header = true, .right = true,
                                .colour = INK_SHADE_5},
    [FORMAT_CELL_TEXT]       = {TABLE_CELL, .colour = INK_TEXT},
    [FORMAT_CELL_LINK]       = {TABLE_CELL, .underline = true, .colour = INK_SHADE_5},
    [FORMAT_CELL_WORD]       = {TABLE_CELL, .right = true, .colour = INK_QUIET},
    [FORMAT_CELL_COUNT]      = TABLE_NUMBER("#,##0"),
    [FORMAT_CELL_YEAR]       = TABLE_NUMBER("0"),
    [FORMAT_CELL_PERCENTAGE] = TABLE_NUMBER("0.0"),
    [FORMAT_CELL_DATE]       = TABLE_NUMBER("d mmmm yyyy"),
    [FORMAT_CELL_DECIMAL]    = TABLE_NUMBER("#,##0"),
    [FORMAT_CELL_DECIMAL + 1] = TABLE_NUMBER("#,##0.0"),
    [FORMAT_CELL_DECIMAL + 2] = TABLE_NUMBER("#,##0.00"),
    [FORMAT_CELL_DECIMAL + 3] = TABLE_NUMBER("#,##0.000"),
    [FORMAT_CELL_DECIMAL + 4] = TABLE_NUMBER("#,##0.0000"),
    [FORMAT_CELL_DECIMAL + 5] = TABLE_NUMBER("#,##0.00000"),
    [FORMAT_CELL_DECIMAL + 6] = TABLE_NUMBER("#,##0.000000"),
};

static const SheetFormat NUMBER_FORMATS[] = {
    [SHEET_TEXT] = FORMAT_CELL_TEXT, [SHEET_COUNT] = FORMAT_CELL_COUNT,
    [SHEET_YEAR] = FORMAT_CELL_YEAR, [SHEET_DECIMAL] = FORMAT_CELL_DECIMAL,
    [SHEET_DATE] = FORMAT_CELL_DATE, [SHEET_PERCENTAGE] = FORMAT_CELL_PERCENTAGE,
};

lxw_color_t sheet_colour(Ink ink)
{
    const Colour colour = palette_colour(ink);
    return (lxw_color_t)colour.red << 16 | (lxw_color_t)colour.green << 8 | colour.blue;
}

SheetFormat sheet_format_of_header(const SheetColumn *column)
{
    return column->kind == SHEET_TEXT ? FORMAT_HEADER_TEXT : FORMAT_HEADER_NUMBER;
}

SheetFormat sheet_format_of_cell(const SheetColumn *column, SheetCellKind kind)
{
    if (kind == SHEET_CELL_LINK)
        return FORMAT_CELL_LINK;
    if (column->kind == SHEET_TEXT)
        return FORMAT_CELL_TEXT;
    if (kind == SHEET_CELL_WORD)
        return FORMAT_CELL_WORD;
    const SheetFormat format = NUMBER_FORMATS[column->kind];
    return column->kind == SHEET_DECIMAL ? format + (unsigned)column->decimals : format;
}

SheetFont sheet_format_font(SheetFormat format)
{
    return (SheetFont){.points = LOOKS[format].points, .bold = LOOKS[format].bold};
}

bool sheet_format_is_right(SheetFormat format)
{
    return LOOKS[format].right;
}

char *sheet_format_cell(const SheetColumn *column, const SheetCell *cell)
{
    if (cell->kind == SHEET_CELL_DATE)
        return g_strdup("30 september 2000");
    if (cell->kind != SHEET_CELL_NUMBER)
        return g_strdup(cell->text);
    const int decimals = column->kind == SHEET_PERCENTAGE ? 1 : column->decimals;
    char pattern[8];
    char plain[400];
    g_snprintf(pattern, sizeof pattern, "%%.%df", decimals);
    g_ascii_formatd(plain, sizeof plain, pattern, cell->number);
    GString *shown = g_string_new(plain);
    if (column->kind == SHEET_YEAR || column->kind == SHEET_PERCENTAGE)
        return g_string_free(shown, FALSE);
    const gssize first = plain[0] == '-' ? 1 : 0;
    for (gssize at = (gssize)strcspn(plain, ".") - 3; at > first; at -= 3)
        g_string_insert_c(shown, at, '.');
    return g_string_free(shown, FALSE);
}

static lxw_format *format_create(lxw_workbook *book, const FormatLook *look, bool wrap)
{
    lxw_format *format = workbook_add_format(book);
    format_set_font_name(format, "Arial");
    format_set_font_size(format, look->points);
    format_set_font_color(format, sheet_colour(look->colour));
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(format, look->right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
    if (look->in_table && !look->right)
        format_set_indent(format, 1);
    if (look->bold)
        format_set_bold(format);
    if (wrap)
        format_set_text_wrap(format);
    if (look->underline)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (look->number != NULL)
        format_set_num_format(format, look->number);
    if (look->in_table) {
        format_set_bottom(format, look->header ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
        format_set_bottom_color(format,
                                sheet_colour(look->header ? INK_SHADE_5 : INK_GRID));
    }
    if (look->header) {
        format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
        format_set_bg_color(format, sheet_colour(INK_SHADE_1));
    }
    return format;
}

/* The first format of a workbook is the one of cells that nobody wrote, and the measure
 * of all column widths. Arial 10 has digits of 7 pixels: exactly what libxlsxwriter
 * places pictures and charts by, which with any other font come out stretched. */
static void formats_set_default(lxw_workbook *book)
{
    lxw_format *normal = STAILQ_FIRST(book->formats);
    format_set_font_name(normal, "Arial");
    format_set_font_size(normal, DEFAULT_POINTS);
}

void sheet_formats_create(lxw_workbook *book, SheetFormats *formats)
{
    formats_set_default(book);
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        formats->plain[i]   = format_create(book, &LOOKS[i], false);
        formats->wrapped[i] = format_create(book, &LOOKS[i], true);
    }
}
