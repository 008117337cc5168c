/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/settings.h"

/* Stage 1 as a whole: from the monitor folder to clean tables. The register and each
 * year are apart, so that years can be read side by side. */

typedef struct IngestOrder {
    const char *folder; /* the monitor folder */
    const char *work;   /* where results go */
    SettingsOverrides overrides;
} IngestOrder;

/* What went wrong, as an exit code of sysexits. */
#define INGEST_ERROR ingest_error_quark()
GQuark ingest_error_quark(void);

/* Reads monitor.ini and the root tables; writes settings.ini, clean/, quarantine/,
 * findings/, inputs/ and outputs/ of the register. Any error is an INGEST_ERROR whose
 * code is the exit code; findings are written all the same where that is possible. */
bool ingest_register(const IngestOrder *order, GError **error);

/* Reads one year, after the register. Likewise. */
bool ingest_year(const IngestOrder *order, int year, GError **error);

/* The years of the folder: those with a folder of that name, in order. Free with
 * g_array_unref; int. NULL is a failure. */
GArray *ingest_years(const char *folder, GError **error);
