/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recording: every call becomes an item with the place it fills. Text is broken into
 * lines here, by Pango's measure, and each line becomes an item of its own; no back-end
 * ever breaks or places text again. */
#include "reports/canvas/canvas.h"

#include "reports/canvas/font.h"
#include "reports/canvas/list.h"
#include "reports/canvas/write.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

static const double LINE_SPACE = 1.2; /* from baseline to baseline, in sizes */

G_DEFINE_QUARK(canvas - error - quark, canvas_error)

static void item_clear(gpointer item)
{
    g_clear_object(&((Item *)item)->layout);
}

Canvas *canvas_new(const CanvasPage *page)
{
    Canvas *canvas = g_new0(Canvas, 1);
    canvas->arena  = arena_new();
    canvas->items  = g_array_new(FALSE, TRUE, sizeof(Item));
    canvas->widths = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, NULL);
    g_array_set_clear_func(canvas->items, item_clear);
    canvas->page             = *page;
    canvas->page.id          = arena_strdup(canvas->arena, page->id);
    canvas->page.title       = arena_strdup(canvas->arena, page->title);
    canvas->page.description = arena_strdup(canvas->arena, page->description);
    canvas->page.language    = arena_strdup(canvas->arena, page->language);
    canvas->page.date        = arena_strdup(canvas->arena, page->date);
    if (font_context() == NULL)
        canvas_fail(canvas, CANVAS_ERROR_FONT,
                    "font %s: not found in %s (Debian package fonts-liberation2)",
                    FONT_FAMILY, font_folder());
    return canvas;
}

void canvas_free(Canvas *canvas)
{
    if (canvas == NULL)
        return;
    g_array_unref(canvas->items);
    g_hash_table_unref(canvas->widths);
    g_clear_error(&canvas->failure);
    arena_free(canvas->arena);
    g_free(canvas);
}

void canvas_set_height(Canvas *canvas, double height)
{
    canvas->page.height = height;
}

size_t canvas_count(const Canvas *canvas)
{
    return canvas->items->len;
}

const Item *canvas_item(const Canvas *canvas, size_t index)
{
    g_assert(index < canvas->items->len);
    return &g_array_index(canvas->items, Item, index);
}

bool canvas_is_sound(const Canvas *canvas, GError **error)
{
    if (canvas->failure == NULL)
        return true;
    if (error != NULL)
        *error = g_error_copy(canvas->failure);
    return false;
}

void canvas_fail(Canvas *canvas, int code, const char *format, ...)
{
    if (canvas->failure != NULL)
        return;
    va_list arguments;
    va_start(arguments, format);
    canvas->failure = g_error_new_valist(CANVAS_ERROR, code, format, arguments);
    va_end(arguments);
    g_prefix_error(&canvas->failure, "drawing %s: ", canvas->page.id);
}

void canvas_box(Canvas *canvas, Box box, Paint paint)
{
    Item item = {.kind = ITEM_BOX, .box = box, .paint = paint};
    g_array_append_val(canvas->items, item);
}

void canvas_circle(Canvas *canvas, Point centre, double radius, Paint paint)
{
    Box box   = {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
    Item item = {.kind = ITEM_CIRCLE, .box = box, .paint = paint};
    g_array_append_val(canvas->items, item);
}

static Box box_of_steps(const PathStep *steps, size_t count)
{
    Point low  = steps[0].to;
    Point high = steps[0].to;
    for (size_t i = 0; i < count; i++) {
        if (steps[i].command == 'Z')
            continue;
        bool curved        = steps[i].command == 'C';
        const Point seen[] = {steps[i].to, curved ? steps[i].a : steps[i].to,
                              curved ? steps[i].b : steps[i].to};
        for (size_t k = 0; k < G_N_ELEMENTS(seen); k++) {
            low.x  = MIN(low.x, seen[k].x);
            low.y  = MIN(low.y, seen[k].y);
            high.x = MAX(high.x, seen[k].x);
            high.y = MAX(high.y, seen[k].y);
        }
    }
    return (Box){low.x, low.y, high.x - low.x, high.y - low.y};
}

static void record_steps(Canvas *canvas, Item item, const PathStep *steps)
{
    item.steps = steps;
    item.box   = box_of_steps(steps, item.count);
    g_array_append_val(canvas->items, item);
}

void canvas_line(Canvas *canvas, const Point *points, size_t count, Paint paint)
{
    if (count < 2)
        return;
    PathStep *steps = arena_array(canvas->arena, PathStep, count);
    for (size_t i = 0; i < count; i++)
        steps[i] = (PathStep){.command = i == 0 ? 'M' : 'L', .to = points[i]};
    paint.fill = INK_NONE;
    Item item  = {.kind = ITEM_LINE, .paint = paint, .count = count};
    record_steps(canvas, item, steps);
}

void canvas_shape(Canvas *canvas, const PathStep *steps, size_t count, Paint paint)
{
    if (count < 2)
        return;
    PathStep *copy = arena_array(canvas->arena, PathStep, count);
    memcpy(copy, steps, count * sizeof *steps);
    Item item = {.kind = ITEM_SHAPE, .paint = paint, .count = count};
    record_steps(canvas, item, copy);
}

static const char *letter_next(const char *at)
{
    return at + g_utf8_skip[*(const unsigned char *)at];
}

/* White space and control characters as one space, none at the ends; bidirectional
 * controls dropped, so that a name cannot turn what follows it. */
static char *clean_text(Canvas *canvas, const char *text)
{
    if (!g_utf8_validate(text, -1, NULL)) {
        canvas_fail(canvas, CANVAS_ERROR_TEXT, "text that is not UTF-8");
        return arena_strdup(canvas->arena, "");
    }
    g_autoptr(GString) clean = g_string_new(NULL);
    bool gap                 = false;
    for (const char *at = text; *at != '\0'; at = letter_next(at)) {
        gunichar letter = g_utf8_get_char(at);
        bool is_fixed   = letter == 0xA0 || letter == 0x202F;
        if (g_unichar_type(letter) == G_UNICODE_FORMAT)
            continue;
        if (!is_fixed && (g_unichar_isspace(letter) || g_unichar_iscntrl(letter))) {
            gap = clean->len > 0;
            continue;
        }
        if (gap)
            g_string_append_c(clean, ' ');
        gap = false;
        g_string_append_unichar(clean, letter);
    }
    return arena_strdup(canvas->arena, clean->str);
}

static PangoLayout *layout_new(const char *text, TextStyle style)
{
    PangoLayout *layout        = pango_layout_new(font_context());
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, FONT_FAMILY);
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD
                                                       : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes,
                           pango_attr_font_features_new("liga=0,clig=0,dlig=0"));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_text(layout, text, -1);
    return layout;
}

