/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/indicator.h"

/* An indicator in words, for whoever asks what a figure means: from its descriptor
 * alone, so that a new indicator explains itself. */

/* Title, definition, formula, measures with unit and breakdowns, source: lines of
 * UTF-8 text in `language`, in the arena. */
const char *explanation_make(Arena *arena, const Indicator *indicator,
                             Language language);
