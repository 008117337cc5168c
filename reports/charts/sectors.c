/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sectors working together: each sector a part of the circle as long as its ties, each
 * pair a ribbon as wide as the ties between the two, and the same numbers as a matrix.
 * Rows and columns are the sectors; cells count ties, read from the upper triangle and
 * the diagonal (ties within a sector). Sectors are numbered, so that no name has to
 * bend around the circle. */
#include "reports/charts/grid.h"

#include <math.h>

static const double RADIUS = 80;
static const double RIM    = 7;    /* thickness of the parts of the circle */
static const double PAUSE  = 0.04; /* between two parts, radians */
static const double BESIDE = 16;
enum { STRONGEST = 3 };

typedef struct Ribbon {
    size_t one, other;
    double ties;
    double angles[2][2]; /* from and to, at either end */
} Ribbon;

typedef struct Circle {
    const Frame *frame;
    Point centre;
    size_t count;
    double total;   /* ends of ties */
    double *starts; /* of each sector's part, radians from the top, clockwise */
    double *sizes;
    Ribbon *ribbons;
    size_t ribbon_count;
} Circle;

static double ties_of(const Chart *chart, size_t one, size_t other)
{
    const ChartCell *cell = chart_cell(chart, MIN(one, other), MAX(one, other));
    return isnan(cell->value) ? 0 : cell->value;
}

/* Ends of ties at a sector: a tie within it has both ends there. */
static double ends_of(const Chart *chart, size_t sector)
{
    double ends = ties_of(chart, sector, sector);
    for (size_t i = 0; i < chart->row_count; i++)
        ends += ties_of(chart, sector, i);
    return ends;
}

static Point on_circle(const Circle *circle, double angle, double radius)
{
    return (Point){circle->centre.x + radius * sin(angle),
                   circle->centre.y - radius * cos(angle)};
}

/* An arc as curves of at most a quarter: control points at 4/3 tan(angle / 4). */
static size_t arc_steps(const Circle *circle, PathStep *steps, const double ends[2],
                        double radius)
{
    size_t pieces = (size_t)fmax(1, ceil(fabs(ends[1] - ends[0]) / (G_PI / 2)));
    double part   = (ends[1] - ends[0]) / (double)pieces;
    double reach  = radius * 4 / 3 * tan(part / 4);
    for (size_t i = 0; i < pieces; i++) {
        double from = ends[0] + part * (double)i;
        double to   = from + part;
        Point start = on_circle(circle, from, radius);
        Point end   = on_circle(circle, to, radius);
        steps[i] =
            (PathStep){'C',
                       {start.x + reach * cos(from), start.y + reach * sin(from)},
                       {end.x - reach * cos(to), end.y - reach * sin(to)},
                       end};
    }
    return pieces;
}

enum { RIM_STEPS = 16 };

static void draw_rim(const Circle *circle, size_t sector)
{
    PathStep steps[RIM_STEPS];
    double from       = circle->starts[sector];
    double to         = from + circle->sizes[sector];
    const double up[] = {from, to}, back[] = {to, from};
    size_t count = 0;
    if (circle->sizes[sector] <= 0)
        return;
    steps[count++] = (PathStep){.command = 'M', .to = on_circle(circle, from, RADIUS)};
    count += arc_steps(circle, steps + count, up, RADIUS);
    steps[count++] =
        (PathStep){.command = 'L', .to = on_circle(circle, to, RADIUS - RIM)};
    count += arc_steps(circle, steps + count, back, RADIUS - RIM);
    steps[count++] = (PathStep){.command = 'Z'};
    canvas_shape(circle->frame->canvas, steps, count, (Paint){.fill = INK_SECOND});
}

static void draw_number(const Circle *circle, size_t sector)
{
    double angle = circle->starts[sector] + circle->sizes[sector] / 2;
    Point at     = on_circle(circle, angle, RADIUS + 10);
    char *text   = arena_printf(circle->frame->arena, "%zu", sector + 1);
    if (circle->sizes[sector] > 0)
        canvas_text(circle->frame->canvas, at, text,
                    (TextStyle){.size   = TEXT_SIZE,
                                .bold   = true,
                                .across = ALIGN_CENTRE,
                                .along  = ALIGN_MIDDLE});
}

static void draw_ribbon(const Circle *circle, const Ribbon *ribbon, Paint paint)
{
    PathStep steps[RIM_STEPS];
    double radius  = RADIUS - RIM - 1.5;
    size_t count   = 0;
    steps[count++] = (PathStep){.command = 'M',
                                .to = on_circle(circle, ribbon->angles[0][0], radius)};
    count += arc_steps(circle, steps + count, ribbon->angles[0], radius);
    steps[count++] = (PathStep){'C', circle->centre, circle->centre,
                                on_circle(circle, ribbon->angles[1][0], radius)};
    count += arc_steps(circle, steps + count, ribbon->angles[1], radius);
    steps[count++] = (PathStep){'C', circle->centre, circle->centre,
                                on_circle(circle, ribbon->angles[0][0], radius)};
    steps[count++] = (PathStep){.command = 'Z'};
    canvas_shape(circle->frame->canvas, steps, count, paint);
}

static int ribbons_by_ties(const void *one, const void *other)
{
    const Ribbon *first  = one;
    const Ribbon *second = other;
    if (first->ties != second->ties)
        return first->ties < second->ties ? -1 : 1;
    if (first->one != second->one)
        return first->one > second->one ? -1 : 1;
    return first->other > second->other ? -1 : first->other < second->other;
}

