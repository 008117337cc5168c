/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/charts/chart.h"

/* What must hold of every picture, measured on its trace: nothing leaves the picture,
 * no words overlap each other or a mark, words are large enough and stand out, and what
 * the data say is there. Fails the test with `name` and what is wrong. */
void chart_layout_check(const Canvas *canvas, const Chart *chart, const char *kind,
                        const char *name);
