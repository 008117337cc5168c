/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook as its users see it: everything is guarded on its way in and kept until
 * workbook_finish. What Excel calls a sheet's name is unique whatever the case. */
#include "reports/workbook/workbook.h"

#include "reports/workbook/guard.h"
#include "reports/workbook/model.h"

#include <glib/gstdio.h>
#include <stddef.h>
#include <string.h>

enum { LONGEST_PROPERTY = 255, LONGEST_FOOTER = 100, LONGEST_HEADER = 255 };

G_DEFINE_QUARK(alliantiemonitor - workbook - error, workbook_error)

static const size_t PROPERTY_TEXTS[] = {
    offsetof(WorkbookProperties, title),        offsetof(WorkbookProperties, subject),
    offsetof(WorkbookProperties, keywords),     offsetof(WorkbookProperties, year),
    offsetof(WorkbookProperties, organisation), offsetof(WorkbookProperties, status),
    offsetof(WorkbookProperties, version),      offsetof(WorkbookProperties, run_id),
};

static const size_t WORD_TEXTS[] = {
    offsetof(WorkbookWords, table),  offsetof(WorkbookWords, one_table),
    offsetof(WorkbookWords, source), offsetof(WorkbookWords, back),
    offsetof(WorkbookWords, page),   offsetof(WorkbookWords, no_rows),
    offsetof(WorkbookWords, blank),
};

bool workbook_accept(Workbook *workbook, const char *reason, const char *place)
{
    if (reason != NULL && workbook->failure == NULL)
        g_set_error(&workbook->failure, WORKBOOK_ERROR, WORKBOOK_ERROR_REFUSED,
                    "making %s: %s: %s", workbook->path, place, reason);
    return reason == NULL;
}

const char *workbook_keep(Workbook *workbook, const char *text, const char *place)
{
    if (!workbook_accept(workbook, guard_text(text), place))
        return "";
    return guard_escape(workbook->arena, text);
}

bool target_is_address(const char *target)
{
    return strchr(target, ':') != NULL;
}

const char *workbook_keep_target(Workbook *workbook, const char *target,
                                 const char *place)
{
    if (!workbook_accept(workbook, guard_text(target), place))
        return "";
    const bool outside = target_is_address(target);
    const char *reason = outside ? guard_address(target) : guard_sheet_name(target);
    if (!workbook_accept(workbook, reason, place))
        return "";
    char *kept = arena_strdup(workbook->arena, target);
    if (!outside)
        g_ptr_array_add(workbook->targets, kept);
    return kept;
}

const char *workbook_fill(Workbook *workbook, const char *pattern, const char *key,
                          const char *value)
{
    g_autoptr(GString) text = g_string_new(pattern);
    g_string_replace(text, key, value, 0);
    return arena_strdup(workbook->arena, text->str);
}

/* Copies the texts at `offsets` of a struct of texts, each one line that must stand. */
static void workbook_keep_lines(Workbook *workbook, void *texts, const size_t *offsets,
                                size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char **text = (const char **)((char *)texts + offsets[i]);
        if (!workbook_accept(workbook, guard_line(*text, LONGEST_PROPERTY),
                             "a document property or word"))
            *text = "";
        *text = arena_strdup(workbook->arena, *text);
    }
}

static void workbook_keep_properties(Workbook *workbook)
{
    WorkbookProperties *properties = &workbook->properties;
    workbook_keep_lines(workbook, properties, PROPERTY_TEXTS,
                        G_N_ELEMENTS(PROPERTY_TEXTS));
    workbook_keep_lines(workbook, &workbook->words, WORD_TEXTS,
                        G_N_ELEMENTS(WORD_TEXTS));
    workbook_accept(workbook, guard_line(properties->organisation, LONGEST_FOOTER),
                    "the organisation");
    workbook_accept(workbook, guard_date(properties->created), "the date of creation");
    properties->created = arena_strdup(workbook->arena, properties->created);
    if (properties->banner != NULL &&
        workbook_accept(workbook, guard_line(properties->banner, LONGEST_FOOTER),
                        "the banner"))
        properties->banner = arena_strdup(workbook->arena, properties->banner);
    if (workbook->words.contents != NULL)
        workbook->words.contents =
            workbook_keep_target(workbook, workbook->words.contents, "the contents");
}

