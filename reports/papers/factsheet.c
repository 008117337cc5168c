/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page, from top to bottom: a band with the name, who and what side by side, a few
 * figures, what asks for attention, and where it comes from. Every block is measured
 * before the next is placed; remarks that would run into the foot are counted, not
 * squeezed. */
#include "reports/papers/factsheet.h"

#include "reports/canvas/write.h"
#include "reports/papers/factsheet_facts.h"

#include <math.h>

static const double PAGE_WIDTH  = 595.28;
static const double PAGE_HEIGHT = 841.89;
static const double MARGIN      = 40;
static const double GAP         = 14;
static const double TEXT        = 9.5;
static const double SMALL       = 9;
static const double HEADING     = 12;

/* A block of width that is written downward. */
typedef struct Block {
    Canvas *canvas;
    double x, y, width;
} Block;

/* Writes a text at an offset of the block and returns its height. */
static double put(const Block *block, double dx, double width, const char *text,
                  TextStyle style)
{
    Point anchor = {block->x + dx, block->y};
    style.width  = width;
    if (style.across == ALIGN_RIGHT)
        anchor.x += width;
    canvas_text(block->canvas, anchor, text, style);
    return canvas_measure(block->canvas, anchor, text, style).height;
}

static void add_heading(Block *block, const char *text)
{
    block->y += put(block, 0, block->width, text,
                    (TextStyle){.size = HEADING, .bold = true, .ink = INK_DATA}) +
                4;
}

static void add_paragraph(Block *block, const char *text, double size, Ink ink)
{
    block->y +=
        put(block, 0, block->width, text, (TextStyle){.size = size, .ink = ink}) + 3;
}

static void add_rule(Block *block)
{
    Point ends[] = {{block->x, block->y}, {block->x + block->width, block->y}};
    canvas_line(block->canvas, ends, G_N_ELEMENTS(ends),
                (Paint){.stroke = INK_GRID, .width = 0.75});
    block->y += 3;
}

/* ---- the band ---- */

static double band_text(const Report *report, const Facts *facts, Block block, Ink ink)
{
    TextStyle title = {.size = 20, .bold = true, .ink = ink};
    TextStyle plain = {.size = 10.5, .ink = ink};
    if (report->edition->status != NULL)
        block.y += put(&block, 0, block.width, report->edition->status,
                       (TextStyle){.size = 10.5, .bold = true, .ink = ink}) +
                   4;
    block.y += put(&block, 0, block.width, facts->name, title) + 3;
    block.y +=
        put(&block, 0, block.width, report_word(report, WORD_fact_title), plain) + 1;
    if (*facts->where != '\0')
        block.y += put(&block, 0, block.width, facts->where, plain);
    return block.y;
}

/* The text is laid out first, to know how high the band is. */
static double draw_band(const Report *report, const Facts *facts, Canvas *canvas)
{
    Block block             = {canvas, MARGIN, 22, PAGE_WIDTH - 2 * MARGIN};
    g_autoptr(Canvas) trial = canvas_new(
        &(CanvasPage){.id = "trial", .title = "", .width = 1, .height = 1, .date = ""});
    Block tried   = block;
    tried.canvas  = trial;
    double bottom = band_text(report, facts, tried, INK_PAPER) + 14;
    canvas_box(canvas, (Box){0, 0, PAGE_WIDTH, bottom}, (Paint){.fill = INK_DATA});
    band_text(report, facts, block, INK_PAPER);
    return bottom + GAP;
}

/* ---- who and what ---- */

static double draw_who(const Report *report, const Facts *facts, Block block)
{
    const double count_width = 24;
    add_heading(&block, report_word(report, WORD_fact_who));
    add_paragraph(&block, facts->answered, TEXT, INK_TEXT);
    for (size_t i = 0; i < facts->n_sectors; i++) {
        add_rule(&block);
        double height = put(&block, 0, block.width - count_width,
                            facts->sectors[i].name, (TextStyle){.size = TEXT});
        put(&block, block.width - count_width, count_width,
            format_number(report->arena, report->edition->format,
                          (double)facts->sectors[i].members, 0),
            (TextStyle){.size = TEXT, .bold = true, .across = ALIGN_RIGHT});
        block.y += height + 2;
    }
    return block.y;
}

