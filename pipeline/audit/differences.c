/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences: shown groups added and taken off each other until few answers remain.
 * The groups are rows over kinds of organisations, with their n and x; what elimination
 * leaves, and one group less another within it, are groups that nobody meant to show.
 */
#include "audit/audit.h"
#include "audit/organisations.h"

#include <string.h>

/* Groups as rows: a column a kind, then n, then x. */
typedef struct Matrix {
    double *cells;
    const Group **groups; /* of each row, before elimination */
    size_t n_rows, n_kinds;
} Matrix;

/* What one figure is attacked with. */
typedef struct Scene {
    const Publication *publication;
    const Figure *figure;
    const GArray *kinds;
    Lessons *lessons;
} Scene;

static double *row_of(const Matrix *matrix, size_t row)
{
    return matrix->cells + row * (matrix->n_kinds + 2);
}

static void add_group(Matrix *matrix, const GArray *kinds, const Group *group)
{
    if (!group_is_shown(group))
        return;
    double *row = row_of(matrix, matrix->n_rows);
    for (size_t k = 0; k < kinds->len; k++)
        row[k] = kind_is_in(&g_array_index(kinds, Kind, k), group) ? 1 : 0;
    row[matrix->n_kinds]             = group->n;
    row[matrix->n_kinds + 1]         = group->low;
    matrix->groups[matrix->n_rows++] = group;
}

static Matrix make_matrix(const Scene *scene)
{
    const Figure *figure = scene->figure;
    size_t most          = figure->n_groups + 1;
    Matrix matrix        = {.n_kinds = scene->kinds->len};
    matrix.cells         = g_new0(double, most *(matrix.n_kinds + 2));
    matrix.groups        = g_new0(const Group *, most);
    add_group(&matrix, scene->kinds, &figure->national);
    for (size_t i = 0; i < figure->n_groups; i++)
        add_group(&matrix, scene->kinds, &figure->groups[i]);
    return matrix;
}

static void matrix_clear(Matrix *matrix)
{
    g_free(matrix->cells);
    g_free(matrix->groups);
}

/* ---- what a row tells ---- */

/* Organisations in a row that is a plain sum of kinds; 0 where it is not. */
static size_t count_organisations(const Scene *scene, const double *row)
{
    size_t size = 0;
    for (size_t k = 0; k < scene->kinds->len; k++) {
        if (fabs(row[k]) < 1e-9)
            continue;
        if (fabs(row[k] - 1) > 1e-9)
            return 0;
        size += g_array_index(scene->kinds, Kind, k).size;
    }
    return size;
}

static const char *only_partner(const Scene *scene, const double *row)
{
    for (size_t k = 0; k < scene->kinds->len; k++)
        if (fabs(row[k]) > 1e-9)
            return g_array_index(scene->kinds, Kind, k).partner_id;
    return NULL;
}

static void look(const Scene *scene, const Group *group, const double *row)
{
    size_t size = count_organisations(scene, row);
    double n    = round(row[scene->kinds->len]);
    double x    = round(row[scene->kinds->len + 1]);
    double few  = (double)scene->publication->settings->disclosure_minimum_answers;
    bool alike  = x < 0.5 || x > n - 0.5;
    if (size == 0 || n < 1 || x < 0 || x > n || (n >= few && !alike))
        return;
    Lesson lesson = {scene->figure, group, "differences",
                     size == 1 ? only_partner(scene, row) : NULL};
    lessons_add(scene->lessons, &lesson,
                "x = %.0f of n = %.0f among %zu organisations that remain", x, n, size);
}

/* ---- one group less another within it ---- */

static bool subtract(const Matrix *matrix, size_t whole, size_t part, double *rest)
{
    const double *a = row_of(matrix, whole), *b = row_of(matrix, part);
    for (size_t k = 0; k < matrix->n_kinds + 2; k++) {
        rest[k] = a[k] - b[k];
        if (k < matrix->n_kinds && rest[k] < 0)
            return false;
    }
    return true;
}

