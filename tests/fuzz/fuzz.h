/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* A fuzz target reads any bytes and must neither crash nor break its promises. With
 * -DFUZZ=ON it is a libFuzzer program; else it runs its corpus as an ordinary test. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
