/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/canvas/canvas.h"
#include "reports/edition/report.h"

/* The factsheet of a local alliance: one A4 page that is full and honest for one member
 * as for sixty, and for an alliance of which nobody answered. It shows counts, beside
 * the whole alliance and what chance alone would give; never another alliance. */

/* Draws the page of the report's alliance. Owned by the caller. */
Canvas *factsheet_draw(const Report *report);

/* Writes it as PDF to `path` of the outputs. */
bool factsheet_write(const Report *report, const char *path, Outputs *outputs,
                     GError **error);
