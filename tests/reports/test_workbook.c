/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each silent trap of libxlsxwriter is walked into once: the workbook must refuse it,
 * say why, and leave no file. */
#include "reports/workbook/model.h"
#include "sample_workbook.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

typedef struct Folder {
    char *path;
    char *file;
} Folder;

static void folder_make(Folder *folder, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    folder->path            = g_dir_make_tmp("workbook-XXXXXX", &error);
    g_assert_no_error(error);
    folder->file = g_build_filename(folder->path, "monitor.xlsx", NULL);
}

/* Nothing but the workbook may have been left behind. */
static void folder_remove(Folder *folder, gconstpointer data)
{
    (void)data;
    g_unlink(folder->file);
    g_assert_cmpint(g_rmdir(folder->path), ==, 0);
    g_free(folder->file);
    g_free(folder->path);
}

static const SheetColumn TWO_COLUMNS[] = {
    {.header = "Naam"},
    {.header = "Aandeel (%)", .kind = SHEET_PERCENTAGE},
};

static TableHead plain_head(void)
{
    return (TableHead){
        .sheet        = "Kerncijfers",
        .id           = "kerncijfers",
        .title        = "Titel",
        .about        = "Waarover",
        .columns      = TWO_COLUMNS,
        .column_count = G_N_ELEMENTS(TWO_COLUMNS),
    };
}

static Workbook *plain_open(const char *path)
{
    WorkbookWords words = SAMPLE_WORDS;
    words.contents      = NULL;
    return workbook_open(path, &SAMPLE_PROPERTIES, &words);
}

static TableSheet *plain_table(Workbook *workbook)
{
    const TableHead head = plain_head();
    return workbook_add_table(workbook, &head);
}

static void add_pair(TableSheet *sheet, SheetCell first, SheetCell second)
{
    table_sheet_add_row(sheet, (const SheetCell[]){first, second});
}

static char *long_text(size_t length)
{
    char *text = g_malloc(length + 1);
    memset(text, 'a', length);
    text[length] = '\0';
    return text;
}

/* The traps: what each hands over, and a part of what must be said. */
static void trap_nan(Workbook *workbook)
{
    add_pair(plain_table(workbook), sheet_text("a"), sheet_number(NAN));
}

static void trap_infinity(Workbook *workbook)
{
    add_pair(plain_table(workbook), sheet_text("a"), sheet_number(-INFINITY));
}

static void trap_utf8(Workbook *workbook)
{
    add_pair(plain_table(workbook), sheet_text("caf\xe9"), sheet_number(1));
}

static void trap_long_text(Workbook *workbook)
{
    g_autofree char *text = long_text(32768);
    add_pair(plain_table(workbook), sheet_text(text), sheet_number(1));
}

static void trap_number_as_text(Workbook *workbook)
{
    add_pair(plain_table(workbook), sheet_text("a"), sheet_text("0.5"));
}

static void trap_empty_word(Workbook *workbook)
{
    add_pair(plain_table(workbook), sheet_text("a"), sheet_word(""));
}

static void trap_table_twice(Workbook *workbook)
{
    plain_table(workbook);
    TableHead head = plain_head();
    head.sheet     = "Ander blad";
    head.id        = "KernCijfers";
    workbook_add_table(workbook, &head);
}

static void add_named(Workbook *workbook, const char *id)
{
    TableHead head = plain_head();
    head.id        = id;
    workbook_add_table(workbook, &head);
}

static void trap_table_cell(Workbook *workbook)
{
    add_named(workbook, "xfd12");
}

static void trap_table_row_column(Workbook *workbook)
{
    add_named(workbook, "R1C1");
}

static void trap_table_unnamed(Workbook *workbook)
{
    add_named(workbook, "");
}

static void trap_table_space(Workbook *workbook)
{
    add_named(workbook, "mijn tabel");
}

static void trap_sheet_twice(Workbook *workbook)
{
    workbook_add_text(workbook, "\xc3\x89\xc3\xa9n", "Titel"); /* Één */
    workbook_add_text(workbook, "\xc3\xa9\xc3\xa9N", "Titel"); /* één */
}

static void trap_sheet_long(Workbook *workbook)
{
    workbook_add_text(workbook, "Eenendertig tekens is de grens ++", "Titel");
}

