/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings: the same text in each, found the way it should be, with places that lead
 * back to the file. */
#include "folder.h"

#include "ingest/source.h"

#include <string.h>

static const char text[] = "naam,noot\nCaf\u00E9,\u20AC 5\nZo\u00EB,\u2014\n";

static void assert_bytes(const char *found, size_t length, const char *wanted,
                         size_t wanted_length)
{
    g_assert_cmpuint(length, ==, wanted_length);
    g_assert_cmpint(memcmp(found, wanted, length), ==, 0);
}

typedef struct Writing {
    const char *name;
    const char *iconv;
    const char *mark;
    size_t mark_size;
    Encoding encoding;
    const char *reason;
} Writing;

static const Writing writings[] = {
    {"utf-8", "UTF-8", "", 0, ENCODING_UTF8, "valid"},
    {"utf-8 with a mark", "UTF-8", "\xEF\xBB\xBF", 3, ENCODING_UTF8, "bom"},
    {"windows-1252", "WINDOWS-1252", "", 0, ENCODING_WINDOWS_1252, "assumed"},
    {"utf-16le with a mark", "UTF-16LE", "\xFF\xFE", 2, ENCODING_UTF16LE, "bom"},
    {"utf-16be with a mark", "UTF-16BE", "\xFE\xFF", 2, ENCODING_UTF16BE, "bom"},
    {"utf-16le", "UTF-16LE", "", 0, ENCODING_UTF16LE, "nul-pattern"},
    {"utf-16be", "UTF-16BE", "", 0, ENCODING_UTF16BE, "nul-pattern"},
};

static const SourceOptions no_options = {.encoding = "", .limit = 1 << 20};

static Source *open_bytes(Folder *folder, const char *bytes, size_t length,
                          GError **error)
{
    folder_write(folder, "file.csv", bytes, length);
    return source_open(folder->input, "file.csv", &no_options, error);
}

/* Each character of the text leads to its bytes in the file. */
static void check_offsets(Source *source, const GString *file, const char *iconv)
{
    for (const char *p = source->text; p < source->text + source->length;
         p += g_utf8_skip[(guchar)*p]) {
        size_t size           = (guchar)g_utf8_skip[(guchar)*p],
               start          = (size_t)(p - source->text);
        size_t from           = source_offset(source, start);
        size_t to             = source_offset(source, start + size);
        gsize length          = 0;
        g_autofree char *back = g_convert(file->str + from, (gssize)(to - from),
                                          "UTF-8", iconv, NULL, &length, NULL);
        g_assert_nonnull(back);
        assert_bytes(back, length, p, size);
    }
}

static void test_writing(gconstpointer data)
{
    const Writing *writing   = data;
    g_autoptr(Folder) folder = folder_new();
    g_autoptr(GError) error  = NULL;
    gsize length             = 0;
    g_autofree char *bytes =
        g_convert(text, -1, writing->iconv, "UTF-8", NULL, &length, &error);
    g_assert_no_error(error);
    g_autoptr(GString) file =
        g_string_new_len(writing->mark, (gssize)writing->mark_size);
    g_string_append_len(file, bytes, (gssize)length);
    g_autoptr(Source) source = open_bytes(folder, file->str, file->len, &error);
    g_assert_no_error(error);
    assert_bytes(source->text, source->length, text, strlen(text));
    g_assert_cmpint(source->encoding, ==, writing->encoding);
    g_assert_cmpstr(source->encoding_reason, ==, writing->reason);
    g_assert_true(source->is_valid);
    g_assert_cmpuint(source->bytes, ==, file->len);
    g_autofree char *sha256 = g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, (const guchar *)file->str, file->len);
    g_assert_cmpstr(source->sha256, ==, sha256);
    check_offsets(source, file, writing->iconv);
}

