/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a chart's trace back, and measuring it. */
#include "chart_layout.h"

#include "reports/canvas/palette.h"
#include "reports/canvas/write.h"

#include <math.h>
#include <string.h>

typedef struct Mark {
    bool is_text, is_line, is_circle, is_shape, turned;
    Box box;
    Ink fill, stroke; /* of text: fill is its ink */
    double size;
    char *text;
} Mark;

typedef struct Trace {
    const char *name;
    double width, height;
    GArray *marks;
} Trace;

static Ink ink_named(const char *name)
{
    for (Ink ink = INK_NONE; ink < INK_COUNT; ink++)
        if (strcmp(palette_name(ink), name) == 0)
            return ink;
    g_error("no ink %s", name);
}

static void mark_clear(gpointer mark)
{
    g_free(((Mark *)mark)->text);
}

static void parse_line(Trace *trace, const char *line)
{
    g_auto(GStrv) words = g_strsplit(line, " ", 13);
    guint count         = g_strv_length(words);
    if (strcmp(words[0], "page") == 0) {
        trace->width  = g_ascii_strtod(words[1], NULL);
        trace->height = g_ascii_strtod(words[2], NULL);
        return;
    }
    g_assert_cmpuint(count, >=, 9);
    Mark mark = {.is_text   = strcmp(words[0], "text") == 0,
                 .is_line   = strcmp(words[0], "line") == 0,
                 .is_circle = strcmp(words[0], "circle") == 0,
                 .is_shape  = strcmp(words[0], "shape") == 0,
                 .box = {g_ascii_strtod(words[1], NULL), g_ascii_strtod(words[2], NULL),
                         g_ascii_strtod(words[3], NULL),
                         g_ascii_strtod(words[4], NULL)},
                 .fill = ink_named(words[6])};
    if (mark.is_text) {
        mark.size   = g_ascii_strtod(words[8], NULL);
        mark.text   = g_strdup(strchr(line, '"'));
        mark.turned = strcmp(words[10], "turned") == 0;
    } else {
        mark.stroke = ink_named(words[8]);
    }
    g_array_append_val(trace->marks, mark);
}

