/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes to sentences. */
#include "reports/edition/verdict.h"

#include "reports/edition/sentence.h"

#include <math.h>
#include <string.h>

static const char *change_number(const Report *report, const ChangeVerdict *change,
                                 double value)
{
    return change->is_mean
               ? format_number(report->arena, report->edition->format, value, 1)
               : sentence_percent(report->arena, report->edition, value);
}

/* Equal as they are read, and nothing more than chance: it stayed. */
static WordId change_word(const ChangeVerdict *change, bool is_equal, double confidence)
{
    if (isnan(change->p_value))
        return change->is_mean ? WORD_change_mean_unknown : WORD_change_share_unknown;
    if (change->p_value + confidence < 1)
        return change->is_mean ? WORD_change_mean_real : WORD_change_share_real;
    if (is_equal)
        return change->is_mean ? WORD_change_mean_equal : WORD_change_share_equal;
    return change->is_mean ? WORD_change_mean_chance : WORD_change_share_chance;
}

const char *verdict_of_change(const Report *report, const ChangeVerdict *change)
{
    if (isnan(change->from) || isnan(change->to))
        return report_word(report, WORD_change_none);
    const char *from  = change_number(report, change, change->from);
    const char *to    = change_number(report, change, change->to);
    double confidence = report->edition->settings->monitor_confidence;
    return word_fill(report->arena, report->edition->language,
                     change_word(change, strcmp(from, to) == 0, confidence),
                     FIELDS({"from", from}, {"to", to}));
}

/* Which sentence fits the verdict, before and from the target year on. */
static const struct {
    const char *verdict;
    WordId before;
    WordId due;
} progress_words[] = {
    {"on_track", WORD_progress_on_track, WORD_progress_cannot_tell_due},
    {"behind", WORD_progress_behind, WORD_progress_missed},
    {"reached", WORD_progress_reached, WORD_progress_reached},
    {"missed", WORD_progress_missed, WORD_progress_missed},
    {"cannot_tell", WORD_progress_cannot_tell, WORD_progress_cannot_tell_due},
};

static WordId progress_word(const ProgressVerdict *progress)
{
    bool is_due = progress->year >= progress->target_year;
    for (size_t i = 0; i < G_N_ELEMENTS(progress_words); i++)
        if (g_strcmp0(progress_words[i].verdict, progress->verdict) == 0)
            return is_due ? progress_words[i].due : progress_words[i].before;
    return WORD_progress_cannot_tell;
}

const char *verdict_of_progress(const Report *report, const ProgressVerdict *progress)
{
    Arena *arena            = report->arena;
    const Language language = report->edition->language;
    if (progress->value == NULL)
        return report_word(report, WORD_progress_no_value);
    const char *sentence = word_fill(
        arena, language, progress_word(progress),
        FIELDS({"now", progress->now}, {"target", progress->target},
               {"target_year", arena_printf(arena, "%d", progress->target_year)}));
    if (progress->projection == NULL)
        return sentence;
    return arena_printf(
        arena, "%s %s", sentence,
        word_fill(
            arena, language, WORD_progress_projection,
            FIELDS({"projection", progress->projection},
                   {"target_year", arena_printf(arena, "%d", progress->target_year)})));
}

const char *verdict_of_zone(const Report *report, const char *zone, bool is_shown)
{
    static const struct {
        const char *zone;
        WordId word;
    } words[] = {
        {"within", WORD_zone_within},     {"low_95", WORD_zone_low_95},
        {"low_998", WORD_zone_low_998},   {"high_95", WORD_zone_high_95},
        {"high_998", WORD_zone_high_998}, {"overdispersed", WORD_zone_overdispersed},
    };
    if (!is_shown)
        return report_word(report, WORD_sentence_suppressed);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strcmp0(words[i].zone, zone) == 0)
            return report_word(report, words[i].word);
    return report_word(report, WORD_zone_none);
}

static const char *subject_of(const Report *report, const FigureKey *key)
{
    const Edition *edition = report->edition;
    const char *title      = name_figure(report->arena, edition, key);
    const char *part       = key->category != NULL ? name_category(edition, key)
                             : key->opgave != NULL ? name_opgave(edition, key->opgave)
                                                   : NULL;
    return part != NULL ? arena_printf(report->arena, "%s, %s", title, part) : title;
}

/* As it goes on after a colon. */
static const char *continued(Arena *arena, const char *sentence)
{
    char first[7] = "";
    g_unichar_to_utf8(g_unichar_tolower(g_utf8_get_char(sentence)), first);
    const char *rest = sentence + g_utf8_skip[(guchar)*sentence];
    return arena_printf(arena, "%s%s", first, rest);
}

const char *verdict_about(const Report *report, const FigureKey *key, int year_from,
                          const char *sentence)
{
    Arena *arena = report->arena;
    return word_fill(arena, report->edition->language,
                     year_from != 0 ? WORD_sentence_change_about : WORD_sentence_about,
                     FIELDS({"subject", subject_of(report, key)},
                            {"from", arena_printf(arena, "%d", year_from)},
                            {"to", arena_printf(arena, "%d", key->year)},
                            {"sentence", continued(arena, sentence)}));
}