static double layout_width(PangoLayout *layout)
{
    PangoRectangle extents;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), NULL,
                                  &extents);
    return (double)extents.width / PANGO_SCALE;
}

/* Measuring is nearly all the time that a drawing takes, and charts measure the same
 * words again and again. */
static double text_width(Canvas *canvas, const char *text, TextStyle style)
{
    g_autofree char *key = g_strdup_printf("%c%d %s", style.bold ? 'b' : 'r',
                                           (int)(style.size * 100), text);
    const double *known  = g_hash_table_lookup(canvas->widths, key);
    if (known != NULL)
        return *known;
    g_autoptr(PangoLayout) layout = layout_new(text, style);
    double *width                 = arena_alloc(canvas->arena, sizeof(double));
    *width                        = layout_width(layout);
    g_hash_table_insert(canvas->widths, arena_strdup(canvas->arena, key), width);
    return *width;
}

static gunichar unknown_letter(const char *text, TextStyle style)
{
    for (const char *at = text; *at != '\0'; at = letter_next(at)) {
        g_autofree char *one          = g_strndup(at, (gsize)(letter_next(at) - at));
        g_autoptr(PangoLayout) layout = layout_new(one, style);
        if (pango_layout_get_unknown_glyphs_count(layout) > 0)
            return g_utf8_get_char(at);
    }
    return 0;
}

static void check_glyphs(Canvas *canvas, PangoLayout *layout, TextStyle style)
{
    if (pango_layout_get_unknown_glyphs_count(layout) == 0)
        return;
    const char *text = pango_layout_get_text(layout);
    canvas_fail(canvas, CANVAS_ERROR_GLYPH,
                "font %s has no character U+%04X, needed for \"%s\"", FONT_FAMILY,
                unknown_letter(text, style), text);
}

/* Where a line may end: behind a space, a hyphen or a slash, or at the end. */
static size_t next_break(const char *text)
{
    size_t at = strcspn(text, " -/");
    return at + (text[at] != '\0' ? 1 : 0);
}

/* How many bytes of a word that is wider than a line fit with a hyphen behind them.
 * Three letters at least go before and after. */
static size_t word_split(Canvas *canvas, const char *word, size_t length,
                         TextStyle style)
{
    enum { LETTERS = 3 };
    size_t best     = 0;
    size_t letters  = 0;
    const char *end = word + length - (word[length - 1] == ' ' ? 1 : 0);
    for (const char *at = letter_next(word); at < end; at = letter_next(at)) {
        g_autofree char *piece = g_strdup_printf("%.*s-", (int)(at - word), word);
        if (++letters < LETTERS || g_utf8_strlen(at, end - at) < LETTERS)
            continue;
        if (text_width(canvas, piece, style) > style.width)
            break;
        best = (size_t)(at - word);
    }
    return best > 0 ? best : (size_t)(letter_next(word) - word);
}

static bool piece_fits(Canvas *canvas, const char *start, size_t length,
                       TextStyle style)
{
    g_autofree char *piece = g_strndup(start, length);
    return text_width(canvas, g_strchomp(piece), style) <= style.width;
}