Workbook *workbook_open(const char *path, const WorkbookProperties *properties,
                        const WorkbookWords *words)
{
    Workbook *workbook   = g_new0(Workbook, 1);
    workbook->arena      = arena_new();
    workbook->path       = arena_strdup(workbook->arena, path);
    workbook->properties = *properties;
    workbook->words      = *words;
    workbook->sheets     = g_ptr_array_new();
    workbook->targets    = g_ptr_array_new();
    workbook->names      = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    workbook->tables     = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    workbook_keep_properties(workbook);
    return workbook;
}

static void sheet_free(SheetHead *sheet)
{
    if (sheet->kind == SHEET_KIND_TABLE)
        g_ptr_array_free(((TableSheet *)(void *)sheet)->rows, TRUE);
    else
        g_array_free(((TextSheet *)(void *)sheet)->blocks, TRUE);
}

void workbook_free(Workbook *workbook)
{
    if (workbook == NULL)
        return;
    for (guint i = 0; i < workbook->sheets->len; i++)
        sheet_free(g_ptr_array_index(workbook->sheets, i));
    g_ptr_array_free(workbook->sheets, TRUE);
    g_ptr_array_free(workbook->targets, TRUE);
    g_hash_table_destroy(workbook->names);
    g_hash_table_destroy(workbook->tables);
    g_clear_error(&workbook->failure);
    arena_free(workbook->arena);
    g_free(workbook);
}

static void workbook_add_sheet(Workbook *workbook, SheetHead *sheet, const char *name,
                               const char *title)
{
    sheet->workbook = workbook;
    sheet->title    = workbook_keep(workbook, title, "the title of a sheet");
    sheet->name     = "";
    g_ptr_array_add(workbook->sheets, sheet);
    workbook_accept(workbook, guard_line(title, LONGEST_PROPERTY),
                    "the title of a sheet");
    if (!workbook_accept(workbook, guard_sheet_name(name), "the name of a sheet"))
        return;
    sheet->name = arena_strdup(workbook->arena, name);
    if (!g_hash_table_insert(workbook->names, g_utf8_casefold(name, -1), sheet))
        workbook_accept(workbook, "a second sheet of that name, whatever the case",
                        name);
}

static void table_keep_id(Workbook *workbook, TableSheet *sheet, const char *id)
{
    sheet->id = "";
    if (!workbook_accept(workbook, guard_table_id(id), sheet->head.name))
        return;
    sheet->id = arena_strdup(workbook->arena, id);
    if (!g_hash_table_add(workbook->tables, g_ascii_strdown(id, -1)))
        workbook_accept(workbook, "a second table of that name, whatever the case", id);
}

static void table_keep_columns(Workbook *workbook, TableSheet *sheet,
                               const TableHead *head)
{
    g_autoptr(GHashTable) headers =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    SheetColumn *columns =
        arena_array(workbook->arena, SheetColumn, head->column_count);
    const char *place = sheet->head.name;
    g_assert(head->column_count > 0);
    for (size_t i = 0; i < head->column_count; i++) {
        columns[i] = head->columns[i];
        g_assert(columns[i].decimals >= 0 && columns[i].decimals <= 6);
        columns[i].header = "";
        if (!workbook_accept(
                workbook, guard_line(head->columns[i].header, LONGEST_HEADER), place))
            continue;
        columns[i].header = workbook_keep(workbook, head->columns[i].header, place);
        if (!g_hash_table_add(headers, g_utf8_casefold(columns[i].header, -1)))
            workbook_accept(workbook, "a second column of that name, whatever the case",
                            place);
    }
    sheet->columns      = columns;
    sheet->column_count = head->column_count;
}

