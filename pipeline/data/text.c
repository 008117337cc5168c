/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text: words in two languages, trimming, folding, nearest names, escaping. */
#include "data/text.h"

#include <string.h>

const char *text_in(Text text, Language language)
{
    return language == LANGUAGE_EN ? text.en : text.nl;
}

Language terminal_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = g_getenv(names[i]);
        if (value != NULL && *value != '\0')
            return g_str_has_prefix(value, "nl") ? LANGUAGE_NL : LANGUAGE_EN;
    }
    return LANGUAGE_EN;
}

/* The length of one space at the start of `text`, 0 when there is none. */
static size_t space_length(const unsigned char *text, size_t length)
{
    if (length >= 1 && (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')))
        return 1;
    if (length >= 2 && text[0] == 0xC2 && text[1] == 0xA0)
        return 2;
    if (length >= 3 && text[0] == 0xE2 && text[1] == 0x80 && text[2] == 0xAF)
        return 3;
    return 0;
}

static size_t trailing_space_length(const unsigned char *text, size_t length)
{
    for (size_t size = 1; size <= 3 && size <= length; size++)
        if (space_length(text + length - size, size) == size)
            return size;
    return 0;
}

const char *text_trimmed(const char *text, size_t *length)
{
    const unsigned char *start = (const unsigned char *)text;
    size_t size;
    while ((size = space_length(start, *length)) > 0) {
        start += size;
        *length -= size;
    }
    while ((size = trailing_space_length(start, *length)) > 0)
        *length -= size;
    return (const char *)start;
}

/* ASCII is composed already and folds letter by letter; most text is ASCII. */
static bool is_ascii(const char *text, size_t length)
{
    unsigned char all = 0;
    for (size_t i = 0; i < length; i++)
        all |= (unsigned char)text[i] | (text[i] == '\0' ? 0x80 : 0);
    return all < 0x80;
}

/* Makes one space of any run of spaces, in place: survey tools write hard spaces and
 * line breaks into their headers and options, spreadsheets double ones. */
static char *join_spaces(char *text)
{
    size_t left = strlen(text), size;
    char *out   = text;
    for (const char *p = text; left > 0; p += size, left -= size) {
        size = space_length((const unsigned char *)p, left);
        if (size > 0 && out > text && out[-1] == ' ')
            continue;
        *out++ = size > 0 ? ' ' : *p;
        size   = MAX(size, (size_t)1);
    }
    *out = '\0';
    return text;
}

char *text_folded(Arena *arena, const char *text, size_t length)
{
    const char *trimmed = text_trimmed(text, &length);
    if (is_ascii(trimmed, length)) {
        char *lower = arena_strndup(arena, trimmed, length);
        for (size_t i = 0; i < length; i++)
            lower[i] = g_ascii_tolower(lower[i]);
        return join_spaces(lower);
    }
    g_autofree char *valid       = g_utf8_make_valid(trimmed, (gssize)length);
    g_autofree char *composed    = g_utf8_normalize(valid, -1, G_NORMALIZE_DEFAULT);
    g_autofree char *case_folded = g_utf8_casefold(composed, -1);
    g_autofree char *recomposed =
        g_utf8_normalize(case_folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    return arena_strdup(arena, join_spaces(recomposed));
}

/* CON, PRN, AUX, NUL, COM0-9, LPT0-9, also with an extension: not a file on Windows. */
static bool is_reserved_name(const char *text)
{
    static const char *const names[] = {"con", "prn", "aux", "nul"};
    size_t stem                      = strcspn(text, ".");
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (stem == 3 && g_ascii_strncasecmp(text, names[i], 3) == 0)
            return true;
    return stem == 4 && g_ascii_isdigit(text[3]) &&
           (g_ascii_strncasecmp(text, "com", 3) == 0 ||
            g_ascii_strncasecmp(text, "lpt", 3) == 0);
}

bool text_is_id(const char *text)
{
    size_t length = strlen(text);
    if (length < 1 || length > 32 || text[0] == '.' || is_reserved_name(text))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!g_ascii_isalnum(text[i]) && strchr("._-", text[i]) == NULL)
            return false;
    return true;
}

/* The least of taking away, putting in and replacing a letter at (i, j). */
static size_t edit_step(const size_t *above, const size_t *row, size_t j, bool is_same)
{
    return MIN(MIN(above[j], row[j - 1]) + 1, above[j - 1] + !is_same);
}

/* Levenshtein's distance over bytes of folded text, with two letters exchanged as one
 * edit (optimal string alignment); 96 bytes at most are seen. */
static size_t edit_distance(const char *a, const char *b)
{
    enum { LIMIT = 96 };
    size_t n = MIN(strlen(a), (size_t)LIMIT), m = MIN(strlen(b), (size_t)LIMIT);
    size_t rows[3][LIMIT + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= m; j++)
        row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *spare = before;
        before        = above;
        above         = row;
        row           = spare;
        row[0]        = i;
        for (size_t j = 1; j <= m; j++) {
            row[j] = edit_step(above, row, j, a[i - 1] == b[j - 1]);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = MIN(row[j], before[j - 2] + 1);
        }
    }
    return row[m];
}

const char *text_nearest(const char *text, const char *const *names, size_t n_names)
{
    g_autoptr(Arena) arena = arena_new();
    const char *folded     = text_folded(arena, text, strlen(text));
    const char *nearest    = NULL;
    size_t least           = MIN((strlen(folded) + 1) / 2, (size_t)4);
    for (size_t i = 0; i < n_names; i++) {
        const char *name = text_folded(arena, names[i], strlen(names[i]));
        size_t a = strlen(folded), b = strlen(name);
        if (MAX(a, b) - MIN(a, b) >= least)
            continue; /* each letter more is an edit */
        size_t distance = edit_distance(folded, name);
        if (distance < least) {
            least   = distance;
            nearest = names[i];
        }
    }
    return nearest;
}

void text_column_letters(size_t column, char out[8])
{
    char reversed[8];
    size_t n = 0;
    for (; column > 0 && n < sizeof reversed - 1; column = (column - 1) / 26)
        reversed[n++] = (char)('A' + (column - 1) % 26);
    for (size_t i = 0; i < n; i++)
        out[i] = reversed[n - 1 - i];
    out[n] = '\0';
}

/* C0, DEL, C1 and the controls that reorder or hide what follows. */
static bool is_control(gunichar c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

char *text_for_terminal(Arena *arena, const char *text)
{
    g_autofree char *valid    = g_utf8_make_valid(text, -1);
    g_autoptr(GString) result = g_string_new(NULL);
    for (char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_control(c))
            g_string_append_printf(result, "\\u%04X", c);
        else
            g_string_append_unichar(result, c);
    }
    return arena_strdup(arena, result->str);
}

static bool is_plain_number(const char *text)
{
    if (*text == '+' || *text == '-')
        text++;
    size_t digits = strspn(text, "0123456789");
    text += digits;
    if (*text == '.' || *text == ',') {
        text++;
        digits += strspn(text, "0123456789");
        text += strspn(text, "0123456789");
    }
    return digits > 0 && *text == '\0';
}

bool text_is_formula(const char *text)
{
    /* The full-width forms are U+FF1D, U+FF0B, U+FF0D and U+FF20. */
    static const char *const starts[] = {"=",  "+",      "-",      "@",      "\t",
                                         "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
        if (g_str_has_prefix(text, starts[i]))
            return !is_plain_number(text);
    return false;
}
