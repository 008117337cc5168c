/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions: the descriptor's own text, and for one of a family what the item is. */
#include "reports/partners/questions.h"

#include <string.h>

/* Families of variables, and what names their items. */
static const struct {
    const char *prefix;
    const char *indicator; /* whose categories or opgaven these are */
    bool is_opgave;
} families[] = {
    {"opgave_", "opgave_participation", true},
    {"reach_children_", "reach_children", true},
    {"reach_families_", "reach_families", true},
    {"domain_", "life_domains", false},
    {"statement_", "statement_agreement", false},
    {"new_with_", "sector_mixing", false},
};

static const char *item_of(const Report *report, const char *variable)
{
    for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
        if (!g_str_has_prefix(variable, families[i].prefix))
            continue;
        const char *code = variable + strlen(families[i].prefix);
        FigureKey key    = {.indicator = families[i].indicator, .category = code};
        return families[i].is_opgave ? name_opgave(report->edition, code)
                                     : name_category(report->edition, &key);
    }
    return NULL;
}

const char *question_of(const Report *report, const char *variable)
{
    if (variable == NULL)
        return "";
    const TableSpec *survey = schema_table(report->edition->schema, TABLE_survey);
    const Variable *found   = schema_find(survey, variable);
    if (found == NULL)
        return variable;
    const char *question = text_in(found->question, report->edition->language);
    const char *item     = item_of(report, found->name);
    return item != NULL ? arena_printf(report->arena, "%s (%s)", question, item)
                        : question;
}
