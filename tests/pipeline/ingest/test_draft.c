/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft codebook: used as it stands it reads what it recognised, and it prints
 * nothing of the contact persons. Names are matched to the register by similarity. */
#include "folder.h"

#include "ingest/draft.h"
#include "ingest/explain.h"
#include "ingest/likeness.h"

#include <string.h>

#define TOOLS SOURCE_FOLDER "/fixtures/tools"

static void copy_one(Folder *folder, const char *tool, const char *from, const char *to)
{
    g_autofree char *path  = g_build_filename(TOOLS, tool, from, NULL);
    g_autofree char *bytes = NULL;
    gsize length           = 0;
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    folder_write(folder, to, bytes, length);
}

static char *draft_of(const Folder *folder)
{
    g_autofree char *year   = g_build_filename(folder->input, "2023", NULL);
    g_autoptr(GError) error = NULL;
    char *text              = NULL;
    size_t size             = 0;
    FILE *stream            = open_memstream(&text, &size);
    bool is_printed         = draft_print(year, stream, &error);
    fclose(stream);
    g_assert_no_error(error);
    g_assert_true(is_printed);
    return text;
}

/* The columns that the draft recognised hold what they should. */
static void compare(const Table *survey, const Table *expected)
{
    size_t compared = 0;
    for (size_t v = 0; v < expected->spec->n_variables; v++) {
        if (!table_has(expected, v) || !table_has(survey, v))
            continue;
        compared++;
        for (size_t row = 0; row < expected->n_rows; row++) {
            char first[48], second[48];
            const Variable *variable = &expected->spec->variables[v];
            g_test_message("%s, row %zu", variable->name, row);
            g_assert_cmpstr(
                value_format(variable, table_get(survey, v, row), first), ==,
                value_format(variable, table_get(expected, v, row), second));
        }
    }
    g_assert_cmpuint(compared, >=, 8);
}

static void test_tool(gconstpointer data)
{
    static const char *const personal[] = {"Sterrekroos", "Wolkenveld", "Fenna",
                                           "@",           "198.51",     "06-0000"};
    const char *tool                    = data;
    g_autoptr(Folder) folder            = folder_new();
    copy_one(folder, ".", "partners.csv", "partners.csv");
    copy_one(folder, tool, "survey.csv", "2023/survey.csv");
    char *text = draft_of(folder);
    for (size_t i = 0; i < G_N_ELEMENTS(personal); i++)
        g_assert_null(strstr(text, personal[i]));
    folder_write(folder, "2023/codebook.csv", text, strlen(text));
    free(text);
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autoptr(Table) survey =
        folder_table(folder, TABLE_survey, "clean/2023/survey.csv");
    g_autofree char *path = g_build_filename(TOOLS, tool, "expected.csv", NULL);
    g_autoptr(Table) expected =
        table_read(schema_table(folder_schema(), TABLE_survey), path, NULL);
    g_assert_cmpuint(survey->n_rows, ==, expected->n_rows);
    compare(survey, expected);
}

static void test_names(void)
{
    static const char register_text[] =
        "partner_id,name,sector,joined\n"
        "001,Stichting De Zonnebloesem Oosterdorp,education,2020-01-01\n"
        "002,Gemeente Zevenlinden,municipality,2020-01-01\n";
    static const char survey[] = "Naam van uw organisatie,Datum ingevuld\n"
                                 "GEMEENTE ZEVENLINDEN,01-11-2023\n"
                                 "Zonnebloesem Oosterdorp,02-11-2023\n"
                                 "Heel iets anders,03-11-2023\n";
    g_autoptr(Folder) folder   = folder_new();
    folder_write(folder, "partners.csv", register_text, strlen(register_text));
    folder_write(folder, "2023/survey.csv", survey, strlen(survey));
    char *text = draft_of(folder);
    g_assert_nonnull(strstr(text, "partner_id,GEMEENTE ZEVENLINDEN,002,zelfde naam"));
    g_assert_nonnull(strstr(text, "partner_id,Zonnebloesem Oosterdorp,001,gok"));
    g_assert_nonnull(strstr(text, "partner_id,Heel iets anders,,niet gevonden"));
    free(text);
}

/* Dates as the survey tool writes them need no translation. */
static void test_dates(void)
{
    static const char register_text[] = "partner_id,name,sector,joined\n"
                                        "001,Een,education,2020-01-01\n";
    static const char survey[]        = "Id;Begintijd;Tijd van voltooien;partner_id\n"
                                        "1;11/23/23 9:00;11/23/23 9:05;001\n"
                                        "2;11/23/23 9:00;11/23/23 9:05;001\n";
    g_autoptr(Folder) folder          = folder_new();
    folder_write(folder, "partners.csv", register_text, strlen(register_text));
    folder_write(folder, "2023/survey.csv", survey, strlen(survey));
    char *text = draft_of(folder);
    g_assert_nonnull(strstr(text, "Tijd van voltooien,submitted,,,zelfde naam"));
    g_assert_null(strstr(text, "11/23/23"));
    free(text);
}

static void test_likeness(void)
{
    static const struct {
        const char *a, *b;
        double least, most;
    } cases[] = {
        {"Gezonde dag", "een gezonde dag", 1, 1},
        {"Hoeveel mensen trainde u?", "Hoeveel mensen heeft u getraind?", 0.5, 0.9},
        {"Welke opgaven [Meedoen]", "Meedoen", 0.75, 0.75},
        {"Appels en peren", "Fietsen", 0, 0},
        {"", "iets", 0, 0},
        {"de een het", "de", 0, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Arena) arena = arena_new();
        double found           = likeness(likeness_words(arena, cases[i].a),
                                          likeness_words(arena, cases[i].b));
        g_assert_cmpfloat(found, >=, cases[i].least);
        g_assert_cmpfloat(found, <=, cases[i].most);
    }
}

static void test_refused(void)
{
    static const char *const folders[] = {"/nowhere/2023", "/nowhere", ""};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_false(draft_print(folders[i], stdout, &error));
        g_assert_nonnull(error);
    }
}

static void test_explain(void)
{
    char *text   = NULL;
    size_t size  = 0;
    FILE *stream = open_memstream(&text, &size);
    g_assert_true(explain_finding("geen-aantal", LANGUAGE_NL, stream));
    g_assert_false(explain_finding("geen-code", LANGUAGE_NL, stream));
    fclose(stream);
    g_assert_nonnull(strstr(text, "geen-aantal (fout)"));
    g_assert_nonnull(strstr(text, "Herstel: "));
    g_assert_nonnull(strstr(text, "Gevolg: "));
    free(text);
}

int main(int argc, char **argv)
{
    static const char *const tools[] = {"excel", "limesurvey", "surveymonkey",
                                        "qualtrics", "forms"};
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tools); i++) {
        g_autofree char *path = g_strdup_printf("/draft/%s", tools[i]);
        g_test_add_data_func(path, tools[i], test_tool);
    }
    g_test_add_func("/draft/names", test_names);
    g_test_add_func("/draft/dates", test_dates);
    g_test_add_func("/draft/likeness", test_likeness);
    g_test_add_func("/draft/refused", test_refused);
    g_test_add_func("/draft/explain", test_explain);
    return g_test_run();
}
