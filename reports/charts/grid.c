/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Five shades from zero to the highest value. Headings stand upright where their
 * longest word is wider than a cell. */
#include "reports/charts/grid.h"

#include "reports/charts/labels.h"

#include <math.h>
#include <string.h>

static const double CELL_HIGH    = 19;
static const double CELL_MOST    = 64;
static const double CELL_PAD     = 3; /* beside the widest number */
static const double HEADING_PAD  = 4; /* beside a level heading */
static const double NAME_SHARE   = 0.36;
static const double NAME_GAP     = 8;
static const double HEADING_MOST = 96;
static const double HEADING_LONG = 136; /* where that keeps the columns together */
static const double GAP          = 1;   /* between cells */
enum { SHADES = 5, MOST_WORDS = 6 };

static const char *const word_marks[MOST_WORDS] = {"\u2013", "\u00d7", "\u00b7",
                                                   "+",      "*",      "#"};

typedef struct Grid {
    const Frame *frame;
    const GridArea *area;
    double cell;    /* width */
    double name;    /* width of the row labels */
    double heading; /* longest line of a turned heading */
    double highest;
    size_t across; /* columns in a block */
    const char *words[MOST_WORDS];
    size_t word_count;
} Grid;

/* A block of columns, from `first` to before `end`. */
typedef struct GridBlock {
    size_t first, end;
    double top; /* of the first row of cells */
    bool turned;
} GridBlock;

static char *cell_text(const Grid *grid, const ChartCell *cell)
{
    const Chart *chart = grid->frame->chart;
    return format_value(grid->frame->arena, chart->text.format, cell->value,
                        chart->unit);
}

static double text_width(const Grid *grid, const char *text)
{
    const TextStyle style = {.size = TEXT_SIZE};
    return canvas_measure(grid->frame->canvas, (Point){0, 0}, text, style).width;
}

static double widest_number(const Grid *grid)
{
    const Chart *chart = grid->frame->chart;
    double widest      = 12;
    for (size_t i = 0; i < chart->row_count * chart->column_count; i++)
        if (!isnan(chart->cells[i].value))
            widest = fmax(widest, text_width(grid, cell_text(grid, &chart->cells[i])));
    return widest;
}

/* The mark of a word; words beyond the last mark share it. */
static const char *mark_of(Grid *grid, const char *word)
{
    for (size_t i = 0; i < grid->word_count; i++)
        if (strcmp(grid->words[i], word) == 0)
            return word_marks[i];
    if (grid->word_count == MOST_WORDS)
        return word_marks[MOST_WORDS - 1];
    grid->words[grid->word_count] = word;
    return word_marks[grid->word_count++];
}

static Ink shade_of(const Grid *grid, double value)
{
    int step = grid->highest > 0 ? (int)floor(value / grid->highest * SHADES) : 0;
    return (Ink)((int)INK_SHADE_1 + CLAMP(step, 0, SHADES - 1));
}

static void draw_cell(Grid *grid, const ChartCell *cell, Box box)
{
    bool missing     = isnan(cell->value);
    Ink ground       = missing ? INK_PAPER : shade_of(grid, cell->value);
    TextStyle style  = {.size   = TEXT_SIZE,
                        .ink    = missing ? INK_QUIET : palette_text_on(ground),
                        .across = ALIGN_CENTRE,
                        .along  = ALIGN_MIDDLE};
    const char *text = "";
    if (!missing)
        text = cell_text(grid, cell);
    else if (cell->word != NULL)
        text = mark_of(grid, cell->word);
    if (!missing)
        canvas_box(grid->frame->canvas, box, (Paint){.fill = ground});
    canvas_text(grid->frame->canvas,
                (Point){box.x + box.width / 2, box.y + box.height / 2}, text, style);
}

static TextStyle heading_style(const Grid *grid, bool turned)
{
    TextStyle style = {.size = TEXT_SIZE, .turned = turned};
    style.across    = turned ? ALIGN_LEFT : ALIGN_CENTRE;
    style.along     = turned ? ALIGN_MIDDLE : ALIGN_BOTTOM;
    style.width     = turned ? grid->heading : grid->cell - HEADING_PAD;
    return style;
}

static bool must_turn(const Grid *grid, const GridBlock *block)
{
    const TextStyle style = heading_style(grid, false);
    for (size_t i = block->first; i < block->end; i++)
        if (labels_widest_word(grid->frame->canvas, grid->area->columns[i], style) >
            style.width)
            return true;
    return false;
}

static double headings_height(const Grid *grid, const GridBlock *block)
{
    const TextStyle style = heading_style(grid, block->turned);
    double highest        = 0;
    for (size_t i = block->first; i < block->end; i++) {
        Box box = canvas_measure(grid->frame->canvas, (Point){0, 0},
                                 grid->area->columns[i], style);
        highest = MAX(highest, box.height);
    }
    return highest + 4;
}

static void draw_heading(const Grid *grid, const GridBlock *block, size_t column)
{
    double left     = grid->area->left + grid->name;
    double x        = left + ((double)(column - block->first) + 0.5) * grid->cell;
    TextStyle style = heading_style(grid, block->turned);
    canvas_text(grid->frame->canvas, (Point){x, block->top - 3},
                grid->area->columns[column], style);
}

