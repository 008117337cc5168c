/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences from figures: which of them fits is a matter of how many there are, never
 * of what they count; that stands in the phrases of the wording table. */
#include "reports/edition/sentence.h"

#include <math.h>
#include <string.h>

typedef struct Speaker {
    Arena *arena;
    const Edition *edition;
    GString *text;
} Speaker;

static void say_text(Speaker *speaker, const char *sentence)
{
    if (speaker->text->len > 0)
        g_string_append_c(speaker->text, ' ');
    g_string_append(speaker->text, sentence);
}

static void say(Speaker *speaker, WordId id, const WordField *fields)
{
    say_text(speaker,
             word_fill(speaker->arena, speaker->edition->language, id, fields));
}

/* What was said, with a capital. */
static const char *finish(Speaker *speaker)
{
    g_autofree char *said  = g_string_free(speaker->text, FALSE);
    const char *rest       = g_utf8_next_char(said);
    g_autofree char *first = g_utf8_strup(said, rest - said);
    return arena_printf(speaker->arena, "%s%s", first, rest);
}

const char *sentence_percent(Arena *arena, const Edition *edition, double value)
{
    char *text             = format_percent(arena, edition->format, value, 0);
    text[strlen(text) - 1] = '\0';
    return text;
}

const char *sentence_count(Arena *arena, const Edition *edition, double value)
{
    if (round(value) == 0)
        return word(edition->language, WORD_none);
    return format_number(arena, edition->format, value, 0);
}

static const char *whole(const Speaker *speaker, double value)
{
    return format_number(speaker->arena, speaker->edition->format, value, 0);
}

static const char *percent(const Speaker *speaker, double value)
{
    return sentence_percent(speaker->arena, speaker->edition, value);
}

static const char *year_text(const Speaker *speaker, const FigureKey *key)
{
    return arena_printf(speaker->arena, "%d", key->year);
}

/* ---- what cannot be shown, and what a figure bears ---- */

static void say_missing(Speaker *speaker, const SentenceFigures *figures)
{
    const Figure *figure    = &figures->figure;
    const WordField *fields = FIELDS({"year", year_text(speaker, &figures->key)});
    bool is_asked           = !isnan(figure->n);
    if (figure->conf_status != 'F' || (figure->obs_status == 'O' && is_asked))
        say(speaker, WORD_sentence_suppressed, fields);
    else if (figure->obs_status == 'M')
        say(speaker, WORD_sentence_not_applicable, fields);
    else if (figure_is_of_tables(figure))
        say(speaker, WORD_sentence_not_counted, fields);
    else
        say(speaker, WORD_sentence_not_asked, fields);
}

static void say_statuses(Speaker *speaker, const SentenceFigures *figures)
{
    const Figure *figure    = &figures->figure;
    const char *coverage    = figure_note(speaker->arena, figure, "coverage");
    const WordField *fields = FIELDS({"year", year_text(speaker, &figures->key)},
                                     {"share", coverage != NULL ? coverage : ""});
    if (figure_note(speaker->arena, figure, "derived") != NULL)
        say(speaker, WORD_sentence_derived, fields);
    if (figure->obs_status == 'B')
        say(speaker, WORD_sentence_break, fields);
    if (coverage != NULL)
        say(speaker, WORD_sentence_coverage, fields);
    else if (figure->obs_status == 'U')
        say(speaker, WORD_sentence_uncertain, fields);
    if (figure->obs_status == 'P')
        say(speaker, WORD_sentence_provisional, fields);
}

/* ---- shares ---- */

/* The three sentences of one kind: for nobody, for everybody, for some. */
typedef struct Trio {
    WordId none;
    WordId all;
    WordId some;
} Trio;

static const Trio trio_answered = {WORD_sentence_share_none, WORD_sentence_share_all,
                                   WORD_sentence_share};
static const Trio trio_full     = {WORD_sentence_full_none, WORD_sentence_full_all,
                                   WORD_sentence_full};
