/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* Two runs with the same input, settings, options and version of the program are the
 * same run: its id says so in the manifests and in the properties of every workbook. */

/* The id of the run whose files lie in `work`: SHA-256 in hexadecimal over the version,
 * settings.ini (the resolved settings, options included) and the tables in inputs/ by
 * name. No clock is in it. Ingest must be done. NULL is a failure. Free with g_free. */
char *run_id(const char *work, GError **error);
