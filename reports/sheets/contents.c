/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contents: the workbook itself lists its sheets. */
#include "reports/sheets/sheet.h"

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    workbook_add_contents(workbook,
                          &(ContentsHead){
                              .title        = report_word(report, self->title),
                              .about        = report_word(report, self->about),
                              .sheet_header = report_word(report, WORD_column_sheet),
                              .title_header = report_word(report, WORD_column_subject),
                          });
}

const Sheet sheet_contents = {
    .id    = "contents",
    .name  = WORD_sheet_contents,
    .title = WORD_contents_title,
    .about = WORD_contents_about,
    .add   = add,
};
