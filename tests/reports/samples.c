/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind has a shape: how many rows and columns, what these are called, how large
 * the figures are. The hard cases change that shape in the same way for all kinds. */
#include "samples.h"

#include <math.h>
#include <string.h>

const char *const sample_names[SAMPLE_COUNT] = {[SAMPLE_EASY]       = "easy",
                                                [SAMPLE_LONG]       = "long",
                                                [SAMPLE_ONE]        = "one",
                                                [SAMPLE_MANY]       = "many",
                                                [SAMPLE_GAPS]       = "gaps",
                                                [SAMPLE_ZERO]       = "zero",
                                                [SAMPLE_SUPPRESSED] = "suppressed"};

typedef struct Words {
    const char *const *names; /* eight or more */
    const char *status, *source, *counts, *missing, *asked, *remark;
    const char *required, *target, *published, *reference;
} Words;

static const char *const opgaven_nl[] = {
    "Meedoen",
    "Een fijn thuis",
    "Een gezonde dag",
    "Kansrijk opgroeien / het gezin versterken",
    "Extra ontwikkelkansen bieden",
    "Leren omgaan met geld",
    "Ervaringskennis als derde kennisbron",
    "Stress reduceren door schulden hanteerbaar te maken",
    "Opgroeien in een kindvriendelijke omgeving",
    "Signaleren en ondersteunen als werkgever"};
static const char *const opgaven_en[] = {
    "Taking part",
    "A good home",
    "A healthy day",
    "Growing up with chances / strengthening the family",
    "Extra chances to develop",
    "Learning to handle money",
    "Lived experience as third source of knowledge",
    "Reducing stress by making debts manageable",
    "Growing up in a child-friendly environment",
    "Noticing and supporting as an employer"};
static const char *const sectors_nl[] = {"Gemeenten",
                                         "Onderwijs",
                                         "Jeugdgezondheidszorg",
                                         "Maatschappelijke organisaties",
                                         "Bedrijfsleven",
                                         "Kennisinstellingen",
                                         "Brancheorganisaties",
                                         "Rijksoverheid"};
static const char *const sectors_en[] = {
    "Municipalities",     "Education",
    "Youth health care",  "Civil society organisations",
    "Business",           "Research institutes",
    "Trade associations", "National government"};

/* Names of 3 to 80 characters, one of them without a space to break at. */
static const char *const long_names[] = {
    "COA",
    "Stichting Kansen voor Kinderen in de Regio Noordoost-Voorbeeld en Omgeving (SKK)",
    "Jeugdgezondheidszorgsamenwerkingsverbandvoorbeeldstadnoordcoördinatie",
    "GGD",
    "Bibliotheek",
    "Vereniging van Kinderopvangorganisaties en Peuterspeelzalen West-Voorbeeldland",
    "Samenwerkingsverband Passend Primair Onderwijs",
    "Coöperatie “De Brug” & partners <oost>"};

static const Words words_nl = {.status    = "VOORBEELD: verzonnen gegevens",
                               .source    = "Bron: Alliantiemonitor (verzonnen "
                                            "gegevens), peildatum 31 december 2023",
                               .counts    = "antwoorden / partners",
                               .missing   = "te weinig antwoorden",
                               .asked     = "niet gevraagd",
                               .remark    = "onzeker",
                               .required  = "nodig om het doel te halen",
                               .target    = "doel 2030",
                               .published = "eerder gepubliceerd",
                               .reference = "Alle partners: 47%"};
static const Words words_en = {.status   = "EXAMPLE: fictional data",
                               .source   = "Source: Alliance monitor (fictional data), "
                                           "reference date 31 December 2023",
                               .counts   = "answers / partners",
                               .missing  = "too few answers",
                               .asked    = "not asked",
                               .remark   = "uncertain",
                               .required = "needed to reach the target",
                               .target   = "target 2030",
                               .published = "published earlier",
                               .reference = "All partners: 47%"};

typedef struct Sample {
    Arena *arena;
    SampleCase which;
    const Words *words;
    bool dutch;
    guint32 seed;
    Chart *chart;
    ChartCell *cells;
} Sample;

/* Numbers that look like chance and are the same everywhere: a linear congruence with
 * the constants of Numerical Recipes. */
