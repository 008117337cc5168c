/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "fuzz.h"

/* Reads a small monitor folder with these bytes as the file `path`, and aborts when a
 * promise is broken. */
void fuzz_ingest(const char *path, const uint8_t *data, size_t size);
