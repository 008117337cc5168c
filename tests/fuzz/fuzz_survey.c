/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A survey export of any bytes, from decoding to the clean table: the counts reconcile,
 * what is accepted is known to the register, and what is written reads back. */
#include "fuzz_folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_ingest("2023/survey.csv", data, size);
    return 0;
}