static const Trio trio_census   = {WORD_sentence_census_none, WORD_sentence_census_all,
                                   WORD_sentence_census};
static const Trio trio_few      = {WORD_sentence_few_none, WORD_sentence_few_all,
                                   WORD_sentence_few};

static const char *item_name(const Speaker *speaker, const FigureKey *key)
{
    if (key->opgave != NULL)
        return name_opgave(speaker->edition, key->opgave);
    return key->category != NULL ? name_category(speaker->edition, key) : "";
}

/* What the partners did: "gingen een nieuwe samenwerking aan ...". NULL: no phrase. */
static const char *predicate(const Speaker *speaker, const FigureKey *key, double x)
{
    const Text *phrase = phrase_of(key, x <= 1);
    if (phrase == NULL)
        return NULL;
    return word_fill_text(speaker->arena, text_in(*phrase, speaker->edition->language),
                          FIELDS({"item", item_name(speaker, key)}));
}

static void say_trio(Speaker *speaker, const Trio *trio, const SentenceFigures *figures,
                     double x)
{
    const Figure *figure = &figures->figure;
    WordId id = x <= 0 ? trio->none : x >= figure->n ? trio->all : trio->some;
    say(speaker, id,
        FIELDS({"x", whole(speaker, x)}, {"n", whole(speaker, figure->n)},
               {"N", whole(speaker, figure->N)},
               {"value", percent(speaker, figure->value)},
               {"does", predicate(speaker, &figures->key, x)}));
}

/* From some sectors nobody answered: the figure is about the others. */
static bool is_partial(const Speaker *speaker, const Figure *figure)
{
    return figure_note(speaker->arena, figure, "coverage") != NULL;
}

/* "alle 300 partners", or those of the sectors that answered. */
static const char *whom(const Speaker *speaker, const Figure *figure)
{
    return word_fill(speaker->arena, speaker->edition->language,
                     is_partial(speaker, figure) ? WORD_whom_partial : WORD_whom_all,
                     FIELDS({"N", whole(speaker, figure->N)}));
}

static void say_estimate(Speaker *speaker, const Figure *figure)
{
    bool is_alone           = isnan(figure->ci_low) || isnan(figure->ci_high);
    const char *low         = is_alone ? "" : percent(speaker, figure->ci_low);
    const char *high        = is_alone ? "" : percent(speaker, figure->ci_high);
    const WordField *fields = FIELDS({"whom", whom(speaker, figure)},
                                     {"value", percent(speaker, figure->value)},
                                     {"low", low}, {"high", high});
    if (is_alone)
        say(speaker, WORD_sentence_estimate_alone, fields);
    else if (strcmp(low, high) == 0)
        say(speaker, WORD_sentence_estimate_narrow, fields);
    else
        say(speaker, WORD_sentence_estimate, fields);
}

/* Of those who did not answer, nobody may have done so, or everybody. */
static void say_certain(Speaker *speaker, const Figure *figure, double x)
{
    double most = x + figure->N - figure->n;
    say(speaker, x > 0 ? WORD_sentence_at_least : WORD_sentence_at_most,
        FIELDS({"x", whole(speaker, x > 0 ? x : most)},
               {"N", whole(speaker, figure->N)}));
}

static void say_share_generic(Speaker *speaker, const SentenceFigures *figures)
{
    const char *title    = name_figure(speaker->arena, speaker->edition, &figures->key);
    const Figure *figure = &figures->figure;
    if (isnan(figure->ci_low) || isnan(figure->ci_high))
        say(speaker, WORD_sentence_generic_percent,
            FIELDS({"title", title}, {"value", percent(speaker, figure->value)}));
    else
        say(speaker, WORD_sentence_generic_share,
            FIELDS({"title", title}, {"value", percent(speaker, figure->value)},
                   {"low", percent(speaker, figure->ci_low)},
                   {"high", percent(speaker, figure->ci_high)}));
}

