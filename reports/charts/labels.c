/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was drawn is the list of obstacles: outlines count as their segments, filled
 * ones with their inside as well. */
#include "reports/charts/labels.h"

#include "reports/canvas/list.h"

#include <math.h>

static const double CLEARANCE = 2; /* points between a label and what it avoids */
enum { CURVE_PIECES = 12 };

static bool boxes_meet(Box one, Box other)
{
    return one.x < other.x + other.width && other.x < one.x + one.width &&
           one.y < other.y + other.height && other.y < one.y + one.height;
}

static bool box_holds(Box outer, Box inner)
{
    const double slack = 1e-6;
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.width <= outer.x + outer.width + slack &&
           inner.y + inner.height <= outer.y + outer.height + slack;
}

/* Cuts the range of t in which from + t * move stays between low and high. */
static bool range_cut(double from, double move, const double edges[2], double range[2])
{
    if (fabs(move) < 1e-12)
        return from > edges[0] && from < edges[1];
    double enter = (edges[0] - from) / move;
    double leave = (edges[1] - from) / move;
    range[0]     = MAX(range[0], MIN(enter, leave));
    range[1]     = MIN(range[1], MAX(enter, leave));
    return range[0] < range[1];
}

static bool segment_meets(Point from, Point to, Box box)
{
    double range[2]        = {0, 1};
    const double across[2] = {box.x, box.x + box.width};
    const double along[2]  = {box.y, box.y + box.height};
    return range_cut(from.x, to.x - from.x, across, range) &&
           range_cut(from.y, to.y - from.y, along, range);
}

static Point curve_point(Point from, const PathStep *step, double t)
{
    double u       = 1 - t;
    const double k = u * u * u, l = 3 * u * u * t, m = 3 * u * t * t, n = t * t * t;
    return (Point){k * from.x + l * step->a.x + m * step->b.x + n * step->to.x,
                   k * from.y + l * step->a.y + m * step->b.y + n * step->to.y};
}

/* Do the segments of an outline meet the box? `crossings` counts how often a ray from
 * the box's centre to the right crosses it: odd means that the centre lies inside. */
static bool outline_meets(const Item *item, Box box, size_t *crossings)
{
    Point centre = {box.x + box.width / 2, box.y + box.height / 2};
    Point start  = item->steps[0].to;
    Point from   = start;
    bool meets   = false;
    for (size_t i = 0; i < item->count; i++) {
        const PathStep *step = &item->steps[i];
        int pieces           = step->command == 'C' ? CURVE_PIECES : 1;
        Point origin         = from;
        for (int k = 1; k <= pieces && step->command != 'M'; k++) {
            Point to   = step->command == 'C'
                             ? curve_point(origin, step, (double)k / pieces)
                             : step->to;
            to         = step->command == 'Z' ? start : to;
            meets      = meets || segment_meets(from, to, box);
            bool rises = (from.y > centre.y) != (to.y > centre.y);
            if (rises && centre.x < from.x + (centre.y - from.y) / (to.y - from.y) *
                                                 (to.x - from.x))
                (*crossings)++;
            from = to;
        }
        start = step->command == 'M' ? step->to : start;
        from  = step->command == 'M' ? step->to : from;
    }
    return meets;
}

/* Does a line of any ink, or the edge of any area, run through the box? */
static bool line_is_in(const Item *item, Box box)
{
    Box near         = {box.x - 1, box.y - 1, box.width + 2, box.height + 2};
    size_t crossings = 0;
    return (item->kind == ITEM_LINE || item->kind == ITEM_SHAPE) &&
           outline_meets(item, near, &crossings);
}

static bool item_is_in(const Item *item, Box box)
{
    Box spread   = {item->box.x - CLEARANCE, item->box.y - CLEARANCE,
                    item->box.width + 2 * CLEARANCE, item->box.height + 2 * CLEARANCE};
    bool filled  = !palette_is_ground(item->paint.fill);
    bool stroked = !palette_is_ground(item->paint.stroke) && item->paint.width > 0;
    if (!boxes_meet(spread, box))
        return false;
    if (item->kind == ITEM_TEXT)
        return true;
    if (item->kind == ITEM_BOX || item->kind == ITEM_CIRCLE)
        return filled || stroked;
    if (!filled && !stroked)
        return false;
    Box near         = {box.x - CLEARANCE, box.y - CLEARANCE, box.width + 2 * CLEARANCE,
                        box.height + 2 * CLEARANCE};
    size_t crossings = 0;
    bool meets       = outline_meets(item, near, &crossings);
    return meets || (filled && crossings % 2 == 1);
}

