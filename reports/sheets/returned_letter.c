/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter that the project team can send with the questions. */
#include "reports/sheets/sheet.h"

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    static const WordId words[] = {WORD_letter_greeting, WORD_letter_thanks,
                                   WORD_letter_ask, WORD_letter_how,
                                   WORD_letter_otherwise};
    TextSheet *sheet            = sheet_add_text(self, report, workbook);
    sheet_say(sheet, report, words, G_N_ELEMENTS(words));
    if (*report->edition->settings->monitor_contact != '\0')
        text_sheet_add_paragraph(sheet, report_word(report, WORD_letter_contact));
    text_sheet_add_paragraph(sheet, report_word(report, WORD_letter_regards));
}

const Sheet sheet_returned_letter = {
    .id    = "letter",
    .name  = WORD_sheet_returned_letter,
    .title = WORD_returned_letter_title,
    .add   = add,
};
