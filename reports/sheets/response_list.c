/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answered, for reminders: every organisation that was asked. */
#include "reports/partners/responses.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_partner_id, SHEET_TEXT, 0}, {WORD_column_partner, SHEET_TEXT, 0},
    {WORD_column_sector, SHEET_TEXT, 0},     {WORD_column_role, SHEET_TEXT, 0},
    {WORD_column_answered, SHEET_TEXT, 0},   {WORD_column_submitted, SHEET_DATE, 0},
};

static void add_row(const Report *report, const Response *response, TableSheet *sheet)
{
    static const WordId states[] = {
        [RESPONSE_NONE]     = WORD_response_none,
        [RESPONSE_PARTIAL]  = WORD_response_partial,
        [RESPONSE_COMPLETE] = WORD_response_complete,
    };
    SheetCell cells[] = {
        sheet_text(response->partner_id),
        sheet_text(response->name),
        sheet_text(response->sector),
        sheet_text(response->role),
        sheet_text(report_word(report, states[response->state])),
        response->submitted != NULL
            ? sheet_date(response->submitted)
            : sheet_word(report_word(report, WORD_not_submitted)),
    };
    table_sheet_add_row(sheet, cells);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n                  = 0;
    const Response *responses = responses_list(report, &n);
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < n; i++)
        add_row(report, &responses[i], sheet);
}

const Sheet sheet_response_list = {
    .id     = "response",
    .name   = WORD_sheet_response,
    .title  = WORD_response_title,
    .about  = WORD_response_about,
    .notes  = {WORD_note_internal, WORD_COUNT},
    .source = WORD_COUNT,
    .add    = add,
};