static Trace trace_of(const Canvas *canvas, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = canvas_trace(canvas, &error);
    g_assert_no_error(error);
    g_autofree char *text =
        g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Trace trace = {.name = name, .marks = g_array_new(FALSE, FALSE, sizeof(Mark))};
    g_array_set_clear_func(trace.marks, mark_clear);
    for (size_t i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
        parse_line(&trace, lines[i]);
    return trace;
}

static const Mark *mark_at(const Trace *trace, size_t index)
{
    return &g_array_index(trace->marks, Mark, index);
}

/* How far two boxes lie in each other, in points; at most 0 when they do not. */
static double overlap(Box one, Box other)
{
    double across = MIN(one.x + one.width, other.x + other.width) - MAX(one.x, other.x);
    double along =
        MIN(one.y + one.height, other.y + other.height) - MAX(one.y, other.y);
    return MIN(across, along);
}

static bool holds(Box outer, Box inner)
{
    const double slack = 0.5;
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.width <= outer.x + outer.width + slack &&
           inner.y + inner.height <= outer.y + outer.height + slack;
}

static void check_inside(const Trace *trace)
{
    const Box page = {0, 0, trace->width, trace->height};
    for (size_t i = 0; i < trace->marks->len; i++) {
        const Mark *mark = mark_at(trace, i);
        if (!holds(page, mark->box))
            g_error("%s: %s leaves the picture (%.2f %.2f %.2f %.2f)", trace->name,
                    mark->is_text ? mark->text : "a mark", mark->box.x, mark->box.y,
                    mark->box.width, mark->box.height);
    }
}

/* Tolerance: a line of text is measured with its leading, so boxes of neighbouring
 * lines may touch. */
static const double TOUCH = 0.3;

/* Words beside each other need a space between them. */
static const double SPACE = 2;

static void check_pair(const Trace *trace, const Mark *text, const Mark *other)
{
    Box wide       = text->box;
    bool alongside = other->is_text && text->turned == other->turned;
    double *start  = text->turned ? &wide.y : &wide.x;
    double *length = text->turned ? &wide.height : &wide.width;
    *start -= alongside ? SPACE : 0;
    *length += alongside ? 2 * SPACE : 0;
    if (overlap(wide, other->box) <= TOUCH)
        return;
    if (other->is_text)
        g_error("%s: %s at %.1f %.1f overlaps %s at %.1f %.1f", trace->name, text->text,
                text->box.x, text->box.y, other->text, other->box.x, other->box.y);
    bool filled = !palette_is_ground(other->fill);
    if (other->is_circle && (filled || other->stroke != INK_NONE))
        g_error("%s: %s overlaps a dot", trace->name, text->text);
    /* of a large outline only the drawing itself knows the inside */
    bool large  = other->is_shape && other->box.width > 12;
    bool is_box = !other->is_line && !other->is_circle && !large;
    if (is_box && filled && other->box.width > 0.5 && !holds(other->box, text->box))
        g_error("%s: %s is half in a mark", trace->name, text->text);
}

/* A line along an axis is its box; a slanting one is not and is left to the eye. */
static void check_rule(const Trace *trace, const Mark *text, const Mark *line)
{
    bool straight = line->box.width < 0.01 || line->box.height < 0.01;
    if (!line->is_line || !straight || palette_is_ground(line->stroke))
        return;
    Box thick = {line->box.x - 0.2, line->box.y - 0.2, line->box.width + 0.4,
                 line->box.height + 0.4};
    Box core  = {text->box.x, text->box.y + 1, text->box.width, text->box.height - 2};
    if (overlap(core, thick) > 0.1)
        g_error("%s: a line runs through %s", trace->name, text->text);
}

static void check_apart(const Trace *trace)
{
    for (size_t i = 0; i < trace->marks->len; i++) {
        const Mark *text = mark_at(trace, i);
        for (size_t k = 0; text->is_text && k < trace->marks->len; k++) {
            if (k == i || (k < i && mark_at(trace, k)->is_text))
                continue;
            check_pair(trace, text, mark_at(trace, k));
            check_rule(trace, text, mark_at(trace, k));
        }
    }
}

/* The ground of a text is the last box before it that holds it. */
static void check_readable(const Trace *trace)
{
    for (size_t i = 0; i < trace->marks->len; i++) {
        const Mark *text = mark_at(trace, i);
        Ink ground       = INK_PAPER;
        if (!text->is_text)
            continue;
        for (size_t k = 0; k < i; k++) {
            const Mark *below = mark_at(trace, k);
            bool is_area = !below->is_text && !below->is_line && !below->is_circle &&
                           !below->is_shape;
            if (is_area && below->fill != INK_NONE && holds(below->box, text->box))
                ground = below->fill;
        }
        if (text->size < 9)
            g_error("%s: %s has %.1f points", trace->name, text->text, text->size);
        double contrast = palette_contrast(text->fill, ground);
        if (contrast < 4.5)
            g_error("%s: %s has contrast %.1f", trace->name, text->text, contrast);
    }
}

/* All words of the picture in drawing order, line ends as spaces, hyphens of broken
 * words left as they are. */
static char *words_of(const Trace *trace)
{
    GString *words = g_string_new(NULL);
    for (size_t i = 0; i < trace->marks->len; i++) {
        const Mark *mark = mark_at(trace, i);
        if (mark->is_text)
            g_string_append_printf(words, "%.*s ", (int)strlen(mark->text) - 2,
                                   mark->text + 1);
    }
    return g_string_free(words, FALSE);
}

static bool is_missing(const Chart *chart, size_t row, size_t column)
{
    return isnan(chart_cell(chart, row, column)->value);
}

static bool is_first_missing(const Chart *chart, size_t row, size_t column)
{
    for (size_t before = 0; before < column; before++)
        if (is_missing(chart, row, before))
            return false;
    return true;
}

/* Does this kind say why this cell is missing? Most say it of every cell; the others of
 * those that carry the picture. */
static bool is_told(const char *kind, const Chart *chart, size_t row, size_t column)
{
    if (strcmp(kind, "trend") == 0)
        return row == 0;
    if (strcmp(kind, "bullets") == 0 || strcmp(kind, "ranges") == 0)
        return column == 0;
    if (strcmp(kind, "sectors") == 0)
        return column >= row;
    if (strcmp(kind, "dumbbell") == 0)
        return column == 1 || !is_missing(chart, row, 1);
    if (strcmp(kind, "diverging") == 0)
        return is_first_missing(chart, row, column);
    return true;
}

/* Text as it reads wherever its lines break: without spaces and hyphens. */
static char *squeezed(const char *text)
{
    GString *letters = g_string_new(NULL);
    for (; *text != '\0'; text++)
        if (*text != ' ' && *text != '-')
            g_string_append_c(letters, *text);
    return g_string_free(letters, FALSE);
}

static void check_said(const Trace *trace, const char *words, const char *text)
{
    g_autofree char *letters = squeezed(text);
    if (strstr(words, letters) == NULL)
        g_error("%s: \"%s\" is not in the picture", trace->name, text);
}

static void check_words(const Trace *trace, const Chart *chart, const char *kind)
{
    g_autofree char *lines   = words_of(trace);
    g_autofree char *words   = squeezed(lines);
    const char *const said[] = {chart->text.headline, chart->text.subtitle,
                                chart->text.source, chart->text.status};
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++)
        if (said[i] != NULL)
            check_said(trace, words, said[i]);
    for (size_t i = 0; i < chart->row_count * chart->column_count; i++) {
        const ChartCell *cell = &chart->cells[i];
        size_t row = i / chart->column_count, column = i % chart->column_count;
        if (is_missing(chart, row, column) && cell->word != NULL &&
            is_told(kind, chart, row, column))
            check_said(trace, words, cell->word);
    }
}

