/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* The web page of a year: what everyone may know, to be read on a telephone or on
 * paper. Its sections follow the theory of change. */

/* Writes it to `path`. */
bool index_page_write(const Report *report, const char *path, GError **error);