static void line_add(Canvas *canvas, GPtrArray *lines, const char *start,
                     const char *end)
{
    char *line = arena_strndup(canvas->arena, start, (size_t)(end - start));
    g_ptr_array_add(lines, g_strchomp(line));
}

/* Word by word, each line as long as fits. */
static GPtrArray *lines_break(Canvas *canvas, const char *text, TextStyle style)
{
    GPtrArray *lines  = g_ptr_array_new();
    const char *start = text;
    const char *end   = text;
    while (*end != '\0') {
        size_t length = next_break(end);
        if (piece_fits(canvas, start, (size_t)(end - start) + length, style)) {
            end += length;
        } else if (end > start) {
            line_add(canvas, lines, start, end);
            start = end;
        } else {
            size_t fits = word_split(canvas, start, length, style);
            g_ptr_array_add(lines,
                            arena_printf(canvas->arena, "%.*s-", (int)fits, start));
            start = end = start + fits;
        }
    }
    if (end > start)
        line_add(canvas, lines, start, end);
    return lines;
}

static double lines_widest(Canvas *canvas, const GPtrArray *lines, TextStyle style)
{
    double widest = 0;
    for (size_t i = 0; i < lines->len; i++)
        widest = fmax(widest, text_width(canvas, lines->pdata[i], style));
    return widest;
}

static GPtrArray *lines_of(Canvas *canvas, const char *text, TextStyle style)
{
    if (style.width > 0 && !piece_fits(canvas, text, strlen(text), style))
        return lines_break(canvas, text, style);
    GPtrArray *lines = g_ptr_array_new();
    line_add(canvas, lines, text, text + strlen(text));
    return lines;
}

/* The block's upper left corner relative to the anchor, before any turn. */
static Point block_corner(TextStyle style, double width, double height)
{
    static const double across[] = {0, -0.5, -1};
    static const double along[]  = {0, -0.5, -1};
    return (Point){across[style.across] * width, along[style.along] * height};
}

/* A turned block is the level one turned a quarter to the left around its anchor: what
 * was right is up, what was down is right. */
static Box block_place(Point anchor, Box block, bool turned)
{
    if (!turned)
        return (Box){anchor.x + block.x, anchor.y + block.y, block.width, block.height};
    return (Box){anchor.x + block.y, anchor.y - block.x - block.width, block.height,
                 block.width};
}

/* A block of text laid out and not yet drawn. Line boxes are relative to the anchor. */
typedef struct Block {
    GPtrArray *lines;
    TextStyle style;
    double width, height;
} Block;

static Block block_measure(Canvas *canvas, const char *text, TextStyle style)
{
    if (style.ink == INK_NONE)
        style.ink = INK_TEXT;
    Block block = {.style = style};
    if (font_context() == NULL || text == NULL || *text == '\0')
        return block;
    block.lines  = lines_of(canvas, clean_text(canvas, text), style);
    block.width  = lines_widest(canvas, block.lines, style);
    block.height = block.lines->len * LINE_SPACE * style.size;
    return block;
}

Box canvas_measure(Canvas *canvas, Point anchor, const char *text, TextStyle style)
{
    Block block  = block_measure(canvas, text, style);
    Point corner = block_corner(style, block.width, block.height);
    Box level    = {corner.x, corner.y, block.width, block.height};
    if (block.lines != NULL)
        g_ptr_array_unref(block.lines);
    return block_place(anchor, level, style.turned);
}

static void line_record(Canvas *canvas, Point anchor, const Block *block, size_t index)
{
    TextStyle style     = block->style;
    PangoLayout *layout = layout_new(block->lines->pdata[index], style);
    check_glyphs(canvas, layout, style);
    double width    = layout_width(layout);
    double baseline = (double)pango_layout_get_baseline(layout) / PANGO_SCALE;
    Point corner    = block_corner(style, width, block->height);
    double high     = LINE_SPACE * style.size;
    Box level       = {corner.x, corner.y + (double)index * high, width, high};
    PangoRectangle logical;
    pango_layout_get_extents(layout, NULL, &logical);
    double lead  = (high - (double)logical.height / PANGO_SCALE) / 2;
    double down  = level.y + lead + baseline;
    Point origin = style.turned ? (Point){anchor.x + down, anchor.y - corner.x}
                                : (Point){anchor.x + corner.x, anchor.y + down};
    Item item    = {.kind    = ITEM_TEXT,
                    .box     = block_place(anchor, level, style.turned),
                    .text    = block->lines->pdata[index],
                    .origin  = origin,
                    .advance = width,
                    .style   = style,
                    .layout  = layout};
    g_array_append_val(canvas->items, item);
}

void canvas_text(Canvas *canvas, Point anchor, const char *text, TextStyle style)
{
    Block block = block_measure(canvas, text, style);
    if (block.lines == NULL)
        return;
    for (size_t i = 0; i < block.lines->len; i++)
        line_record(canvas, anchor, &block, i);
    g_ptr_array_unref(block.lines);
}