/* A bar on a ground that is as long as all answers. */
static void draw_bar(const Block *block, double x, double width, double share)
{
    const double height = 7;
    Box ground          = {block->x + x, block->y + 3, width, height};
    canvas_box(block->canvas, ground, (Paint){.fill = INK_SHADE_1});
    ground.width *= share;
    if (share > 0)
        canvas_box(block->canvas, ground, (Paint){.fill = INK_DATA});
}

static double draw_what(const Report *report, const Facts *facts, Block block)
{
    const double name_width = 168, bar_width = 62;
    const double text_x = name_width + bar_width + 12;
    add_heading(&block, report_word(report, WORD_fact_what));
    add_paragraph(&block, report_word(report, WORD_fact_what_about), TEXT, INK_TEXT);
    for (size_t i = 0; i < facts->n_opgaven; i++) {
        const FactOpgave *opgave = &facts->opgaven[i];
        bool is_shown            = !isnan(opgave->share);
        add_rule(&block);
        double name =
            put(&block, 0, name_width, opgave->name, (TextStyle){.size = TEXT});
        double text_start = is_shown ? text_x : name_width + 6;
        if (is_shown)
            draw_bar(&block, name_width + 6, bar_width, opgave->share);
        double text = put(&block, text_start, block.width - text_start, opgave->text,
                          (TextStyle){.size = TEXT,
                                      .bold = is_shown,
                                      .ink  = is_shown ? INK_TEXT : INK_QUIET});
        block.y += fmax(name, text) + 2;
    }
    return block.y;
}

/* ---- a few figures ---- */

enum { FIGURE_COLUMNS = 5 };

static const double COLUMN_WIDTHS[FIGURE_COLUMNS] = {187, 84, 84, 66, 94};

/* One row of the table; returns its height. */
static double put_row(const Block *block, const char *const texts[FIGURE_COLUMNS],
                      TextStyle style)
{
    double x = 0, height = 0;
    for (size_t c = 0; c < FIGURE_COLUMNS; c++) {
        TextStyle own = style;
        own.bold      = style.bold || c == 1;
        height = fmax(height, put(block, x, COLUMN_WIDTHS[c] - 8, texts[c], own));
        x += COLUMN_WIDTHS[c];
    }
    return height;
}

static double draw_figures(const Report *report, const Facts *facts, Block block)
{
    const char *const headers[FIGURE_COLUMNS] = {
        report_word(report, WORD_fact_column_what),
        report_word(report, WORD_fact_column_own),
        report_word(report, WORD_fact_column_before),
        report_word(report, WORD_fact_column_whole),
        report_word(report, WORD_fact_column_chance)};
    add_heading(&block, report_word(report, WORD_fact_figures));
    block.y +=
        put_row(&block, headers, (TextStyle){.size = SMALL, .ink = INK_QUIET}) + 2;
    for (size_t i = 0; i < facts->n_figures; i++) {
        const FactFigure *figure = &facts->figures[i];
        add_rule(&block);
        block.y += put_row(&block,
                           (const char *const[FIGURE_COLUMNS]){
                               figure->name, figure->own, figure->before, figure->whole,
                               figure->chance},
                           (TextStyle){.size = TEXT}) +
                   2;
    }
    block.y += 2;
    add_paragraph(&block, report_word(report, WORD_fact_chance_about), SMALL,
                  INK_QUIET);
    return block.y;
}

/* ---- attention and foot ---- */

