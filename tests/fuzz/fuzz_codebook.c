/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A codebook of any bytes over a small export of every kind of question. */
#include "fuzz_folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_ingest("2023/codebook.csv", data, size);
    return 0;
}
