/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stage before publishing: attack what would be published. */
#include "audit/audit.h"

#include <stdio.h>
#include <sysexits.h>

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: alliantiemonitor-audit WORK\n", stderr);
        return EX_USAGE;
    }
    g_autoptr(GError) error   = NULL;
    g_autofree char *sentence = NULL;
    if (!audit_run(argv[1], &sentence, &error)) {
        fprintf(stderr, "alliantiemonitor-audit: %s\n", error->message);
        return error->domain == G_FILE_ERROR ? EX_IOERR : EX_DATAERR;
    }
    if (sentence == NULL)
        return EX_OK;
    fprintf(stderr, "alliantiemonitor-audit: %s\n", sentence);
    return EX_SOFTWARE;
}
