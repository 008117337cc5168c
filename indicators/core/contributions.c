/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums by holding and the two largest of them. */
#include "indicators/core/contributions.h"

#include <stdlib.h>

static int holding_compare(const void *first, const void *second)
{
    const Contribution *a = first;
    const Contribution *b = second;
    return (a->holding > b->holding) - (a->holding < b->holding);
}

/* Lists in the order of the register are sorted where no organisation has a parent. */
static bool is_sorted(const Contribution *list, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (list[i - 1].holding > list[i].holding)
            return false;
    return true;
}

static void take(Contributions *contributions, double amount)
{
    contributions->total += amount;
    if (amount > contributions->first) {
        contributions->second = contributions->first;
        contributions->first  = amount;
    } else if (amount > contributions->second) {
        contributions->second = amount;
    }
}

Contributions contributions_of(Contribution *list, size_t count)
{
    Contributions contributions = {0};
    if (count == 0)
        return contributions;
    if (!is_sorted(list, count))
        qsort(list, count, sizeof *list, holding_compare);
    double amount = 0;
    for (size_t i = 0; i < count; i++) {
        amount += list[i].amount;
        if (i + 1 < count && list[i + 1].holding == list[i].holding)
            continue;
        take(&contributions, amount);
        amount = 0;
    }
    return contributions;
}

bool contributions_are_dominated(const Contributions *contributions, double percent)
{
    double rest = contributions->total - contributions->first - contributions->second;
    return rest < percent / 100 * contributions->first;
}