static void trap_sheet_character(Workbook *workbook)
{
    workbook_add_text(workbook, "2022/2023", "Titel");
}

static void trap_sheet_apostrophe(Workbook *workbook)
{
    workbook_add_text(workbook, "'s Zomers", "Titel");
}

static void add_address(Workbook *workbook, const char *address)
{
    text_sheet_add_link(workbook_add_text(workbook, "Omslag", "Titel"), "link",
                        address);
}

static void trap_url_file(Workbook *workbook)
{
    add_address(workbook, "file:///etc/passwd");
}

static void trap_url_http(Workbook *workbook)
{
    add_address(workbook, "http://example.org/");
}

static void trap_url_script(Workbook *workbook)
{
    add_address(workbook, "javascript:alert(1)");
}

static void trap_url_space(Workbook *workbook)
{
    add_address(workbook, "https://example.org/a b");
}

static void trap_url_nowhere(Workbook *workbook)
{
    add_address(workbook, "Nergens");
}

static void trap_header_twice(Workbook *workbook)
{
    const SheetColumn columns[] = {{.header = "Jaar"}, {.header = "JAAR"}};
    TableHead head              = plain_head();
    head.columns                = columns;
    workbook_add_table(workbook, &head);
}

static void trap_header_empty(Workbook *workbook)
{
    const SheetColumn columns[] = {{.header = "Jaar"}, {.header = " "}};
    TableHead head              = plain_head();
    head.columns                = columns;
    workbook_add_table(workbook, &head);
}

static void trap_date(Workbook *workbook)
{
    const SheetColumn columns[] = {{.header = "Naam"},
                                   {.header = "Dag", .kind = SHEET_DATE}};
    TableHead head              = plain_head();
    head.columns                = columns;
    TableSheet *sheet           = workbook_add_table(workbook, &head);
    add_pair(sheet, sheet_text("a"), sheet_date("2023-02-29"));
}

static void trap_alt(Workbook *workbook)
{
    TextSheet *sheet             = workbook_add_text(workbook, "Grafiek", "Titel");
    const TableSheet *table      = plain_table(workbook);
    const SheetChart without_alt = {
        .kind        = SHEET_CHART_BARS,
        .table       = table,
        .category    = 0,
        .values      = {1},
        .value_count = 1,
        .title       = "Titel",
        .axis        = "procent",
        .alt         = "",
    };
    text_sheet_add_chart(sheet, &without_alt);
}

static void trap_picture(Workbook *workbook)
{
    TextSheet *sheet = workbook_add_text(workbook, "Grafiek", "Titel");
    text_sheet_add_picture(
        sheet, &(SheetPicture){.path = "test_workbook.c", .alt = "Geen plaatje."});
}

static void trap_no_sheets(Workbook *workbook)
{
    (void)workbook;
}

typedef struct Trap {
    const char *name;
    void (*walk)(Workbook *workbook);
    const char *said;
} Trap;

static const Trap TRAPS[] = {
    {"nan", trap_nan, "not finite"},
    {"infinity", trap_infinity, "not finite"},
    {"utf8", trap_utf8, "not UTF-8"},
    {"long-text", trap_long_text, "32,767"},
    {"number-as-text", trap_number_as_text, "another kind"},
    {"empty-word", trap_empty_word, "empty text"},
    {"table-twice", trap_table_twice, "second table"},
    {"table-cell", trap_table_cell, "reads as a cell"},
    {"table-row-column", trap_table_row_column, "reads as a cell"},
    {"table-unnamed", trap_table_unnamed, "empty text"},
    {"table-space", trap_table_space, "letters, digits"},
    {"sheet-twice", trap_sheet_twice, "second sheet"},
    {"sheet-long", trap_sheet_long, "too long"},
    {"sheet-character", trap_sheet_character, "sheet name with one of"},
    {"sheet-apostrophe", trap_sheet_apostrophe, "apostrophe"},
    {"url-file", trap_url_file, "not https: or mailto:"},
    {"url-http", trap_url_http, "not https: or mailto:"},
    {"url-script", trap_url_script, "not https: or mailto:"},
    {"url-space", trap_url_space, "must be escaped"},
    {"url-nowhere", trap_url_nowhere, "not there"},
    {"header-twice", trap_header_twice, "second column"},
    {"header-empty", trap_header_empty, "empty text"},
    {"date", trap_date, "does not exist"},
    {"alt", trap_alt, "empty text"},
    {"picture", trap_picture, "not PNG"},
    {"no-sheets", trap_no_sheets, "no sheets"},
};

