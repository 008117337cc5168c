/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cover: what this is, whose, of when, and where to ask. */
#include "reports/sheets/sheet.h"

static void say_identity(TextSheet *sheet, const Report *report)
{
    static const WordId words[] = {WORD_cover_who, WORD_cover_year, WORD_cover_version};
    const Settings *settings    = report->edition->settings;
    sheet_say(sheet, report, words, G_N_ELEMENTS(words));
    if (settings->monitor_publication_date != DATE_MISSING)
        text_sheet_add_paragraph(
            sheet,
            word_fill(
                report->arena, report->edition->language, WORD_cover_published,
                FIELDS({"date", name_date(report->arena, report->edition->language,
                                          settings->monitor_publication_date)})));
    if (*settings->monitor_contact != '\0')
        text_sheet_add_paragraph(sheet, report_word(report, WORD_cover_contact));
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    static const WordId national[] = {WORD_cover_what, WORD_cover_reading,
                                      WORD_cover_privacy};
    static const WordId local[]    = {WORD_cover_what_local, WORD_cover_reading,
                                      WORD_cover_privacy};
    bool is_local                  = report->alliance_id != NULL;
    TextSheet *sheet               = workbook_add_text(
                      workbook, report_word(report, self->name),
                      report_word(report, is_local ? WORD_book_local : WORD_book_national));
    say_identity(sheet, report);
    text_sheet_add_heading(sheet, report_word(report, WORD_cover_about));
    sheet_say(sheet, report, is_local ? local : national, G_N_ELEMENTS(local));
    text_sheet_add_link(sheet, report_word(report, WORD_cover_to_contents),
                        report_word(report, WORD_sheet_contents));
}

const Sheet sheet_cover = {.id = "cover", .name = WORD_sheet_cover, .add = add};