static const char *const *table_keep_notes(Workbook *workbook, const TableHead *head)
{
    size_t count = 0;
    while (head->notes != NULL && head->notes[count] != NULL)
        count++;
    const char **notes = arena_array(workbook->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        notes[i] = workbook_keep(workbook, head->notes[i], head->sheet);
    return notes;
}

static TableSheet *table_new(Workbook *workbook, const TableHead *head)
{
    TableSheet *sheet = arena_alloc(workbook->arena, sizeof *sheet);
    sheet->head.kind  = SHEET_KIND_TABLE;
    sheet->rows       = g_ptr_array_new();
    workbook_add_sheet(workbook, &sheet->head, head->sheet, head->title);
    table_keep_id(workbook, sheet, head->id);
    table_keep_columns(workbook, sheet, head);
    sheet->about = workbook_keep(workbook, head->about, sheet->head.name);
    sheet->notes = table_keep_notes(workbook, head);
    if (head->source != NULL)
        sheet->source = workbook_keep(workbook, head->source, sheet->head.name);
    return sheet;
}

TableSheet *workbook_add_table(Workbook *workbook, const TableHead *head)
{
    TableSheet *sheet = table_new(workbook, head);
    sheet->number     = ++workbook->table_count;
    return sheet;
}

void workbook_add_contents(Workbook *workbook, const ContentsHead *head)
{
    g_assert(workbook->contents == NULL && workbook->words.contents != NULL);
    const SheetColumn columns[] = {
        {.header = head->sheet_header, .kind = SHEET_TEXT},
        {.header = head->title_header, .kind = SHEET_TEXT},
    };
    workbook->contents = table_new(workbook, &(TableHead){
                                                 .sheet   = workbook->words.contents,
                                                 .id      = "contents",
                                                 .title   = head->title,
                                                 .about   = head->about,
                                                 .columns = columns,
                                                 .column_count = G_N_ELEMENTS(columns),
                                             });
}

TextSheet *workbook_add_text(Workbook *workbook, const char *name, const char *title)
{
    TextSheet *sheet = arena_alloc(workbook->arena, sizeof *sheet);
    sheet->head.kind = SHEET_KIND_TEXT;
    sheet->blocks    = g_array_new(FALSE, TRUE, sizeof(TextBlock));
    workbook_add_sheet(workbook, &sheet->head, name, title);
    return sheet;
}

/* What may stand in a column: a bit for each kind of cell. */
#define ALLOW(kind) (1u << (kind))
static const unsigned ALLOWED[] = {
    [SHEET_TEXT]       = ALLOW(SHEET_CELL_TEXT) | ALLOW(SHEET_CELL_LINK),
    [SHEET_COUNT]      = ALLOW(SHEET_CELL_NUMBER) | ALLOW(SHEET_CELL_WORD),
    [SHEET_YEAR]       = ALLOW(SHEET_CELL_NUMBER) | ALLOW(SHEET_CELL_WORD),
    [SHEET_DECIMAL]    = ALLOW(SHEET_CELL_NUMBER) | ALLOW(SHEET_CELL_WORD),
    [SHEET_PERCENTAGE] = ALLOW(SHEET_CELL_NUMBER) | ALLOW(SHEET_CELL_WORD),
    [SHEET_DATE]       = ALLOW(SHEET_CELL_DATE) | ALLOW(SHEET_CELL_WORD),
};

static const char *guard_cell(const SheetCell *cell, SheetColumnKind kind)
{
    if ((ALLOWED[kind] & ALLOW(cell->kind)) == 0)
        return "a cell of another kind than its column";
    if (cell->kind == SHEET_CELL_NUMBER)
        return guard_number(cell->number);
    if (cell->kind == SHEET_CELL_DATE)
        return guard_date(cell->text);
    if (cell->kind == SHEET_CELL_TEXT && cell->text == NULL)
        return NULL;
    if (cell->kind == SHEET_CELL_TEXT)
        return guard_text(cell->text);
    return guard_line(cell->text, LONGEST_PROPERTY);
}

static void table_refuse_cell(TableSheet *sheet, const char *reason,
                              const SheetColumn *column)
{
    g_autofree char *place =
        g_strdup_printf("sheet \"%s\", row %u, column \"%s\"", sheet->head.name,
                        sheet->rows->len + 1, column->header);
    workbook_accept(sheet->head.workbook, reason, place);
}

/* A hundred times the shortest decimal that means this proportion, so that 0.58 becomes
 * 58 and not 57.99999999999999, as a product of doubles would. */
static double to_percent(double proportion)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    for (int digits = 15; digits <= 17; digits++) {
        char pattern[8];
        g_snprintf(pattern, sizeof pattern, "%%.%de", digits - 1);
        g_ascii_formatd(text, sizeof text, pattern, proportion);
        if (g_ascii_strtod(text, NULL) == proportion)
            break;
    }
    char *exponent       = strchr(text, 'e');
    const gint64 shifted = g_ascii_strtoll(exponent + 1, NULL, 10) + 2;
    g_snprintf(exponent, sizeof text - (size_t)(exponent - text), "e%" G_GINT64_FORMAT,
               shifted);
    return g_ascii_strtod(text, NULL);
}

