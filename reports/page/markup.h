/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* What may be written into a page, and how. */

/* Appends `text` (UTF-8) so that it reads as itself in content and in attributes;
 * characters that HTML cannot hold become U+FFFD. */
void markup_append(GString *html, const char *text);

/* Whether `text` is UTF-8 and says something. */
bool markup_is_text(const char *text);

/* Whether `id` can be an id: a letter, then letters, digits, - and _. */
bool markup_is_id(const char *id);

/* Whether a link may lead to `target`: https:, mailto:, or a file given relatively. */
bool markup_is_target(const char *target);

/* Appends an SVG picture without its XML declaration, and every id in it to `ids`.
 * False when it is not plain: not well-formed, a root other than svg with role img, an
 * element that does not draw, a style, a handler, or a reference to elsewhere. */
bool markup_append_svg(GString *html, const char *svg, GHashTable *ids, GError **error);

/* The style sheet, and the hash that the content policy names it by (base64 of its
 * SHA-256). Both freed by the caller. */
char *markup_style(void);
char *markup_style_hash(const char *style);
