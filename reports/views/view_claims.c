/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and shapes of movements and verdicts. */
#include "reports/views/view_claims.h"

const char *view_movement_word(const ChartOrder *order, Movement movement)
{
    static const WordId words[MOVEMENT_COUNT] = {
        [MOVEMENT_NONE] = WORD_chart_not_compared, [MOVEMENT_RISE] = WORD_chart_rise,
        [MOVEMENT_FALL] = WORD_chart_fall,         [MOVEMENT_EQUAL] = WORD_chart_equal,
        [MOVEMENT_CHANCE] = WORD_chart_chance,
    };
    return word(order->edition->language, words[movement]);
}

ChartSign view_movement_sign(Movement movement)
{
    static const ChartSign signs[MOVEMENT_COUNT] = {
        [MOVEMENT_NONE] = SIGN_NONE,     [MOVEMENT_RISE] = SIGN_UP,
        [MOVEMENT_FALL] = SIGN_DOWN,     [MOVEMENT_EQUAL] = SIGN_UNSURE,
        [MOVEMENT_CHANCE] = SIGN_UNSURE,
    };
    return signs[movement];
}

/* What a verdict is called before the target year and from it on. */
typedef struct ProgressWord {
    const char *verdict;
    WordId before, due;
    ChartSign sign_before, sign_due;
} ProgressWord;

static const ProgressWord *progress_word_find(const char *verdict)
{
    static const ProgressWord words[] = {
        {"cannot_tell", WORD_chart_cannot_tell, WORD_chart_cannot_tell, SIGN_UNSURE,
         SIGN_UNSURE},
        {"on_track", WORD_chart_on_track, WORD_chart_cannot_tell, SIGN_UP, SIGN_UNSURE},
        {"behind", WORD_chart_behind, WORD_chart_missed, SIGN_DOWN, SIGN_DOWN},
        {"reached", WORD_chart_reached, WORD_chart_reached, SIGN_DONE, SIGN_DONE},
        {"missed", WORD_chart_missed, WORD_chart_missed, SIGN_DOWN, SIGN_DOWN},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strcmp0(words[i].verdict, verdict) == 0)
            return &words[i];
    return &words[0];
}

const char *view_progress_word(const ChartOrder *order, const Progress *progress)
{
    const ProgressWord *found = progress_word_find(progress->verdict);
    bool is_due               = order->year >= progress->target_year;
    return word(order->edition->language, is_due ? found->due : found->before);
}

ChartSign view_progress_sign(const ChartOrder *order, const Progress *progress)
{
    const ProgressWord *found = progress_word_find(progress->verdict);
    return order->year >= progress->target_year ? found->sign_due : found->sign_before;
}
