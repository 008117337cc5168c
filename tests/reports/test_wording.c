/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wording table is whole: both languages, the same fields in both, names for all
 * that the descriptors hold. */
#include "reports/edition/names.h"

#include <string.h>

typedef struct Entry {
    const char *id;
    const char *en;
    const char *nl;
} Entry;

/* Every text of the table that a reader sees, whatever its kind. */
static const Entry entries[] = {
#define WORD(name, en, nl) {#name, en, nl},
#define NAME(list, id, en, nl) {#list " " #id, en, nl},
#define PHRASE(indicator, measure, item, en_one, en_more, nl_one, nl_more)             \
    {#indicator " " #measure " " item " one", en_one, nl_one},                         \
        {#indicator " " #measure " " item " more", en_more, nl_more},
#include "reports/words/wording.def"
};

static bool is_whole(const char *text)
{
    return text != NULL && *text != '\0' && g_utf8_validate(text, -1, NULL) &&
           strstr(text, "  ") == NULL && strstr(text, "TODO") == NULL;
}

static void test_both_languages(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++) {
        if (!is_whole(entries[i].en) || !is_whole(entries[i].nl))
            g_error("%s is not whole in both languages", entries[i].id);
    }
}

static gint name_compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The fields of a text, each once, sorted: "n,value". */
static char *fields_of(const char *text)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    while ((text = strchr(text, '{')) != NULL) {
        const char *end = strchr(text, '}');
        g_assert_nonnull(end);
        char *name = g_strndup(text + 1, (gsize)(end - text - 1));
        if (g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_free(name);
        else
            g_ptr_array_add(names, name);
        text = end;
    }
    g_ptr_array_sort(names, name_compare);
    g_ptr_array_add(names, NULL);
    return g_strjoinv(",", (char **)names->pdata);
}

static void test_same_fields(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++) {
        g_autofree char *en = fields_of(entries[i].en);
        g_autofree char *nl = fields_of(entries[i].nl);
        if (strcmp(en, nl) != 0)
            g_error("%s has the fields {%s} in English and {%s} in Dutch",
                    entries[i].id, en, nl);
    }
}

/* Excel takes no longer names of sheets. */
static void test_sheet_names(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++) {
        if (!g_str_has_prefix(entries[i].id, "sheet_"))
            continue;
        g_assert_cmpint(g_utf8_strlen(entries[i].en, -1), <=, 31);
        g_assert_cmpint(g_utf8_strlen(entries[i].nl, -1), <=, 31);
    }
}

/* A measure is plain (its title says it all) or has a name of its own. */
static void test_measures_have_names(void)
{
    g_autoptr(Arena) arena = arena_new();
    Edition edition        = {.language = LANGUAGE_NL};
    for (size_t i = 0; i < indicator_count(); i++) {
        const Indicator *indicator = indicator_at(i);
        for (size_t m = 0; m < indicator->n_measures; m++) {
            const char *measure = indicator->measures[m].id;
            const char *name    = name_figure(
                   arena, &edition,
                   &(FigureKey){.indicator = indicator->id, .measure = measure});
            const char *own = strstr(name, ": ");
            if (own != NULL && strcmp(own + 2, measure) == 0 &&
                strcmp(measure, "experts") != 0)
                g_error("the measure %s of %s has no name", measure, indicator->id);
        }
    }
}

/* Every share of partners has a phrase, for its items too, so that no figure goes into
 * a letter as a bare number. */
static void test_shares_have_phrases(void)
{
    for (size_t i = 0; i < indicator_count(); i++) {
        const Indicator *indicator = indicator_at(i);
        for (size_t m = 0; m < indicator->n_measures; m++) {
            const Measure *measure = &indicator->measures[m];
            const Items *items     = measure->items;
            if (measure->estimate != ESTIMATE_SHARE)
                continue;
            for (size_t k = 0; k < (items != NULL ? items->count : 1); k++) {
                FigureKey key = {.indicator = indicator->id, .measure = measure->id};
                if (items != NULL && items->is_opgave)
                    key.opgave = schema_opgaven()->codes[k];
                else if (items != NULL)
                    key.category = items->categories[k];
                if (phrase_of(&key, true) == NULL || phrase_of(&key, false) == NULL)
                    g_error("%s %s has no phrase", indicator->id, measure->id);
            }
        }
    }
}

static void test_descriptors(void)
{
    for (size_t i = 0; i < indicator_count(); i++) {
        const Indicator *indicator = indicator_at(i);
        const Text texts[]         = {indicator->title, indicator->definition,
                                      indicator->source};
        for (size_t t = 0; t < G_N_ELEMENTS(texts); t++)
            if (!is_whole(texts[t].en) || !is_whole(texts[t].nl))
                g_error("a text of %s is not whole", indicator->id);
    }
}

static void test_fill(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_assert_cmpstr(
        word_fill_text(arena, "{x} van {n}, {x}", FIELDS({"x", "3"}, {"n", "{x}"})), ==,
        "3 van {x}, 3");
    g_assert_cmpstr(name_date(arena, LANGUAGE_NL, date_from(2023, 3, 1)), ==,
                    "1 maart 2023");
    g_assert_cmpstr(name_date(arena, LANGUAGE_EN, date_from(2023, 12, 31)), ==,
                    "31 December 2023");
}

static void test_sort_key(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_assert_cmpstr(name_sort_key(arena, "'s-Heeren Één"), ==, "sheereneen");
    g_assert_cmpstr(name_sort_key(arena, "Brönsveld"), ==, "bronsveld");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/wording/both-languages", test_both_languages);
    g_test_add_func("/wording/same-fields", test_same_fields);
    g_test_add_func("/wording/sheet-names", test_sheet_names);
    g_test_add_func("/wording/measures-have-names", test_measures_have_names);
    g_test_add_func("/wording/shares-have-phrases", test_shares_have_phrases);
    g_test_add_func("/wording/descriptors", test_descriptors);
    g_test_add_func("/wording/fill", test_fill);
    g_test_add_func("/wording/sort-key", test_sort_key);
    return g_test_run();
}
