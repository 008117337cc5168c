/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small multiples: a panel for each row with a column for each year, all on one scale
 * from zero, so that panels compare at a glance. Columns are years; the last year is
 * the darkest. A missing figure is its word in the place of its column. */
#include "reports/charts/axes.h"
#include "reports/charts/frame.h"
#include "reports/charts/labels.h"

#include <math.h>
#include <string.h>

static const double PANEL_GAP  = 16;
static const double PLOT_HIGH  = 62;
static const double BAR_SHARE  = 0.74; /* of the width that a year has */
static const double BAR_MOST   = 26;
static const double NUMBER_GAP = 1; /* between a column and its number */
enum { PANELS_ACROSS = 4 };

typedef struct Panels {
    const Frame *frame;
    size_t across;
    double width;   /* of one panel */
    double slot;    /* of one year */
    Scale scale;    /* heights, upward from 0 */
    bool all_shown; /* every column has room for its number */
    GString *notes;
} Panels;

typedef struct Panel {
    size_t row;
    double left, base;
} Panel;

static TextStyle title_style(const Panels *panels)
{
    return (TextStyle){
        .size = TEXT_SIZE, .bold = true, .width = panels->width, .along = ALIGN_BOTTOM};
}

static char *value_text(const Panels *panels, double value)
{
    const Chart *chart = panels->frame->chart;
    return format_value(panels->frame->arena, chart->text.format, value, chart->unit);
}

static double widest_value(const Panels *panels)
{
    const Chart *chart = panels->frame->chart;
    double widest      = 0;
    for (size_t i = 0; i < chart->row_count * chart->column_count; i++) {
        if (isnan(chart->cells[i].value))
            continue;
        Box box = canvas_measure(panels->frame->canvas, (Point){0, 0},
                                 value_text(panels, chart->cells[i].value),
                                 (TextStyle){.size = TEXT_SIZE, .bold = true});
        widest  = MAX(widest, box.width);
    }
    return widest;
}

static double slot_middle(const Panels *panels, const Panel *panel, double column)
{
    return panel->left + (column + 0.5) * panels->slot;
}

static void draw_column(const Panels *panels, const Panel *panel, size_t column)
{
    const Chart *chart    = panels->frame->chart;
    const ChartCell *cell = chart_cell(chart, panel->row, column);
    double high           = scale_position(&panels->scale, cell->value);
    double width          = MIN(panels->slot * BAR_SHARE, BAR_MOST);
    double left           = slot_middle(panels, panel, (double)column) - width / 2;
    bool is_last          = column + 1 == chart->column_count;
    canvas_box(panels->frame->canvas, (Box){left, panel->base - high, width, high},
               (Paint){.fill = is_last ? INK_DATA : INK_DATA_PAST});
}

/* Where not all numbers fit, those of the first and last year may reach over the
 * columns between them, as high as they must. */
static void draw_end_number(const Panels *panels, const Panel *panel, size_t column,
                            const Label *label)
{
    enum { LEVELS = 6 };
    const ChartCell *cell = chart_cell(panels->frame->chart, panel->row, column);
    double foot =
        panel->base - scale_position(&panels->scale, cell->value) - NUMBER_GAP;
    AlignX side   = column == 0 ? ALIGN_LEFT : ALIGN_RIGHT;
    double edge   = panel->left + (column == 0 ? 0 : panels->width);
    double middle = slot_middle(panels, panel, (double)column);
    LabelPlace places[2 * LEVELS];
    for (size_t i = 0; i < LEVELS; i++) {
        double y          = foot - TEXT_LINE * (double)i;
        places[2 * i]     = (LabelPlace){{middle, y}, ALIGN_CENTRE, ALIGN_BOTTOM};
        places[2 * i + 1] = (LabelPlace){{edge, y}, side, ALIGN_BOTTOM};
    }
    labels_place(panels->frame->canvas, label, places, G_N_ELEMENTS(places));
}

