/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences as data: sentence.case says what is known and what must be written. */
#include "reports/edition/sentence.h"

#include <math.h>
#include <string.h>

typedef struct Case {
    GKeyFile *file;
    const char *group;
    Arena *arena;
} Case;

static const char *given(const Case *test, const char *key, const char *otherwise)
{
    g_autofree char *text = g_key_file_get_string(test->file, test->group, key, NULL);
    return text != NULL ? arena_strdup(test->arena, text) : otherwise;
}

static double number(const Case *test, const char *key)
{
    const char *text = given(test, key, NULL);
    return text != NULL ? g_ascii_strtod(text, NULL) : (double)NAN;
}

static Figure figure_of(const Case *test)
{
    return (Figure){
        .unit        = given(test, "unit", "proportion"),
        .numerator   = number(test, "x"),
        .denominator = number(test, "n"),
        .n           = number(test, "n"),
        .N           = number(test, "N"),
        .value       = number(test, "value"),
        .se          = (double)NAN,
        .ci_low      = number(test, "low"),
        .ci_high     = number(test, "high"),
        .df          = (double)NAN,
        .method      = given(test, "method", "stratified-xlogit"),
        .obs_status  = given(test, "obs", "A")[0],
        .conf_status = given(test, "conf", "F")[0],
        .note        = given(test, "note", NULL),
    };
}

/* What stands beside the figure: how many said so, or the estimate of a total. */
static Figure companion_of(const Case *test)
{
    Figure figure  = figure_of(test);
    bool is_total  = !isnan(number(test, "estimate"));
    figure.value   = number(test, is_total ? "estimate" : "x");
    figure.ci_low  = number(test, "estimate-low");
    figure.ci_high = number(test, "estimate-high");
    return figure;
}

static void check(const Case *test)
{
    bool is_english          = strcmp(given(test, "language", "nl"), "en") == 0;
    const Settings *settings = settings_parse(test->arena, "", NULL, NULL);
    Edition edition          = {
                 .settings = settings,
                 .schema   = schema_new(test->arena, &settings->sectors),
                 .language = is_english ? LANGUAGE_EN : LANGUAGE_NL,
                 .format   = is_english ? &number_format_en : &number_format_nl,
    };
    SentenceFigures figures = {
        .key         = {.year        = 2023,
                        .indicator   = given(test, "indicator", NULL),
                        .measure     = given(test, "measure", NULL),
                        .alliance_id = given(test, "alliance", NULL),
                        .opgave      = given(test, "opgave", NULL),
                        .category    = given(test, "category", NULL)},
        .figure      = figure_of(test),
        .reported    = companion_of(test),
        .is_reported = !isnan(companion_of(test).value),
    };
    g_assert_cmpstr(sentence_make(test->arena, &edition, &figures), ==,
                    given(test, "text", NULL));
}

static void test_case(gconstpointer data)
{
    g_autoptr(Arena) arena   = arena_new();
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_assert_true(
        g_key_file_load_from_file(file, "sentence.case", G_KEY_FILE_NONE, NULL));
    check(&(Case){file, data, arena});
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_assert_true(
        g_key_file_load_from_file(file, "sentence.case", G_KEY_FILE_NONE, NULL));
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
    for (size_t i = 0; groups[i] != NULL; i++) {
        g_autofree char *path = g_strconcat("/sentence/", groups[i], NULL);
        g_test_add_data_func(path, groups[i], test_case);
    }
    return g_test_run();
}
