/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log-likelihood is a sum of log(a + k) over k below each x, of log(b + k) below
 * each n - x, less log(a + b + k) below each n. Counting how many alliances exceed each
 * k turns it and its derivatives into three short sums, without special functions. */
#include "indicators/comparison/shrinkage.h"

#include <glib.h>
#include <stdbool.h>

/* For k = 0 .. length - 1: alliances with more than k positives, negatives, answers. */
typedef struct Exceedance {
    double *positives;
    double *negatives;
    double *answers;
    size_t length;
} Exceedance;

/* A sum over k of count_k f(shape + k): the log, its first and second derivative. */
typedef struct Derivatives {
    double value;
    double first;
    double second;
} Derivatives;

/* The fit lives in u = logit(mean) and v = log(size). */
typedef struct Point {
    double value;
    double gradient[2];
    double hessian[3]; /* uu, uv, vv */
} Point;

static void count_exceedance(double *counts, size_t value)
{
    for (size_t k = 0; k < value; k++)
        counts[k] += 1;
}

static Exceedance exceedance_new(const Proportion *shares, size_t count)
{
    Exceedance result = {.length = 1};
    for (size_t i = 0; i < count; i++)
        result.length = MAX(result.length, shares[i].answers);
    result.positives = g_new0(double, result.length);
    result.negatives = g_new0(double, result.length);
    result.answers   = g_new0(double, result.length);
    for (size_t i = 0; i < count; i++) {
        count_exceedance(result.positives, shares[i].positives);
        count_exceedance(result.negatives, shares[i].answers - shares[i].positives);
        count_exceedance(result.answers, shares[i].answers);
    }
    return result;
}

static void exceedance_clear(Exceedance *exceedance)
{
    g_free(exceedance->positives);
    g_free(exceedance->negatives);
    g_free(exceedance->answers);
}

/* Terms of one count are multiplied before their log is taken. A shape is below 1e9 and
 * counts are of people: sixteen terms neither overflow nor vanish. */
static Derivatives sum_logs(const double *counts, size_t length, double shape)
{
    enum { TOGETHER = 16 };
    Derivatives sum = {0, 0, 0};
    for (size_t k = 0; k < length && counts[k] > 0;) {
        const double count = counts[k];
        const size_t end   = MIN(k + TOGETHER, length);
        double product     = 1;
        for (; k < end && counts[k] == count; k++) {
            const double inverse = 1 / (shape + (double)k);
            product *= shape + (double)k;
            sum.first += count * inverse;
            sum.second -= count * inverse * inverse;
        }
        sum.value += count * log(product);
    }
    return sum;
}

static Point likelihood_at(const Exceedance *data, double u, double v)
{
    const double size    = exp(v);
    const double mean    = 1 / (1 + exp(-u));
    const double a       = mean * size;
    const double b       = (1 - mean) * size;
    const Derivatives pa = sum_logs(data->positives, data->length, a);
    const Derivatives pb = sum_logs(data->negatives, data->length, b);
    const Derivatives pn = sum_logs(data->answers, data->length, size);
    const double turn    = mean * (1 - mean) * size; /* da/du = -db/du */
    const double bend    = turn * (1 - 2 * mean);    /* their second derivatives */
    return (Point){
        .value    = pa.value + pb.value - pn.value,
        .gradient = {turn * (pa.first - pb.first),
                     a * pa.first + b * pb.first - size * pn.first},
        .hessian  = {turn * turn * (pa.second + pb.second) +
                         bend * (pa.first - pb.first),
                     turn * (a * pa.second - b * pb.second + pa.first - pb.first),
                     a * a * pa.second + b * b * pb.second - size * size * pn.second +
                         a * pa.first + b * pb.first - size * pn.first},
    };
}

/* The part of the step along one axis of the curvature: Newton's where the surface is
 * concave along it, as far uphill where it is not. */
static void add_axis(const Point *point, double curvature, double angle, double step[2])
{
    const double axis[2] = {cos(angle), sin(angle)};
    const double slope   = axis[0] * point->gradient[0] + axis[1] * point->gradient[1];
    const double length  = slope / fmax(fabs(curvature), 1e-12);
    step[0] += length * axis[0];
    step[1] += length * axis[1];
}

static void ascent(const Point *point, double step[2])
{
    const double *h      = point->hessian;
    const double middle  = (h[0] + h[2]) / 2;
    const double radius  = hypot((h[0] - h[2]) / 2, h[1]);
    const double angle   = atan2(2 * h[1], h[0] - h[2]) / 2;
    const double quarter = 1.57079632679489662;
    step[0] = step[1] = 0;
    add_axis(point, middle + radius, angle, step);
    add_axis(point, middle - radius, angle + quarter, step);
    const double largest = fmax(fabs(step[0]), fabs(step[1]));
    for (size_t i = 0; i < 2 && largest > 2; i++)
        step[i] *= 2 / largest;
}

