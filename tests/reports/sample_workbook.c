/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A made-up monitor: no figure in it was ever measured. */
#include "sample_workbook.h"

#include <stdio.h>

const WorkbookProperties SAMPLE_PROPERTIES = {
    .title        = "Monitor 2023",
    .subject      = "Samenwerking tegen kinderarmoede",
    .keywords     = "kinderarmoede, alliantie, monitor",
    .organisation = "Alliantie Voorbeeld & Partners",
    .year         = "2023",
    .status       = "voorbeeld",
    .version      = "0.1.0",
    .run_id       = "4f0c1b2d",
    .created      = "2024-03-01",
    .banner       = "VOORBEELD: verzonnen gegevens",
};

const WorkbookWords SAMPLE_WORDS = {
    .table     = "Tabel {number}: {title}",
    .one_table = "Dit werkblad bevat één tabel.",
    .source    = "Bron: {source}",
    .back      = "Terug naar Inhoud",
    .page      = "Pagina {page} van {pages}",
    .no_rows   = "geen rijen",
    .blank     = "niet ingevuld",
    .contents  = "Inhoud",
};

static const char LETTER[] = "112 van de 172 partners die antwoordden, gingen een "
                             "nieuwe samenwerking buiten hun "
                             "sector aan. Voor alle 300 partners schatten we dit op 63 "
                             "procent (tussen 58 en 68). "
                             "Zeker is: minstens 112 van de 300.";

static void add_cover(Workbook *workbook)
{
    TextSheet *cover = workbook_add_text(workbook, "Omslag", "Monitor 2023");
    text_sheet_add_paragraph(cover, "Alliantie Voorbeeld & Partners");
    text_sheet_add_paragraph(
        cover,
        "Wat partners van de alliantie in 2023 deden tegen kinderarmoede, zoals zij "
        "het zelf meldden. De monitor laat zien wat partners doen, niet wat "
        "daardoor met armoede gebeurt.");
    text_sheet_add_heading(cover, "Vragen");
    text_sheet_add_link(cover, "monitor@example.org", "mailto:monitor@example.org");
    text_sheet_add_link(cover, "Over deze monitor", "https://example.org/monitor");
}

static TableSheet *add_figures(Workbook *workbook)
{
    static const SheetColumn columns[] = {
        {.header = "Kerncijfer"},
        {.header = "Jaar", .kind = SHEET_YEAR},
        {.header = "Schatting (%)", .kind = SHEET_PERCENTAGE},
        {.header = "Ondergrens (%)", .kind = SHEET_PERCENTAGE},
        {.header = "Bovengrens (%)", .kind = SHEET_PERCENTAGE},
        {.header = "Antwoorden (n)", .kind = SHEET_COUNT},
        {.header = "Organisaties (N)", .kind = SHEET_COUNT},
        {.header = "Peildatum", .kind = SHEET_DATE},
        {.header = "Status"},
        {.header = "Zin voor een brief"},
    };
    static const char *const notes[] = {
        "De marge laat alleen toeval zien.",
        "te weinig antwoorden: er zijn er minder dan nodig om iets te zeggen; dit is "
        "geen "
        "nul.",
        NULL,
    };
    static const double shares[][3] = {
        {0.65, 0.58, 0.71}, {1.0 / 3.0, 0.28, 0.39}, {0, 0, 0}, {0.63, 0.58, 0.68}};
    TableSheet *sheet = workbook_add_table(
        workbook, &(TableHead){
                      .sheet        = "Kerncijfers",
                      .id           = "kerncijfers",
                      .title        = "Nieuwe sector-overstijgende samenwerkingen",
                      .about        = "Aandeel van de partners, in procenten, heel "
                                      "Nederland, 2020 tot en met 2023",
                      .notes        = notes,
                      .source       = "vragenlijst onder partners",
                      .columns      = columns,
                      .column_count = G_N_ELEMENTS(columns),
                  });
    for (int i = 0; i < 4; i++) {
        const bool asked   = i != 2;
        const SheetCell no = sheet_word("te weinig antwoorden");
        table_sheet_add_row(
            sheet, (const SheetCell[]){
                       sheet_text("Nieuwe samenwerking met een andere sector"),
                       sheet_number(2020 + i),
                       asked ? sheet_number(shares[i][0]) : no,
                       asked ? sheet_number(shares[i][1]) : no,
                       asked ? sheet_number(shares[i][2]) : no,
                       asked ? sheet_number(172) : sheet_word("te weinig antwoorden"),
                       sheet_number(12300),
                       sheet_date("2023-12-31"),
                       sheet_text(i == 3 ? "voorlopig" : ""),
                       sheet_text(asked ? LETTER
                                        : "Niet getoond: te weinig antwoorden. Dit is "
                                          "geen nul."),
                   });
    }
    return sheet;
}

static TableSheet *add_themes(Workbook *workbook)
{
    static const SheetColumn columns[] = {
        {.header = "Opgave"},
        {.header = "Partners (%)", .kind = SHEET_PERCENTAGE},
        {.header = "Toelichting"},
    };
    static const char *const names[] = {
        "Bestaanszekerheid voor gezinnen met jonge kinderen",
        "Meedoen op school",
        "Sport en cultuur",
        "Gezond opgroeien",
        "Ervaringsdeskundigheid in ieder team dat met gezinnen werkt",
        "Schulden",
        "Wonen",
        "Werk voor ouders",
        "Digitaal meedoen",
        "Taal",
    };
    TableSheet *sheet = workbook_add_table(
        workbook, &(TableHead){
                      .sheet        = "Opgaven",
                      .id           = "opgaven",
                      .title        = "Deelname per opgave",
                      .about        = "Aandeel van de partners, in procenten, 2023",
                      .columns      = columns,
                      .column_count = G_N_ELEMENTS(columns),
                  });
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const SheetCell share = i == 6 ? sheet_word("niet gevraagd")
                                       : sheet_number(0.07 * (double)(10 - i));
        table_sheet_add_row(
            sheet, (const SheetCell[]){sheet_text(names[i]), share,
                                       sheet_text("=1+1 is tekst, _x0041_ ook")});
    }
    return sheet;
}

