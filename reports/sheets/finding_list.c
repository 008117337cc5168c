/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All findings of a year for the project team, gravest first, with the question as the
 * partner read it. */
#include "data/findings.h"
#include "reports/partners/questions.h"
#include "reports/sheets/sheet.h"

#include <string.h>

static const SheetHeader headers[] = {
    {WORD_column_severity, SHEET_TEXT, 0},   {WORD_column_file, SHEET_TEXT, 0},
    {WORD_column_row, SHEET_YEAR, 0},        {WORD_column_column, SHEET_TEXT, 0},
    {WORD_column_partner_id, SHEET_TEXT, 0}, {WORD_column_question, SHEET_TEXT, 0},
    {WORD_column_found, SHEET_TEXT, 0},      {WORD_column_what, SHEET_TEXT, 0},
    {WORD_column_expected, SHEET_TEXT, 0},   {WORD_column_mend, SHEET_TEXT, 0},
    {WORD_column_effect, SHEET_TEXT, 0},     {WORD_column_code, SHEET_TEXT, 0},
};

static SheetCell text_of(const Report *report, size_t variable, size_t row)
{
    const char *text = table_text(report->dossier->findings, variable, row);
    return sheet_text(text != NULL ? text : "");
}

static SheetCell row_of(const Report *report, size_t row)
{
    int64_t place = table_count(report->dossier->findings, COLUMN(findings, row), row);
    return place > 0 ? sheet_number((double)place)
                     : sheet_word(report_word(report, WORD_whole_file));
}

static void add_finding(const Report *report, const FindingKind *kind, size_t row,
                        TableSheet *sheet)
{
    static const WordId severities[] = {WORD_severity_error, WORD_severity_warning,
                                        WORD_severity_notice};
    const Language language          = report->edition->language;
    const char *variable =
        table_text(report->dossier->findings, COLUMN(findings, variable), row);
    SheetCell cells[] = {
        sheet_text(report_word(report, severities[kind->severity])),
        text_of(report, COLUMN(findings, file), row),
        row_of(report, row),
        text_of(report, COLUMN(findings, column), row),
        text_of(report, COLUMN(findings, partner_id), row),
        sheet_text(question_of(report, variable)),
        text_of(report, COLUMN(findings, value), row),
        sheet_text(text_in(kind->what, language)),
        text_of(report, COLUMN(findings, expected), row),
        sheet_text(text_in(kind->mend, language)),
        text_of(report, COLUMN(findings, effect), row),
        sheet_text(kind->code),
    };
    table_sheet_add_row(sheet, cells);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    const Table *findings = report->dossier->findings;
    TableSheet *sheet =
        sheet_add_table(self, report, workbook, headers, G_N_ELEMENTS(headers));
    for (int severity = SEVERITY_ERROR; severity <= SEVERITY_NOTICE; severity++)
        for (size_t row = 0; row < findings->n_rows; row++) {
            const FindingKind *kind =
                finding_find(table_text(findings, COLUMN(findings, code), row));
            if (kind != NULL && (int)kind->severity == severity &&
                dossier_is_about(table_text(findings, COLUMN(findings, file), row),
                                 report->year))
                add_finding(report, kind, row, sheet);
        }
}

const Sheet sheet_finding_list = {
    .id     = "findings",
    .name   = WORD_sheet_findings,
    .title  = WORD_findings_title,
    .about  = WORD_findings_about,
    .notes  = {WORD_note_internal, WORD_note_findings, WORD_COUNT},
    .source = WORD_COUNT,
    .add    = add,
};
