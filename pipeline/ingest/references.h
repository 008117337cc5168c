/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/intake.h"

/* Columns that name a row of another table: organisations, local alliances, events. */

/* The columns of the intake's table that name rows of another table. Free with
 * g_array_unref. */
GArray *references_new(const Intake *intake);

/* Checks the references of the record at hand, which stands in `row`. One that leads
 * nowhere sets the record apart where the column is required, else its cell is emptied.
 * A table that the folder does not have is not checked against. */
void references_check(Intake *intake, size_t row);
