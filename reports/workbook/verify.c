/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a workbook back. With a full temporary disk libxlsxwriter reports success and
 * leaves a sheet that stops in the middle, inside a sound zip file: so every part must
 * be well-formed, hold as many rows and cells as were written, and every part that
 * another one names must be there. */
#include "reports/workbook/model.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>
#include <xlsxwriter.h>

enum { BLOCK_SIZE = 64 * 1024 };

/* What was counted in one part. */
typedef struct PartTally {
    size_t rows;
    size_t cells;
    size_t strings;
    bool bad_number;
} PartTally;

typedef struct Reader {
    const Workbook *workbook;
    struct archive *archive;
    GHashTable *parts;  /* name -> PartTally */
    GHashTable *wanted; /* names of parts that relationships point to */
} Reader;

/* One part while it is parsed. */
typedef struct PartParser {
    Reader *reader;
    const char *name;
    PartTally *tally;
    bool numeric; /* the cell at hand holds a number */
    bool value;   /* inside its <v> */
} PartParser;

static const char *attribute_value(const char **names, const char **values,
                                   const char *name)
{
    for (size_t i = 0; names[i] != NULL; i++) {
        if (strcmp(names[i], name) == 0)
            return values[i];
    }
    return NULL;
}

/* xl/worksheets/_rels/sheet1.xml.rels names its targets from xl/worksheets. */
static void want_target(PartParser *parser, const char *target)
{
    g_autofree char *rels   = g_path_get_dirname(parser->name);
    g_autofree char *folder = g_path_get_dirname(rels);
    g_autofree char *root   = g_strconcat("/", strcmp(folder, ".") ? folder : "", NULL);
    char *path              = g_canonicalize_filename(target, root);
    memmove(path, path + 1, strlen(path));
    g_hash_table_add(parser->reader->wanted, path);
}

static void part_start(GMarkupParseContext *context, const char *element,
                       const char **names, const char **values, gpointer data,
                       GError **error)
{
    (void)context;
    (void)error;
    PartParser *parser = data;
    if (strcmp(element, "row") == 0)
        parser->tally->rows++;
    if (strcmp(element, "si") == 0)
        parser->tally->strings++;
    if (strcmp(element, "c") == 0) {
        parser->tally->cells++;
        parser->numeric = attribute_value(names, values, "t") == NULL;
    }
    parser->value       = strcmp(element, "v") == 0;
    const char *target  = attribute_value(names, values, "Target");
    const char *outside = attribute_value(names, values, "TargetMode");
    if (strcmp(element, "Relationship") == 0 && target != NULL && outside == NULL)
        want_target(parser, target);
}

static void part_end(GMarkupParseContext *context, const char *element, gpointer data,
                     GError **error)
{
    (void)context;
    (void)element;
    (void)error;
    ((PartParser *)data)->value = false;
}

/* A number that the C locale does not read to its end has met another locale. */
static void part_text(GMarkupParseContext *context, const char *text, gsize length,
                      gpointer data, GError **error)
{
    (void)context;
    (void)error;
    PartParser *parser = data;
    if (!parser->value || !parser->numeric ||
        !g_str_has_prefix(parser->name, "xl/worksheets/"))
        return;
    char *end = NULL;
    g_ascii_strtod(text, &end);
    if (length == 0 || end != text + length)
        parser->tally->bad_number = true;
}

static const GMarkupParser PART_PARSER = {
    .start_element = part_start, .end_element = part_end, .text = part_text};

static bool reader_fail(const Reader *reader, const char *part, const char *what,
                        GError **error)
{
    g_set_error(error, WORKBOOK_ERROR, WORKBOOK_ERROR_DAMAGED,
                "reading back %s: %s: %s", reader->workbook->path, part, what);
    return false;
}

static bool part_is_xml(const char *name)
{
    return g_str_has_suffix(name, ".xml") || g_str_has_suffix(name, ".rels");
}

/* Reads the part to its end, so that its checksum is compared too. */
static bool part_read(PartParser *parser, GMarkupParseContext *context, GError **error)
{
    g_autofree char *block   = g_malloc(BLOCK_SIZE);
    g_autoptr(GError) reason = NULL;
    const bool xml           = part_is_xml(parser->name);
    for (;;) {
        const la_ssize_t count =
            archive_read_data(parser->reader->archive, block, BLOCK_SIZE);
        if (count < 0)
            return reader_fail(parser->reader, parser->name,
                               archive_error_string(parser->reader->archive), error);
        if (count == 0)
            break;
        if (xml && !g_markup_parse_context_parse(context, block, count, &reason))
            return reader_fail(parser->reader, parser->name, reason->message, error);
    }
    if (xml && !g_markup_parse_context_end_parse(context, &reason))
        return reader_fail(parser->reader, parser->name, reason->message, error);
    return true;
}

