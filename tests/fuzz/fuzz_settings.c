/* SPDX-License-Identifier: GPL-3.0-or-later */
/* monitor.ini of any bytes: what is read can be written, and what is written is read
 * the same. */
#include "data/settings.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *written(const Settings *settings)
{
    const char *folder =
        g_file_test("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : "/tmp";
    g_autofree char *work =
        g_strdup_printf("%s/fuzz-settings-%d", folder, (int)getpid());
    g_autofree char *path      = g_build_filename(work, "settings.ini", NULL);
    g_autoptr(Outputs) outputs = outputs_new(work, "fuzz", NULL);
    char *text                 = NULL;
    if (!settings_write(settings, outputs, NULL) ||
        !g_file_get_contents(path, &text, NULL, NULL))
        abort();
    remove(path);
    rmdir(work);
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(Arena) arena   = arena_new();
    g_autofree char *text    = g_strndup((const char *)data, size);
    g_autoptr(GError) error  = NULL;
    const Settings *settings = settings_parse(arena, text, NULL, &error);
    if (settings == NULL) {
        if (error == NULL)
            abort();
        return 0;
    }
    for (int year = 1999; year < 2030; year += 10)
        settings_reference_date(settings, year);
    g_autofree char *first = written(settings);
    const Settings *again  = settings_parse(arena, first, NULL, &error);
    if (again == NULL)
        abort();
    g_autofree char *second = written(again);
    if (strcmp(first, second) != 0)
        abort();
    return 0;
}