/* A byte that is no character becomes FF and spoils nothing else. */
static void test_invalid(void)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *text;
    } cases[] = {{"\xEF\xBB\xBF"
                  "a\xC3,b",
                  7, "a\xC3,b"},
                 {"a\x81\xE9", 3, "a\xFF\u00E9"},
                 {"\xFF\xFE"
                  "a\0\0\xD8"
                  "b\0",
                  8,
                  "a\xFF"
                  "b"},
                 {"\xFF\xFE"
                  "a\0b",
                  5, "a\xFF"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Folder) folder = folder_new();
        g_autoptr(Source) source =
            open_bytes(folder, cases[i].bytes, cases[i].length, NULL);
        g_assert_nonnull(source);
        g_assert_false(source->is_valid);
        assert_bytes(source->text, source->length, cases[i].text,
                     strlen(cases[i].text));
    }
}

/* A NUL is a matter of its record: the file stays UTF-8. */
static void test_nul(void)
{
    g_autoptr(Folder) folder = folder_new();
    g_autoptr(Source) source = open_bytes(folder, "a\0b\xC3\xA9", 5, NULL);
    g_assert_cmpint(source->encoding, ==, ENCODING_UTF8);
    g_assert_true(source->is_valid);
}

static void test_end(void)
{
    g_autoptr(Folder) folder = folder_new();
    g_autoptr(Source) source = open_bytes(folder, "a,b\r\n\x1A", 6, NULL);
    g_assert_cmpuint(source->length, ==, 5);
    g_autoptr(Source) ended = open_bytes(folder, "a,b\r\n\x1A\r\n\x1A\n", 10, NULL);
    g_assert_cmpuint(ended->length, ==, 5);
    g_autoptr(Source) within = open_bytes(folder, "a\x1A,b\r\n", 6, NULL);
    g_assert_cmpuint(within->length, ==, 6);
}

static void test_refused(void)
{
    static const struct {
        const char *bytes;
        size_t length;
        FindingCode code;
    } cases[] = {{"", 0, FINDING_file_empty},
                 {" \r\n\t", 4, FINDING_file_empty},
                 {"\xEF\xBB\xBF", 3, FINDING_file_empty},
                 {"PK\3\4....", 8, FINDING_file_xlsx},
                 {"\xD0\xCF\x11\xE0....", 8, FINDING_file_xls},
                 {"\xEF\xBB\xBF <HTML>", 10, FINDING_file_html},
                 {"<!-- x -->", 10, FINDING_file_html},
                 {"<div class=", 11, FINDING_file_html},
                 {"\xFF\xFE<\0h\0t\0m\0l\0>\0", 14, FINDING_file_html},
                 {"{\0\"\0a\0\"\0:\0001\0}\0", 14, FINDING_file_json},
                 {"[\n  {\"a\": 1}]", 14, FINDING_file_json},
                 {"{ }", 3, FINDING_file_json},
                 {"[{\"a\":1}]", 9, FINDING_file_json}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Folder) folder = folder_new();
        g_autoptr(GError) error  = NULL;
        g_autoptr(Source) source =
            open_bytes(folder, cases[i].bytes, cases[i].length, &error);
        g_assert_null(source);
        g_assert_error(error, REFUSAL_ERROR, (int)cases[i].code);
    }
}

/* Larger than the steps that it is read in, with a character across each step. */
static void test_large(void)
{
    g_autoptr(Folder) folder = folder_new();
    g_autoptr(GString) file  = g_string_new("x");
    while (file->len < 3 * 1024 * 1024)
        g_string_append(file, "\u20AC,\u00EB\n");
    folder_write(folder, "file.csv", file->str, file->len);
    SourceOptions options    = {.encoding = "", .limit = 1 << 30};
    g_autoptr(Source) source = source_open(folder->input, "file.csv", &options, NULL);
    g_assert_cmpstr(source->encoding_reason, ==, "valid");
    assert_bytes(source->text, source->length, file->str, file->len);
    source_release(source, 2 * 1024 * 1024);
    g_assert_cmpint(
        memcmp(source->text + 2 * 1024 * 1024, file->str + 2 * 1024 * 1024, 1024), ==,
        0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(writings); i++) {
        g_autofree char *path = g_strdup_printf("/source/%s", writings[i].name);
        g_test_add_data_func(path, &writings[i], test_writing);
    }
    g_test_add_func("/source/invalid", test_invalid);
    g_test_add_func("/source/nul", test_nul);
    g_test_add_func("/source/end", test_end);
    g_test_add_func("/source/refused", test_refused);
    g_test_add_func("/source/large", test_large);
    return g_test_run();
}
