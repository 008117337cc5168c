/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page escapes, what it refuses, and that it is the same each time. */
#include "reports/page/markup.h"
#include "reports/page/page.h"

#include <glib/gstdio.h>
#include <string.h>

#define ROOT "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\">"
#define NAMED "<title>t</title><desc>d</desc>"

static const PageHead HEAD = {
    .language = "nl",
    .title    = "Titel",
    .about    = "Waarover",
    .skip     = "Naar de inhoud",
    .contents = "Op deze pagina",
    .footer   = "Voet",
};

static const char *const HEADERS[] = {"Naam", "Getal"};
static const char *const CELLS[]   = {"a", "1"};

static PageFigure plain_figure(void)
{
    return (PageFigure){
        .id = "figuur",
        .svg =
            "<?xml version=\"1.0\"?>\n" ROOT NAMED "<path id=\"p\" d=\"M0 0\"/></svg>",
        .caption = "Bijschrift",
        .summary = "Getallen",
        .table   = {.caption      = "Tabel",
                    .headers      = HEADERS,
                    .column_count = 2,
                    .cells        = CELLS,
                    .row_count    = 1},
    };
}

/* The page as text, or NULL with the reason. */
static char *page_text(Page *page, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("page-XXXXXX", NULL);
    g_autofree char *path   = g_build_filename(folder, "index.html", NULL);
    char *text              = NULL;
    if (page_write(page, path, error))
        g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    else
        g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    g_unlink(path);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
    return text;
}

static void test_escapes(void)
{
    static const char *const cases[][2] = {
        {"Sport & <cultuur>", "Sport &amp; &lt;cultuur&gt;"},
        {"\"'", "&quot;&#39;"},
        {"één", "één"},
        {"a\nb\tc", "a\nb\tc"},
        {"bel\x07\x7f", "bel\xef\xbf\xbd\xef\xbf\xbd"},
        {"\xef\xb7\x90", "\xef\xbf\xbd"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) html = g_string_new(NULL);
        markup_append(html, cases[i][0]);
        g_assert_cmpstr(html->str, ==, cases[i][1]);
    }
}

static void test_targets(void)
{
    static const struct {
        const char *target;
        bool good;
    } cases[] = {
        {"https://example.org/a?b=1&c#d", true},
        {"mailto:a@example.org", true},
        {"../data/indicators.csv", true},
        {"monitor-2023.xlsx", true},
        {"#main", true},
        {"http://example.org", false},
        {"javascript:alert(1)", false},
        {"JavaScript:alert(1)", false},
        {"java\tscript:alert(1)", false},
        {"data:text/html,x", false},
        {"//example.org", false},
        {"/etc/passwd", false},
        {"https://", false},
        {"a b", false},
        {"", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].target);
        g_assert_cmpint(markup_is_target(cases[i].target), ==, cases[i].good);
    }
}

/* Pictures, and what is said of those refused. */
static const char *const PICTURES[][2] = {
    {ROOT NAMED "<g><text>a &amp; b</text></g></svg>", NULL},
    {"<?xml version=\"1.0\"?>\n" ROOT NAMED "<use href=\"#p\"/></svg>", NULL},
    {ROOT NAMED "<script>1</script></svg>", "script"},
    {ROOT NAMED "<style>p{}</style></svg>", "style"},
    {ROOT NAMED "<foreignObject/></svg>", "foreignObject"},
    {ROOT NAMED "<image href=\"https://example.org/a.png\"/></svg>", "image"},
    {ROOT NAMED "<use href=\"https://example.org/a.svg#a\"/></svg>", "reference"},
    {ROOT NAMED "<use xlink:href=\"a.svg\"/></svg>", "reference"},
    {ROOT NAMED "<path fill=\"url(https://example.org)\"/></svg>", "reference"},
    {ROOT NAMED "<path onclick=\"a()\"/></svg>", "onclick"},
    {ROOT NAMED "<path style=\"fill:red\"/></svg>", "style"},
    {ROOT NAMED "<path id=\"a\"/><path id=\"a\"/></svg>", "already"},
    {ROOT NAMED "<path id=\"taken\"/></svg>", "already"},
    {ROOT NAMED "<!-- a --></svg>", "beside"},
    {ROOT NAMED "<text><![CDATA[a]]></text></svg>", "CDATA"},
    {ROOT NAMED "<g></svg>", "g"},
    {ROOT NAMED, "svg"},
    {ROOT "<title>t</title></svg>", "desc"},
    {ROOT "<g>" NAMED "</g></svg>", "desc"},
    {"<svg>" NAMED "</svg>", "role"},
    {"<g role=\"img\">" NAMED "</g>", "g"},
    {ROOT NAMED "<svg/></svg>", "svg"},
    {"", ""},
    {"\xff", "UTF-8"},
};

