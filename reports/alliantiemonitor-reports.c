/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 4: from figures and charts to what people open, for each audience apart. */
#include "reports/canvas/write.h"
#include "reports/edition/stage_command.h"
#include "reports/products/production.h"
#include "reports/workbook/workbook.h"

#include <stdio.h>
#include <sys/stat.h>
#include <sysexits.h>

static bool run(const StageCommand *command, GError **error)
{
    const char *work           = command->work;
    g_autoptr(Arena) arena     = arena_new();
    g_autoptr(Edition) edition = edition_read(arena, work, error);
    if (edition == NULL)
        return false;
    g_autoptr(Dossier) dossier = dossier_read(arena, edition, work, error);
    g_autoptr(Outputs) outputs = outputs_new(work, "reports", error);
    if (dossier == NULL || outputs == NULL)
        return false;
    Report report = {
        .arena = arena, .edition = edition, .dossier = dossier, .work = work};
    size_t n_versions              = 0;
    const LibraryVersion *versions = workbook_versions(&n_versions);
    return production_run(&report, command->jobs, outputs, error) &&
           outputs_versions(outputs, versions, n_versions, error) &&
           outputs_finish(outputs, error);
}

static int exit_code(const GError *error)
{
    if (error->domain == CANVAS_ERROR)
        return error->code == CANVAS_ERROR_WRITE ? EX_IOERR : EX_CONFIG;
    if (error->domain == WORKBOOK_ERROR)
        return error->code == WORKBOOK_ERROR_REFUSED ? EX_SOFTWARE : EX_IOERR;
    return error->domain == G_FILE_ERROR ? EX_IOERR : EX_SOFTWARE;
}

int main(int argc, char **argv)
{
    umask(077); /* also for what libraries write */
    StageCommand command;
    g_autoptr(GError) error = NULL;
    if (!stage_command_parse(argc, argv,
                             "WORK - stage 4: write workbooks, pages and factsheets",
                             &command))
        return EX_USAGE;
    if (run(&command, &error))
        return EX_OK;
    fprintf(stderr, "alliantiemonitor-reports: %s\n", error->message);
    return exit_code(error);
}
