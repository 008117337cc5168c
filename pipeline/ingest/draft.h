/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

/* A first codebook for an export that nobody described yet: its columns, their answers,
 * and a guess at what each means. Every guess is marked for a person to confirm;
 * answers that may be personal are not printed. */

/* Prints the draft for the survey.csv in `folder`, a year of a monitor folder, as CSV.
 * Errors are INGEST_ERRORs. */
bool draft_print(const char *folder, FILE *stream, GError **error);