static void draw_number(const Panels *panels, const Panel *panel, size_t column)
{
    const Chart *chart    = panels->frame->chart;
    const ChartCell *cell = chart_cell(chart, panel->row, column);
    bool is_last          = column + 1 == chart->column_count;
    Label label           = {.text   = value_text(panels, cell->value),
                             .style  = {.size   = TEXT_SIZE,
                                        .bold   = is_last,
                                        .across = ALIGN_CENTRE,
                                        .along  = ALIGN_BOTTOM},
                             .within = {panel->left, 0, panels->width, INFINITY}};
    Point foot            = {slot_middle(panels, panel, (double)column),
                             panel->base - scale_position(&panels->scale, cell->value) -
                                 NUMBER_GAP};
    if (panels->all_shown)
        canvas_text(panels->frame->canvas, foot, label.text, label.style);
    else if (column == 0 || is_last)
        draw_end_number(panels, panel, column, &label);
}

static bool is_missing(const Panels *panels, size_t row, size_t column)
{
    const Chart *chart = panels->frame->chart;
    return column < chart->column_count &&
           isnan(chart_cell(chart, row, column)->value) &&
           chart_cell(chart, row, column)->word != NULL;
}

static void note_gap(const Panels *panels, const Panel *panel, size_t from, size_t to)
{
    const Chart *chart = panels->frame->chart;
    char *name = arena_printf(panels->frame->arena, "%s %d", chart->rows[panel->row],
                              chart->years[from]);
    if (to > from)
        name = arena_printf(panels->frame->arena, "%s\u2013%d", name, chart->years[to]);
    frame_note(panels->notes, name, chart_cell(chart, panel->row, from)->word);
}

/* A word over the years that it stands for: level where it fits, else turned. */
static void draw_gap(const Panels *panels, const Panel *panel, size_t from, size_t to)
{
    const char *word = chart_cell(panels->frame->chart, panel->row, from)->word;
    double middle    = slot_middle(panels, panel, (double)(from + to) / 2);
    double width     = panels->slot * (double)(to - from + 1) - 2;
    Canvas *canvas   = panels->frame->canvas;
    TextStyle style  = {.size   = TEXT_SIZE,
                        .ink    = INK_QUIET,
                        .across = ALIGN_CENTRE,
                        .along  = ALIGN_BOTTOM};
    Point foot       = {middle, panel->base - 3};
    style.width      = width;
    bool fits_level  = labels_widest_word(canvas, word, style) <= width &&
                      canvas_measure(canvas, foot, word, style).height <= PLOT_HIGH;
    if (fits_level) {
        canvas_text(canvas, foot, word, style);
        return;
    }
    style = (TextStyle){.size   = TEXT_SIZE,
                        .ink    = INK_QUIET,
                        .width  = PLOT_HIGH + TEXT_LINE,
                        .along  = ALIGN_MIDDLE,
                        .turned = true};
    if (canvas_measure(canvas, foot, word, style).width <= width + 2)
        canvas_text(canvas, foot, word, style);
    else
        note_gap(panels, panel, from, to);
}

static void draw_gaps(const Panels *panels, const Panel *panel)
{
    const Chart *chart = panels->frame->chart;
    for (size_t from = 0, to = 0; from < chart->column_count; from = to + 1) {
        to = from;
        if (!is_missing(panels, panel->row, from))
            continue;
        while (is_missing(panels, panel->row, to + 1) &&
               strcmp(chart_cell(chart, panel->row, to + 1)->word,
                      chart_cell(chart, panel->row, from)->word) == 0)
            to++;
        draw_gap(panels, panel, from, to);
    }
}

/* The first and the last year under a panel; all of them where they fit. */
static void draw_years(const Panels *panels, const Panel *panel)
{
    const Chart *chart = panels->frame->chart;
    TextStyle style    = {.size = TEXT_SIZE, .ink = INK_QUIET, .across = ALIGN_CENTRE};
    double width =
        canvas_measure(panels->frame->canvas, (Point){0, 0}, "2020", style).width;
    bool all = width + 4 <= panels->slot;
    for (size_t i = 0; i < chart->column_count; i++) {
        bool is_end = i == 0 || i + 1 == chart->column_count;
        if (!all && !is_end)
            continue;
        double x = slot_middle(panels, panel, (double)i);
        if (!all) {
            style.across = i == 0 ? ALIGN_LEFT : ALIGN_RIGHT;
            x            = i == 0 ? panel->left : panel->left + panels->width;
        }
        char *text = arena_printf(panels->frame->arena, "%d", chart->years[i]);
        canvas_text(panels->frame->canvas, (Point){x, panel->base + 2}, text, style);
    }
}

