/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a text sheet on their way in. */
#include "reports/workbook/text.h"

#include "reports/workbook/guard.h"
#include "reports/workbook/model.h"

/* A part of a paragraph stays below a cell of 32,767 UTF-16 units, of which a character
 * takes two at most. */
enum { LONGEST_HEADING = 255, LONGEST_ALT = 150, LONGEST_PART = 16000 };

static void text_sheet_add(TextSheet *sheet, TextBlock block)
{
    g_array_append_val(sheet->blocks, block);
}

void text_sheet_add_heading(TextSheet *sheet, const char *text)
{
    Workbook *workbook = sheet->head.workbook;
    if (workbook_accept(workbook, guard_line(text, LONGEST_HEADING), sheet->head.name))
        text_sheet_add(sheet, (TextBlock){
                                  .kind = BLOCK_HEADING,
                                  .text = guard_escape(workbook->arena, text),
                              });
}

static void add_paragraph(TextSheet *sheet, const char *text)
{
    text_sheet_add(
        sheet, (TextBlock){
                   .kind = BLOCK_PARAGRAPH,
                   .text = workbook_keep(sheet->head.workbook, text, sheet->head.name),
               });
}

/* Where a text that is longer than a cell may be is parted: after its last space, or
 * amid a word that is longer still. */
static const char *paragraph_end(const char *text)
{
    const char *limit = g_utf8_offset_to_pointer(text, LONGEST_PART);
    for (const char *at = limit; at > text; at--)
        if (g_ascii_isspace(at[-1]))
            return at;
    return limit;
}

void text_sheet_add_paragraph(TextSheet *sheet, const char *text)
{
    if (text == NULL || !g_utf8_validate(text, -1, NULL)) {
        add_paragraph(sheet, text);
        return;
    }
    while (g_utf8_strlen(text, -1) > LONGEST_PART) {
        const char *end       = paragraph_end(text);
        g_autofree char *part = g_strndup(text, (gsize)(end - text));
        add_paragraph(sheet, g_strchomp(part));
        text = end;
    }
    add_paragraph(sheet, text);
}

void text_sheet_add_link(TextSheet *sheet, const char *text, const char *target)
{
    Workbook *workbook = sheet->head.workbook;
    if (!workbook_accept(workbook, guard_line(text, LONGEST_HEADING), sheet->head.name))
        return;
    text_sheet_add(
        sheet, (TextBlock){
                   .kind   = BLOCK_LINK,
                   .text   = guard_escape(workbook->arena, text),
                   .target = workbook_keep_target(workbook, target, sheet->head.name),
               });
}

void text_sheet_add_picture(TextSheet *sheet, const SheetPicture *picture)
{
    Workbook *workbook = sheet->head.workbook;
    PictureSize size   = {0};
    if (!workbook_accept(workbook, picture_measure(picture->path, &size),
                         picture->path) ||
        !workbook_accept(workbook, guard_line(picture->alt, LONGEST_ALT),
                         "the alternative text of a picture"))
        return;
    text_sheet_add(sheet, (TextBlock){
                              .kind = BLOCK_PICTURE,
                              .text = arena_strdup(workbook->arena, picture->alt),
                              .path = arena_strdup(workbook->arena, picture->path),
                              .size = size,
                          });
}

static const char *guard_chart(const SheetChart *chart)
{
    static const SheetColumnKind CATEGORY[] = {
        [SHEET_CHART_TREND] = SHEET_YEAR, [SHEET_CHART_BARS] = SHEET_TEXT};
    const TableSheet *table = chart->table;
    const size_t most       = chart->kind == SHEET_CHART_BARS ? 1 : SHEET_CHART_SERIES;
    if (chart->value_count < 1 || chart->value_count > most)
        return "a chart with another number of series than it can have";
    if (chart->category >= table->column_count ||
        table->columns[chart->category].kind != CATEGORY[chart->kind])
        return "a chart over a column of another kind than it needs";
    for (size_t i = 0; i < chart->value_count; i++) {
        const size_t column = chart->values[i];
        if (column >= table->column_count ||
            table->columns[column].kind == SHEET_TEXT ||
            table->columns[column].kind == SHEET_DATE)
            return "a chart of a column without numbers";
    }
    return NULL;
}

void text_sheet_add_chart(TextSheet *sheet, const SheetChart *chart)
{
    Workbook *workbook = sheet->head.workbook;
    g_assert(chart->table != NULL && chart->table->head.workbook == workbook);
    SheetChart *kept = arena_alloc(workbook->arena, sizeof *kept);
    *kept            = *chart;
    if (!workbook_accept(workbook, guard_chart(chart), sheet->head.name) ||
        !workbook_accept(workbook, guard_line(chart->alt, LONGEST_ALT),
                         "the alternative text of a chart") ||
        !workbook_accept(workbook, guard_line(chart->title, LONGEST_HEADING),
                         "the title of a chart") ||
        !workbook_accept(workbook, guard_line(chart->axis, LONGEST_HEADING),
                         "the axis of a chart"))
        return;
    kept->title = arena_strdup(workbook->arena, chart->title);
    kept->axis  = arena_strdup(workbook->arena, chart->axis);
    kept->alt   = arena_strdup(workbook->arena, chart->alt);
    workbook->chart_count++;
    text_sheet_add(sheet,
                   (TextBlock){.kind = BLOCK_CHART, .text = kept->alt, .chart = kept});
}
