/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From codes to names: the wording table's own lists first, then descriptors, code
 * lists and the tables of the register. */
#include "reports/edition/names.h"

#include <string.h>

typedef struct Name {
    const char *list;
    const char *id;
    Text text;
} Name;

static const Name names[] = {
#define NAME(list, id, en, nl) {#list, #id, {en, nl}},
#include "reports/words/wording.def"
};

typedef struct Phrase {
    const char *indicator;
    const char *measure;
    const char *item;
    Text one;
    Text more;
} Phrase;

static const Phrase phrases[] = {
#define PHRASE(indicator, measure, item, en_one, en_more, nl_one, nl_more)             \
    {#indicator, #measure, item, {en_one, nl_one}, {en_more, nl_more}},
#include "reports/words/wording.def"
};

static const Text *find_name(const char *list, const char *id)
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i].list, list) == 0 && strcmp(names[i].id, id) == 0)
            return &names[i].text;
    return NULL;
}

static const char *name_in_list(const Edition *edition, const char *list,
                                const char *id)
{
    const Text *text = find_name(list, id);
    return text != NULL ? text_in(*text, edition->language) : id;
}

static const char *name_of_code(const Edition *edition, const CodeList *list,
                                const char *code)
{
    int number = code_find(list, code, strlen(code));
    return number != CODE_NONE ? text_in(list->labels[number], edition->language)
                               : code;
}

const char *name_indicator(const Edition *edition, const char *indicator)
{
    int number = indicator_find(indicator);
    return number >= 0 ? text_in(indicator_at((size_t)number)->title, edition->language)
                       : indicator;
}

const char *name_short(const Edition *edition, const char *indicator)
{
    const Text *text = find_name("short", indicator);
    return text != NULL ? text_in(*text, edition->language)
                        : name_indicator(edition, indicator);
}

/* A share, a rate or a number is what the title promises. */
static bool measure_is_plain(const char *measure)
{
    static const char *const plain[] = {"share", "rate", "count"};
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
        if (strcmp(measure, plain[i]) == 0)
            return true;
    return false;
}

bool measure_is_technical(const char *measure)
{
    return find_name("technical", measure) != NULL;
}

const char *name_measure(const Edition *edition, const char *measure)
{
    return name_in_list(
        edition, measure_is_technical(measure) ? "technical" : "measure", measure);
}

const char *name_figure(Arena *arena, const Edition *edition, const FigureKey *key)
{
    const char *title = name_indicator(edition, key->indicator);
    if (measure_is_plain(key->measure))
        return title;
    return arena_printf(arena, "%s: %s", title, name_measure(edition, key->measure));
}

const char *name_sector(const Edition *edition, const char *sector)
{
    return name_of_code(edition, &edition->settings->sectors, sector);
}

const char *name_opgave(const Edition *edition, const char *opgave)
{
    return name_of_code(edition, schema_opgaven(), opgave);
}

const char *name_opgave_numbered(Arena *arena, const Edition *edition,
                                 const char *opgave)
{
    return arena_printf(arena, "%s %s", opgave, name_opgave(edition, opgave));
}

static const char *name_statement(const Edition *edition, const char *statement)
{
    const Table *table = edition->statements;
    const bool english = edition->language == LANGUAGE_EN;
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        const Variable *key = &table->spec->variables[COLUMN(statements, statement)];
        int code            = table_code(table, COLUMN(statements, statement), row);
        if (code == CODE_NONE || strcmp(key->codes->codes[code], statement) != 0)
            continue;
        const char *text = table_text(table, COLUMN(statements, text_en), row);
        return english && text != NULL
                   ? text
                   : table_text(table, COLUMN(statements, text_nl), row);
    }
    return statement;
}

static const char *name_domain(const Edition *edition, const char *domain)
{
    return name_of_code(edition, &edition->settings->domains, domain);
}

static const char *name_kind(const Edition *edition, const char *kind)
{
    const TableSpec *events = schema_table(edition->schema, TABLE_events);
    return name_of_code(edition, events->variables[COLUMN(events, kind)].codes, kind);
}

/* Whose categories come from elsewhere than the wording table. */
static const struct {
    const char *indicator;
    const char *(*name)(const Edition *edition, const char *category);
} category_lists[] = {
    {"sector_mixing", name_sector},
    {"meetings", name_kind},
    {"life_domains", name_domain},
    {"statement_agreement", name_statement},
};

const char *name_category(const Edition *edition, const FigureKey *key)
{
    const Text *own = find_name("category", key->category);
    if (own != NULL)
        return text_in(*own, edition->language);
    for (size_t i = 0; i < G_N_ELEMENTS(category_lists); i++)
        if (strcmp(category_lists[i].indicator, key->indicator) == 0)
            return category_lists[i].name(edition, key->category);
    return key->category;
}

const char *name_part(Arena *arena, const Edition *edition, const FigureKey *key)
{
    if (key->category != NULL)
        return name_category(edition, key);
    return key->opgave != NULL ? name_opgave_numbered(arena, edition, key->opgave)
                               : word(edition->language, WORD_whole);
}

const char *name_definition(const Edition *edition, const char *definition)
{
    return name_in_list(edition, "definition", definition);
}

const char *name_term(const Edition *edition, const char *term)
{
    return name_in_list(edition, "term", term);
}

const char *name_unit(const Edition *edition, const char *unit)
{
    return name_in_list(edition, "unit", unit);
}

const char *name_date(Arena *arena, Language language, Date date)
{
    GDate parts;
    g_date_clear(&parts, 1);
    g_date_set_julian(&parts, date);
    return word_fill(
        arena, language, WORD_date,
        FIELDS({"day", arena_printf(arena, "%d", g_date_get_day(&parts))},
               {"month",
                word(language, (WordId)(WORD_month_1 + g_date_get_month(&parts) - 1))},
               {"year", arena_printf(arena, "%d", g_date_get_year(&parts))}));
}

char *name_sort_key(Arena *arena, const char *name)
{
    g_autofree char *folded = g_utf8_casefold(name, -1);
    g_autofree char *parts  = g_utf8_normalize(folded, -1, G_NORMALIZE_DEFAULT);
    g_autoptr(GString) key  = g_string_new(NULL);
    for (char *c = parts; *c != '\0'; c = g_utf8_next_char(c))
        if (g_unichar_isalnum(g_utf8_get_char(c)))
            g_string_append_unichar(key, g_utf8_get_char(c));
    return arena_strdup(arena, key->str);
}

static bool phrase_fits(const Phrase *phrase, const FigureKey *key)
{
    const char *item = key->opgave != NULL ? key->opgave : key->category;
    if (strcmp(phrase->indicator, key->indicator) != 0 ||
        strcmp(phrase->measure, key->measure) != 0)
        return false;
    if (strcmp(phrase->item, "*") == 0)
        return item != NULL;
    return strcmp(phrase->item, item != NULL ? item : "") == 0;
}

const Text *phrase_of(const FigureKey *key, bool is_one)
{
    for (size_t i = 0; i < G_N_ELEMENTS(phrases); i++)
        if (phrase_fits(&phrases[i], key))
            return is_one ? &phrases[i].one : &phrases[i].more;
    return NULL;
}
