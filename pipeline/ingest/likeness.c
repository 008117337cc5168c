/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words are compared, not letters: questions are put differently, with the same nouns.
 */
#include "ingest/likeness.h"

#include "data/text.h"

#include <string.h>

static bool is_small(const char *word)
{
    static const char *const words[] = {
        "een",   "het",         "der",          "den",      "van",  "uw",    "dit",
        "deze",  "dat",         "jaar",         "zijn",     "voor", "met",   "aan",
        "bij",   "door",        "naar",         "and",      "the",  "your",  "this",
        "year",  "you",         "did",          "does",     "with", "for",   "are",
        "was",   "werd",        "hoe",          "wat",      "welk", "welke", "what",
        "which", "organisatie", "organisation", "stichting"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return g_utf8_strlen(word, -1) < 3;
}

const char *const *likeness_words(Arena *arena, const char *text)
{
    char *folded               = text_folded(arena, text, strlen(text));
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    char *word                 = NULL;
    for (char *p = folded; word != NULL || *p != '\0'; p += g_utf8_skip[(guchar)*p]) {
        bool is_letter = g_unichar_isalnum(g_utf8_get_char(p));
        if (is_letter && word == NULL)
            word = p;
        if (is_letter || word == NULL)
            continue;
        char *copy = arena_strndup(arena, word, (size_t)(p - word));
        if (!is_small(copy))
            g_ptr_array_add(words, copy);
        word = NULL;
        if (*p == '\0')
            break;
    }
    const char **result = arena_array(arena, const char *, words->len + 1);
    for (guint i = 0; i < words->len; i++)
        result[i] = g_ptr_array_index(words, i);
    return result;
}

/* The same word, or the same start of five letters and more: trainde, trainen. */
static bool is_same_word(const char *a, const char *b)
{
    size_t n = 0, shortest = MIN(strlen(a), strlen(b));
    while (n < shortest && a[n] == b[n])
        n++;
    return (n == strlen(a) && n == strlen(b)) || (n >= 5 && n + 3 >= shortest);
}

static bool has_word(const char *const *words, const char *word)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (is_same_word(words[i], word))
            return true;
    return false;
}

double likeness(const char *const *long_text, const char *const *short_text)
{
    size_t n_long = 0, n_short = 0, shared = 0;
    while (long_text[n_long] != NULL)
        n_long++;
    for (; short_text[n_short] != NULL; n_short++)
        shared += has_word(long_text, short_text[n_short]);
    if (n_long == 0 || n_short == 0)
        return 0;
    double dice = 2.0 * (double)shared / (double)(n_long + n_short);
    return shared == n_short ? MAX(dice, 0.75) : MIN(dice, 1);
}
