/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Share of partners that work on each of the eight life domains of the child, and the
 * mean number of domains; the mean is missing when one of the eight answers is. */
#include "indicators/core/indicator.h"

static const char *const categories[] = {"1", "2", "3", "4", "5", "6", "7", "8"};
enum { DOMAINS = G_N_ELEMENTS(categories) };
static const Items items = {.count = DOMAINS, .categories = categories};

static size_t uses(const Year *year, size_t item, size_t columns[USES_LIMIT])
{
    (void)year, (void)item;
    return uses_columns(COLUMN(survey, domain), DOMAINS, columns);
}

static bool observe(const Answer *answer, size_t item, double *value)
{
    (void)item;
    return answer_count(answer, COLUMN(survey, domain), DOMAINS, value);
}

const Indicator indicator_life_domains = {
    .id    = "life_domains",
    .title = {"Life domains of the child", "Leefdomeinen van het kind"},
    .definition =
        {"Share of the partners that work on each life domain of the child, and "
         "the mean number of domains.",
         "Aandeel van de partners dat aan elk leefdomein van het kind werkt, en "
         "het gemiddelde aantal domeinen."},
    .source = {"Partner survey", "Partnervragenlijst"},
    MEASURES({.id       = "share",
              .unit     = UNIT_PROPORTION,
              .estimate = ESTIMATE_SHARE,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .items    = &items,
              .variable = COLUMN(survey, domain)},
             {.id       = "mean",
              .unit     = UNIT_MEAN,
              .estimate = ESTIMATE_MEAN,
              .by       = BY_SECTOR | BY_ALLIANCE,
              .uses     = uses,
              .observe  = observe}),
};