static double sample_share(Sample *sample)
{
    sample->seed = sample->seed * 1664525u + 1013904223u;
    return (double)(sample->seed >> 8) / (double)(1u << 24);
}

static const char **names_take(Sample *sample, const char *const *names, size_t known,
                               size_t count)
{
    const char **taken = arena_array(sample->arena, const char *, count);
    bool is_long       = sample->which == SAMPLE_LONG;
    for (size_t i = 0; i < count; i++) {
        const char *name =
            is_long ? long_names[i % G_N_ELEMENTS(long_names)] : names[i % known];
        taken[i] =
            i < known ? name : arena_printf(sample->arena, "%s %zu", name, i + 1);
    }
    return taken;
}

static size_t rows_of(const Sample *sample, size_t usual)
{
    return sample->which == SAMPLE_ONE ? 1 : sample->which == SAMPLE_MANY ? 40 : usual;
}

static void sample_table(Sample *sample, size_t rows, size_t columns)
{
    sample->cells               = arena_array(sample->arena, ChartCell, rows * columns);
    sample->chart->row_count    = rows;
    sample->chart->column_count = columns;
    sample->chart->cells        = sample->cells;
    for (size_t i = 0; i < rows * columns; i++)
        sample->cells[i] = (ChartCell){.value = (double)NAN,
                                       .low   = (double)NAN,
                                       .high  = (double)NAN,
                                       .n     = (double)NAN,
                                       .of    = (double)NAN};
}

static const int *sample_years(Sample *sample, int first, size_t count)
{
    int *years = arena_array(sample->arena, int, count);
    for (size_t i = 0; i < count; i++)
        years[i] = first + (int)i;
    return years;
}

static ChartCell share_cell(double value, double half, double n, double of)
{
    return (ChartCell){.value = value,
                       .low   = MAX(value - half, 0),
                       .high  = MIN(value + half, 1),
                       .n     = n,
                       .of    = of};
}

static void fill_trend(Sample *sample)
{
    static const double values[]    = {(double)NAN, 0.52, 0.55, 0.61, 0.63};
    static const double published[] = {(double)NAN, 0.65, (double)NAN, (double)NAN,
                                       (double)NAN};
    const Words *words              = sample->words;
    bool one                        = sample->which == SAMPLE_ONE;
    size_t columns                  = one ? 1 : sample->which == SAMPLE_MANY ? 12 : 5;
    sample_table(sample, 2, columns);
    sample->chart->years = sample_years(sample, 2019, columns);
    const char **names   = arena_array(sample->arena, const char *, 2);
    names[0]             = "";
    names[1]             = words->published;
    sample->chart->rows  = names;
    sample->chart->path  = (ChartPath){.label     = one ? NULL : words->required,
                                       .target    = words->target,
                                       .from_year = 2020,
                                       .to_year   = 2030,
                                       .from      = 0.52,
                                       .to        = 1};
    for (size_t i = 0; i < columns; i++) {
        double value =
            i < G_N_ELEMENTS(values) ? values[i] : 0.5 + 0.03 * (double)(i % 5);
        sample->cells[i] = share_cell(one ? 0.63 : value, 0.05, 172, 300);
        if (isnan(sample->cells[i].value))
            sample->cells[i].word = words->asked;
        if (!one && i < G_N_ELEMENTS(published))
            sample->cells[columns + i].value = published[i];
    }
}

static void fill_bars(Sample *sample)
{
    size_t rows = rows_of(sample, G_N_ELEMENTS(opgaven_nl));
    sample_table(sample, rows, 1);
    sample->chart->rows   = names_take(sample, sample->dutch ? opgaven_nl : opgaven_en,
                                       G_N_ELEMENTS(opgaven_nl), rows);
    sample->chart->counts = sample->words->counts;
    for (size_t i = 0; i < rows; i++)
        sample->cells[i] =
            share_cell(0.08 + 0.7 * sample_share(sample), 0.06, 172, 300);
}

