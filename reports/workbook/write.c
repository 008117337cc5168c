/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole workbook through libxlsxwriter in one go. It formats numbers with printf,
 * so a process that runs under a Dutch LC_NUMERIC would get decimal commas, which no
 * spreadsheet reads: while it works, this thread alone has the C locale. Its temporary
 * files lie beside the result: what is internal does not pass through a shared folder.
 */
#include "reports/workbook/writer.h"

#include <locale.h>
#include <string.h>

enum { A4 = 9, ADDRESS_SIZE = 256 };

/* Inches: 15 mm beside, 19 mm above and beneath. */
#define MARGIN_SIDE 0.59
#define MARGIN_TOP 0.75

void writer_check(WorkbookWriter *writer, lxw_error problem)
{
    if (writer->problem == LXW_NO_ERROR)
        writer->problem = problem;
}

void writer_set_height(WorkbookWriter *writer, double height)
{
    writer->used = writer->used + height > PAGE_HEIGHT ? height : writer->used + height;
    writer_check(writer,
                 worksheet_set_row(writer->worksheet, writer->row, height, NULL));
}

void writer_write_word(WorkbookWriter *writer, lxw_col_t column, lxw_format *format,
                       const char *text)
{
    writer_check(writer, worksheet_write_string(writer->worksheet, writer->row, column,
                                                text, format));
    writer->sheet->cells++;
}

void writer_write_link(WorkbookWriter *writer, lxw_col_t column, lxw_format *format,
                       const SheetCell *cell)
{
    g_autoptr(GString) target = g_string_new(cell->target);
    if (!target_is_address(cell->target)) {
        g_string_replace(target, "'", "''", 0);
        g_string_prepend(target, "internal:'");
        g_string_append(target, "'!A1");
    }
    writer_check(writer,
                 worksheet_write_url_opt(writer->worksheet, writer->row, column,
                                         target->str, format, cell->text, NULL));
    writer->sheet->cells++;
}

void writer_write_line(WorkbookWriter *writer, lxw_format *format, const char *text,
                       const char *target)
{
    if (target != NULL)
        writer_write_link(writer, 0, format, &sheet_link(text, target));
    else
        writer_write_word(writer, 0, format, text);
    writer->sheet->rows++;
    writer->row++;
}

/* Running titles: & starts a code there, so data get theirs doubled. */
static char *running_text(const char *text)
{
    GString *result = g_string_new(text);
    g_string_replace(result, "&", "&&", 0);
    return g_string_free(result, FALSE);
}

static char *running_page(const char *words)
{
    g_autofree char *plain = running_text(words);
    GString *result        = g_string_new(plain);
    g_string_replace(result, "{page}", "&P", 0);
    g_string_replace(result, "{pages}", "&N", 0);
    return g_string_free(result, FALSE);
}

void writer_set_page(WorkbookWriter *writer, bool landscape)
{
    const WorkbookProperties *properties = &writer->workbook->properties;
    lxw_worksheet *sheet                 = writer->worksheet;
    g_autofree char *left                = running_text(properties->organisation);
    g_autofree char *right               = running_page(writer->workbook->words.page);
    g_autofree char *footer              = g_strconcat("&L", left, "&R", right, NULL);
    worksheet_set_paper(sheet, A4);
    worksheet_set_margins(sheet, MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_TOP);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    if (landscape)
        worksheet_set_landscape(sheet);
    writer_check(writer, worksheet_set_footer(sheet, footer));
    if (properties->banner == NULL)
        return;
    g_autofree char *banner = running_text(properties->banner);
    g_autofree char *header = g_strconcat("&R", banner, NULL);
    writer_check(writer, worksheet_set_header(sheet, header));
}

static void writer_set_properties(WorkbookWriter *writer)
{
    Arena *arena                  = writer->workbook->arena;
    const WorkbookProperties *own = &writer->workbook->properties;
    g_autoptr(GDateTime) created =
        g_date_time_new_utc((int)g_ascii_strtoll(own->created, NULL, 10),
                            (int)g_ascii_strtoll(own->created + 5, NULL, 10),
                            (int)g_ascii_strtoll(own->created + 8, NULL, 10), 12, 0, 0);
    lxw_doc_properties properties = {
        .title    = arena_strdup(arena, own->title),
        .subject  = arena_strdup(arena, own->subject),
        .author   = arena_strdup(arena, own->organisation),
        .company  = arena_strdup(arena, own->organisation),
        .keywords = arena_strdup(arena, own->keywords),
        .status   = arena_strdup(arena, own->status),
        .created  = (time_t)g_date_time_to_unix(created),
    };
    const struct {
        const char *name;
        const char *value;
    } custom[] = {{"year", own->year},
                  {"status", own->status},
                  {"version", own->version},
                  {"run id", own->run_id}};
    writer_check(writer, workbook_set_properties(writer->book, &properties));
    for (size_t i = 0; i < G_N_ELEMENTS(custom); i++)
        writer_check(writer, workbook_set_custom_property_string(
                                 writer->book, custom[i].name, custom[i].value));
}