static void look_at_pairs(const Scene *scene, const Matrix *matrix)
{
    g_autofree double *rest = g_new0(double, matrix->n_kinds + 2);
    for (size_t a = 0; a < matrix->n_rows; a++)
        for (size_t b = 0; b < matrix->n_rows; b++)
            if (a != b && subtract(matrix, a, b, rest))
                look(scene, matrix->groups[b], rest);
}

/* ---- elimination ---- */

static void swap_rows(Matrix *matrix, size_t a, size_t b)
{
    double *first = row_of(matrix, a), *second = row_of(matrix, b);
    for (size_t k = 0; k < matrix->n_kinds + 2; k++) {
        double kept = first[k];
        first[k]    = second[k];
        second[k]   = kept;
    }
}

static void clear_column(Matrix *matrix, size_t pivot, size_t column)
{
    double *by   = row_of(matrix, pivot);
    double scale = by[column];
    for (size_t k = 0; k < matrix->n_kinds + 2; k++)
        by[k] /= scale;
    for (size_t row = 0; row < matrix->n_rows; row++) {
        double *other = row_of(matrix, row), factor = other[column];
        if (row == pivot || fabs(factor) < 1e-9)
            continue;
        for (size_t k = 0; k < matrix->n_kinds + 2; k++)
            other[k] -= factor * by[k];
    }
}

static void eliminate(Matrix *matrix)
{
    size_t pivot = 0;
    for (size_t column = 0; column < matrix->n_kinds && pivot < matrix->n_rows;
         column++) {
        size_t best = pivot;
        for (size_t row = pivot; row < matrix->n_rows; row++)
            if (fabs(row_of(matrix, row)[column]) > fabs(row_of(matrix, best)[column]))
                best = row;
        if (fabs(row_of(matrix, best)[column]) < 1e-9)
            continue;
        swap_rows(matrix, pivot, best);
        clear_column(matrix, pivot++, column);
    }
}

static bool is_group(const Matrix *shown, const double *row)
{
    for (size_t i = 0; i < shown->n_rows; i++) {
        double apart = 0;
        for (size_t k = 0; k < shown->n_kinds; k++)
            apart = fmax(apart, fabs(row_of(shown, i)[k] - row[k]));
        if (apart < 1e-9)
            return true;
    }
    return false;
}

/* Rows x rows x kinds that elimination may take: beyond it a figure is not shown to be
 * safe, and counts as not safe. */
enum { ELIMINATION_LIMIT = 20000000 };

static bool is_within_limit(const Scene *scene, const Matrix *matrix)
{
    if (matrix->n_rows * matrix->n_rows * matrix->n_kinds <= ELIMINATION_LIMIT)
        return true;
    Lesson lesson = {scene->figure, NULL, "differences", NULL};
    lessons_add(scene->lessons, &lesson,
                "not shown to be safe within the steps allowed");
    return false;
}

static void look_at_figure(const Scene *scene)
{
    Matrix shown = make_matrix(scene), reduced = make_matrix(scene);
    look_at_pairs(scene, &shown);
    bool is_tried = is_within_limit(scene, &reduced);
    if (is_tried)
        eliminate(&reduced);
    for (size_t row = 0; is_tried && row < reduced.n_rows; row++)
        if (!is_group(&shown, row_of(&reduced, row)))
            look(scene, NULL, row_of(&reduced, row));
    matrix_clear(&shown);
    matrix_clear(&reduced);
}

void attack_differences(const Publication *publication, Lessons *lessons)
{
    GArray *kinds = NULL;
    int year      = 0;
    for (size_t i = 0; i < publication->figures->len; i++) {
        const Figure *figure = &g_array_index(publication->figures, Figure, i);
        if (figure_is_open(publication, figure))
            continue;
        if (kinds == NULL || figure->year != year) {
            g_clear_pointer(&kinds, g_array_unref);
            year  = figure->year;
            kinds = organisations_kinds(publication, year);
        }
        Scene scene = {publication, figure, kinds, lessons};
        if (kinds != NULL)
            look_at_figure(&scene);
    }
    g_clear_pointer(&kinds, g_array_unref);
}