/* Climbs until steps no longer count, or are so small that rounding alone makes them:
 * near the top each is far smaller than the one before. Halves a step that goes down by
 * more than rounding explains. */
static bool climb(const Exceedance *data, double *u, double *v)
{
    const double highest = log(1e9);
    Point point          = likelihood_at(data, *u, *v);
    double before        = INFINITY;
    for (int round = 0; round < 200 && *v < highest; round++) {
        double step[2];
        ascent(&point, step);
        const double length = fmax(fabs(step[0]), fabs(step[1]));
        if (length < 1e-11 || (length < 1e-6 && length > before / 2))
            return true;
        before     = length;
        Point next = likelihood_at(data, *u + step[0], *v + step[1]);
        for (int half = 0; half < 40 && next.value < point.value - 1e-10; half++) {
            step[0] /= 2;
            step[1] /= 2;
            next = likelihood_at(data, *u + step[0], *v + step[1]);
        }
        *u += step[0];
        *v += step[1];
        point = next;
    }
    return *v < highest;
}

typedef struct Pooled {
    double mean;
    double score; /* twice the slope of the likelihood in 1/size at 0 (Tarone 1979) */
    double size;  /* by moments, to start from */
} Pooled;

static Pooled pool(const Proportion *shares, size_t count)
{
    double x = 0, n = 0, squares = 0, used = 0;
    for (size_t i = 0; i < count; i++) {
        const double size = (double)shares[i].answers;
        x += (double)shares[i].positives;
        n += size;
        squares += size * size;
        used += size > 0 ? 1 : 0;
    }
    Pooled pooled       = {.mean = n > 0 ? x / n : NAN};
    const double spread = pooled.mean * (1 - pooled.mean);
    double between      = 0;
    if (!(spread > 0))
        return pooled;
    for (size_t i = 0; i < count; i++) {
        const double yes = (double)shares[i].positives;
        const double all = (double)shares[i].answers;
        const double no  = all - yes;
        pooled.score += yes * (yes - 1) / pooled.mean +
                        no * (no - 1) / (1 - pooled.mean) - all * (all - 1);
        between += all > 0 ? pow(yes - all * pooled.mean, 2) / all : 0;
    }
    const double excess  = between / spread - (used - 1);
    const double room    = n - squares / n - (used - 1);
    const double overlap = CLAMP(room > 0 ? excess / room : 0, 0.005, 0.9);
    pooled.size          = 1 / overlap - 1;
    return pooled;
}

Shrinkage shrinkage_fit(const Proportion *shares, size_t count)
{
    const Pooled pooled = pool(shares, count);
    Shrinkage result    = {pooled.mean, INFINITY};
    if (!(pooled.score > 0))
        return result;
    Exceedance data = exceedance_new(shares, count);
    double u        = log(pooled.mean / (1 - pooled.mean));
    double v        = log(pooled.size);
    /* A size towards 0: each alliance is of one mind, and keeps its own share. */
    if (climb(&data, &u, &v))
        result = (Shrinkage){1 / (1 + exp(-u)), exp(v) < 1e-9 ? 0 : exp(v)};
    exceedance_clear(&data);
    return result;
}

double shrunken_value(const Shrinkage *shrinkage, Proportion share)
{
    if (!isfinite(shrinkage->size))
        return shrinkage->mean;
    return (shrinkage->mean * shrinkage->size + (double)share.positives) /
           (shrinkage->size + (double)share.answers);
}

void rank_sets(const Proportion *shares, size_t count, double confidence,
               RankSet *ranks)
{
    g_autofree Interval *intervals = g_new(Interval, MAX(count, 1));
    size_t compared                = 0;
    for (size_t i = 0; i < count; i++)
        compared += shares[i].answers > 0 ? 1 : 0;
    const double level = pow(confidence, 1 / (double)MAX(compared, 1));
    for (size_t i = 0; i < count; i++)
        intervals[i] = interval_wilson(shares[i], level);
    for (size_t k = 0; k < count; k++) {
        ranks[k] = (RankSet){1, compared};
        if (shares[k].answers == 0)
            ranks[k] = (RankSet){0, 0};
        for (size_t j = 0; j < count && shares[k].answers > 0; j++) {
            ranks[k].low += intervals[j].low > intervals[k].high ? 1 : 0;
            ranks[k].high -= intervals[j].high < intervals[k].low ? 1 : 0;
        }
    }
}
