/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/settings.h"

#include <stdio.h>

/* The few figures with which a run ends on the terminal, so that the project team sees
 * at once whether the result is what it expects. They are read from the published
 * indicators.csv: nothing is shown here that is not public. */

/* Prints the key figures of the last year that was reported on; returns that year, or 0
 * when `path` (a published indicators.csv) holds none. A figure that does not exist or
 * is not shown to the public is left out. */
int figures_print(const char *path, const Settings *settings, FILE *stream);
