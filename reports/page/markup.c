/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Escaping, and the guard of the pictures: an inline SVG is part of the page, so what
 * it may hold is listed, and all else refused. */
#include "reports/page/markup.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

static const struct {
    char character;
    const char *text;
} REFERENCES[] = {
    {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"},
};

static const char *reference_of(gunichar character)
{
    for (size_t i = 0; i < G_N_ELEMENTS(REFERENCES); i++) {
        if ((gunichar)REFERENCES[i].character == character)
            return REFERENCES[i].text;
    }
    return NULL;
}

static bool is_storable(gunichar character)
{
    if (character == '\n' || character == '\t')
        return true;
    return !g_unichar_iscntrl(character) && (character & 0xFFFE) != 0xFFFE &&
           !(character >= 0xFDD0 && character <= 0xFDEF);
}

void markup_append(GString *html, const char *text)
{
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        const gunichar character = g_utf8_get_char(at);
        const char *reference    = reference_of(character);
        if (reference != NULL)
            g_string_append(html, reference);
        else
            g_string_append_unichar(html,
                                    is_storable(character) ? character : REPLACEMENT);
    }
}

bool markup_is_text(const char *text)
{
    return text != NULL && g_utf8_validate(text, -1, NULL) &&
           text[strspn(text, " \t\r\n")] != '\0';
}

bool markup_is_id(const char *id)
{
    if (id == NULL || !g_ascii_isalpha(id[0]))
        return false;
    const char *at = id;
    while (g_ascii_isalnum(*at) || *at == '-' || *at == '_')
        at++;
    return *at == '\0';
}

bool markup_is_target(const char *target)
{
    if (!markup_is_text(target) || strpbrk(target, " \t\r\n\"'<>\\^`{|}") != NULL)
        return false;
    static const char *const schemes[] = {"https://", "mailto:"};
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
        if (g_str_has_prefix(target, schemes[i]))
            return target[strlen(schemes[i])] != '\0';
    }
    return target[0] != '/' && strchr(target, ':') == NULL;
}

/* The elements that draw or name what is drawn. */
static const char *const ELEMENTS[] = {
    "svg",  "title",    "desc",           "g",       "path", "rect",  "circle",
    "line", "ellipse",  "polyline",       "polygon", "text", "tspan", "defs",
    "use",  "clipPath", "linearGradient", "stop",    NULL,
};

typedef struct Picture {
    GHashTable *ids;
    size_t depth;
    bool role;
    bool title;
    bool description;
} Picture;

static bool picture_refuse(GError **error, const char *what, const char *name)
{
    g_set_error(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                "a picture with %s \"%s\"", what, name);
    return false;
}

/* Nothing may run, restyle or lead out of the page. */
static bool picture_take_attribute(Picture *picture, const char *name,
                                   const char *value, GError **error)
{
    if (g_ascii_strncasecmp(name, "on", 2) == 0 || strcmp(name, "style") == 0)
        return picture_refuse(error, "the attribute", name);
    const bool leads = g_str_has_suffix(name, "href") || strcmp(name, "src") == 0;
    if (leads && value[0] != '#')
        return picture_refuse(error, "a reference to", value);
    if (strstr(value, "url(") != NULL && !g_str_has_prefix(value, "url(#"))
        return picture_refuse(error, "a reference to", value);
    if (strcmp(name, "id") == 0 && !g_hash_table_add(picture->ids, g_strdup(value)))
        return picture_refuse(error, "an id that stands on the page already,", value);
    if (picture->depth == 1 && strcmp(name, "role") == 0)
        picture->role = strcmp(value, "img") == 0;
    return true;
}

static void picture_start(GMarkupParseContext *context, const char *element,
                          const char **names, const char **values, gpointer data,
                          GError **error)
{
    (void)context;
    Picture *picture = data;
    picture->depth++;
    if (!g_strv_contains(ELEMENTS, element) ||
        (picture->depth == 1) != (strcmp(element, "svg") == 0)) {
        picture_refuse(error, "the element", element);
        return;
    }
    picture->title |= picture->depth == 2 && strcmp(element, "title") == 0;
    picture->description |= picture->depth == 2 && strcmp(element, "desc") == 0;
    for (size_t i = 0; names[i] != NULL; i++) {
        if (!picture_take_attribute(picture, names[i], values[i], error))
            return;
    }
}

static void picture_end(GMarkupParseContext *context, const char *element,
                        gpointer data, GError **error)
{
    (void)context;
    (void)element;
    (void)error;
    ((Picture *)data)->depth--;
}

/* Comments, CDATA and processing instructions: none are needed, some can hide things.
 */
static void picture_pass(GMarkupParseContext *context, const char *text, gsize length,
                         gpointer data, GError **error)
{
    (void)context;
    (void)length;
    (void)data;
    picture_refuse(error, "something beside elements and text,", text);
}

static const GMarkupParser PICTURE_PARSER = {.start_element = picture_start,
                                             .end_element   = picture_end,
                                             .passthrough   = picture_pass};

static bool picture_is_named(const Picture *picture, GError **error)
{
    if (!picture->role)
        return picture_refuse(error, "another role than", "img");
    if (!picture->title || !picture->description)
        return picture_refuse(error, "no title or no", "desc");
    return true;
}

bool markup_append_svg(GString *html, const char *svg, GHashTable *ids, GError **error)
{
    Picture picture = {.ids = ids};
    if (svg == NULL || !g_utf8_validate(svg, -1, NULL))
        return picture_refuse(error, "text that is not", "UTF-8");
    if (g_str_has_prefix(svg, "<?xml")) {
        const char *end = strstr(svg, "?>");
        svg             = end == NULL ? "" : end + strlen("?>");
    }
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(
        &PICTURE_PARSER, G_MARKUP_TREAT_CDATA_AS_TEXT, &picture, NULL);
    if (strstr(svg, "<![CDATA[") != NULL)
        return picture_refuse(error, "a", "CDATA section");
    if (!g_markup_parse_context_parse(context, svg, -1, error) ||
        !g_markup_parse_context_end_parse(context, error) ||
        !picture_is_named(&picture, error))
        return false;
    g_string_append(html, svg + strspn(svg, " \t\r\n"));
    return true;
}
