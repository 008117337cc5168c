/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Disjoint sets of nodes 0 .. count - 1, as an array of parents (Tarjan 1975): what is
 * connected in a network, and which overlaps close no circle. */

/* Every node by itself. To be freed with g_free. */
size_t *forest_new(size_t count);

/* The node that stands for the set of `node`; shortens the way to it. */
size_t forest_root(size_t *parents, size_t node);

/* Makes one set of those of a and b; false when they were one already. */
bool forest_join(size_t *parents, size_t a, size_t b);