bool labels_are_free(const Canvas *canvas, Box box)
{
    for (size_t i = 0; i < canvas_count(canvas); i++)
        if (item_is_in(canvas_item(canvas, i), box))
            return false;
    return true;
}

static bool lines_are_in(const Canvas *canvas, Box box)
{
    for (size_t i = 0; i < canvas_count(canvas); i++)
        if (line_is_in(canvas_item(canvas, i), box))
            return true;
    return false;
}

/* The first place that is free, of lines of any ink too where `clear`; or `count`. */
static size_t place_find(Canvas *canvas, const Label *label, const LabelPlace *places,
                         size_t count, bool clear)
{
    TextStyle style = label->style;
    for (size_t i = 0; i < count; i++) {
        style.across = places[i].across;
        style.along  = places[i].along;
        Box box      = canvas_measure(canvas, places[i].at, label->text, style);
        if (box_holds(label->within, box) && labels_are_free(canvas, box) &&
            !(clear && lines_are_in(canvas, box)))
            return i;
    }
    return count;
}

bool labels_place(Canvas *canvas, const Label *label, const LabelPlace *places,
                  size_t count)
{
    TextStyle style = label->style;
    size_t found =
        label->clear ? place_find(canvas, label, places, count, true) : count;
    if (found == count)
        found = place_find(canvas, label, places, count, false);
    if (found == count)
        return false;
    style.across = places[found].across;
    style.along  = places[found].along;
    canvas_text(canvas, places[found].at, label->text, style);
    return true;
}

bool labels_place_around(Canvas *canvas, const Label *label, Point mark, double radius)
{
    static const struct {
        double x, y;
        AlignX across;
        AlignY along;
    } sides[] = {
        {0, -1, ALIGN_CENTRE, ALIGN_BOTTOM},     {0, -1, ALIGN_LEFT, ALIGN_BOTTOM},
        {0, -1, ALIGN_RIGHT, ALIGN_BOTTOM},      {1, 0, ALIGN_LEFT, ALIGN_MIDDLE},
        {0, 1, ALIGN_CENTRE, ALIGN_TOP},         {0.7, -0.7, ALIGN_LEFT, ALIGN_BOTTOM},
        {-0.7, -0.7, ALIGN_RIGHT, ALIGN_BOTTOM}, {0.7, 0.7, ALIGN_LEFT, ALIGN_TOP},
        {-0.7, 0.7, ALIGN_RIGHT, ALIGN_TOP},     {-1, 0, ALIGN_RIGHT, ALIGN_MIDDLE}};
    static const double distances[] = {2, 6, 12, 20, 32, 48};
    LabelPlace places[G_N_ELEMENTS(sides) * G_N_ELEMENTS(distances)];
    size_t count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(distances); i++) {
        double away = radius + distances[i];
        for (size_t k = 0; k < G_N_ELEMENTS(sides); k++)
            places[count++] =
                (LabelPlace){{mark.x + sides[k].x * away, mark.y + sides[k].y * away},
                             sides[k].across,
                             sides[k].along};
    }
    return labels_place(canvas, label, places, count);
}

double labels_widest_word(Canvas *canvas, const char *text, TextStyle style)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    double widest       = 0;
    style.width         = 0;
    for (size_t i = 0; words[i] != NULL; i++)
        widest =
            fmax(widest, canvas_measure(canvas, (Point){0, 0}, words[i], style).width);
    return widest;
}

/* First downward, pushing each thing below the one before it; then upward from the far
 * end. What was pushed too far down comes back, and nothing passes another. */
void labels_spread(double *centres, const double *sizes, size_t count, double low,
                   double high)
{
    double edge = low;
    for (size_t i = 0; i < count; i++) {
        centres[i] = MAX(centres[i], edge + sizes[i] / 2);
        edge       = centres[i] + sizes[i] / 2;
    }
    edge = high;
    for (size_t i = count; i-- > 0;) {
        centres[i] = MIN(centres[i], edge - sizes[i] / 2);
        edge       = centres[i] - sizes[i] / 2;
    }
}
