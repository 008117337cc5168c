/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/evidence.h"
#include "reports/views/view.h"

/* What a chart claims of a figure, as a word and as a shape: one never without the
 * other. */

/* The word for a movement, and its sign. */
const char *view_movement_word(const ChartOrder *order, Movement movement);
ChartSign view_movement_sign(Movement movement);

/* The same for progress to a target; after the target year it is reached or not. */
const char *view_progress_word(const ChartOrder *order, const Progress *progress);
ChartSign view_progress_sign(const ChartOrder *order, const Progress *progress);
