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
    bool is_missing = isnan(value);
    return (ChartCell){.value = value,
                       .low   = is_missing ? value : fmax(value - half, 0),
                       .high  = is_missing ? value : fmin(value + half, 1),
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

static const char *const places[] = {
    "Alderwijk", "Beekdal",   "Centrum",       "Duinrand",    "Eikenhof",
    "Fortveld",  "Grienden",  "Havenkwartier", "IJzerbos",    "Jachthoek",
    "Korenveld", "Lindelaan", "Merenwijk",     "Noordpolder", "Oosterpark"};
static const char *const statements_nl[] = {
    "Wij kennen de andere partners beter dan een jaar geleden",
    "Kinderen praten mee over wat wij doen",
    "Wij verwijzen gezinnen vaker naar elkaar door",
    "Door de alliantie zien wij armoede eerder",
    "Onze regels passen beter bij gezinnen met weinig geld",
    "Wij delen wat werkt"};
static const char *const statements_en[] = {
    "We know the other partners better than a year ago",
    "Children have a say in what we do",
    "We refer families to each other more often",
    "Through the alliance we notice poverty earlier",
    "Our rules fit families with little money better",
    "We share what works"};
static const char *const answers_nl[] = {
    "helemaal oneens",      "oneens", "niet eens, niet oneens", "eens", "helemaal eens",
    "eens of helemaal eens"};
static const char *const answers_en[] = {"strongly disagree",
                                         "disagree",
                                         "neither agree nor disagree",
                                         "agree",
                                         "strongly agree",
                                         "agree or strongly agree"};
static const char *const terms_nl[]   = {"Verzachten", "Versterken", "Veranderen"};
static const char *const terms_en[]   = {"Soften", "Strengthen", "Change"};
static const char *const bullet_columns_nl[] = {"2023, met marge", "2022", "doel"};
static const char *const bullet_columns_en[] = {"2023, with interval", "2022",
                                                "target"};
static const char *const range_columns_nl[]  = {
     "minstens\u2013hoogstens verschillende kinderen", "alle meldingen opgeteld",
     "doelgroep"};
static const char *const range_columns_en[] = {
    "different children, at least\u2013at most", "all reports added up",
    "target population"};
static const char *const year_columns[] = {"2022", "2023"};

static const char **sample_groups(Sample *sample, size_t rows)
{
    const char **groups = arena_array(sample->arena, const char *, rows);
    for (size_t i = 0; i < rows; i++)
        groups[i] = (sample->dutch ? terms_nl : terms_en)[i * 3 / rows];
    return groups;
}

static void sample_signs(Sample *sample, const char *up, const char *down,
                         const char *unsure)
{
    sample->chart->signs[SIGN_UP]     = up;
    sample->chart->signs[SIGN_DOWN]   = down;
    sample->chart->signs[SIGN_UNSURE] = unsure;
}

static void fill_bullets(Sample *sample)
{
    size_t rows = rows_of(sample, 7);
    sample_table(sample, rows, 3);
    sample->chart->rows =
        names_take(sample, sample->dutch ? statements_nl : statements_en,
                   G_N_ELEMENTS(statements_nl), rows);
    sample->chart->groups  = sample_groups(sample, rows);
    sample->chart->columns = sample->dutch ? bullet_columns_nl : bullet_columns_en;
    sample->chart->counts  = sample->words->counts;
    for (size_t i = 0; i < rows; i++) {
        double value                   = 0.2 + 0.6 * sample_share(sample);
        sample->cells[3 * i]           = share_cell(value, 0.06, 172, 300);
        sample->cells[3 * i + 1].value = value - 0.1 + 0.12 * sample_share(sample);
        sample->cells[3 * i + 2].value = i % 3 == 2   ? (double)NAN
                                         : i % 3 == 0 ? 1
                                                      : 0.6;
    }
}

static void fill_matrix(Sample *sample)
{
    size_t rows    = rows_of(sample, G_N_ELEMENTS(opgaven_nl));
    size_t columns = sample->which == SAMPLE_ONE    ? 1
                     : sample->which == SAMPLE_MANY ? 17
                                                    : 8;
    sample_table(sample, rows, columns);
    sample->chart->rows    = names_take(sample, sample->dutch ? opgaven_nl : opgaven_en,
                                        G_N_ELEMENTS(opgaven_nl), rows);
    sample->chart->columns = names_take(sample, sample->dutch ? sectors_nl : sectors_en,
                                        G_N_ELEMENTS(sectors_nl), columns);
    for (size_t i = 0; i < rows * columns; i++)
        sample->cells[i] = share_cell(sample_share(sample), 0.1, 12, 20);
}

/* Local alliances of very different size around 47 percent. */
static void fill_alliances(Sample *sample)
{
    size_t rows = rows_of(sample, G_N_ELEMENTS(places));
    sample_table(sample, rows, 1);
    sample->chart->rows      = names_take(sample, places, G_N_ELEMENTS(places), rows);
    sample->chart->reference = (ChartReference){sample->words->reference, 0.47};
    sample->chart->counts    = sample->words->counts;
    sample_signs(sample, sample->dutch ? "duidelijk hoger" : "clearly higher",
                 sample->dutch ? "duidelijk lager" : "clearly lower",
                 sample->dutch ? "niet te onderscheiden" : "cannot be told apart");
    for (size_t i = 0; i < rows; i++) {
        double n              = 5 + floor(50 * sample_share(sample));
        double value          = round(n * (0.2 + 0.55 * sample_share(sample))) / n;
        double half           = 2 * sqrt(0.25 / n);
        sample->cells[i]      = share_cell(value, half, n, n + floor(n * 0.4));
        sample->cells[i].sign = value - half > 0.47   ? SIGN_UP
                                : value + half < 0.47 ? SIGN_DOWN
                                                      : SIGN_UNSURE;
    }
    sample->cells[rows / 2]      = share_cell(0.93, 0.09, 30, 42);
    sample->cells[rows / 2].sign = SIGN_UP;
}

static void fill_funnel(Sample *sample)
{
    enum { LIMITS = 12 };
    fill_alliances(sample);
    ChartLimit *limits = arena_array(sample->arena, ChartLimit, LIMITS);
    for (size_t i = 0; i < LIMITS; i++) {
        double n   = 5 * (double)(i + 1);
        double dev = sqrt(0.47 * 0.53 / n);
        limits[i] =
            (ChartLimit){n, MAX(0.47 - 1.96 * dev, 0), MIN(0.47 + 1.96 * dev, 1),
                         MAX(0.47 - 3.09 * dev, 0), MIN(0.47 + 3.09 * dev, 1)};
    }
    sample->chart->limits         = limits;
    sample->chart->limit_count    = LIMITS;
    sample->chart->limit_names[0] = sample->dutch ? "95%-grens" : "95% limit";
    sample->chart->limit_names[1] = sample->dutch ? "99,8%-grens" : "99.8% limit";
    sample->chart->axis = sample->dutch ? "aantal antwoorden" : "number of answers";
}

static void fill_dumbbell(Sample *sample)
{
    static const ChartSign signs[] = {SIGN_UP, SIGN_UNSURE, SIGN_UNSURE, SIGN_DOWN};
    size_t rows                    = rows_of(sample, G_N_ELEMENTS(statements_nl));
    sample_table(sample, rows, 2);
    sample->chart->rows =
        names_take(sample, sample->dutch ? statements_nl : statements_en,
                   G_N_ELEMENTS(statements_nl), rows);
    sample->chart->columns = year_columns;
    sample->chart->counts  = sample->words->counts;
    sample_signs(sample, sample->dutch ? "2023: gestegen" : "2023: risen",
                 sample->dutch ? "2023: gedaald" : "2023: fallen",
                 sample->dutch ? "2023: verschil kan toeval zijn"
                               : "2023: difference may be chance");
    for (size_t i = 0; i < rows; i++) {
        ChartSign sign = signs[i % G_N_ELEMENTS(signs)];
        double from    = 0.3 + 0.4 * sample_share(sample);
        double step    = sign == SIGN_UP ? 0.14 : sign == SIGN_DOWN ? -0.12 : 0.02;
        sample->cells[2 * i]          = share_cell(from, 0.05, 160, 290);
        sample->cells[2 * i + 1]      = share_cell(from + step, 0.05, 172, 300);
        sample->cells[2 * i + 1].sign = sign;
    }
}

static void fill_sectors(Sample *sample)
{
    size_t count = sample->which == SAMPLE_ONE    ? 1
                   : sample->which == SAMPLE_MANY ? 12
                                                  : 8;
    sample_table(sample, count, count);
    sample->chart->unit    = NUMBER_COUNT;
    sample->chart->rows    = names_take(sample, sample->dutch ? sectors_nl : sectors_en,
                                        G_N_ELEMENTS(sectors_nl), count);
    sample->chart->columns = sample->chart->rows;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i; k < count; k++) {
            double share = sample_share(sample);
            sample->cells[i * count + k].value =
                floor(120 * share * share / (1 + 0.5 * (double)(i + k)));
        }
    }
}