/* `corner` is where the title ends and the plot, `high` points of it, begins. */
static void draw_panel(const Panels *panels, size_t row, Point corner, double high)
{
    const Chart *chart = panels->frame->chart;
    const Panel panel  = {
         .row = row, .left = corner.x, .base = corner.y + high + TEXT_LINE + 3};
    canvas_text(panels->frame->canvas, corner, chart->rows[row], title_style(panels));
    for (size_t i = 0; i < chart->column_count; i++)
        if (!isnan(chart_cell(chart, row, i)->value))
            draw_column(panels, &panel, i);
    frame_rule(panels->frame, (Point){panel.left, panel.base},
               (Point){panel.left + panels->width, panel.base},
               (Paint){.stroke = INK_AXIS, .width = 0.8});
    for (size_t i = chart->column_count; i-- > 0;)
        if (!isnan(chart_cell(chart, row, i)->value))
            draw_number(panels, &panel, i);
    draw_gaps(panels, &panel);
    draw_years(panels, &panel);
}

static Panels panels_lay(const Frame *frame)
{
    const Chart *chart = frame->chart;
    double highest     = axis_highest(chart);
    Panels panels      = {.frame = frame, .notes = g_string_new(NULL)};
    panels.across      = CLAMP(chart->row_count, 2, PANELS_ACROSS);
    double gaps        = PANEL_GAP * (double)(panels.across - 1);
    panels.width       = (FRAME_RIGHT - FRAME_LEFT - gaps) / (double)panels.across;
    panels.slot        = panels.width / (double)chart->column_count;
    panels.scale       = (Scale){0, highest > 0 ? highest : 1, 0, PLOT_HIGH};
    panels.all_shown   = widest_value(&panels) + 1 <= panels.slot;
    return panels;
}

/* Titles of one row of panels end on one line, so that the plots start together. */
static double titles_height(const Panels *panels, size_t first)
{
    const Chart *chart = panels->frame->chart;
    double highest     = 0;
    for (size_t i = first; i < MIN(first + panels->across, chart->row_count); i++) {
        Box box = canvas_measure(panels->frame->canvas, (Point){0, 0}, chart->rows[i],
                                 title_style(panels));
        highest = MAX(highest, box.height);
    }
    return highest;
}

/* The panels of one row are as high as their highest column: the scale is the same for
 * all, and white space says nothing. Words in place of a column take the full height.
 */
static double plots_height(const Panels *panels, size_t first)
{
    const Chart *chart = panels->frame->chart;
    size_t end         = MIN(first + panels->across, chart->row_count);
    double highest     = 0;
    for (size_t i = first * chart->column_count; i < end * chart->column_count; i++) {
        if (isnan(chart->cells[i].value) && chart->cells[i].word != NULL)
            return PLOT_HIGH;
        highest = fmax(highest, scale_position(&panels->scale, chart->cells[i].value));
    }
    return highest;
}

static double multiples_draw(const Frame *frame)
{
    Panels panels            = panels_lay(frame);
    g_autoptr(GString) notes = panels.notes;
    double top               = frame->top;
    for (size_t first = 0; first < frame->chart->row_count; first += panels.across) {
        top += titles_height(&panels, first);
        size_t end  = MIN(first + panels.across, frame->chart->row_count);
        double high = plots_height(&panels, first);
        for (size_t i = first; i < end; i++) {
            double left = FRAME_LEFT + (panels.width + PANEL_GAP) * (double)(i - first);
            draw_panel(&panels, i, (Point){left, top}, high);
        }
        top += high + 2 * TEXT_LINE + 15;
    }
    return frame_notes(frame, top - 10, notes);
}

const ChartKind chart_multiples = {.id = "multiples", .draw = multiples_draw};
