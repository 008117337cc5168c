/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Path halving; the root with the lower number stays, so results do not depend on
 * order. */
#include "indicators/estimation/forest.h"

#include <glib.h>

size_t *forest_new(size_t count)
{
    size_t *parents = g_new(size_t, MAX(count, 1));
    for (size_t i = 0; i < count; i++)
        parents[i] = i;
    return parents;
}

size_t forest_root(size_t *parents, size_t node)
{
    while (parents[node] != node) {
        parents[node] = parents[parents[node]];
        node          = parents[node];
    }
    return node;
}

bool forest_join(size_t *parents, size_t a, size_t b)
{
    const size_t one         = forest_root(parents, a);
    const size_t other       = forest_root(parents, b);
    parents[MAX(one, other)] = MIN(one, other);
    return one != other;
}
