/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which members contribute to which opgave, by name, so that they find each other: only
 * where the settings say that the partners agreed. The one sheet outside intern/ that
 * reads answers of organisations, and of those the opgaven alone. */
#include "reports/edition/alliances.h"
#include "reports/partners/responses.h"
#include "reports/sheets/sheet.h"

#include <string.h>

static const SheetHeader headers[] = {
    {WORD_column_opgave, SHEET_TEXT, 0},
    {WORD_column_partner, SHEET_TEXT, 0},
    {WORD_column_sector, SHEET_TEXT, 0},
};

/* Whether the organisation's completed answer says that it contributes. */
static bool contributes(const Table *survey, const char *partner_id, size_t opgave)
{
    for (size_t row = 0; row < survey->n_rows; row++)
        if (strcmp(table_text(survey, COLUMN(survey, partner_id), row), partner_id) ==
                0 &&
            table_date(survey, COLUMN(survey, submitted), row) != DATE_MISSING)
            return table_bool(survey, COLUMN(survey, opgave) + opgave, row) == 1;
    return false;
}

static void add_member(const Report *report, size_t opgave, size_t member,
                       TableSheet *sheet)
{
    const Edition *edition  = report->edition;
    const CodeList *sectors = &edition->settings->sectors;
    int sector        = table_code(edition->partners, COLUMN(partners, sector), member);
    SheetCell cells[] = {
        sheet_text(name_opgave_numbered(report->arena, edition,
                                        schema_opgaven()->codes[opgave])),
        sheet_text(table_text(edition->partners, COLUMN(partners, name), member)),
        sheet_text(text_in(sectors->labels[sector], edition->language)),
    };
    table_sheet_add_row(sheet, cells);
}

/* The sheet is made for the first member that contributes to anything. */
static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    if (!report->edition->settings->reports_who_does_what)
        return;
    g_autoptr(Table) survey = responses_read_survey(report);
    size_t n                = 0;
    const size_t *members   = alliance_members(report, report->alliance_id, &n);
    const Table *partners   = report->edition->partners;
    TableSheet *sheet       = NULL;
    for (size_t opgave = 0; opgave < schema_opgaven()->n_codes; opgave++)
        for (size_t i = 0; survey != NULL && i < n; i++) {
            const char *id =
                table_text(partners, COLUMN(partners, partner_id), members[i]);
            if (!contributes(survey, id, opgave))
                continue;
            if (sheet == NULL)
                sheet = sheet_add_table(self, report, workbook, headers,
                                        G_N_ELEMENTS(headers));
            add_member(report, opgave, members[i], sheet);
        }
}

const Sheet sheet_local_who = {
    .id     = "who",
    .name   = WORD_sheet_local_who,
    .title  = WORD_local_who_title,
    .about  = WORD_local_who_about,
    .notes  = {WORD_note_who, WORD_COUNT},
    .source = WORD_source_survey,
    .add    = add,
};
