/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a report and the register of sheets to a workbook. */
#include "reports/sheets/book.h"

#include "reports/sheets/sheet.h"

#define SHEET(sheet, book) extern const Sheet sheet_##sheet;
#include "reports/sheets/sheets.def"

static const struct {
    BookKind book;
    const Sheet *sheet;
} sheets[] = {
#define SHEET(sheet, book) {BOOK_##book, &sheet_##sheet},
#include "reports/sheets/sheets.def"
};

static const struct {
    WordId title;
    bool has_contents;
} books[] = {
    [BOOK_national]   = {WORD_book_national, true},
    [BOOK_comparison] = {WORD_book_comparison, true},
    [BOOK_local]      = {WORD_book_local, true},
    [BOOK_findings]   = {WORD_book_findings, false},
    [BOOK_response]   = {WORD_book_response, false},
    [BOOK_returned]   = {WORD_book_returned, false},
};

static const char *created(const Report *report)
{
    Date published = report->edition->settings->monitor_publication_date;
    char *text     = arena_alloc(report->arena, DATE_SIZE);
    date_format(published != DATE_MISSING ? published : report_date(report), text);
    return text;
}

static Workbook *open_book(BookKind kind, const Report *report, const char *path)
{
    const Settings *settings = report->edition->settings;
    const Language language  = report->edition->language;
    return workbook_open(path,
                         &(WorkbookProperties){
                             .title        = report_word(report, books[kind].title),
                             .subject      = report_word(report, WORD_book_subject),
                             .keywords     = report_word(report, WORD_book_keywords),
                             .organisation = report_organisation(report),
                             .year    = arena_printf(report->arena, "%d", report->year),
                             .status  = settings->monitor_status,
                             .version = MONITOR_VERSION,
                             .run_id  = report->dossier->run_id,
                             .created = created(report),
                             .banner  = report->edition->status,
                         },
                         &(WorkbookWords){
                             .table     = word(language, WORD_book_table),
                             .one_table = word(language, WORD_book_one_table),
                             .source    = word(language, WORD_book_source),
                             .back      = word(language, WORD_book_back),
                             .page      = word(language, WORD_book_page),
                             .no_rows   = word(language, WORD_book_no_rows),
                             .blank     = word(language, WORD_book_blank),
                             .contents  = books[kind].has_contents
                                              ? word(language, WORD_sheet_contents)
                                              : NULL,
                         });
}

bool book_write(BookKind kind, const Report *report, const char *path, GError **error)
{
    g_autoptr(Workbook) workbook = open_book(kind, report, path);
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++)
        if (sheets[i].book == kind)
            sheets[i].sheet->add(sheets[i].sheet, report, workbook);
    return workbook_finish(workbook, error);
}
