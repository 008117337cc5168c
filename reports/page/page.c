/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page as text that grows: the sections in one string, the list of them in another,
 * and the frame around both when it is written. */
#include "reports/page/page.h"

#include "reports/page/markup.h"

#include <string.h>

enum { LARGEST_PAGE = 2 * 1000 * 1000 };

struct Page {
    GString *frame;    /* everything before the list of sections */
    GString *contents; /* items of that list */
    GString *main;
    GString *footer;
    GHashTable *ids;
    bool in_section;
    GError *failure;
};

/* Remembers the first refusal. True when `good`. */
static bool page_accept(Page *page, bool good, const char *what)
{
    if (!good && page->failure == NULL)
        g_set_error(&page->failure, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                    "%s", what);
    return good;
}

/* Appends a text that must be there, between two pieces of markup. */
static void page_put(Page *page, GString *html, const char *before, const char *text,
                     const char *after)
{
    g_string_append(html, before);
    if (page_accept(page, markup_is_text(text), "a text that is empty or not UTF-8"))
        markup_append(html, text);
    g_string_append(html, after);
}

static bool page_take_id(Page *page, const char *id)
{
    if (!page_accept(page, markup_is_id(id), "an id that is none"))
        return false;
    return page_accept(page, g_hash_table_add(page->ids, g_strdup(id)),
                       "an id that stands on the page already");
}

/* The style stands in the page, so the policy names it by its hash: no other style, no
 * script, no picture from elsewhere, no form, no frame. */
static void page_put_policy(GString *html)
{
    g_autofree char *style = markup_style();
    g_autofree char *hash  = markup_style_hash(style);
    g_string_append_printf(html,
                           "<meta http-equiv=\"Content-Security-Policy\" "
                           "content=\"default-src 'none'; style-src 'sha256-%s'; "
                           "base-uri 'none'; form-action 'none'\">\n"
                           "<style>%s</style>\n",
                           hash, style);
}

static void page_put_frame(Page *page, const PageHead *head)
{
    GString *html = page->frame;
    page_put(page, html, "<!DOCTYPE html>\n<html lang=\"", head->language,
             "\">\n<head>\n<meta charset=\"utf-8\">\n");
    page_put_policy(html);
    g_string_append(html, "<meta name=\"viewport\" content=\"width=device-width, "
                          "initial-scale=1\">\n");
    page_put(page, html, "<title>", head->title, "");
    if (head->banner != NULL)
        page_put(page, html, " – ", head->banner, "");
    page_put(page, html, "</title>\n<meta name=\"description\" content=\"", head->about,
             "\">\n</head>\n");
    page_put(page, html, "<body>\n<a class=\"skip\" href=\"#main\">", head->skip,
             "</a>\n<header>\n");
    if (head->banner != NULL)
        page_put(page, html, "<p class=\"banner\">", head->banner, "</p>\n");
    page_put(page, html, "<div class=\"band\"><div class=\"inner\">\n<h1>", head->title,
             "</h1>\n");
    page_put(page, html, "<p class=\"about\">", head->about, "</p>\n</div></div>\n");
    page_put(page, html, "</header>\n<nav aria-label=\"", head->contents,
             "\">\n<ul>\n");
}

Page *page_new(const PageHead *head)
{
    Page *page     = g_new0(Page, 1);
    page->frame    = g_string_new(NULL);
    page->contents = g_string_new(NULL);
    page->main     = g_string_new(NULL);
    page->footer   = g_string_new(NULL);
    page->ids      = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    page_take_id(page, "main");
    page_put_frame(page, head);
    page_put(page, page->footer, "<footer>\n<p class=\"foot\">", head->footer,
             "</p>\n</footer>\n");
    return page;
}

void page_free(Page *page)
{
    if (page == NULL)
        return;
    g_string_free(page->frame, TRUE);
    g_string_free(page->contents, TRUE);
    g_string_free(page->main, TRUE);
    g_string_free(page->footer, TRUE);
    g_hash_table_destroy(page->ids);
    g_clear_error(&page->failure);
    g_free(page);
}

static void page_end_section(Page *page)
{
    if (page->in_section)
        g_string_append(page->main, "</section>\n");
    page->in_section = false;
}

void page_add_section(Page *page, const char *id, const char *title)
{
    g_autofree char *heading = g_strconcat(id, "-title", NULL);
    page_end_section(page);
    if (!page_take_id(page, id) || !page_take_id(page, heading))
        return;
    g_string_append_printf(page->contents, "<li><a href=\"#%s\">", id);
    page_put(page, page->contents, "", title, "</a></li>\n");
    g_string_append_printf(page->main,
                           "<section id=\"%s\" aria-labelledby=\"%s\">\n<h2 id=\"%s\">",
                           id, heading, heading);
    page_put(page, page->main, "", title, "</h2>\n");
    page->in_section = true;
}

