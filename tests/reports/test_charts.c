/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of chart over easy and hard data in both languages, measured on its trace:
 * nothing leaves the picture, no words overlap each other or a mark, words are large
 * enough and stand out, and what the data say is there. */
#include "reports/canvas_write.h"
#include "reports/palette.h"
#include "samples.h"

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

static const NumberFormat *const formats[] = {&number_format_nl, &number_format_en};

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

/* Does this kind say why this cell is missing? Most say it of every cell; the others of
 * those that carry the picture. */
static bool is_told(const char *id, const Chart *chart, size_t row, size_t column)
{
    if (g_str_has_prefix(id, "trend"))
        return row == 0;
    if (g_str_has_prefix(id, "bullets") || g_str_has_prefix(id, "ranges"))
        return column == 0;
    if (g_str_has_prefix(id, "sectors"))
        return column >= row;
    if (g_str_has_prefix(id, "dumbbell"))
        return column == 1 || !is_missing(chart, row, 1);
    if (g_str_has_prefix(id, "diverging"))
        return column == 0 || !is_missing(chart, row, column - 1);
    return true;
}

static void check_words(const Trace *trace, const Chart *chart)
{
    g_autofree char *words   = words_of(trace);
    const char *const said[] = {chart->text.headline, chart->text.subtitle,
                                chart->text.source, chart->text.status};
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++)
        if (strstr(words, said[i]) == NULL)
            g_error("%s: \"%s\" is not in the picture", trace->name, said[i]);
    for (size_t i = 0; i < chart->row_count * chart->column_count; i++) {
        const ChartCell *cell = &chart->cells[i];
        size_t row = i / chart->column_count, column = i % chart->column_count;
        bool told = is_missing(chart, row, column) && cell->word != NULL &&
                    is_told(chart->text.id, chart, row, column);
        if (told && strstr(words, cell->word) == NULL)
            g_error("%s: the word \"%s\" is not in the picture", trace->name,
                    cell->word);
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
static size_t columns_written(const Chart *chart)
{
    static const char *const all[]   = {"matrix", "multiples", "bars", "dots"};
    static const char *const first[] = {"bullets"};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        if (g_str_has_prefix(chart->text.id, all[i]))
            return chart->column_count;
    for (size_t i = 0; i < G_N_ELEMENTS(first); i++)
        if (g_str_has_prefix(chart->text.id, first[i]))
            return 1;
    return 0;
}

/* No number is lost for want of room: each is there as often as the data have it. */
static void check_numbers(const Trace *trace, const Chart *chart)
{
    g_autoptr(Arena) arena       = arena_new();
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    size_t columns               = columns_written(chart);
    for (size_t i = 0; i < chart->row_count * columns; i++) {
        const ChartCell *cell = chart_cell(chart, i / columns, i % columns);
        if (isnan(cell->value))
            continue;
        char *text = format_value(arena, chart->text.format, cell->value, chart->unit);
        size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, text)) + 1;
        g_hash_table_insert(counts, text, GSIZE_TO_POINTER(count));
        if (times_in(trace, text) < count)
            g_error("%s: %s is there %zu times, not %zu", trace->name, text,
                    times_in(trace, text), count);
    }
}

static void check_layout(const Canvas *canvas, const Chart *chart, const char *name)
{
    Trace trace = trace_of(canvas, name);
    check_inside(&trace);
    check_apart(&trace);
    check_readable(&trace);
    check_words(&trace, chart);
    check_numbers(&trace, chart);
    g_array_unref(trace.marks);
}

/* Well-formed, and small enough to stand in a page with forty others. */
static void check_svg(const Canvas *canvas, const Chart *chart, const char *name)
{
    static const GMarkupParser parser = {NULL, NULL, NULL, NULL, NULL};
    g_autoptr(GError) error           = NULL;
    g_autoptr(GBytes) bytes           = canvas_svg(canvas, &error);
    g_assert_no_error(error);
    g_autoptr(GMarkupParseContext) context =
        g_markup_parse_context_new(&parser, 0, NULL, NULL);
    gsize size       = 0;
    const char *text = g_bytes_get_data(bytes, &size);
    g_markup_parse_context_parse(context, text, (gssize)size, &error);
    g_assert_no_error(error);
    g_assert_true(g_markup_parse_context_end_parse(context, &error));
    if (g_str_has_suffix(chart->text.id, "-easy") && size > 16 * 1024)
        g_error("%s: %" G_GSIZE_FORMAT " bytes of SVG", name, size);
}

/* Every kind x case x language. */
static void test_all(void)
{
    for (size_t kind = 0; chart_kinds[kind] != NULL; kind++) {
        for (int i = 0; i < SAMPLE_COUNT * (int)G_N_ELEMENTS(formats); i++) {
            g_autoptr(Arena) arena     = arena_new();
            const NumberFormat *format = formats[i / SAMPLE_COUNT];
            const Chart *chart         = sample_chart(arena, chart_kinds[kind],
                                                      (SampleCase)(i % SAMPLE_COUNT), format);
            g_autoptr(Canvas) canvas   = chart_draw(chart_kinds[kind], chart);
            g_autofree char *name =
                g_strdup_printf("%s %s", chart->text.id, format->language);
            check_layout(canvas, chart, name);
            check_svg(canvas, chart, name);
        }
    }
}

static void add_bytes(GChecksum *checksum, GBytes *bytes)
{
    gsize size       = 0;
    const void *data = g_bytes_get_data(bytes, &size);
    g_checksum_update(checksum, data, (gssize)size);
    g_bytes_unref(bytes);
}

static gpointer easy_checksum(gpointer unused)
{
    (void)unused;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t kind = 0; chart_kinds[kind] != NULL; kind++) {
        g_autoptr(Arena) arena = arena_new();
        const Chart *chart =
            sample_chart(arena, chart_kinds[kind], SAMPLE_EASY, &number_format_nl);
        g_autoptr(Canvas) canvas = chart_draw(chart_kinds[kind], chart);
        add_bytes(checksum, canvas_svg(canvas, NULL));
        add_bytes(checksum, canvas_pdf(canvas, NULL));
        add_bytes(checksum, canvas_png(canvas, 2, NULL));
    }
    return g_strdup(g_checksum_get_string(checksum));
}

static void test_same_bytes(void)
{
    g_autofree char *first = easy_checksum(NULL);
    GThread *threads[2]    = {NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("charts", easy_checksum, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++) {
        g_autofree char *other = g_thread_join(threads[i]);
        g_assert_cmpstr(first, ==, other);
    }
}

static void test_find(void)
{
    g_assert_true(chart_kind_find("trend") == &chart_trend);
    g_assert_null(chart_kind_find("pie"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/charts/find", test_find);
    g_test_add_func("/charts/all", test_all);
    g_test_add_func("/charts/same-bytes", test_same_bytes);
    return g_test_run();
}
