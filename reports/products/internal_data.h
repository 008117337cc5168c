/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* The CSV files of the project team about one year: what was found in its files and in
 * those of no year, and where the rows that do not count stand in the input. */

bool internal_write_findings(const Report *report, const char *path, Outputs *outputs,
                             GError **error);
bool internal_write_quarantine(const Report *report, const char *path, Outputs *outputs,
                               GError **error);