static bool reader_read_part(Reader *reader, const char *name, GError **error)
{
    PartTally *tally  = g_new0(PartTally, 1);
    PartParser parser = {.reader = reader, .tally = tally};
    char *key         = g_strdup(name);
    parser.name       = key;
    if (!g_hash_table_insert(reader->parts, key, tally))
        return reader_fail(reader, name, "stands twice in the file", error);
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(
        &PART_PARSER, G_MARKUP_PREFIX_ERROR_POSITION, &parser, NULL);
    return part_read(&parser, context, error);
}

static bool reader_read_parts(Reader *reader, GError **error)
{
    struct archive_entry *entry = NULL;
    int status                  = ARCHIVE_OK;
    while ((status = archive_read_next_header(reader->archive, &entry)) == ARCHIVE_OK) {
        if (!reader_read_part(reader, archive_entry_pathname(entry), error))
            return false;
    }
    if (status != ARCHIVE_EOF)
        return reader_fail(reader, "the file", archive_error_string(reader->archive),
                           error);
    return true;
}

static const PartTally *reader_tally(const Reader *reader, const char *name,
                                     GError **error)
{
    const PartTally *tally = g_hash_table_lookup(reader->parts, name);
    if (tally == NULL)
        reader_fail(reader, name, "is missing", error);
    return tally;
}

static bool reader_check_sheet(const Reader *reader, guint index, GError **error)
{
    const SheetHead *sheet = g_ptr_array_index(reader->workbook->sheets, index);
    g_autofree char *name  = g_strdup_printf("xl/worksheets/sheet%u.xml", index + 1);
    const PartTally *tally = reader_tally(reader, name, error);
    if (tally == NULL)
        return false;
    if (tally->rows != sheet->rows || tally->cells != sheet->cells)
        return reader_fail(reader, sheet->name, "has another number of rows or cells",
                           error);
    if (tally->bad_number)
        return reader_fail(reader, sheet->name, "has a number that is none", error);
    return true;
}

/* `count` parts called `pattern`1.xml and on. */
static bool reader_check_series(const Reader *reader, const char *prefix, size_t count,
                                GError **error)
{
    for (size_t i = 1; i <= count; i++) {
        g_autofree char *name = g_strdup_printf("%s%zu.xml", prefix, i);
        if (reader_tally(reader, name, error) == NULL)
            return false;
    }
    return true;
}

static bool reader_check_wanted(const Reader *reader, GError **error)
{
    GHashTableIter iterator;
    gpointer name = NULL;
    g_hash_table_iter_init(&iterator, reader->wanted);
    while (g_hash_table_iter_next(&iterator, &name, NULL)) {
        if (reader_tally(reader, name, error) == NULL)
            return false;
    }
    return true;
}

static bool reader_check(const Reader *reader, GError **error)
{
    static const char *const always[] = {
        "[Content_Types].xml",  "_rels/.rels",         "docProps/app.xml",
        "docProps/core.xml",    "docProps/custom.xml", "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml", "xl/styles.xml",       "xl/theme/theme1.xml",
        "xl/workbook.xml",
    };
    const Workbook *workbook = reader->workbook;
    for (size_t i = 0; i < G_N_ELEMENTS(always); i++) {
        if (reader_tally(reader, always[i], error) == NULL)
            return false;
    }
    for (guint i = 0; i < workbook->sheets->len; i++) {
        if (!reader_check_sheet(reader, i, error))
            return false;
    }
    const size_t tables = workbook->table_count + (workbook->contents != NULL ? 1 : 0);
    return reader_check_series(reader, "xl/tables/table", tables, error) &&
           reader_check_series(reader, "xl/charts/chart", workbook->chart_count,
                               error) &&
           reader_check_wanted(reader, error);
}

static bool reader_open(Reader *reader, GError **error)
{
    archive_read_support_format_zip_seekable(reader->archive);
    if (archive_read_open_filename(reader->archive, reader->workbook->path,
                                   BLOCK_SIZE) == ARCHIVE_OK)
        return true;
    return reader_fail(reader, "the file", archive_error_string(reader->archive),
                       error);
}

bool workbook_verify(const Workbook *workbook, GError **error)
{
    Reader reader = {
        .workbook = workbook,
        .archive  = archive_read_new(),
        .parts    = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .wanted   = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    const bool whole = reader_open(&reader, error) &&
                       reader_read_parts(&reader, error) &&
                       reader_check(&reader, error);
    archive_read_free(reader.archive);
    g_hash_table_destroy(reader.parts);
    g_hash_table_destroy(reader.wanted);
    return whole;
}

const LibraryVersion *workbook_versions(size_t *count)
{
    static const LibraryVersion versions[] = {
        {"libxlsxwriter", LXW_VERSION}, {"libarchive", ARCHIVE_VERSION_ONLY_STRING}};
    *count = G_N_ELEMENTS(versions);
    return versions;
}
