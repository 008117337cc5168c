/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two indices of one sum of squares. */
#include "indicators/estimation/diversity.h"

#include <math.h>

double diversity_blau(const double *weights, size_t count)
{
    double sum     = 0;
    double squares = 0;
    for (size_t s = 0; s < count; s++)
        sum += weights[s];
    if (!(sum > 0))
        return NAN;
    for (size_t s = 0; s < count; s++)
        squares += weights[s] / sum * (weights[s] / sum);
    return 1 - squares;
}

double diversity_iqv(const double *weights, size_t count)
{
    double present = 0;
    for (size_t s = 0; s < count; s++)
        present += weights[s] > 0 ? 1 : 0;
    return present < 2 ? NAN : diversity_blau(weights, count) / (1 - 1 / present);
}
