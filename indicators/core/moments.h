/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stddef.h>

/* Running moments: mean and sum of squared deviations, updated one observation at a
 * time (Welford 1962, Technometrics 4:419), so that one pass over the answers serves
 * all measures together. The sum is exact for counts. */
typedef struct Moments {
    size_t n;
    double sum;
    double mean;
    double squares; /* sum of (x - mean)^2 */
} Moments;

static inline void moments_add(Moments *moments, double value)
{
    moments->n++;
    moments->sum += value;
    double delta = value - moments->mean;
    moments->mean += delta / (double)moments->n;
    moments->squares += delta * (value - moments->mean);
}
