/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/edition/stage_command.h"

#include <glib.h>
#include <stdio.h>

bool stage_command_parse(int argc, char **argv, const char *summary,
                         StageCommand *command)
{
    command->jobs          = (int)g_get_num_processors();
    g_autofree char *name  = g_path_get_basename(argv[0]);
    GOptionEntry entries[] = {{"jobs", 'j', 0, G_OPTION_ARG_INT, &command->jobs,
                               "Threads side by side (default: one for each core)",
                               "N"},
                              {NULL, 0, 0, 0, NULL, NULL, NULL}};
    g_autoptr(GOptionContext) context = g_option_context_new(summary);
    g_autoptr(GError) error           = NULL;
    g_option_context_add_main_entries(context, entries, NULL);
    bool is_parsed = g_option_context_parse(context, &argc, &argv, &error);
    if (is_parsed && argc == 2 && command->jobs > 0) {
        command->work = argv[1];
        return true;
    }
    fprintf(stderr, "%s: %s\n", name,
            error != NULL ? error->message
            : argc != 2   ? "WORK is missing"
                          : "-j takes a number of 1 or more");
    return false;
}
