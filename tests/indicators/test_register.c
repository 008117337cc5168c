/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every descriptor is complete in both languages and explains itself. */
#include "indicators/tables/explanation.h"

#include <string.h>

static void assert_words(const char *id, Text text)
{
    if (text.en == NULL || text.nl == NULL || *text.en == '\0' || *text.nl == '\0')
        g_error("%s: words are missing", id);
    g_assert_true(g_utf8_validate(text.en, -1, NULL) &&
                  g_utf8_validate(text.nl, -1, NULL));
}

static void test_words(void)
{
    for (size_t i = 0; i < indicator_count(); i++) {
        const Indicator *indicator = indicator_at(i);
        assert_words(indicator->id, indicator->title);
        assert_words(indicator->id, indicator->definition);
        assert_words(indicator->id, indicator->source);
        g_assert_true(g_str_has_suffix(indicator->definition.nl, "."));
        g_assert_cmpuint(indicator->n_measures, >, 0);
        for (size_t m = 0; m < indicator->n_measures; m++)
            if (indicator->measures[m].estimate == ESTIMATE_CENSUS)
                assert_words(indicator->id, indicator->formula);
    }
}

static void test_ids(void)
{
    for (size_t i = 0; i < indicator_count(); i++)
        g_assert_cmpint(indicator_find(indicator_at(i)->id), ==, (int)i);
    g_assert_cmpint(indicator_find("nothing"), ==, -1);
}

static void assert_says(const char *text, const char *words)
{
    if (strstr(text, words) == NULL)
        g_error("\"%s\" is not said in\n%s", words, text);
}

/* Title, definition, source and every measure stand in both explanations. */
static void test_explained(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (size_t i = 0; i < indicator_count(); i++) {
        const Indicator *indicator = indicator_at(i);
        const char *nl             = explanation_make(arena, indicator, LANGUAGE_NL);
        const char *en             = explanation_make(arena, indicator, LANGUAGE_EN);
        assert_says(nl, indicator->title.nl);
        assert_says(nl, indicator->definition.nl);
        assert_says(nl, indicator->source.nl);
        assert_says(en, indicator->title.en);
        assert_says(en, indicator->definition.en);
        assert_says(en, indicator->source.en);
        for (size_t m = 0; m < indicator->n_measures; m++)
            assert_says(nl, indicator->measures[m].id);
    }
}

static void test_example(void)
{
    g_autoptr(Arena) arena = arena_new();
    const Indicator *it    = indicator_at((size_t)indicator_find("v_mix"));
    const char *text       = explanation_make(arena, it, LANGUAGE_EN);
    assert_says(text, "share: share, 0 to 1; by sector, local alliance, category "
                      "(verzachten, versterken, veranderen)");
    assert_says(text, "weighted by the sector's partners");
    assert_says(text, "reported: number");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/register/words", test_words);
    g_test_add_func("/register/ids", test_ids);
    g_test_add_func("/register/explained", test_explained);
    g_test_add_func("/register/example", test_example);
    return g_test_run();
}
