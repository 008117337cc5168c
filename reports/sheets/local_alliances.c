/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The local alliances from A to Z: how many members, and how many of them answered. */
#include "reports/edition/alliances.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_alliance, SHEET_TEXT, 0},
    {WORD_column_alliance_id, SHEET_TEXT, 0},
    {WORD_column_started, SHEET_DATE, 0},
    {WORD_column_members, SHEET_COUNT, 0},
    {WORD_column_members_answered, SHEET_COUNT, 0},
    {WORD_column_response, SHEET_PERCENTAGE, 0},
    {WORD_column_sectors, SHEET_COUNT, 0},
    {WORD_column_municipalities, SHEET_TEXT, 0},
};

static void add_row(const Report *report, const LocalAlliance *alliance,
                    TableSheet *sheet)
{
    SheetCell cells[] = {
        sheet_text(alliance->name),
        sheet_text(alliance->id),
        sheet_date(alliance->started),
        sheet_number((double)alliance->n_members),
        figure_cell(report, &alliance->response, alliance->response.n),
        figure_cell(report, &alliance->response, alliance->response.value),
        sheet_number((double)alliance->n_sectors),
        sheet_text(alliance->municipalities),
    };
    table_sheet_add_row(sheet, cells);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    size_t n                       = 0;
    const LocalAlliance *alliances = alliances_list(report, &n);
    if (n == 0)
        return;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < n; i++)
        add_row(report, &alliances[i], sheet);
}

const Sheet sheet_local_alliances = {
    .id     = "local_alliances",
    .name   = WORD_sheet_local_alliances,
    .title  = WORD_local_alliances_title,
    .about  = WORD_local_alliances_about,
    .notes  = {WORD_note_no_ranking, WORD_note_members, WORD_note_words, WORD_COUNT},
    .source = WORD_source_register,
    .add    = add,
};
