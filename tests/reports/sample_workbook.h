/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/workbook/text.h"

/* A workbook with everything that one can hold: long names, many rows, words in place
 * of numbers, links, pictures and charts. The unit tests and the scripts share it. */
extern const WorkbookProperties SAMPLE_PROPERTIES;
extern const WorkbookWords SAMPLE_WORDS;

/* Writes it to `path`, with the PNG at `picture` when that is not NULL. */
bool sample_make(const char *path, const char *picture, GError **error);
