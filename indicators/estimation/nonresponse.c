/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Response rates of strata, put together in one number. */
#include "indicators/estimation/nonresponse.h"

#include <math.h>

double representativity_indicator(const Stratum *strata, size_t count)
{
    double N       = 0;
    double answers = 0;
    for (size_t h = 0; h < count; h++) {
        N += (double)strata[h].population;
        answers += (double)strata[h].answers;
    }
    if (!(N > 0))
        return NAN;
    double variance = 0;
    for (size_t h = 0; h < count; h++) {
        if (strata[h].population == 0)
            continue;
        const double weight = (double)strata[h].population / N;
        const double rate   = (double)strata[h].answers / (double)strata[h].population;
        const double shift  = rate - answers / N;
        variance += weight * shift * shift - (1 - weight) * rate * (1 - rate) / N;
    }
    return 1 - 2 * sqrt(fmax(0, variance));
}