static void test_pictures(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(PICTURES); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GString) html = g_string_new(NULL);
        g_autoptr(GHashTable) ids =
            g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        g_hash_table_add(ids, g_strdup("taken"));
        const bool good = markup_append_svg(html, PICTURES[i][0], ids, &error);
        g_test_message("%s", html->str);
        g_assert_cmpint(good, ==, PICTURES[i][1] == NULL);
        if (good)
            g_assert_true(g_str_has_prefix(html->str, "<svg"));
        else
            g_assert_nonnull(strstr(error->message, PICTURES[i][1]));
    }
}

/* SHA-256 of the empty text, in base64; computed with openssl dgst -sha256 -binary. */
static void test_hash(void)
{
    g_autofree char *hash = markup_style_hash("");
    g_assert_cmpstr(hash, ==, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

static void fill_page(Page *page)
{
    const PageFigure figure = plain_figure();
    page_add_section(page, "deel", "Deel & meer");
    page_add_paragraph(page, "Een <alinea>");
    page_add_figure(page, &figure);
}

static void test_whole(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Page) first   = page_new(&HEAD);
    g_autoptr(Page) second  = page_new(&HEAD);
    fill_page(first);
    fill_page(second);
    g_autofree char *one = page_text(first, &error);
    g_assert_no_error(error);
    g_autofree char *two = page_text(second, &error);
    g_assert_cmpstr(one, ==, two);
    g_assert_nonnull(strstr(one, "<a href=\"#deel\">Deel &amp; meer</a>"));
    g_assert_nonnull(strstr(one, "<p>Een &lt;alinea&gt;</p>"));
    g_assert_nonnull(strstr(one, "<th scope=\"row\">a</th><td>1</td>"));
    g_assert_null(strstr(one, "<?xml"));
    g_assert_null(strstr(one, "<script"));
}

static void refuse_text(Page *page)
{
    page_add_paragraph(page, "caf\xe9");
}

static void refuse_empty_cell(Page *page)
{
    static const char *const cells[] = {"a", ""};
    PageFigure figure                = plain_figure();
    figure.table.cells               = cells;
    page_add_figure(page, &figure);
}

static void refuse_id_twice(Page *page)
{
    const PageFigure figure = plain_figure();
    page_add_figure(page, &figure);
    page_add_figure(page, &figure);
}

static void refuse_picture_id_twice(Page *page)
{
    PageFigure figure = plain_figure();
    page_add_figure(page, &figure);
    figure.id = "tweede";
    page_add_figure(page, &figure);
}

static void refuse_id(Page *page)
{
    page_add_section(page, "1 deel", "Deel");
}

static void refuse_target(Page *page)
{
    page_add_list(page, &(PageItem){.text = "a", .target = "javascript:a"}, 1);
}

static void refuse_size(Page *page)
{
    for (int i = 0; i < 30000; i++)
        page_add_paragraph(page,
                           "Dit is een regel die dertigduizend keer op deze pagina "
                           "staat, en dat is te veel.");
}

static void test_refusals(void)
{
    static const struct {
        void (*walk)(Page *page);
        const char *said;
    } cases[] = {
        {refuse_text, "not UTF-8"},
        {refuse_empty_cell, "empty"},
        {refuse_id_twice, "already"},
        {refuse_picture_id_twice, "already"},
        {refuse_id, "an id that is none"},
        {refuse_target, "no address"},
        {refuse_size, "2 MB"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Page) page    = page_new(&HEAD);
        page_add_section(page, "deel", "Deel");
        cases[i].walk(page);
        g_assert_null(page_text(page, &error));
        g_assert_error(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT);
        g_assert_nonnull(strstr(error->message, cases[i].said));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/escapes", test_escapes);
    g_test_add_func("/page/targets", test_targets);
    g_test_add_func("/page/pictures", test_pictures);
    g_test_add_func("/page/hash", test_hash);
    g_test_add_func("/page/whole", test_whole);
    g_test_add_func("/page/refusals", test_refusals);
    return g_test_run();
}
