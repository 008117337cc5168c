/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts as data: verdict.case says what is known and what must be written. */
#include "reports/edition/verdict.h"

#include <math.h>
#include <string.h>

typedef struct Case {
    GKeyFile *file;
    const char *group;
    Arena *arena;
} Case;

static const char *given(const Case *test, const char *key)
{
    g_autofree char *text = g_key_file_get_string(test->file, test->group, key, NULL);
    return arena_strdup(test->arena, text);
}

static double number(const Case *test, const char *key)
{
    const char *text = given(test, key);
    return text != NULL ? g_ascii_strtod(text, NULL) : (double)NAN;
}

static const char *say_change(const Case *test, const Report *report)
{
    return verdict_of_change(report,
                             &(ChangeVerdict){.from    = number(test, "from"),
                                              .to      = number(test, "to"),
                                              .p_value = number(test, "p"),
                                              .is_mean = given(test, "mean") != NULL});
}

static const char *say_progress(const Case *test, const Report *report)
{
    return verdict_of_progress(
        report, &(ProgressVerdict){.verdict     = given(test, "verdict"),
                                   .year        = (int)number(test, "year"),
                                   .target_year = (int)number(test, "target_year"),
                                   .value       = given(test, "value"),
                                   .now         = given(test, "now"),
                                   .target      = given(test, "target"),
                                   .projection  = given(test, "projection")});
}

static const char *say_zone(const Case *test, const Report *report)
{
    return verdict_of_zone(report, given(test, "zone"), given(test, "hidden") == NULL);
}

static const char *say(const Case *test, const Report *report)
{
    static const struct {
        const char *kind;
        const char *(*say)(const Case *test, const Report *report);
    } kinds[] = {
        {"change", say_change}, {"progress", say_progress}, {"zone", say_zone}};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_strcmp0(kinds[i].kind, given(test, "kind")) == 0)
            return kinds[i].say(test, report);
    g_assert_not_reached();
}

static void test_case(gconstpointer data)
{
    g_autoptr(Arena) arena   = arena_new();
    g_autoptr(GKeyFile) file = g_key_file_new();
    Case test                = {file, data, arena};
    g_assert_true(
        g_key_file_load_from_file(file, "verdict.case", G_KEY_FILE_NONE, NULL));
    bool is_english          = g_strcmp0(given(&test, "language"), "en") == 0;
    const Settings *settings = settings_parse(arena, "", NULL, NULL);
    Edition edition          = {
                 .settings = settings,
                 .language = is_english ? LANGUAGE_EN : LANGUAGE_NL,
                 .format   = is_english ? &number_format_en : &number_format_nl,
                 .years    = (const int[]){2019},
                 .n_years  = 1,
    };
    Report report = {.arena = arena, .edition = &edition, .year = 2023};
    if (g_key_file_has_key(file, data, "year", NULL))
        report.year = (int)number(&test, "year");
    g_assert_cmpstr(say(&test, &report), ==, given(&test, "text"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_assert_true(
        g_key_file_load_from_file(file, "verdict.case", G_KEY_FILE_NONE, NULL));
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
    for (size_t i = 0; groups[i] != NULL; i++) {
        g_autofree char *path = g_strconcat("/verdict/", groups[i], NULL);
        g_test_add_data_func(path, groups[i], test_case);
    }
    return g_test_run();
}
