/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found in the data, by kind: how often, and what it means. */
#include "reports/edition/quality.h"
#include "reports/sheets/sheet.h"

static const SheetHeader headers[] = {
    {WORD_column_severity, SHEET_TEXT, 0},
    {WORD_column_what, SHEET_TEXT, 0},
    {WORD_column_how_often, SHEET_COUNT, 0},
    {WORD_column_effect, SHEET_TEXT, 0},
};

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    static const WordId severities[] = {WORD_severity_error, WORD_severity_warning,
                                        WORD_severity_notice};
    const Language language          = report->edition->language;
    size_t n                         = 0;
    const QualityCount *counts       = quality_counts(report, &n);
    if (n == 0)
        return;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < n; i++) {
        SheetCell cells[] = {
            sheet_text(report_word(report, severities[counts[i].kind->severity])),
            sheet_text(text_in(counts[i].kind->what, language)),
            sheet_number((double)counts[i].count),
            sheet_text(counts[i].effect),
        };
        table_sheet_add_row(sheet, cells);
    }
}

const Sheet sheet_finding_counts = {
    .id     = "finding_counts",
    .name   = WORD_sheet_finding_counts,
    .title  = WORD_finding_counts_title,
    .about  = WORD_finding_counts_about,
    .notes  = {WORD_note_findings, WORD_COUNT},
    .source = WORD_COUNT,
    .add    = add,
};