static void writer_add_worksheets(WorkbookWriter *writer, lxw_worksheet **worksheets)
{
    const GPtrArray *sheets = writer->workbook->sheets;
    for (guint i = 0; i < sheets->len; i++) {
        const SheetHead *sheet = g_ptr_array_index(sheets, i);
        writer_check(writer, workbook_validate_sheet_name(writer->book, sheet->name));
        if (writer->problem == LXW_NO_ERROR)
            worksheets[i] = workbook_add_worksheet(writer->book, sheet->name);
        if (worksheets[i] == NULL)
            writer_check(writer, LXW_ERROR_MEMORY_MALLOC_FAILED);
    }
}

/* Tables before texts: the charts on these need to know where the rows stand. */
static void writer_write_sheets(WorkbookWriter *writer, lxw_worksheet **worksheets,
                                SheetKind kind)
{
    const GPtrArray *sheets = writer->workbook->sheets;
    for (guint i = 0; i < sheets->len; i++) {
        SheetHead *sheet = g_ptr_array_index(sheets, i);
        if (sheet->kind != kind || writer->problem != LXW_NO_ERROR)
            continue;
        writer->worksheet = worksheets[i];
        writer->sheet     = sheet;
        writer->row       = 0;
        writer->used      = 0;
        if (kind == SHEET_KIND_TABLE)
            writer_write_table(writer, (TableSheet *)(void *)sheet);
        else
            writer_write_text(writer, (TextSheet *)(void *)sheet);
    }
}

/* Fills the workbook; what libxlsxwriter made of it is in `writer->book`. */
static void writer_fill(WorkbookWriter *writer)
{
    Workbook *workbook = writer->workbook;
    lxw_worksheet **worksheets =
        arena_array(workbook->arena, lxw_worksheet *, workbook->sheets->len);
    sheet_formats_create(writer->book, &writer->formats);
    writer_set_properties(writer);
    writer_add_worksheets(writer, worksheets);
    writer_write_sheets(writer, worksheets, SHEET_KIND_TABLE);
    writer_write_sheets(writer, worksheets, SHEET_KIND_TEXT);
}

static bool writer_close(WorkbookWriter *writer, GError **error)
{
    if (writer->problem == LXW_NO_ERROR && writer->complaint == NULL) {
        writer->problem = workbook_close(writer->book);
        if (writer->problem == LXW_NO_ERROR)
            return true;
    } else {
        lxw_workbook_free(writer->book);
    }
    const char *why =
        writer->complaint != NULL ? writer->complaint : lxw_strerror(writer->problem);
    g_set_error(error, WORKBOOK_ERROR, WORKBOOK_ERROR_WRITE, "writing %s: %s",
                writer->workbook->path, why);
    return false;
}

static bool workbook_write_all(Workbook *workbook, GError **error)
{
    g_autofree char *folder      = g_path_get_dirname(workbook->path);
    WorkbookWriter writer        = {.workbook = workbook};
    lxw_workbook_options options = {.tmpdir = folder};
    writer.book                  = workbook_new_opt(workbook->path, &options);
    if (writer.book == NULL) {
        g_set_error(error, WORKBOOK_ERROR, WORKBOOK_ERROR_WRITE,
                    "writing %s: out of memory", workbook->path);
        return false;
    }
    writer_fill(&writer);
    return writer_close(&writer, error);
}

bool workbook_write(Workbook *workbook, GError **error)
{
    const locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (plain == (locale_t)0) {
        g_set_error(error, WORKBOOK_ERROR, WORKBOOK_ERROR_WRITE,
                    "writing %s: no C locale", workbook->path);
        return false;
    }
    const locale_t before = uselocale(plain);
    const bool done       = workbook_write_all(workbook, error);
    uselocale(before);
    freelocale(plain);
    return done;
}
