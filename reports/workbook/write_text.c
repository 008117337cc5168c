/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text sheets: one column as wide as an upright A4 page. A picture or chart has a row
 * of its own, so that no page break runs through it. */
#include "reports/workbook/layout.h"
#include "reports/workbook/writer.h"

#include <string.h>

enum {
    FIGURE_WIDTH    = 672, /* pixels: the column less a margin */
    BLOCK_SPACE     = 8,   /* points under a paragraph, a figure */
    PARAGRAPH_LINES = 12,
};

static SheetFormat block_format(TextBlockKind kind)
{
    static const SheetFormat formats[] = {
        [BLOCK_HEADING]   = FORMAT_HEADING,
        [BLOCK_PARAGRAPH] = FORMAT_PARAGRAPH,
        [BLOCK_BANNER]    = FORMAT_BANNER,
        [BLOCK_LINK]      = FORMAT_LINK,
    };
    return formats[kind];
}

static void write_row(WorkbookWriter *writer, SheetFormat format, const char *text,
                      const char *target)
{
    writer_set_height(writer, text_height(text, format, PAGE_PORTRAIT) + BLOCK_SPACE);
    writer_write_line(writer, writer->formats.wrapped[format], text, target);
}

/* The end of the last sentence before `limit`, or `limit` when there is none. */
static const char *sentence_end(const char *text, const char *limit)
{
    for (const char *at = limit; at > text + 1; at--) {
        if (at[-1] == ' ' && strchr(".!?", at[-2]) != NULL)
            return at;
    }
    return limit;
}

/* A paragraph in as many rows as it needs, each a whole number of sentences. */
static void write_paragraph(WorkbookWriter *writer, const char *text)
{
    const SheetFont font = sheet_format_font(FORMAT_PARAGRAPH);
    for (const char *at = text; *at != '\0';) {
        const char *next = measure_fit(at, &font, PAGE_PORTRAIT, PARAGRAPH_LINES);
        if (*next != '\0')
            next = sentence_end(at, next);
        g_autofree char *part = g_strndup(at, (gsize)(next - at));
        write_row(writer, FORMAT_PARAGRAPH, g_strchomp(part), NULL);
        at = next;
    }
}

static void skip_figure(WorkbookWriter *writer, double pixels)
{
    writer_set_height(writer, pixels / PIXELS_PER_POINT + BLOCK_SPACE);
    writer->sheet->rows++;
    writer->row++;
}

/* The picture as wide as the column, unless no row would be high enough. */
static void write_picture(WorkbookWriter *writer, const TextBlock *block)
{
    const double highest = (ROW_HIGHEST - BLOCK_SPACE) * PIXELS_PER_POINT;
    const double scale =
        MIN(FIGURE_WIDTH / block->size.width, highest / block->size.height);
    lxw_image_options options = {
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .description     = arena_strdup(writer->workbook->arena, block->text),
        .x_scale         = scale,
        .y_scale         = scale,
    };
    writer_check(writer, worksheet_insert_image_opt(writer->worksheet, writer->row, 0,
                                                    block->path, &options));
    skip_figure(writer, block->size.height * scale);
}

static void write_block(WorkbookWriter *writer, const TextBlock *block)
{
    if (block->kind == BLOCK_PICTURE) {
        write_picture(writer, block);
    } else if (block->kind == BLOCK_CHART) {
        writer_write_chart(writer, block->chart, FIGURE_WIDTH);
        skip_figure(writer, sheet_chart_height(block->chart));
    } else if (block->kind == BLOCK_PARAGRAPH) {
        write_paragraph(writer, block->text);
    } else {
        write_row(writer, block_format(block->kind), block->text, block->target);
    }
}

/* What a block needs on its page, in points. */
static double block_need(const TextBlock *block)
{
    if (block->kind == BLOCK_CHART)
        return sheet_chart_height(block->chart) / PIXELS_PER_POINT + BLOCK_SPACE;
    if (block->kind == BLOCK_PICTURE)
        return MIN(block->size.height * FIGURE_WIDTH / block->size.width /
                       PIXELS_PER_POINT,
                   ROW_HIGHEST);
    return text_height(block->text, block_format(block->kind), PAGE_PORTRAIT);
}

/* A heading stays with what it heads: where that would come on the next page, so does
 * the heading. */
static void write_blocks(WorkbookWriter *writer, const GArray *blocks)
{
    g_autoptr(GArray) breaks = g_array_new(TRUE, TRUE, sizeof(lxw_row_t));
    for (guint i = 0; i < blocks->len; i++) {
        const TextBlock *block = &g_array_index(blocks, TextBlock, i);
        double need            = block_need(block);
        if (block->kind == BLOCK_HEADING && i + 1 < blocks->len)
            need += BLOCK_SPACE + block_need(block + 1);
        if (writer->used + need > PAGE_HEIGHT && need <= PAGE_HEIGHT) {
            g_array_append_val(breaks, writer->row);
            writer->used = 0;
        }
        write_block(writer, block);
    }
    if (breaks->len > 0)
        writer_check(writer, worksheet_set_h_pagebreaks(
                                 writer->worksheet, (lxw_row_t *)(void *)breaks->data));
}

void writer_write_text(WorkbookWriter *writer, TextSheet *sheet)
{
    const WorkbookWords *words = &writer->workbook->words;
    const char *banner         = writer->workbook->properties.banner;
    writer_set_page(writer, false);
    writer_check(
        writer, worksheet_set_column_pixels(writer->worksheet, 0, 0, PAGE_PORTRAIT,
                                            writer->formats.wrapped[FORMAT_PARAGRAPH]));
    write_row(writer, FORMAT_TITLE, sheet->head.title, NULL);
    if (banner != NULL)
        write_row(writer, FORMAT_BANNER, banner, NULL);
    if (words->contents != NULL)
        write_row(writer, FORMAT_LINK, words->back, words->contents);
    write_blocks(writer, sheet->blocks);
}