static void add_long(Workbook *workbook)
{
    static const SheetColumn columns[] = {
        {.header = "Gemeente"},
        {.header = "Kinderen", .kind = SHEET_COUNT},
        {.header   = "Gemiddeld aantal per partner",
         .kind     = SHEET_DECIMAL,
         .decimals = 2},
    };
    static const char *const notes[] = {NULL};
    TableSheet *sheet                = workbook_add_table(
                       workbook,
                       &(TableHead){
                           .sheet        = "Gemeenten aan 't water",
                           .id           = "gemeenten",
                           .title        = "Kinderen die meededen, per gemeente, zoals partners het "
                                                          "zelf meldden over het hele jaar",
                           .about        = "Aantal kinderen en gemiddeld aantal kinderen per partner, "
                                                          "per gemeente waar ten minste één partner werkt, over het "
                                                          "hele jaar 2023, zoals opgegeven door de partners zelf",
                           .notes        = notes,
                           .source       = "https://example.org/bron & eigen telling",
                           .columns      = columns,
                           .column_count = G_N_ELEMENTS(columns),
        });
    for (int i = 0; i < 120; i++) {
        char name[64];
        snprintf(name, sizeof name, "Voorbeeldgemeente nummer %d aan de Rivier", i + 1);
        table_sheet_add_row(sheet, (const SheetCell[]){sheet_text(name),
                                                       sheet_number(i * 1237),
                                                       sheet_number(i / 7.0)});
    }
}

static void add_empty(Workbook *workbook)
{
    static const SheetColumn columns[] = {{.header = "Bevinding"},
                                          {.header = "Aantal", .kind = SHEET_COUNT}};
    workbook_add_table(workbook, &(TableHead){
                                     .sheet        = "Gegevenskwaliteit",
                                     .id           = "gegevenskwaliteit",
                                     .title        = "Bevindingen",
                                     .about        = "Aantal per soort, 2023",
                                     .columns      = columns,
                                     .column_count = G_N_ELEMENTS(columns),
                                 });
}

static void add_charts(TextSheet *sheet, const TableSheet *figures,
                       const TableSheet *themes, const char *picture)
{
    text_sheet_add_heading(sheet, "Nieuwe samenwerkingen");
    text_sheet_add_chart(
        sheet, &(SheetChart){
                   .kind        = SHEET_CHART_TREND,
                   .table       = figures,
                   .category    = 1,
                   .values      = {2, 3, 4},
                   .value_count = 3,
                   .title       = "Aandeel met een nieuwe samenwerking",
                   .axis        = "procent van de partners",
                   .alt = "Lijn van 65 procent in 2020 naar 63 procent in 2023; 2022 "
                          "ontbreekt.",
               });
    text_sheet_add_link(sheet, "De getallen staan op het werkblad Kerncijfers",
                        "Kerncijfers");
    text_sheet_add_heading(sheet, "Opgaven");
    text_sheet_add_chart(
        sheet, &(SheetChart){
                   .kind        = SHEET_CHART_BARS,
                   .table       = themes,
                   .category    = 0,
                   .values      = {1},
                   .value_count = 1,
                   .title       = "Deelname per opgave",
                   .axis        = "procent van de partners",
                   .alt = "Tien balken: van 70 procent bij de eerste opgave tot "
                          "7 procent bij de laatste.",
               });
    if (picture != NULL)
        text_sheet_add_picture(
            sheet, &(SheetPicture){.path = picture,
                                   .alt  = "Een cirkel van sectoren met linten."});
}

bool sample_make(const char *path, const char *picture, GError **error)
{
    g_autoptr(Workbook) workbook =
        workbook_open(path, &SAMPLE_PROPERTIES, &SAMPLE_WORDS);
    add_cover(workbook);
    workbook_add_contents(workbook, &(ContentsHead){
                                        .title = "Inhoud",
                                        .about = "De werkbladen van deze monitor",
                                        .sheet_header = "Werkblad",
                                        .title_header = "Onderwerp",
                                    });
    TableSheet *figures = add_figures(workbook);
    TableSheet *themes  = add_themes(workbook);
    TextSheet *charts   = workbook_add_text(workbook, "Grafieken", "Grafieken");
    add_charts(charts, figures, themes, picture);
    add_long(workbook);
    add_empty(workbook);
    TextSheet *method = workbook_add_text(workbook, "Toelichting", "Toelichting");
    for (int i = 0; i < 3; i++)
        text_sheet_add_paragraph(method, LETTER);
    g_autoptr(GString) story = g_string_new(NULL);
    for (int i = 0; i < 30; i++)
        g_string_append_printf(story, "Alinea %d gaat door. %s ", i, LETTER);
    text_sheet_add_heading(method, "Een lang verhaal");
    text_sheet_add_paragraph(method, story->str);
    g_autofree char *one_word = g_strnfill(40000, 'x'); /* more than a cell holds */
    text_sheet_add_paragraph(method, one_word);
    return workbook_finish(workbook, error);
}
