/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the sample workbook for the scripts: make_workbook FILE [PNG]. */
#include "sample_workbook.h"

#include <stdlib.h>

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc < 2)
        return EXIT_FAILURE;
    if (sample_make(argv[1], argc > 2 ? argv[2] : NULL, &error))
        return EXIT_SUCCESS;
    g_printerr("%s\n", error->message);
    return EXIT_FAILURE;
}