/* With the total of the last two answers where the case is not the simplest. */
static void fill_diverging(Sample *sample)
{
    enum { ANSWERS = 5 };
    bool has_total = sample->which != SAMPLE_ONE && sample->which != SAMPLE_ZERO;
    size_t rows    = rows_of(sample, G_N_ELEMENTS(statements_nl));
    size_t columns = ANSWERS + (has_total ? 1 : 0);
    sample_table(sample, rows, columns);
    sample->chart->rows =
        names_take(sample, sample->dutch ? statements_nl : statements_en,
                   G_N_ELEMENTS(statements_nl), rows);
    sample->chart->columns   = sample->dutch ? answers_nl : answers_en;
    sample->chart->has_total = has_total;
    sample->chart->counts    = sample->words->counts;
    for (size_t i = 0; i < rows; i++) {
        double shares[ANSWERS];
        double total = 0;
        for (size_t k = 0; k < ANSWERS; k++)
            total += shares[k] = 0.05 + sample_share(sample) * (k > 2 ? 1.5 : 0.6);
        for (size_t k = 0; k < columns; k++)
            sample->cells[columns * i + k] =
                (ChartCell){.value = k < ANSWERS ? shares[k] / total
                                                 : (shares[3] + shares[4]) / total,
                            .low   = (double)NAN,
                            .high  = (double)NAN,
                            .n     = 172,
                            .of    = 300};
        if (!has_total)
            continue;
        ChartCell *last = &sample->cells[columns * i + ANSWERS];
        last->low       = last->value * 0.9;
        last->high      = 1 - (1 - last->value) * 0.9;
    }
}

