/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a sample page with every kind of chart for the scripts: make_page FILE nl|en,
 * and with a third argument only the first kind. No figure in it was ever measured. */
#include "reports/canvas/write.h"
#include "reports/page/page.h"
#include "samples.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct Words {
    PageHead head;
    const char *figures;
    const char *charts;
    const char *files;
    const char *summary;
    const char *caption;
    PageKeyFigure key[2];
    PageItem items[2];
    const char *headers[3];
} Words;

static const Words DUTCH = {
    .head    = {.language = "nl",
                .title    = "Monitor 2023",
                .about    = "Wat partners van de alliantie in 2023 deden, zoals zij het "
                               "zelf meldden <en niet anders>.",
                .banner   = "VOORBEELD: verzonnen gegevens",
                .skip     = "Naar de inhoud",
                .contents = "Op deze pagina",
                .footer   = "Alliantie Voorbeeld & Partners, 1 maart 2024, versie 0.1.0"},
    .figures = "Kerncijfers",
    .charts  = "Grafieken",
    .files   = "Bestanden",
    .summary = "Getallen bij deze grafiek",
    .caption = "Deelname per opgave, 2023",
    .key     = {{"65%", "een nieuwe samenwerking met een andere sector",
                 "112 van de 172 partners die antwoordden. Voor alle 300 partners schatten "
                     "we dit op 63 procent (tussen 58 en 68)."},
                {"te weinig antwoorden", "lokale allianties met een coördinator",
                 "Niet getoond: te weinig antwoorden. Dit is geen nul."}},
    .items   = {{"Alle cijfers als CSV", "../data/indicators.csv"},
                {"Vragen: monitor@example.org", "mailto:monitor@example.org"}},
    .headers = {"Opgave", "Partners (%)", "Toelichting"},
};

static const Words ENGLISH = {
    .head    = {.language = "en",
                .title    = "Monitor 2023",
                .about    = "What partners of the alliance did in 2023, as they told it.",
                .banner   = "EXAMPLE: invented data",
                .skip     = "Skip to content",
                .contents = "On this page",
                .footer   = "Example Alliance & Partners, 1 March 2024, version 0.1.0"},
    .figures = "Key figures",
    .charts  = "Charts",
    .files   = "Files",
    .summary = "Numbers of this chart",
    .caption = "Participation by theme, 2023",
    .key     = {{"65%", "a new collaboration with another sector",
                 "112 of the 172 partners who answered."},
                {"too few answers", "local alliances with a coordinator",
                 "Not shown: too few answers. This is not a zero."}},
    .items   = {{"All figures as CSV", "../data/indicators.csv"},
                {"Questions: monitor@example.org", "mailto:monitor@example.org"}},
    .headers = {"Theme", "Partners (%)", "Remarks"},
};

static const bool NUMBERS[] = {false, true, false};

static PageTable sample_table(const Words *words)
{
    static const char *const cells[] = {
        "Bestaanszekerheid voor gezinnen met jonge kinderen",
        "70,0",
        "ErvaringsdeskundigheidsorganisatiesenBestaanszekerheidsteams",
        "Sport & cultuur",
        "63,0",
        "–",
        "Wonen",
        "niet gevraagd",
        "<script>alert(1)</script>",
    };
    return (PageTable){
        .caption      = words->caption,
        .headers      = words->headers,
        .numbers      = NUMBERS,
        .column_count = G_N_ELEMENTS(NUMBERS),
        .cells        = cells,
        .row_count    = G_N_ELEMENTS(cells) / G_N_ELEMENTS(NUMBERS),
    };
}

static void add_chart(Page *page, const Words *words, const ChartKind *kind,
                      SampleCase which)
{
    g_autoptr(Arena) arena = arena_new();
    const NumberFormat *format =
        words == &DUTCH ? &number_format_nl : &number_format_en;
    Chart chart   = *sample_chart(arena, kind, which, format);
    chart.text.id = arena_printf(arena, "%s-%s", kind->id, sample_names[which]);
    g_autoptr(Canvas) canvas = chart_draw(kind, &chart);
    g_autoptr(GError) error  = NULL;
    g_autoptr(GBytes) bytes  = canvas_svg(canvas, &error);
    if (bytes == NULL)
        g_error("%s", error->message);
    const char *svg =
        arena_strndup(arena, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    page_add_figure(page, &(PageFigure){
                              .id  = arena_printf(arena, "figure-%s", chart.text.id),
                              .svg = svg,
                              .caption = chart.text.description,
                              .summary = words->summary,
                              .table   = sample_table(words),
                          });
}

static Page *sample_page(const Words *words, size_t most)
{
    Page *page = page_new(&words->head);
    page_add_section(page, "figures", words->figures);
    page_add_key_figures(page, words->key, G_N_ELEMENTS(words->key));
    const PageTable table = sample_table(words);
    page_add_table(page, "themes", &table);
    page_add_section(page, "charts", words->charts);
    for (size_t i = 0; i < most && chart_kinds[i] != NULL; i++) {
        add_chart(page, words, chart_kinds[i], SAMPLE_EASY);
        add_chart(page, words, chart_kinds[i], SAMPLE_LONG);
    }
    page_add_section(page, "files", words->files);
    page_add_paragraph(page, words->head.about);
    page_add_list(page, words->items, G_N_ELEMENTS(words->items));
    return page;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc < 3)
        return EXIT_FAILURE;
    g_autoptr(Page) page = sample_page(strcmp(argv[2], "nl") == 0 ? &DUTCH : &ENGLISH,
                                       argc > 3 ? 1 : SIZE_MAX);
    if (page_write(page, argv[1], &error))
        return EXIT_SUCCESS;
    g_printerr("%s\n", error->message);
    return EXIT_FAILURE;
}
