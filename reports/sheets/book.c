/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a report and the register of sheets to a workbook. */
#include "reports/sheets/book.h"

#include "reports/sheets/sheet.h"

#include <string.h>

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

bool report_is_english(const Report *report)
{
    return report->edition->language == LANGUAGE_EN;
}

Date report_date(const Report *report)
{
    return settings_reference_date(report->edition->settings, report->year);
}

static const char *partner_name(const Report *report)
{
    const Table *partners = report->edition->partners;
    for (size_t row = 0; report->partner_id != NULL && row < partners->n_rows; row++)
        if (strcmp(table_text(partners, COLUMN(partners, partner_id), row),
                   report->partner_id) == 0)
            return table_text(partners, COLUMN(partners, name), row);
    return "";
}

/* A text that may be empty in the settings, or what stands for it. */
static const char *or_else(const char *text, const char *other)
{
    return text != NULL && *text != '\0' ? text : other;
}

const char *report_word(const Report *report, WordId id)
{
    const Settings *settings = report->edition->settings;
    const Language language  = report->edition->language;
    Arena *arena             = report->arena;
    if (strchr(word(language, id), '{') == NULL)
        return word(language, id);
    const char *alliance =
        report->alliance_id != NULL
            ? edition_alliance_name(report->edition, report->alliance_id)
            : "";
    return word_fill(
        arena, language, id,
        FIELDS(
            {"year", arena_printf(arena, "%d", report->year)},
            {"date", name_date(arena, language, report_date(report))},
            {"first", arena_printf(arena, "%d", report->edition->years[0])},
            {"alliance", alliance}, {"partner", partner_name(report)},
            {"title", settings->monitor_title},
            {"organisation",
             or_else(settings->monitor_organisation, settings->monitor_title)},
            {"contact", settings->monitor_contact},
            {"version", settings->monitor_version},
            {"run", report->dossier != NULL ? report->dossier->run_id : ""},
            {"program", MONITOR_VERSION},
            {"seed", arena_printf(arena, "%" G_GINT64_FORMAT, settings->monitor_seed)},
            {"minimum",
             arena_printf(arena, "%d", (int)settings->disclosure_minimum_answers)},
            {"confidence", format_number(arena, report->edition->format,
                                         settings->monitor_confidence * 100, 0)}));
}

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
    return workbook_open(
        path,
        &(WorkbookProperties){
            .title    = report_word(report, books[kind].title),
            .subject  = report_word(report, WORD_book_subject),
            .keywords = report_word(report, WORD_book_keywords),
            .organisation =
                or_else(settings->monitor_organisation, settings->monitor_title),
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
            .contents =
                books[kind].has_contents ? word(language, WORD_sheet_contents) : NULL,
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