static size_t times_in(const Trace *trace, const char *text)
{
    g_autofree char *quoted = g_strdup_printf("\"%s\"", text);
    size_t times            = 0;
    for (size_t i = 0; i < trace->marks->len; i++) {
        const Mark *mark = mark_at(trace, i);
        times += mark->is_text && strcmp(mark->text, quoted) == 0 ? 1 : 0;
    }
    return times;
}

/* Kinds that write every value of every column, or of the first one. */
static size_t columns_written(const Chart *chart, const char *kind)
{
    static const char *const all[]   = {"matrix", "multiples"};
    static const char *const first[] = {"bars", "bullets", "dots"};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        if (strcmp(kind, all[i]) == 0)
            return chart->column_count;
    for (size_t i = 0; i < G_N_ELEMENTS(first); i++)
        if (strcmp(kind, first[i]) == 0)
            return 1;
    return 0;
}

/* The last column of a chart with a total is written too, whatever its kind. */
static bool is_written(const Chart *chart, const char *kind, size_t column)
{
    return column < columns_written(chart, kind) ||
           (chart->has_total && column == chart->column_count - 1);
}

/* No number is lost for want of room: each is there as often as the data have it. */
static void check_numbers(const Trace *trace, const Chart *chart, const char *kind)
{
    g_autoptr(Arena) arena       = arena_new();
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < chart->row_count * chart->column_count; i++) {
        const ChartCell *cell = &chart->cells[i];
        if (isnan(cell->value) || !is_written(chart, kind, i % chart->column_count))
            continue;
        char *value = format_value(arena, chart->text.format, cell->value, chart->unit);
        char *text  = cell->label != NULL ? arena_strdup(arena, cell->label) : value;
        size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, text)) + 1;
        g_hash_table_insert(counts, text, GSIZE_TO_POINTER(count));
        if (times_in(trace, text) < count)
            g_error("%s: %s is there %zu times, not %zu", trace->name, text,
                    times_in(trace, text), count);
    }
}

void chart_layout_check(const Canvas *canvas, const Chart *chart, const char *kind,
                        const char *name)
{
    Trace trace = trace_of(canvas, name);
    check_inside(&trace);
    check_apart(&trace);
    check_readable(&trace);
    check_words(&trace, chart, kind);
    check_numbers(&trace, chart, kind);
    g_array_unref(trace.marks);
}
