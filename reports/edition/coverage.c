/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage of the opgaven, from the public figures. */
#include "reports/edition/coverage.h"

static CoverageState state_of(const Figure *figure)
{
    if (!figure_is_shown(figure))
        return COVERAGE_HIDDEN;
    if (figure->value >= 2)
        return COVERAGE_SEVERAL;
    if (figure->value >= 1)
        return COVERAGE_ONE;
    return figure->n >= figure->N ? COVERAGE_GAP : COVERAGE_UNKNOWN;
}

const Coverage *coverage_list(const Report *report, size_t *n)
{
    const CodeList *opgaven = schema_opgaven();
    Coverage *list          = arena_array(report->arena, Coverage, opgaven->n_codes);
    *n                      = 0;
    for (size_t i = 0; i < opgaven->n_codes; i++) {
        Coverage coverage = {.opgave = opgaven->codes[i]};
        FigureKey key     = {.year        = report->year,
                             .indicator   = "opgave_coverage",
                             .measure     = "active_partners",
                             .alliance_id = report->alliance_id,
                             .opgave      = coverage.opgave};
        if (!figures_find(report->edition->figures, &key, &coverage.figure))
            continue;
        coverage.state = state_of(&coverage.figure);
        list[(*n)++]   = coverage;
    }
    return list;
}

const char *coverage_word(const Report *report, const Coverage *coverage)
{
    static const WordId words[] = {
        [COVERAGE_GAP]     = WORD_coverage_gap,
        [COVERAGE_UNKNOWN] = WORD_coverage_unknown,
        [COVERAGE_ONE]     = WORD_coverage_one,
        [COVERAGE_SEVERAL] = WORD_coverage_several,
    };
    if (coverage->state != COVERAGE_HIDDEN)
        return report_word(report, words[coverage->state]);
    const char *missing = edition_missing_word(report->edition, &coverage->figure);
    return missing != NULL ? missing : report_word(report, WORD_not_asked);
}

static const char *count_text(const Report *report, double count)
{
    return format_number(report->arena, report->edition->format, count, 0);
}

const char *coverage_question(const Report *report, const Coverage *coverage)
{
    static const WordId words[] = {
        [COVERAGE_GAP]     = WORD_question_gap,
        [COVERAGE_UNKNOWN] = WORD_question_unknown,
        [COVERAGE_ONE]     = WORD_question_one,
        [COVERAGE_SEVERAL] = WORD_question_several,
    };
    const Figure *figure = &coverage->figure;
    if (coverage->state == COVERAGE_HIDDEN)
        return NULL;
    bool is_one_silent = figure->N - figure->n == 1;
    WordId id          = coverage->state == COVERAGE_UNKNOWN && is_one_silent
                             ? WORD_question_unknown_one
                             : words[coverage->state];
    return word_fill(report->arena, report->edition->language, id,
                     FIELDS({"opgave", name_opgave(report->edition, coverage->opgave)},
                            {"x", count_text(report, figure->value)},
                            {"n", count_text(report, figure->n)},
                            {"silent", count_text(report, figure->N - figure->n)}));
}

const char *coverage_silent_question(const Report *report)
{
    FigureKey key = {.year        = report->year,
                     .indicator   = "response",
                     .measure     = "rate",
                     .alliance_id = report->alliance_id};
    Figure response;
    if (!figures_find(report->edition->figures, &key, &response))
        return NULL;
    if (!figure_is_shown(&response))
        return report_word(report, WORD_question_hidden);
    double silent = response.N - response.n;
    if (silent < 1)
        return NULL;
    return word_fill(report->arena, report->edition->language,
                     silent > 1 ? WORD_question_silent : WORD_question_silent_one,
                     FIELDS({"silent", count_text(report, silent)},
                            {"N", count_text(report, response.N)}));
}