void page_add_paragraph(Page *page, const char *text)
{
    g_assert(page->in_section || page->failure != NULL);
    page_put(page, page->main, "<p>", text, "</p>\n");
}

void page_add_list(Page *page, const PageItem *items, size_t count)
{
    g_string_append(page->main, "<ul>\n");
    for (size_t i = 0; i < count; i++) {
        const bool leads = items[i].target != NULL;
        g_string_append(page->main, "<li>");
        if (leads && page_accept(page, markup_is_target(items[i].target),
                                 "a link to what is no address"))
            page_put(page, page->main, "<a href=\"", items[i].target, "\">");
        page_put(page, page->main, "", items[i].text, leads ? "</a>" : "");
        g_string_append(page->main, "</li>\n");
    }
    g_string_append(page->main, "</ul>\n");
}

void page_add_key_figures(Page *page, const PageKeyFigure *figures, size_t count)
{
    g_string_append(page->main, "<ul class=\"figures\">\n");
    for (size_t i = 0; i < count; i++) {
        page_put(page, page->main, "<li><span class=\"value\">", figures[i].value,
                 "</span>\n");
        page_put(page, page->main, "<span class=\"label\">", figures[i].label,
                 "</span>\n");
        page_put(page, page->main, "<span class=\"sentence\">", figures[i].sentence,
                 "</span></li>\n");
    }
    g_string_append(page->main, "</ul>\n");
}

static const char *column_class(const PageTable *table, size_t column)
{
    return table->numbers != NULL && table->numbers[column] ? " class=\"number\"" : "";
}

static void table_put_row(Page *page, const PageTable *table, size_t row)
{
    g_string_append(page->main, "<tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        const char *text = table->cells[row * table->column_count + i];
        g_string_append_printf(page->main, i == 0 ? "<th scope=\"row\"%s>" : "<td%s>",
                               column_class(table, i));
        page_put(page, page->main, "", text, i == 0 ? "</th>" : "</td>");
    }
    g_string_append(page->main, "</tr>\n");
}

/* A table wider than the screen scrolls in a region of its own, which must be reached
 * by keyboard and therefore have a name: the caption's. */
static void table_put(Page *page, const char *id, const PageTable *table)
{
    g_string_append_printf(page->main,
                           "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
                           "aria-labelledby=\"%s\">\n<table>\n<caption id=\"%s\">",
                           id, id);
    page_put(page, page->main, "", table->caption, "</caption>\n<thead><tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        g_string_append_printf(page->main, "<th scope=\"col\"%s>",
                               column_class(table, i));
        page_put(page, page->main, "", table->headers[i], "</th>");
    }
    g_string_append(page->main, "</tr></thead>\n<tbody>\n");
    for (size_t row = 0; row < table->row_count; row++)
        table_put_row(page, table, row);
    g_string_append(page->main, "</tbody>\n</table>\n</div>\n");
}

void page_add_table(Page *page, const char *id, const PageTable *table)
{
    if (page_take_id(page, id))
        table_put(page, id, table);
}

static void figure_put_picture(Page *page, const PageFigure *figure)
{
    g_autoptr(GError) reason = NULL;
    g_string_append_printf(page->main,
                           "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
                           "aria-labelledby=\"%s-caption\">\n",
                           figure->id);
    if (!markup_append_svg(page->main, figure->svg, page->ids, &reason))
        page_accept(page, false, reason->message);
    g_string_append(page->main, "</div>\n");
}

void page_add_figure(Page *page, const PageFigure *figure)
{
    g_autofree char *caption = g_strconcat(figure->id, "-caption", NULL);
    g_autofree char *table   = g_strconcat(figure->id, "-table", NULL);
    if (!page_take_id(page, figure->id) || !page_take_id(page, caption) ||
        !page_take_id(page, table))
        return;
    g_string_append_printf(page->main, "<figure id=\"%s\">\n<figcaption id=\"%s\">",
                           figure->id, caption);
    page_put(page, page->main, "", figure->caption, "</figcaption>\n");
    figure_put_picture(page, figure);
    page_put(page, page->main, "<details>\n<summary>", figure->summary, "</summary>\n");
    table_put(page, table, &figure->table);
    g_string_append(page->main, "</details>\n</figure>\n");
}

bool page_write(Page *page, const char *path, GError **error)
{
    g_autoptr(GString) html = g_string_new(page->frame->str);
    page_end_section(page);
    g_string_append_printf(html, "%s</ul>\n</nav>\n<main id=\"main\">\n%s</main>\n%s",
                           page->contents->str, page->main->str, page->footer->str);
    g_string_append(html, "</body>\n</html>\n");
    page_accept(page, html->len <= LARGEST_PAGE, "more than 2 MB");
    if (page->failure != NULL) {
        g_propagate_prefixed_error(error, g_steal_pointer(&page->failure),
                                   "making %s: ", path);
        return false;
    }
    return g_file_set_contents(path, html->str, (gssize)html->len, error);
}
