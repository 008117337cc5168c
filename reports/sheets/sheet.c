/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all sheets share: the words at their top. */
#include "reports/sheets/sheet.h"

static const char *const *notes_of(const Sheet *self, const Report *report)
{
    const char **notes = arena_array(report->arena, const char *, SHEET_NOTES + 2);
    size_t n           = 0;
    if (self->sentence != NULL)
        notes[n++] = self->sentence(report);
    for (size_t i = 0; i < SHEET_NOTES && self->notes[i] != WORD_COUNT; i++)
        notes[n++] = report_word(report, self->notes[i]);
    return notes;
}

TableSheet *sheet_add_table(const Sheet *self, const Report *report, Workbook *workbook,
                            const SheetHeader *headers, size_t n_headers)
{
    SheetColumn columns[SHEET_COLUMNS];
    g_assert(n_headers <= SHEET_COLUMNS);
    for (size_t i = 0; i < n_headers; i++)
        columns[i] = (SheetColumn){report_word(report, headers[i].header),
                                   headers[i].kind, headers[i].decimals};
    return workbook_add_table(workbook,
                              &(TableHead){
                                  .sheet        = report_word(report, self->name),
                                  .id           = self->id,
                                  .title        = report_word(report, self->title),
                                  .about        = report_word(report, self->about),
                                  .notes        = notes_of(self, report),
                                  .source       = self->source != WORD_COUNT
                                                      ? report_word(report, self->source)
                                                      : NULL,
                                  .columns      = columns,
                                  .column_count = n_headers,
                              });
}

TextSheet *sheet_add_text(const Sheet *self, const Report *report, Workbook *workbook)
{
    return workbook_add_text(workbook, report_word(report, self->name),
                             report_word(report, self->title));
}

void sheet_say(TextSheet *sheet, const Report *report, const WordId *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        text_sheet_add_paragraph(sheet, report_word(report, words[i]));
}

SheetCell figure_cell(const Report *report, const Figure *figure, double number)
{
    const char *missing = edition_missing_word(report->edition, figure);
    if (missing != NULL)
        return sheet_word(missing);
    if (isnan(number))
        return sheet_word(word(report->edition->language, WORD_not_applicable));
    return sheet_number(number);
}