/* How many said yes. A national numerator is an estimate, so the report is needed. */
static double share_count(const SentenceFigures *figures)
{
    const FigureKey *key = &figures->key;
    bool is_counted      = key->sector != NULL || key->alliance_id != NULL ||
                      g_strcmp0(figures->figure.method, "census") == 0;
    if (figures->is_reported)
        return figures->reported.value;
    return is_counted ? figures->figure.numerator : (double)NAN;
}

/* Of a census n is all there are; the response counts as n those who answered. */
static void say_census(Speaker *speaker, const SentenceFigures *figures, double x)
{
    SentenceFigures all = *figures;
    all.figure.n        = all.figure.N;
    say_trio(speaker, &trio_census, &all, x);
}

/* Everybody answered, of the sectors that the figure is about. */
static void say_full(Speaker *speaker, const SentenceFigures *figures, double x)
{
    const Figure *figure = &figures->figure;
    if (is_partial(speaker, figure))
        say_trio(speaker, &trio_answered, figures, x);
    else if (figure->N > 1)
        say_trio(speaker, &trio_full, figures, x);
    else
        say(speaker, x > 0 ? WORD_sentence_only : WORD_sentence_only_not,
            FIELDS({"does", predicate(speaker, &figures->key, x)}));
}

static void say_share(Speaker *speaker, const SentenceFigures *figures)
{
    const Figure *figure = &figures->figure;
    double x             = share_count(figures);
    bool is_full         = figure->n == figure->N;
    if (isnan(x) || isnan(figure->n) || predicate(speaker, &figures->key, x) == NULL)
        say_share_generic(speaker, figures);
    else if (g_strcmp0(figure->method, "census") == 0)
        say_census(speaker, figures, x);
    else if (figure->n == 1 && (figure->N > 1 || is_partial(speaker, figure)))
        say(speaker, WORD_sentence_one_answer, FIELDS({"", ""}));
    else if (is_full)
        say_full(speaker, figures, x);
    else if (figures->key.alliance_id != NULL && figure->n < ANSWERS_FOR_PERCENTAGE)
        say_trio(speaker, &trio_few, figures, x);
    else {
        say_trio(speaker, &trio_answered, figures, x);
        say_estimate(speaker, figure);
        say_certain(speaker, figure, x);
    }
}

/* ---- counts, means, totals ---- */

static const char *margin_of(const Speaker *speaker, const Figure *figure)
{
    if (isnan(figure->ci_low) || isnan(figure->ci_high))
        return "";
    const NumberFormat *format = speaker->edition->format;
    return word_fill(
        speaker->arena, speaker->edition->language, WORD_sentence_margin,
        FIELDS({"low", format_number(speaker->arena, format, figure->ci_low, 1)},
               {"high", format_number(speaker->arena, format, figure->ci_high, 1)}));
}

static const char *value_of(const Speaker *speaker, const Figure *figure)
{
    if (strcmp(figure->unit, "mean") == 0)
        return format_number(speaker->arena, speaker->edition->format, figure->value,
                             1);
    return sentence_count(speaker->arena, speaker->edition, figure->value);
}

static void say_number(Speaker *speaker, const SentenceFigures *figures)
{
    const Edition *edition = speaker->edition;
    const Figure *figure   = &figures->figure;
    const Text *phrase     = phrase_of(&figures->key, round(figure->value) == 1);
    const char *value      = value_of(speaker, figure);
    Date date = settings_reference_date(edition->settings, figures->key.year);
    if (phrase == NULL) {
        say(speaker, WORD_sentence_generic_count,
            FIELDS({"title", name_figure(speaker->arena, edition, &figures->key)},
                   {"value", value}));
        return;
    }
    say_text(speaker,
             word_fill_text(
                 speaker->arena, text_in(*phrase, edition->language),
                 FIELDS({"value", value}, {"year", year_text(speaker, &figures->key)},
                        {"date", name_date(speaker->arena, edition->language, date)},
                        {"margin", margin_of(speaker, figure)})));
    const Figure *estimate = &figures->reported;
    if (figures->is_reported && !isnan(estimate->ci_low) && !isnan(estimate->value))
        say(speaker, WORD_sentence_total,
            FIELDS({"whom", whom(speaker, estimate)},
                   {"value", whole(speaker, estimate->value)},
                   {"low", whole(speaker, estimate->ci_low)},
                   {"high", whole(speaker, estimate->ci_high)}));
}