static void fill_tiles(Sample *sample)
{
    static const char *const words_of_nl[] = {"op weg", "loopt achter", "gehaald",
                                              "niet te zeggen"};
    static const char *const words_of_en[] = {"on track", "behind", "reached",
                                              "cannot tell"};
    static const ChartSign signs[] = {SIGN_UP, SIGN_DOWN, SIGN_DONE, SIGN_UNSURE};
    size_t rows                    = rows_of(sample, 10);
    sample_table(sample, rows, 1);
    sample->chart->rows   = names_take(sample, sample->dutch ? opgaven_nl : opgaven_en,
                                       G_N_ELEMENTS(opgaven_nl), rows);
    sample->chart->groups = sample_groups(sample, rows);
    for (size_t i = 0; i < rows; i++) {
        sample->cells[i].value = 0.2 + 0.7 * sample_share(sample);
        sample->cells[i].word  = (sample->dutch ? words_of_nl : words_of_en)[i % 4];
        sample->cells[i].sign  = signs[i % 4];
    }
}

static void fill_ranges(Sample *sample)
{
    size_t rows = rows_of(sample, 6);
    sample_table(sample, rows, 3);
    sample->chart->unit    = NUMBER_COUNT;
    sample->chart->rows    = names_take(sample, sample->dutch ? opgaven_nl : opgaven_en,
                                        G_N_ELEMENTS(opgaven_nl), rows);
    sample->chart->columns = sample->dutch ? range_columns_nl : range_columns_en;
    for (size_t i = 0; i < rows; i++) {
        double low                     = floor(4000 * sample_share(sample));
        double high                    = low + floor(6000 * sample_share(sample));
        sample->cells[3 * i].low       = low;
        sample->cells[3 * i].high      = high;
        sample->cells[3 * i + 1].value = high + floor(1500 * sample_share(sample));
        sample->cells[3 * i + 2].value = i == 2 ? high - 400 : 13000;
    }
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
    {"bullets", fill_bullets, "Vier van de zeven kerncijfers liggen boven vorig jaar",
     "Four of seven key figures are above last year's",
     "Kerncijfers in procenten van alle partners, met marge van 95%, Nederland, 2023",
     "Key figures, percentage of all partners, with 95% interval, the Netherlands, "
     "2023"},
    {"matrix", fill_matrix, "Elke opgave heeft partners uit meer sectoren",
     "Every theme has partners from several sectors",
     "Partners die bijdragen, per opgave en sector, in procenten van wie antwoordden, "
     "2023",
     "Partners that contribute, by theme and sector, percentage of those who answered, "
     "2023"},
    {"dots", fill_alliances, "De meeste lokale allianties zijn niet te onderscheiden",
     "Most local alliances cannot be told apart",
     "Leden met een nieuwe samenwerking buiten hun sector, in procenten, met marge van "
     "95%, per lokale alliantie (A-Z), 2023. Dit is geen ranglijst.",
     "Members with a new collaboration outside their sector, in percent, with 95% "
     "interval, by local alliance (A-Z), 2023. This is not a ranking."},
    {"funnel", fill_funnel, "Verschillen tussen allianties passen meestal bij toeval",
     "Differences between alliances mostly fit with chance",
     "Leden met een nieuwe samenwerking buiten hun sector, in procenten, naar aantal "
     "antwoorden, per lokale alliantie, 2023",
     "Members with a new collaboration outside their sector, in percent, by number of "
     "answers, by local alliance, 2023"},
    {"dumbbell", fill_dumbbell, "Twee aandelen stegen, één daalde, de rest is onzeker",
     "Two shares rose, one fell, the rest is uncertain",
     "Partners die het eens zijn met de stelling, in procenten, Nederland, 2022 en "
     "2023",
     "Partners that agree with the statement, in percent, the Netherlands, 2022 and "
     "2023"},
    {"sectors", fill_sectors, "Gemeenten en onderwijs werken het meest samen",
     "Municipalities and education work together most",
     "Samenwerkingen tussen en binnen sectoren, aantal, Nederland, 2023. De drie "
     "sterkste banden tussen sectoren zijn donker.",
     "Collaborations between and within sectors, number, the Netherlands, 2023. The "
     "three strongest between sectors are dark."},
    {"diverging", fill_diverging, "De meeste partners zien verbetering",
     "Most partners see improvement",
     "Antwoorden op stellingen, in procenten van wie antwoordden, Nederland, 2023",
     "Answers to statements, percentage of those who answered, the Netherlands, 2023"},
    {"tiles", fill_tiles, "Drie doelen liggen op koers, twee lopen achter",
     "Three aims are on track, two are behind",
     "Stand per onderdeel van de verandertheorie, in procenten van alle partners, 2023",
     "State by part of the theory of change, percentage of all partners, 2023"},
    {"ranges", fill_ranges, "Partners bereiken minstens duizenden kinderen",
     "Partners reach thousands of children at least",
     "Bereikte kinderen per opgave, aantal, met de doelgroep, Nederland, 2023. Bereikt "
     "is "
     "niet hetzelfde als geholpen.",
     "Children reached by theme, number, with the target population, the Netherlands, "
     "2023. Reached is not the same as helped."},
};

static void make_zero(ChartCell *cell)
{
    double *const numbers[] = {&cell->value, &cell->low, &cell->high};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        *numbers[i] = isnan(*numbers[i]) ? *numbers[i] : 0;
}

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
        else if (sample->which == SAMPLE_ZERO)
            make_zero(cell);
        else if (sample->which == SAMPLE_LONG && i % 3 == 0 && cell->word == NULL)
            cell->word = isnan(cell->value) ? NULL : sample->words->remark;
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
