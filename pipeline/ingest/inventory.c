/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the folder holds against the files of the schema. */
#include "ingest/inventory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Tables of all years stand before the survey in tables.def, those of one year from it
 * on up to the artefacts. */
static size_t known_files(const Task *task, const char **names)
{
    TableId first = task->year == 0 ? 0 : TABLE_survey;
    TableId end   = task->year == 0 ? TABLE_survey : TABLE_indicators;
    size_t n      = 0;
    for (TableId id = first; id < end; id++)
        names[n++] = schema_table(task->schema, id)->file;
    names[n++] = "codebook.csv";
    names[n++] = task->year == 0 ? "monitor.ini" : "reflectie.txt";
    return n;
}

/* Read-me files, hidden files and the locks of office programs are nobody's mistake. */
static bool is_of_no_matter(const char *name)
{
    return *name == '.' || g_str_has_prefix(name, "~$") ||
           g_ascii_strncasecmp(name, "readme", 6) == 0 ||
           g_ascii_strncasecmp(name, "leesmij", 7) == 0;
}

static int name_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *list_files(const char *folder)
{
    GPtrArray *names    = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    struct stat status;
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (lstat(path, &status) == 0 && S_ISREG(status.st_mode))
            g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, name_compare);
    return names;
}

void inventory_check(const Task *task)
{
    const char *known[TABLE_COUNT + 2];
    size_t n_known = known_files(task, known);
    g_autofree char *folder =
        g_build_filename(task->folder, task_path(task, "."), NULL);
    g_autoptr(GPtrArray) names = list_files(folder);
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        bool is_known    = is_of_no_matter(name);
        for (size_t k = 0; k < n_known; k++)
            is_known |= strcmp(known[k], name) == 0;
        g_autofree char *valid = g_utf8_make_valid(name, -1);
        if (!is_known)
            findings_add(task->findings,
                         &(Finding){.code     = FINDING_unknown_file,
                                    .file     = task_path(task, valid),
                                    .expected = text_nearest(valid, known, n_known)});
    }
}
