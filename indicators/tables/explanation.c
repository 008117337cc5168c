/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that estimators, units and breakdowns have in common. */
#include "indicators/tables/explanation.h"

static const Text unit_words[] = {
    [UNIT_COUNT]      = {"number", "aantal"},
    [UNIT_PROPORTION] = {"share, 0 to 1", "aandeel, 0 tot 1"},
    [UNIT_MEAN]       = {"mean", "gemiddelde"},
    [UNIT_INDEX]      = {"index", "index"},
    [UNIT_CHILDREN]   = {"children", "kinderen"},
    [UNIT_FAMILIES]   = {"families", "gezinnen"},
};

/* What the measures of one kind have in common; empty where the descriptor tells. */
static const Text formula_words[] = {
    [ESTIMATE_CENSUS] = {"", ""},
    [ESTIMATE_SHARE] =
        {"Share: the share of yes among the answers of each sector, weighted by the "
         "sector's partners, with an interval on the logit scale (exact where all "
         "answers are equal). Of a sector or local alliance: yes among its answers, "
         "with an exact interval. Reported: the count of yes. Bounds: that count, and "
         "that count plus everyone who did not answer, divided by all partners.",
         "Aandeel: het aandeel ja onder de antwoorden per sector, gewogen naar het "
         "aantal partners in de sector, met een marge op de logitschaal (exact als "
         "alle "
         "antwoorden gelijk zijn). Van een sector of lokale alliantie: ja onder de "
         "antwoorden, met een exacte marge. Gemeld: het aantal keer ja. Grenzen: dat "
         "aantal, en dat aantal plus ieder die niet antwoordde, gedeeld door alle "
         "partners."},
    [ESTIMATE_SHARE_ALONE] =
        {"Share: the share of yes among the answers of each sector, weighted by the "
         "sector's partners.",
         "Aandeel: het aandeel ja onder de antwoorden per sector, gewogen naar het "
         "aantal partners in de sector."},
    [ESTIMATE_MEAN] =
        {"Mean: the mean of the answers of each sector, weighted by the sector's "
         "partners, with a t interval. Of a sector or local alliance: the plain mean.",
         "Gemiddelde: het gemiddelde van de antwoorden per sector, gewogen naar het "
         "aantal partners in de sector, met een t-marge. Van een sector of lokale "
         "alliantie: het gewone gemiddelde."},
    [ESTIMATE_TOTAL] =
        {"Estimated: the mean of each sector times its partners, with a t interval.",
         "Geschat: het gemiddelde per sector maal het aantal partners, met een "
         "t-marge."},
    [ESTIMATE_REPORTED] = {"Reported: the sum of what the answers say.",
                           "Gemeld: de som van wat de antwoorden zeggen."},
};

static const struct {
    unsigned bit;
    Text words;
} breakdowns[] = {
    {BY_SECTOR, {"sector", "sector"}},
    {BY_ALLIANCE, {"local alliance", "lokale alliantie"}},
    {BY_OPGAVE, {"opgave", "opgave"}},
    {BY_CATEGORY, {"category", "categorie"}},
    {BY_ANSWER, {"answer (answers.csv)", "antwoord (answers.csv)"}},
};

static unsigned measure_breakdowns(const Measure *measure)
{
    if (measure->items == NULL)
        return measure->by;
    return measure->by | (measure->items->is_opgave ? BY_OPGAVE : BY_CATEGORY);
}

static void add_breakdowns(GString *text, const Measure *measure, Language language)
{
    static const Text lead = {"; by ", "; naar "};
    const char *separator  = text_in(lead, language);
    unsigned bits          = measure_breakdowns(measure);
    for (size_t i = 0; i < G_N_ELEMENTS(breakdowns); i++) {
        if ((bits & breakdowns[i].bit) == 0)
            continue;
        g_string_append_printf(text, "%s%s", separator,
                               text_in(breakdowns[i].words, language));
        separator = ", ";
    }
    const Items *items = measure->items;
    for (size_t i = 0; items != NULL && !items->is_opgave && i < items->count; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? " (" : ", ",
                               items->categories[i]);
    if (items != NULL && !items->is_opgave)
        g_string_append_c(text, ')');
}

static void add_measure(GString *text, const Measure *measure, Language language)
{
    g_string_append_printf(text, "  %s: %s", measure->id,
                           text_in(unit_words[measure->unit], language));
    add_breakdowns(text, measure, language);
    g_string_append_c(text, '\n');
    if (measure->estimate == ESTIMATE_SHARE)
        g_string_append_printf(text, "  reported: %s\n  bounds: %s\n",
                               text_in(unit_words[UNIT_COUNT], language),
                               text_in(unit_words[UNIT_PROPORTION], language));
}

/* The descriptor's own formula, then that of each kind of measure, each once. */
static void add_formulas(GString *text, const Indicator *indicator, Language language)
{
    bool is_said[G_N_ELEMENTS(formula_words)] = {[ESTIMATE_CENSUS] = true};
    if (indicator->formula.en != NULL)
        g_string_append_printf(text, "%s\n", text_in(indicator->formula, language));
    for (size_t m = 0; m < indicator->n_measures; m++) {
        Estimator kind = indicator->measures[m].estimate;
        if (!is_said[kind])
            g_string_append_printf(text, "%s\n",
                                   text_in(formula_words[kind], language));
        is_said[kind] = true;
    }
}

const char *explanation_make(Arena *arena, const Indicator *indicator,
                             Language language)
{
    static const Text how  = {"How it is computed:", "Berekening:"};
    static const Text what = {"Measures:", "Maten:"};
    static const Text from = {"Source:", "Bron:"};
    g_autoptr(GString) out = g_string_new(NULL);
    g_string_append_printf(out, "%s (%s)\n\n%s\n\n%s\n",
                           text_in(indicator->title, language), indicator->id,
                           text_in(indicator->definition, language),
                           text_in(how, language));
    add_formulas(out, indicator, language);
    g_string_append_printf(out, "\n%s\n", text_in(what, language));
    for (size_t m = 0; m < indicator->n_measures; m++)
        add_measure(out, &indicator->measures[m], language);
    g_string_append_printf(out, "\n%s %s\n", text_in(from, language),
                           text_in(indicator->source, language));
    return arena_strdup(arena, out->str);
}