static SheetCell table_keep_cell(TableSheet *sheet, const SheetCell *cell,
                                 const SheetColumn *column)
{
    Workbook *workbook = sheet->head.workbook;
    const char *reason = guard_cell(cell, column->kind);
    SheetCell kept     = *cell;
    if (reason != NULL) {
        table_refuse_cell(sheet, reason, column);
        return sheet_text("");
    }
    if (cell->kind == SHEET_CELL_TEXT && (cell->text == NULL || cell->text[0] == '\0'))
        kept.text = workbook->words.blank;
    else if (cell->kind != SHEET_CELL_NUMBER)
        kept.text = guard_escape(workbook->arena, cell->text);
    if (cell->kind == SHEET_CELL_LINK)
        kept.target = workbook_keep_target(workbook, cell->target, sheet->head.name);
    if (column->kind == SHEET_PERCENTAGE)
        kept.number = to_percent(cell->number);
    return kept;
}

void table_sheet_add_row(TableSheet *sheet, const SheetCell *cells)
{
    Arena *arena   = sheet->head.workbook->arena;
    SheetCell *row = arena_array(arena, SheetCell, sheet->column_count);
    for (size_t i = 0; i < sheet->column_count; i++)
        row[i] = table_keep_cell(sheet, &cells[i], &sheet->columns[i]);
    g_ptr_array_add(sheet->rows, row);
}

/* One row for every sheet but the contents itself. */
static void workbook_fill_contents(Workbook *workbook)
{
    for (guint i = 0; i < workbook->sheets->len; i++) {
        const SheetHead *sheet = g_ptr_array_index(workbook->sheets, i);
        if (sheet == &workbook->contents->head)
            continue;
        const SheetCell cells[] = {sheet_link(sheet->name, sheet->name),
                                   sheet_text(sheet->title)};
        table_sheet_add_row(workbook->contents, cells);
    }
}

/* Excel needs a row in every table; one that says that there is none is also what a
 * reader needs. */
static void table_fill_empty(TableSheet *sheet)
{
    const WorkbookWords *words = &sheet->head.workbook->words;
    if (sheet->rows->len > 0)
        return;
    SheetCell *row =
        arena_array(sheet->head.workbook->arena, SheetCell, sheet->column_count);
    for (size_t i = 0; i < sheet->column_count; i++)
        row[i] = sheet_word(i == 0 ? words->no_rows : words->blank);
    g_ptr_array_add(sheet->rows, row);
}

static void workbook_check_targets(Workbook *workbook)
{
    for (guint i = 0; i < workbook->targets->len; i++) {
        const char *target     = g_ptr_array_index(workbook->targets, i);
        g_autofree char *name  = g_utf8_casefold(target, -1);
        const SheetHead *sheet = g_hash_table_lookup(workbook->names, name);
        if (sheet == NULL || strcmp(sheet->name, target) != 0)
            workbook_accept(workbook, "a link to a sheet that is not there", target);
    }
}

static void workbook_complete(Workbook *workbook)
{
    workbook_accept(workbook, workbook->sheets->len == 0 ? "no sheets" : NULL,
                    "the workbook");
    if (workbook->contents != NULL)
        workbook_fill_contents(workbook);
    for (guint i = 0; i < workbook->sheets->len; i++) {
        SheetHead *sheet = g_ptr_array_index(workbook->sheets, i);
        if (sheet->kind == SHEET_KIND_TABLE)
            table_fill_empty((TableSheet *)(void *)sheet);
    }
    workbook_check_targets(workbook);
}

bool workbook_finish(Workbook *workbook, GError **error)
{
    if (workbook->failure == NULL)
        workbook_complete(workbook);
    if (workbook->failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&workbook->failure));
        return false;
    }
    if (workbook_write(workbook, error) && workbook_verify(workbook, error))
        return true;
    g_unlink(workbook->path);
    return false;
}

TableSheet *workbook_find_table(const Workbook *workbook, const char *id)
{
    for (guint i = 0; i < workbook->sheets->len; i++) {
        SheetHead *head = g_ptr_array_index(workbook->sheets, i);
        if (head->kind == SHEET_KIND_TABLE && strcmp(((TableSheet *)head)->id, id) == 0)
            return (TableSheet *)head;
    }
    return NULL;
}

bool table_sheet_find_column(const TableSheet *sheet, const char *header,
                             size_t *column)
{
    for (*column = 0; *column < sheet->column_count; (*column)++)
        if (strcmp(sheet->columns[*column].header, header) == 0)
            return true;
    return false;
}