static void test_trap(Folder *folder, gconstpointer data)
{
    const Trap *trap             = data;
    g_autoptr(GError) error      = NULL;
    g_autoptr(Workbook) workbook = plain_open(folder->file);
    trap->walk(workbook);
    g_assert_false(workbook_finish(workbook, &error));
    g_assert_error(error, WORKBOOK_ERROR, WORKBOOK_ERROR_REFUSED);
    g_assert_nonnull(strstr(error->message, trap->said));
    g_assert_nonnull(strstr(error->message, folder->file));
    g_assert_false(g_file_test(folder->file, G_FILE_TEST_EXISTS));
}

/* The first failure is told, not the last. */
static void test_first_failure(Folder *folder, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error      = NULL;
    g_autoptr(Workbook) workbook = plain_open(folder->file);
    TableSheet *sheet            = plain_table(workbook);
    add_pair(sheet, sheet_text("goed"), sheet_number(0.5));
    add_pair(sheet, sheet_text("a"), sheet_number(NAN));
    add_pair(sheet, sheet_text("\xff"), sheet_number(1));
    g_assert_false(workbook_finish(workbook, &error));
    g_assert_nonnull(strstr(error->message, "row 2, column \"Aandeel (%)\": a number"));
}

static void make_sample(const char *path, char **bytes, gsize *size)
{
    g_autoptr(GError) error = NULL;
    sample_make(path, NULL, &error);
    g_assert_no_error(error);
    g_file_get_contents(path, bytes, size, &error);
    g_assert_no_error(error);
}

/* A Dutch locale of the test's own, as few machines have one. NULL when it cannot be.
 */
static char *dutch_locale(const Folder *folder)
{
    g_autofree char *target = g_build_filename(folder->path, "nl_NL.UTF-8", NULL);
    const char *arguments[] = {"localedef", "-i", "nl_NL", "-f", "UTF-8", target, NULL};
    g_spawn_sync(NULL, (char **)(void *)arguments, NULL,
                 G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL |
                     G_SPAWN_STDOUT_TO_DEV_NULL,
                 NULL, NULL, NULL, NULL, NULL, NULL);
    g_setenv("LOCPATH", folder->path, TRUE);
    const char *name = setlocale(LC_ALL, "nl_NL.UTF-8");
    return name == NULL ? NULL : g_strdup(name);
}

static void remove_tree(const char *path)
{
    const char *arguments[] = {"rm", "-rf", path, NULL};
    g_assert_true(g_spawn_sync(NULL, (char **)(void *)arguments, NULL,
                               G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                               NULL));
}

/* Same bytes a second later, in another time zone, under decimal commas. */
static void test_same_bytes(Folder *folder, gconstpointer data)
{
    (void)data;
    g_autofree char *first  = NULL;
    g_autofree char *second = NULL;
    gsize first_size        = 0;
    gsize second_size       = 0;
    make_sample(folder->file, &first, &first_size);
    g_usleep(2100 * 1000);
    g_setenv("TZ", "Pacific/Kiritimati", TRUE);
    g_autofree char *name = dutch_locale(folder);
    if (name != NULL)
        g_assert_cmpstr(localeconv()->decimal_point, ==, ",");
    make_sample(folder->file, &second, &second_size);
    setlocale(LC_ALL, "C");
    g_unsetenv("TZ");
    g_autofree char *target = g_build_filename(folder->path, "nl_NL.UTF-8", NULL);
    remove_tree(target);
    g_assert_cmpuint(first_size, ==, second_size);
    g_assert_true(memcmp(first, second, first_size) == 0);
    if (name == NULL)
        g_test_skip("no Dutch locale can be made here");
}

/* A sheet whose parts do not fit on the temporary disk, though the zipped file would:
 * the library notices nothing. A limit on the size of files stands in for the disk. */
