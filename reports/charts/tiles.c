/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The theory of change as tiles: a column for each group (term), in order from left to
 * right, a tile for each row with its name, its value where there is one, and its
 * status as word and shape. Reads the first column and the groups. */
#include "reports/charts/frame.h"

#include <math.h>
#include <string.h>

static const double COLUMN_GAP = 14;
static const double TILE_GAP   = 6;
static const double PAD        = 7;
static const double SIGN       = 9;
enum { MOST_ACROSS = 4 };

typedef struct Tiles {
    const Frame *frame;
    size_t group_count;
    size_t *starts; /* group_count + 1: the first row of each group */
    double width;   /* of a column */
} Tiles;

static const char *group_of(const Chart *chart, size_t row)
{
    return chart->groups != NULL && chart->groups[row] != NULL ? chart->groups[row]
                                                               : "";
}

static Tiles tiles_lay(const Frame *frame)
{
    const Chart *chart = frame->chart;
    Tiles tiles        = {.frame = frame};
    tiles.starts       = arena_array(frame->arena, size_t, chart->row_count + 1);
    for (size_t i = 0; i < chart->row_count; i++)
        if (i == 0 || strcmp(group_of(chart, i), group_of(chart, i - 1)) != 0)
            tiles.starts[tiles.group_count++] = i;
    tiles.starts[tiles.group_count] = chart->row_count;
    size_t across                   = CLAMP(tiles.group_count, 2, MOST_ACROSS);
    tiles.width =
        (FRAME_RIGHT - FRAME_LEFT - COLUMN_GAP * (double)(across - 1)) / (double)across;
    return tiles;
}

static char *state_text(const Tiles *tiles, const ChartCell *cell)
{
    const Chart *chart = tiles->frame->chart;
    const char *word   = cell->word != NULL ? cell->word : "";
    if (isnan(cell->value))
        return arena_strdup(tiles->frame->arena, word);
    char *number =
        format_value(tiles->frame->arena, chart->text.format, cell->value, chart->unit);
    return *word == '\0' ? number
                         : arena_printf(tiles->frame->arena, "%s, %s", number, word);
}

/* One tile; with `draw` false only its height is found. */
static double tile_at(const Tiles *tiles, size_t row, Point corner, bool draw)
{
    const Chart *chart    = tiles->frame->chart;
    const ChartCell *cell = chart_cell(chart, row, 0);
    Canvas *canvas        = tiles->frame->canvas;
    double inside         = tiles->width - 2 * PAD;
    const TextStyle name  = {.size = TEXT_SIZE, .width = inside};
    const TextStyle state = {
        .size = TEXT_SIZE, .bold = true, .width = inside - SIGN - 6};
    char *text   = state_text(tiles, cell);
    Point first  = {corner.x + PAD, corner.y + PAD - 1};
    Box named    = canvas_measure(canvas, first, chart->rows[row], name);
    Point second = {corner.x + PAD + SIGN + 6, named.y + named.height + 3};
    double low   = second.y +
                 fmax(canvas_measure(canvas, second, text, state).height, TEXT_LINE) +
                 PAD - 1;
    if (!draw)
        return low - corner.y;
    canvas_box(canvas, (Box){corner.x, corner.y, tiles->width, low - corner.y},
               (Paint){.fill = INK_SHADE_1});
    canvas_text(canvas, first, chart->rows[row], name);
    canvas_text(canvas, second, text, state);
    frame_sign(
        tiles->frame, (Point){first.x + SIGN / 2, second.y + TEXT_LINE / 2}, SIGN,
        isnan(cell->value) && cell->sign == SIGN_NONE ? SIGN_ABSENT : cell->sign);
    return low - corner.y;
}

static TextStyle heading_style(const Tiles *tiles)
{
    return (TextStyle){.size  = TEXT_SIZE + 1,
                       .bold  = true,
                       .ink   = INK_SECOND,
                       .width = tiles->width - 10};
}

static double heading_height(const Tiles *tiles, size_t first, size_t end)
{
    double highest = 0;
    for (size_t group = first; group < end; group++) {
        const char *text = group_of(tiles->frame->chart, tiles->starts[group]);
        Box box          = canvas_measure(tiles->frame->canvas, (Point){0, 0}, text,
                                          heading_style(tiles));
        highest          = MAX(highest, box.height);
    }
    return highest;
}

/* From one term to the next: a small head of an arrow between the headings. */
static void draw_arrow(const Tiles *tiles, double left, double y)
{
    const Point points[] = {{left - COLUMN_GAP / 2 - 3.5, y - 4},
                            {left - COLUMN_GAP / 2 + 0.5, y},
                            {left - COLUMN_GAP / 2 - 3.5, y + 4}};
    canvas_line(tiles->frame->canvas, points, G_N_ELEMENTS(points),
                (Paint){.stroke = INK_SECOND, .width = 1.5});
}

static double draw_column(const Tiles *tiles, size_t group, Point corner,
                          double heading)
{
    const Chart *chart = tiles->frame->chart;
    canvas_text(tiles->frame->canvas, corner, group_of(chart, tiles->starts[group]),
                heading_style(tiles));
    double y = corner.y + heading + 5;
    for (size_t row = tiles->starts[group]; row < tiles->starts[group + 1]; row++)
        y += tile_at(tiles, row, (Point){corner.x, y}, true) + TILE_GAP;
    return y - TILE_GAP;
}

static double tiles_draw(const Frame *frame)
{
    Tiles tiles = tiles_lay(frame);
    double top  = frame->top;
    for (size_t first = 0; first < tiles.group_count; first += MOST_ACROSS) {
        size_t end     = MIN(first + MOST_ACROSS, tiles.group_count);
        double heading = heading_height(&tiles, first, end);
        double lowest  = top;
        for (size_t group = first; group < end; group++) {
            double left =
                FRAME_LEFT + (double)(group - first) * (tiles.width + COLUMN_GAP);
            if (group > first)
                draw_arrow(&tiles, left, top + TEXT_LINE * 0.55);
            lowest =
                fmax(lowest, draw_column(&tiles, group, (Point){left, top}, heading));
        }
        top = lowest + 14;
    }
    return top - 14;
}

const ChartKind chart_tiles = {.id = "tiles", .draw = tiles_draw};