static void fill_multiples(Sample *sample)
{
    static const double start[] = {31, 22, 9, 28, 3, 4, 2, 1};
    size_t rows                 = rows_of(sample, G_N_ELEMENTS(sectors_nl));
    size_t columns              = sample->which == SAMPLE_ONE ? 1 : 5;
    sample_table(sample, rows, columns);
    sample->chart->unit  = NUMBER_COUNT;
    sample->chart->years = sample_years(sample, 2019, columns);
    sample->chart->rows  = names_take(sample, sample->dutch ? sectors_nl : sectors_en,
                                      G_N_ELEMENTS(sectors_nl), rows);
    for (size_t i = 0; i < rows; i++)
        for (size_t k = 0; k < columns; k++)
            sample->cells[i * columns + k].value =
                floor(start[i % 8] * (1 + 0.6 * (double)k + sample_share(sample)));
}

typedef struct Shape {
    const char *kind;
    void (*fill)(Sample *);
    const char *headline_nl, *headline_en, *subtitle_nl, *subtitle_en;
} Shape;

static const Shape shapes[] = {
    {"trend", fill_trend,
     "Zes op de tien partners werken nieuw samen over sectoren heen",
     "Six in ten partners work with another sector anew",
     "Partners die een nieuwe samenwerking buiten hun sector aangingen, in procenten "
     "van "
     "alle partners, met marge van 95%, Nederland, 2019-2023; 172 van de 300 partners "
     "antwoordden in 2023",
     "Partners that entered a new collaboration outside their sector, percentage of "
     "all "
     "partners, with 95% interval, the Netherlands, 2019-2023; 172 of 300 partners "
     "answered in 2023"},
    {"bars", fill_bars, "Partners dragen het vaakst bij aan Meedoen",
     "Partners contribute most often to Taking part",
     "Partners die aan een opgave bijdragen, in procenten van alle partners, met marge "
     "van 95%, Nederland, 2023",
     "Partners that contribute to a theme, percentage of all partners, with 95% "
     "interval, the Netherlands, 2023"},
    {"multiples", fill_multiples, "In alle sectoren groeide het aantal partners",
     "The number of partners grew in every sector",
     "Aantal partners per sector op de peildatum, Nederland, 2019-2023",
     "Number of partners by sector at the reference date, the Netherlands, 2019-2023"},
};

static void make_hard(Sample *sample)
{
    size_t count = sample->chart->row_count * sample->chart->column_count;
    for (size_t i = 0; i < count; i++) {
        ChartCell *cell = &sample->cells[i];
        bool gap        = sample->which == SAMPLE_GAPS && i % 3 == 1;
        bool suppressed = sample->which == SAMPLE_SUPPRESSED;
        if (suppressed || gap)
            *cell =
                (ChartCell){.value = (double)NAN,
                            .low   = (double)NAN,
                            .high  = (double)NAN,
                            .n     = (double)NAN,
                            .of    = cell->of,
                            .word  = i % 2 == 0 || suppressed ? sample->words->missing
                                                              : sample->words->asked};
        else if (sample->which == SAMPLE_ZERO && !isnan(cell->value))
            cell->value = cell->low = cell->high = 0;
        else if (sample->which == SAMPLE_LONG && i % 3 == 0 && !isnan(cell->value))
            cell->word = sample->words->remark;
    }
    if (sample->which == SAMPLE_ZERO && sample->chart->path.label != NULL)
        sample->chart->path.from = 0;
}

const Chart *sample_chart(Arena *arena, const ChartKind *kind, SampleCase which,
                          const NumberFormat *format)
{
    bool dutch         = strcmp(format->language, "nl") == 0;
    const Words *words = dutch ? &words_nl : &words_en;
    Sample sample      = {.arena = arena,
                          .which = which,
                          .words = words,
                          .dutch = dutch,
                          .seed  = 2030,
                          .chart = arena_alloc(arena, sizeof(Chart))};
    size_t shape       = 0;
    while (strcmp(shapes[shape].kind, kind->id) != 0)
        g_assert_cmpuint(++shape, <, G_N_ELEMENTS(shapes));
    const Shape *found = &shapes[shape];
    sample.chart->unit = NUMBER_PROPORTION;
    sample.chart->text =
        (ChartText){.id = arena_printf(arena, "%s-%s", kind->id, sample_names[which]),
                    .headline    = dutch ? found->headline_nl : found->headline_en,
                    .subtitle    = dutch ? found->subtitle_nl : found->subtitle_en,
                    .source      = words->source,
                    .status      = words->status,
                    .description = words->source,
                    .date        = "2023-12-31",
                    .format      = format};
    found->fill(&sample);
    make_hard(&sample);
    return sample.chart;
}
