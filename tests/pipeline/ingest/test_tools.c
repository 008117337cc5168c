/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same answers, exported by each survey tool: every export in fixtures/tools gives
 * the answers of its expected.csv, the tool is recognised, and nothing of the contact
 * persons is written anywhere. */
#include "folder.h"

#include <string.h>

#define TOOLS SOURCE_FOLDER "/fixtures/tools"

typedef struct Tool {
    const char *folder;
    const char *tool;
    const char *encoding;
    const char *delimiter;
} Tool;

static const Tool tools[] = {
    {"plain", "plain", "utf-8", ","},
    {"excel", "plain", "windows-1252", ";"},
    {"limesurvey", "limesurvey", "utf-8", ","},
    {"surveymonkey", "surveymonkey", "utf-8", ","},
    {"qualtrics", "qualtrics", "utf-8", ","},
    {"forms", "forms", "utf-8", ","},
};

static void copy_one(Folder *folder, const char *from, const char *to)
{
    g_autofree char *path  = g_build_filename(TOOLS, from, NULL);
    g_autofree char *bytes = NULL;
    gsize length           = 0;
    if (g_file_get_contents(path, &bytes, &length, NULL))
        folder_write(folder, to, bytes, length);
}

static void load(Folder *folder, const Tool *tool)
{
    g_autofree char *survey   = g_build_filename(tool->folder, "survey.csv", NULL);
    g_autofree char *codebook = g_build_filename(tool->folder, "codebook.csv", NULL);
    copy_one(folder, "partners.csv", "partners.csv");
    copy_one(folder, survey, "2023/survey.csv");
    copy_one(folder, codebook, "2023/codebook.csv");
}

/* The row of inputs/ about the survey. */
static void check_input(const Folder *folder, const Tool *tool)
{
    g_autoptr(Table) inputs =
        folder_table(folder, TABLE_inputs, "inputs/ingest-2023.csv");
    size_t row = 0;
    while (strcmp(table_text(inputs, COLUMN(inputs, path), row), "2023/survey.csv") !=
           0)
        row++;
    g_assert_cmpstr(table_text(inputs, COLUMN(inputs, tool), row), ==, tool->tool);
    g_assert_cmpstr(table_text(inputs, COLUMN(inputs, encoding), row), ==,
                    tool->encoding);
    g_assert_cmpstr(table_text(inputs, COLUMN(inputs, delimiter), row), ==,
                    tool->delimiter);
    g_assert_cmpint(table_count(inputs, COLUMN(inputs, quarantined), row), ==, 0);
}

/* What no file of WORK may hold. */
static void check_privacy(const char *folder)
{
    static const char *const personal[] = {"Sterrekroos", "Wolkenveld", "Fenna", "@",
                                           "198.51.100",  "06-0000",    "tok0"};
    g_autoptr(GDir) dir                 = g_dir_open(folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *text = NULL;
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            check_privacy(path);
        else
            g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
        for (size_t i = 0; text != NULL && i < G_N_ELEMENTS(personal); i++)
            if (strstr(text, personal[i]) != NULL)
                g_test_fail_printf("%s holds \"%s\"", path, personal[i]);
    }
}

static void test_tool(gconstpointer data)
{
    const Tool *tool         = data;
    g_autoptr(Folder) folder = folder_new();
    load(folder, tool);
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autofree char *path = g_build_filename(TOOLS, tool->folder, "expected.csv", NULL);
    g_autofree char *expected = NULL;
    g_autofree char *found    = folder_text(folder, "clean/2023/survey.csv");
    g_assert_true(g_file_get_contents(path, &expected, NULL, NULL));
    g_assert_cmpstr(found, ==, expected);
    check_input(folder, tool);
    check_privacy(folder->work);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tools); i++) {
        g_autofree char *path = g_strdup_printf("/tools/%s", tools[i].folder);
        g_test_add_data_func(path, &tools[i], test_tool);
    }
    return g_test_run();
}
