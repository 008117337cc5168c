/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* The data behind the reports, for machines: all years, tidy CSV with a description of
 * every column, and one file that opens right in a Dutch spreadsheet. */

/* Writes openbaar/data/ from public/, and intern/data/ from full/. */
bool public_data_write(const Report *report, Outputs *outputs, GError **error);
