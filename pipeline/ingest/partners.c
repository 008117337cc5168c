/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register: whoever has no role is a partner; nobody leaves before joining, is its
 * own parent or introduced itself. */
#include "ingest/rules.h"

#include <string.h>

static void check(Intake *intake, size_t row)
{
    Table *table = intake->table;
    if (table_date(table, COLUMN(partners, left), row) != DATE_MISSING &&
        table_date(table, COLUMN(partners, left), row) <
            table_date(table, COLUMN(partners, joined), row)) {
        char left[DATE_SIZE];
        date_format(table_date(table, COLUMN(partners, left), row), left);
        intake_report(intake, FINDING_dates_reversed, COLUMN(partners, left), left,
                      NULL);
        table_put(table, COLUMN(partners, left), row, (Value){.date = DATE_MISSING});
    }
    if (table_code(table, COLUMN(partners, role), row) == CODE_NONE)
        table_put(table, COLUMN(partners, role), row,
                  (Value){.code = CODE_VALUE(role, partner)});
}

/* An organisation that another row names must be another, and be in the register; an
 * umbrella need not be a partner itself. */
static void check_link(Intake *intake, KeyIndex *index, size_t row, int column)
{
    Table *table     = intake->table;
    const char *own  = table_text(table, COLUMN(partners, partner_id), row);
    const char *link = table_text(table, (size_t)column, row);
    if (link == NULL)
        return;
    bool is_own         = strcmp(own, link) == 0;
    bool may_be_outside = column == COLUMN(partners, parent_id);
    if (!is_own && (may_be_outside || key_index_find(index, link) != KEY_NEW))
        return;
    intake_report_row(
        intake, row,
        &(Finding){.code = is_own ? FINDING_refers_to_itself : FINDING_unknown_partner,
                   .column     = intake->plan->places[column],
                   .variable   = intake->spec->variables[column].name,
                   .partner_id = own,
                   .value      = link});
    table_put(table, (size_t)column, row, (Value){.text = NULL});
}

static void finish(Intake *intake)
{
    for (size_t row = 0; row < intake->table->n_rows; row++) {
        check_link(intake, intake->keys, row, COLUMN(partners, parent_id));
        check_link(intake, intake->keys, row, COLUMN(partners, introduced_by));
    }
}

static void prepare(Table *table)
{
    table_add_column(table, COLUMN(partners, role));
}

const TableRules rules_partners = {
    .prepare     = prepare,
    .check       = check,
    .finish      = finish,
    .is_required = true,
};