static double row_height(const Grid *grid, size_t row)
{
    const TextStyle style = {.size = TEXT_SIZE, .width = grid->name - NAME_GAP};
    Box box = canvas_measure(grid->frame->canvas, (Point){0, 0}, grid->area->rows[row],
                             style);
    return MAX(CELL_HIGH, box.height + 3);
}

static void draw_row(Grid *grid, const GridBlock *block, size_t row, double top)
{
    double height         = row_height(grid, row);
    double left           = grid->area->left + grid->name;
    const TextStyle style = {.size   = TEXT_SIZE,
                             .width  = grid->name - NAME_GAP,
                             .across = ALIGN_RIGHT,
                             .along  = ALIGN_MIDDLE};
    canvas_text(grid->frame->canvas, (Point){left - 7, top + height / 2},
                grid->area->rows[row], style);
    for (size_t i = block->first; i < block->end; i++) {
        Box box = {left + (double)(i - block->first) * grid->cell + GAP / 2,
                   top + GAP / 2, grid->cell - GAP, height - GAP};
        if (!grid->area->upper || i >= row)
            draw_cell(grid, chart_cell(grid->frame->chart, row, i), box);
    }
}

static double draw_block(Grid *grid, size_t first, double top)
{
    const Chart *chart = grid->frame->chart;
    GridBlock block    = {.first = first,
                          .end   = MIN(first + grid->across, chart->column_count)};
    block.turned       = must_turn(grid, &block);
    block.top          = top + headings_height(grid, &block);
    for (size_t i = block.first; i < block.end; i++)
        draw_heading(grid, &block, i);
    double y = block.top;
    for (size_t row = 0; row < chart->row_count; row++) {
        draw_row(grid, &block, row, y);
        y += row_height(grid, row);
    }
    return y;
}

/* The marks with their words, beneath the cells. */
static double draw_words(const Grid *grid, double top)
{
    const TextStyle style   = {.size  = TEXT_SIZE,
                               .ink   = INK_QUIET,
                               .width = grid->area->right - grid->area->left};
    Point at                = {grid->area->left, top + 4};
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < grid->word_count; i++)
        g_string_append_printf(text, "%s%s %s", i > 0 ? "; " : "", word_marks[i],
                               grid->words[i]);
    if (text->len == 0)
        return top;
    canvas_text(grid->frame->canvas, at, text->str, style);
    return at.y + canvas_measure(grid->frame->canvas, at, text->str, style).height;
}

/* A turned heading of several lines needs a cell as wide as they are deep. */
static double turned_width(const Grid *grid)
{
    const Chart *chart = grid->frame->chart;
    double widest      = 0;
    for (size_t i = 0; i < chart->column_count; i++) {
        Box box = canvas_measure(grid->frame->canvas, (Point){0, 0},
                                 grid->area->columns[i], heading_style(grid, true));
        widest  = MAX(widest, box.width);
    }
    return widest;
}

/* Level, a heading needs a cell as wide as its longest word. */
static double level_width(const Grid *grid)
{
    const Chart *chart = grid->frame->chart;
    double widest      = 0;
    for (size_t i = 0; i < chart->column_count; i++)
        widest =
            fmax(widest, labels_widest_word(grid->frame->canvas, grid->area->columns[i],
                                            heading_style(grid, false)));
    return widest;
}

static double least_cell(const Grid *grid)
{
    double heading = fmin(level_width(grid) + HEADING_PAD, turned_width(grid) + 2);
    return fmax(widest_number(grid) + CELL_PAD, heading);
}

/* Names may take what the narrowest cells leave, and at least their share. */
static void grid_share(Grid *grid, double heading)
{
    const Chart *chart = grid->frame->chart;
    double room        = grid->area->right - grid->area->left;
    grid->heading      = heading;
    grid->name         = 0;
    double least       = least_cell(grid);
    double spare       = room - least * (double)chart->column_count - NAME_GAP;
    for (size_t i = 0; i < chart->row_count; i++)
        grid->name = fmax(grid->name, text_width(grid, grid->area->rows[i]));
    grid->name   = fmin(ceil(grid->name), fmax(room * NAME_SHARE, spare)) + NAME_GAP;
    double plot  = room - grid->name;
    grid->across = (size_t)fmax(1, floor(plot / least));
    grid->across = MIN(grid->across, chart->column_count);
    grid->cell   = MIN(plot / (double)grid->across, CELL_MOST);
}

static void grid_measure(Grid *grid)
{
    const Chart *chart = grid->frame->chart;
    grid_share(grid, HEADING_MOST);
    if (grid->across < chart->column_count)
        grid_share(grid, HEADING_LONG);
    if (grid->across < chart->column_count)
        grid_share(grid, HEADING_MOST);
    for (size_t i = 0; i < chart->row_count * chart->column_count; i++)
        grid->highest = fmax(grid->highest, chart->cells[i].value);
}

bool grid_fits(const Frame *frame, const GridArea *area)
{
    Grid grid = {.frame = frame, .area = area};
    grid_measure(&grid);
    return grid.across == frame->chart->column_count;
}

double grid_draw(const Frame *frame, const GridArea *area)
{
    Grid grid  = {.frame = frame, .area = area};
    double top = area->top;
    grid_measure(&grid);
    for (size_t first = 0; first < frame->chart->column_count; first += grid.across)
        top = draw_block(&grid, first, top) + 10;
    return draw_words(&grid, top - 10);
}
