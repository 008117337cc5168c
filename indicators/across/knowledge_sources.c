/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that use knowledge from research, from practice and from experience
 * of poverty, and of those that use all three; that last one is missing when one of the
 * three answers is. */
#include "indicators/core/indicator.h"

enum { SOURCES = 3 };
static const char *const categories[] = {"science", "practice", "experience", "all"};
static const Items items              = {.count      = G_N_ELEMENTS(categories),
                                         .categories = categories};

static size_t uses(const Year *year, size_t item, size_t columns[USES_LIMIT])
{
    (void)year;
    bool is_all = item == SOURCES;
    return uses_columns(COLUMN(survey, source_science) + (is_all ? 0 : item),
                        is_all ? SOURCES : 1, columns);
}

static bool observe(const Answer *answer, size_t item, double *value)
{
    if (item < SOURCES)
        return answer_value(answer, COLUMN(survey, source_science) + item, value);
    if (!answer_count(answer, COLUMN(survey, source_science), SOURCES, value))
        return false;
    *value = *value == SOURCES;
    return true;
}

const Indicator indicator_knowledge_sources = {
    .id    = "knowledge_sources",
    .title = {"Three sources of knowledge", "Drie kennisbronnen"},
    .definition =
        {"Share of the partners that use knowledge from research, practice and "
         "experience, each apart and all three.",
         "Aandeel van de partners dat kennis uit onderzoek, praktijk en ervaring "
         "gebruikt, elk apart en alle drie."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .items    = &items,
              .uses     = uses,
              .observe  = observe}),
};