static double remark_height(const Block *block, const char *text)
{
    return canvas_measure(block->canvas, (Point){block->x, block->y}, text,
                          (TextStyle){.size = TEXT, .width = block->width - 12})
               .height +
           3;
}

static void draw_remark(Block *block, const char *text)
{
    canvas_box(block->canvas, (Box){block->x, block->y + 4, 4, 4},
               (Paint){.fill = INK_ALERT});
    block->y += put(block, 12, block->width - 12, text, (TextStyle){.size = TEXT}) + 3;
}

/* As many as fit above `bottom`, with a line for how many more there are. */
static void draw_remarks(const Report *report, const Facts *facts, Block block,
                         double bottom)
{
    size_t i = 0;
    add_heading(&block, report_word(report, WORD_fact_attention));
    const double last = bottom - 14;
    while (i < facts->n_remarks &&
           block.y + remark_height(&block, facts->remarks[i]) <= last)
        draw_remark(&block, facts->remarks[i++]);
    if (i < facts->n_remarks)
        draw_remark(&block,
                    word_fill(report->arena, report->edition->language, WORD_fact_more,
                              FIELDS({"n", arena_printf(report->arena, "%zu",
                                                        facts->n_remarks - i)})));
}

static double draw_foot(const Report *report, Canvas *canvas)
{
    bool has_contact = *report->edition->settings->monitor_contact != '\0';
    const char *text =
        report_word(report, has_contact ? WORD_fact_foot_contact : WORD_fact_foot);
    Block block     = {canvas, MARGIN, 0, PAGE_WIDTH - 2 * MARGIN};
    TextStyle style = {.size = SMALL, .ink = INK_QUIET, .width = block.width};
    double height   = canvas_measure(canvas, (Point){0, 0}, text, style).height;
    block.y         = PAGE_HEIGHT - 24 - height;
    double top      = block.y - 6;
    add_rule(&(Block){canvas, block.x, top, block.width});
    put(&block, 0, block.width, text, style);
    return top;
}

static const char *document_date(const Report *report)
{
    Date published = report->edition->settings->monitor_publication_date;
    char *text     = arena_alloc(report->arena, DATE_SIZE);
    date_format(published != DATE_MISSING ? published : report_date(report), text);
    return text;
}

Canvas *factsheet_draw(const Report *report)
{
    const Facts *facts     = facts_gather(report);
    Canvas *canvas         = canvas_new(&(CanvasPage){
                .id       = "factsheet",
                .title    = report_word(report, WORD_book_local),
                .language = report->edition->format->language,
                .date     = document_date(report),
                .width    = PAGE_WIDTH,
                .height   = PAGE_HEIGHT,
    });
    const double who_width = 176, width = PAGE_WIDTH - 2 * MARGIN;
    double y      = draw_band(report, facts, canvas);
    double bottom = draw_foot(report, canvas);
    double who    = draw_who(report, facts, (Block){canvas, MARGIN, y, who_width});
    double what   = draw_what(
          report, facts,
          (Block){canvas, MARGIN + who_width + 2 * GAP, y, width - who_width - 2 * GAP});
    y = fmax(who, what) + GAP;
    y = draw_figures(report, facts, (Block){canvas, MARGIN, y, width}) + GAP;
    draw_remarks(report, facts, (Block){canvas, MARGIN, y, width}, bottom);
    return canvas;
}

bool factsheet_write(const Report *report, const char *path, Outputs *outputs,
                     GError **error)
{
    g_autoptr(Canvas) canvas = factsheet_draw(report);
    g_autoptr(GBytes) bytes  = canvas_pdf(canvas, error);
    if (bytes == NULL) {
        g_prefix_error(error, "drawing %s: ", path);
        return false;
    }
    FILE *stream = outputs_open(outputs, path, error);
    if (stream == NULL)
        return false;
    fwrite(g_bytes_get_data(bytes, NULL), 1, g_bytes_get_size(bytes), stream);
    return outputs_close(outputs, stream, 0, error);
}