const char *sentence_make(Arena *arena, const Edition *edition,
                          const SentenceFigures *figures)
{
    Speaker speaker = {arena, edition, g_string_new(NULL)};
    if (!figure_is_shown(&figures->figure)) {
        say_missing(&speaker, figures);
        return finish(&speaker);
    }
    if (strcmp(figures->figure.unit, "proportion") == 0)
        say_share(&speaker, figures);
    else
        say_number(&speaker, figures);
    say_statuses(&speaker, figures);
    return finish(&speaker);
}

/* ---- reach ---- */

static bool find_measure(const Edition *edition, FigureKey key, const char *measure,
                         Figure *figure)
{
    key.measure = measure;
    return figures_find(edition->figures, &key, figure);
}

static void say_coverage(Speaker *speaker, const Figure *coverage)
{
    if (isnan(coverage->ci_low) || isnan(coverage->ci_high))
        return;
    say(speaker, WORD_sentence_reach_coverage,
        FIELDS({"low", percent(speaker, coverage->ci_low)},
               {"high", percent(speaker, coverage->ci_high)}));
    const char *year = figure_note(speaker->arena, coverage, "denominator");
    if (year != NULL)
        say(speaker, WORD_sentence_reach_year, FIELDS({"year", year}));
    else if (coverage->obs_status == 'P')
        say(speaker, WORD_sentence_reach_provisional, FIELDS({"", ""}));
    if (coverage->ci_high > 1)
        say(speaker, WORD_sentence_reach_over, FIELDS({"", ""}));
}

static const char *sentence_reach(Arena *arena, const Edition *edition,
                                  const FigureKey *key)
{
    Figure gross    = {.conf_status = 'F'}, lower, upper, coverage;
    Speaker speaker = {arena, edition, g_string_new(NULL)};
    if (!find_measure(edition, *key, "gross", &gross) || !figure_is_shown(&gross) ||
        !find_measure(edition, *key, "lower", &lower) ||
        !find_measure(edition, *key, "upper", &upper)) {
        say_missing(&speaker, &(SentenceFigures){.key = *key, .figure = gross});
        return finish(&speaker);
    }
    say(&speaker,
        strcmp(key->indicator, "reach_families") == 0 ? WORD_sentence_reach_families
                                                      : WORD_sentence_reach_children,
        FIELDS({"opgave", item_name(&speaker, key)},
               {"gross", whole(&speaker, gross.value)},
               {"lower", whole(&speaker, lower.value)},
               {"upper", whole(&speaker, upper.value)}));
    if (find_measure(edition, *key, "coverage", &coverage))
        say_coverage(&speaker, &coverage);
    say(&speaker, WORD_sentence_reach_helped, FIELDS({"", ""}));
    return finish(&speaker);
}

/* ---- looking up ---- */

/* What stands beside a figure: of a share the reported number, of a reported total the
 * estimate for all. */
static const char *companion_of(const FigureKey *key)
{
    return strcmp(key->measure, "share") == 0 ? "reported" : "estimated";
}

const char *sentence_of(Arena *arena, const Edition *edition, const FigureKey *key)
{
    SentenceFigures figures = {.key = *key};
    if (!figures_find(edition->figures, key, &figures.figure))
        return NULL;
    if (g_str_has_prefix(key->indicator, "reach_"))
        return sentence_reach(arena, edition, key);
    figures.is_reported =
        find_measure(edition, *key, companion_of(key), &figures.reported) &&
        figure_is_shown(&figures.reported);
    return sentence_make(arena, edition, &figures);
}
