/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* A web page in one file that opens anywhere, prints, and can be read by everyone: no
 * script, nothing from elsewhere, a content policy that forbids both, landmarks, a skip
 * link, one h1, and the numbers of every picture in a table beneath it. Whoever fills
 * it knows what to say and nothing of HTML; all texts are escaped here. Adding returns
 * nothing: the page remembers the first thing that it had to refuse (a text that is not
 * UTF-8, a picture that is not plain SVG, an id or address that is none) and tells it
 * in page_write. The same content gives the same bytes. */
typedef struct Page Page;

/* The frame. All are needed but `banner`. */
typedef struct PageHead {
    const char *language; /* "nl" or "en" */
    const char *title;    /* the h1 */
    const char *about;    /* one sentence under it, and the page's description */
    const char *banner;   /* "VOORBEELD: verzonnen gegevens"; NULL when definitief */
    const char *skip;     /* "Naar de inhoud" */
    const char *contents; /* name of the list of sections: "Op deze pagina" */
    const char *footer;   /* organisation, date, version */
} PageHead;

/* A number large, what it counts, and the sentence that says how sure it is. */
typedef struct PageKeyFigure {
    const char *value; /* "65%" */
    const char *label;
    const char *sentence;
} PageKeyFigure;

/* Cells are texts as they are to be read, row by row; the first of each row heads it.
 */
typedef struct PageTable {
    const char *caption;
    const char *const *headers;
    const bool *numbers; /* per column: aligned to the right; NULL: none */
    size_t column_count;
    const char *const *cells; /* column_count * row_count of them, none empty */
    size_t row_count;
} PageTable;

/* A picture with its numbers. */
typedef struct PageFigure {
    const char *id;      /* unique on the page: letters, digits, - and _ */
    const char *svg;     /* an <svg> with role img, title and desc, ids all its own */
    const char *caption; /* one sentence */
    const char *summary; /* what opens the table: "Getallen bij deze grafiek" */
    PageTable table;
} PageFigure;

/* A line of a list: text, and where it leads: an https: or mailto: address, or a file
 * beside the page ("../data/indicators.csv"); NULL: nowhere. */
typedef struct PageItem {
    const char *text;
    const char *target;
} PageItem;

/* A new page. Never NULL; owned by the caller. */
Page *page_new(const PageHead *head);
void page_free(Page *page);

/* Begins a section; what follows stands in it, and the list of sections leads to it. */
void page_add_section(Page *page, const char *id, const char *title);

void page_add_paragraph(Page *page, const char *text);
void page_add_list(Page *page, const PageItem *items, size_t count);
void page_add_key_figures(Page *page, const PageKeyFigure *figures, size_t count);
void page_add_table(Page *page, const char *id, const PageTable *table);
void page_add_figure(Page *page, const PageFigure *figure);

/* Writes the page to `path`, at most 2 MB. False with the first refusal
 * (G_MARKUP_ERROR) or the trouble with the file (G_FILE_ERROR); then nothing is
 * written. */
bool page_write(Page *page, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Page, page_free)
