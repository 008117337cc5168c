/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wording table, and filling in of fields. */
#include "reports/words/wording.h"

#include <string.h>

static const Text words[] = {
#define WORD(name, en, nl) {en, nl},
#include "reports/words/wording.def"
};

const char *word(Language language, WordId id)
{
    g_assert(id < WORD_COUNT);
    return text_in(words[id], language);
}

static const char *field_text(const WordField *fields, const char *name, size_t length)
{
    for (; fields->name != NULL; fields++)
        if (strlen(fields->name) == length && strncmp(fields->name, name, length) == 0)
            return fields->text;
    g_error("no text for the field {%.*s}", (int)length, name);
}

const char *word_fill(Arena *arena, Language language, WordId id,
                      const WordField *fields)
{
    return word_fill_text(arena, word(language, id), fields);
}

const char *word_fill_text(Arena *arena, const char *text, const WordField *fields)
{
    g_autoptr(GString) filled = g_string_new(NULL);
    const char *rest          = text;
    for (const char *open; (open = strchr(rest, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        g_assert(close != NULL);
        g_string_append_len(filled, rest, open - rest);
        g_string_append(filled,
                        field_text(fields, open + 1, (size_t)(close - open - 1)));
        rest = close + 1;
    }
    g_string_append(filled, rest);
    return arena_strdup(arena, filled->str);
}
