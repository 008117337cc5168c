/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/core/cells.h"
#include "indicators/core/monitor.h"

/* A work folder for tests: clean tables as texts, read as the monitor reads them. */
typedef struct WorkFile {
    const char *path; /* below the work folder: "clean/partners.csv" */
    const char *content;
} WorkFile;

/* Writes the files into a new temporary folder; free with work_remove. */
char *work_make(const WorkFile *files, size_t count);

/* Adds one file. */
void work_add(const char *work, const char *path, const char *content);

/* Removes the folder and frees its name. */
void work_remove(char *work);

/* The estimates of all years, sorted. */
Cells *work_estimates(const Monitor *monitor);

/* The cell with these keys; the test fails when there is none. `keys` are indicator,
 * measure, sector, alliance, opgave, category as in indicators.csv, "" for all. */
const Cell *work_cell(const Monitor *monitor, const Cells *cells, int year,
                      const char *const keys[6]);

/* keys in place. */
#define KEYS(...) ((const char *const[6]){__VA_ARGS__})