static void test_full_disk(Folder *folder, gconstpointer data)
{
    (void)data;
    enum { LIMIT = 256 * 1024, ROWS = 6000 };
    g_autoptr(GError) error      = NULL;
    g_autoptr(Workbook) workbook = plain_open(folder->file);
    TableSheet *sheet            = plain_table(workbook);
    for (int i = 0; i < ROWS; i++)
        add_pair(sheet, sheet_text("steeds dezelfde naam"), sheet_number(0.5));
    struct rlimit before = {0};
    g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
    const struct rlimit small = {.rlim_cur = LIMIT, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
    const bool made = workbook_finish(workbook, &error);
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
    signal(SIGXFSZ, SIG_DFL);
    g_assert_false(made);
    g_assert_error(error, WORKBOOK_ERROR, WORKBOOK_ERROR_DAMAGED);
    g_assert_false(g_file_test(folder->file, G_FILE_TEST_EXISTS));
}

static void test_no_folder(Folder *folder, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error      = NULL;
    g_autofree char *path        = g_build_filename(folder->path, "no", "a.xlsx", NULL);
    g_autoptr(Workbook) workbook = plain_open(path);
    add_pair(plain_table(workbook), sheet_text("a"), sheet_number(1));
    g_assert_false(workbook_finish(workbook, &error));
    g_assert_error(error, WORKBOOK_ERROR, WORKBOOK_ERROR_WRITE);
}

static void assert_damaged(const Workbook *workbook, const char *bytes, gsize size)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(g_file_set_contents(workbook->path, bytes, (gssize)size, NULL));
    g_assert_false(workbook_verify(workbook, &error));
    g_assert_error(error, WORKBOOK_ERROR, WORKBOOK_ERROR_DAMAGED);
}

/* Damage of a finished file: cut off anywhere, and with one other bit in the data of
 * its first part, which starts behind a header of 30 bytes and a name of 19. */
static void test_damage(Folder *folder, gconstpointer data)
{
    (void)data;
    enum { FIRST_DATA = 100 };
    g_autoptr(GError) error      = NULL;
    g_autofree char *bytes       = NULL;
    gsize size                   = 0;
    g_autoptr(Workbook) workbook = plain_open(folder->file);
    add_pair(plain_table(workbook), sheet_text("a"), sheet_number(1));
    workbook_finish(workbook, &error);
    g_assert_no_error(error);
    g_file_get_contents(folder->file, &bytes, &size, NULL);
    g_assert_true(workbook_verify(workbook, &error));
    for (gsize length = 0; length < size; length += size / 7)
        assert_damaged(workbook, bytes, length);
    bytes[FIRST_DATA] ^= 0x20;
    assert_damaged(workbook, bytes, size);
}

/* A finished workbook is not what was written when it holds another number of rows. */
static void test_other_rows(Folder *folder, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error  = NULL;
    g_autoptr(Workbook) full = plain_open(folder->file);
    g_autoptr(Workbook) less = plain_open(folder->file);
    TableSheet *sheet        = plain_table(full);
    add_pair(sheet, sheet_text("a"), sheet_number(1));
    add_pair(sheet, sheet_text("b"), sheet_number(1));
    add_pair(plain_table(less), sheet_text("a"), sheet_number(1));
    g_assert_true(workbook_finish(full, &error));
    g_assert_true(workbook_finish(less, &error));
    g_assert_false(workbook_verify(full, &error));
    g_assert_nonnull(strstr(error->message, "another number of rows"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(TRAPS); i++) {
        g_autofree char *path = g_strconcat("/workbook/trap/", TRAPS[i].name, NULL);
        g_test_add(path, Folder, &TRAPS[i], folder_make, test_trap, folder_remove);
    }
    static const struct {
        const char *path;
        void (*run)(Folder *folder, gconstpointer data);
    } cases[] = {
        {"/workbook/first-failure", test_first_failure},
        {"/workbook/same-bytes", test_same_bytes},
        {"/workbook/full-disk", test_full_disk},
        {"/workbook/no-folder", test_no_folder},
        {"/workbook/damage", test_damage},
        {"/workbook/other-rows", test_other_rows},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_test_add(cases[i].path, Folder, NULL, folder_make, cases[i].run,
                   folder_remove);
    return g_test_run();
}
