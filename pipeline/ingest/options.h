/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/intake.h"

/* Answers in words, and multi-selects in the three forms that survey tools give them:
 * one cell with the ticked options joined, one column an option with yes and no, one
 * column an option that is filled or empty. */

/* What the codebook makes of the cell; false where it stands as it is. */
bool target_translate(const Target *target, CsvCell cell, Value *value);

/* Reads a cell of joined options. */
void options_take(Intake *intake, const PlannedColumn *column, CsvCell cell,
                  size_t row);

/* Finds out, by looking through the file once, which groups of option columns are only
 * ever ticked: there is no "no" in any of them. */
void options_find_ticked(Intake *intake);

/* An empty cell of a ticked group means no where another option of it was ticked. */
void options_fill_group(Intake *intake, const PlannedColumn *column, size_t row);

/* The known answer nearest to `text`, or NULL; `answers` may be NULL. */
const char *options_nearest(GHashTable *answers, const char *text);

/* Whether the option says none of the others ("Geen van deze"): it needs no row in the
 * codebook. */
bool options_says_none(const char *option);
