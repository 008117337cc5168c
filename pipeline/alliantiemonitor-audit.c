/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stage before publishing: attack what would be published. */
#include "audit/audit.h"

#include <stdio.h>
#include <sysexits.h>

int main(int argc, char **argv)
{
    g_autofree char *lang  = NULL;
    GOptionEntry entries[] = {
        {"lang", 0, 0, G_OPTION_ARG_STRING, &lang, "Language: nl or en", "LANG"},
        {NULL, 0, 0, 0, NULL, NULL, NULL}};
    g_autoptr(GOptionContext) context =
        g_option_context_new("WORK - attack what would be published");
    g_option_context_add_main_entries(context, entries, NULL);
    g_autoptr(GError) error = NULL;
    if (!g_option_context_parse(context, &argc, &argv, &error) || argc != 2) {
        fprintf(stderr, "alliantiemonitor-audit: %s\n",
                error != NULL ? error->message : "WORK is missing");
        return EX_USAGE;
    }
    g_autofree char *sentence = NULL;
    if (!audit_run(argv[1], lang, &sentence, &error)) {
        fprintf(stderr, "alliantiemonitor-audit: %s\n", error->message);
        return error->domain == G_FILE_ERROR ? EX_IOERR : EX_DATAERR;
    }
    if (sentence == NULL)
        return EX_OK;
    fprintf(stderr, "alliantiemonitor-audit: %s\n", sentence);
    return EX_SOFTWARE;
}