/* The place of one end of a ribbon: along its sector's part, partners in the order in
 * which they come round the circle backwards, so that ribbons do not cross at the rim.
 */
static void end_place(const Circle *circle, double *used, size_t sector,
                      double angles[2])
{
    double from = circle->starts[sector] + used[0];
    angles[0]   = from;
    angles[1]   = from + used[1];
    used[0] += used[1];
}

static void circle_ribbons(Circle *circle)
{
    const Chart *chart = circle->frame->chart;
    double unit        = (2 * G_PI - PAUSE * (double)circle->count) / circle->total;
    Ribbon **at =
        arena_array(circle->frame->arena, Ribbon *, circle->count * circle->count);
    for (size_t one = 0; one < circle->count; one++) {
        for (size_t other = one; other < circle->count; other++) {
            Ribbon *ribbon = &circle->ribbons[circle->ribbon_count];
            *ribbon        = (Ribbon){
                       .one = one, .other = other, .ties = ties_of(chart, one, other)};
            at[one * circle->count + other] = at[other * circle->count + one] =
                ribbon->ties > 0 ? ribbon : NULL;
            circle->ribbon_count += ribbon->ties > 0 ? 1 : 0;
        }
    }
    for (size_t sector = 0; sector < circle->count; sector++) {
        double used[2] = {0, 0};
        for (size_t step = 0; step < circle->count; step++) {
            size_t other   = (sector + 2 * circle->count - step - 1) % circle->count;
            Ribbon *ribbon = at[sector * circle->count + other];
            if (ribbon == NULL)
                continue;
            used[1] = ribbon->ties * unit;
            end_place(circle, used, sector,
                      ribbon->angles[ribbon->one == sector ? 0 : 1]);
            if (ribbon->one == ribbon->other)
                end_place(circle, used, sector, ribbon->angles[1]);
        }
    }
}

static Circle circle_lay(const Frame *frame, Point centre)
{
    const Chart *chart = frame->chart;
    Circle circle      = {.frame = frame, .centre = centre, .count = chart->row_count};
    circle.starts      = arena_array(frame->arena, double, circle.count);
    circle.sizes       = arena_array(frame->arena, double, circle.count);
    circle.ribbons =
        arena_array(frame->arena, Ribbon, circle.count * (circle.count + 1) / 2 + 1);
    for (size_t i = 0; i < circle.count; i++)
        circle.total += ends_of(chart, i);
    if (circle.total <= 0)
        return circle;
    double unit  = (2 * G_PI - PAUSE * (double)circle.count) / circle.total;
    double angle = 0;
    for (size_t i = 0; i < circle.count; i++) {
        circle.starts[i] = angle;
        circle.sizes[i]  = ends_of(chart, i) * unit;
        angle += circle.sizes[i] + PAUSE;
    }
    circle_ribbons(&circle);
    return circle;
}

/* The few strongest between sectors stand out; the weaker lie beneath. */
static void circle_draw(const Circle *circle)
{
    const Paint plain  = {.fill = INK_SHADE_2, .stroke = INK_PAPER, .width = 0.6};
    const Paint strong = {.fill = INK_DATA, .stroke = INK_PAPER, .width = 0.6};
    size_t between     = 0;
    qsort(circle->ribbons, circle->ribbon_count, sizeof(Ribbon), ribbons_by_ties);
    for (size_t i = 0; i < circle->ribbon_count; i++)
        between += circle->ribbons[i].one != circle->ribbons[i].other ? 1 : 0;
    size_t seen = 0;
    for (size_t i = 0; i < circle->ribbon_count; i++) {
        bool crosses = circle->ribbons[i].one != circle->ribbons[i].other;
        seen += crosses ? 1 : 0;
        bool stands_out = crosses && seen + STRONGEST > between;
        draw_ribbon(circle, &circle->ribbons[i], stands_out ? strong : plain);
    }
    for (size_t i = 0; i < circle->count; i++) {
        draw_rim(circle, i);
        draw_number(circle, i);
    }
}

static GridArea grid_area(const Frame *frame, double left, double top)
{
    size_t count         = frame->chart->row_count;
    const char **rows    = arena_array(frame->arena, const char *, count);
    const char **columns = arena_array(frame->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        columns[i] = arena_printf(frame->arena, "%zu", i + 1);
        rows[i] =
            arena_printf(frame->arena, "%s\u00a0%s", frame->chart->rows[i], columns[i]);
    }
    return (GridArea){.left    = left,
                      .top     = top,
                      .right   = FRAME_RIGHT,
                      .rows    = rows,
                      .columns = columns,
                      .upper   = true};
}

/* The matrix stands beside the circle, or beneath it where it needs the width. */
static double sectors_draw(const Frame *frame)
{
    double across    = 2 * (RADIUS + 17);
    GridArea beside  = grid_area(frame, FRAME_LEFT + across + BESIDE, frame->top);
    GridArea beneath = grid_area(frame, FRAME_LEFT, frame->top + across + 8);
    bool fits        = grid_fits(frame, &beside);
    double middle    = fits ? FRAME_LEFT + across / 2 : FRAME_WIDTH / 2;
    Circle circle    = circle_lay(frame, (Point){middle, frame->top + across / 2});
    if (circle.total <= 0) {
        beneath.top = frame->top;
        return grid_draw(frame, &beneath);
    }
    circle_draw(&circle);
    return fmax(frame->top + across, grid_draw(frame, fits ? &beside : &beneath));
}

const ChartKind chart_sectors = {.id = "sectors", .draw = sectors_draw};
