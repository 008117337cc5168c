/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every code of findings.def has a folder in fixtures/malformed that provokes it: a few
 * files over those of base/, and finding.case that says where the finding must point.
 */
#include "folder.h"

#include "data/findings.h"

#include <string.h>

#define MALFORMED SOURCE_FOLDER "/fixtures/malformed"

typedef struct Case {
    GKeyFile *file;
    const char *code;
} Case;

static char *wanted(const Case *one, const char *key)
{
    char *text = g_key_file_get_string(one->file, "finding", key, NULL);
    return text != NULL ? text : g_strdup("");
}

static int wanted_number(const Case *one, const char *key)
{
    return g_key_file_get_integer(one->file, "finding", key, NULL);
}

/* Whether the cell is as the case says; a key that it does not have says nothing. */
static bool is_as_wanted(const Case *one, const Table *findings, size_t row,
                         const char *key, size_t column)
{
    g_autofree char *text = wanted(one, key);
    char buffer[48];
    const Variable *variable = &findings->spec->variables[column];
    Value value              = table_get(findings, column, row);
    return *text == '\0' || strcmp(value_format(variable, value, buffer), text) == 0;
}

static bool is_finding(const Case *one, const Table *findings, size_t row)
{
    static const struct {
        const char *key;
        size_t column;
    } parts[] = {{"file", COLUMN(findings, file)},
                 {"row", COLUMN(findings, row)},
                 {"line", COLUMN(findings, line)},
                 {"column", COLUMN(findings, column)},
                 {"variable", COLUMN(findings, variable)},
                 {"value", COLUMN(findings, value)},
                 {"partner_id", COLUMN(findings, partner_id)}};
    if (strcmp(table_text(findings, COLUMN(findings, code), row), one->code) != 0)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (!is_as_wanted(one, findings, row, parts[i].key, parts[i].column))
            return false;
    return true;
}

/* Counts the findings that are the case's, and checks that nothing else but notices and
 * what it says is found too. */
static size_t check_findings(const Case *one, const Folder *folder, const char *path)
{
    g_autoptr(Table) findings = folder_table(folder, TABLE_findings, path);
    g_autofree char *also     = wanted(one, "also");
    size_t found              = 0;
    for (size_t row = 0; findings != NULL && row < findings->n_rows; row++) {
        const char *code     = table_text(findings, COLUMN(findings, code), row);
        const char *severity = table_text(findings, COLUMN(findings, severity), row);
        found += is_finding(one, findings, row);
        if (strcmp(code, one->code) != 0 && strcmp(code, also) != 0 &&
            strcmp(severity, "notice") != 0)
            g_test_fail_printf("%s: also found %s", one->code, code);
    }
    return found;
}

/* records = accepted + quarantined + duplicates + withdrawn, and quarantine.csv has
 * each. */
static void check_counts(const Folder *folder, const char *stage, const char *name)
{
    g_autofree char *inputs     = g_strdup_printf("inputs/%s.csv", stage);
    g_autofree char *quarantine = g_strdup_printf("quarantine/%s.csv", name);
    g_autoptr(Table) table      = folder_table(folder, TABLE_inputs, inputs);
    g_autoptr(Table) apart      = folder_table(folder, TABLE_quarantine, quarantine);
    int64_t quarantined         = 0;
    for (size_t row = 0; table != NULL && row < table->n_rows; row++) {
        int64_t records = table_count(table, COLUMN(inputs, records), row);
        if (records < 0)
            continue;
        quarantined += table_count(table, COLUMN(inputs, quarantined), row);
        g_assert_cmpint(records, ==,
                        table_count(table, COLUMN(inputs, accepted), row) +
                            table_count(table, COLUMN(inputs, quarantined), row) +
                            table_count(table, COLUMN(inputs, duplicates), row) +
                            table_count(table, COLUMN(inputs, withdrawn), row));
    }
    g_assert_cmpuint(apart != NULL ? apart->n_rows : 0, ==, (size_t)quarantined);
}

static void test_case(gconstpointer data)
{
    const FindingKind *kind    = data;
    g_autoptr(Folder) folder   = folder_new();
    g_autoptr(GKeyFile) file   = g_key_file_new();
    g_autoptr(GError) error    = NULL;
    g_autofree char *overlay   = g_build_filename(MALFORMED, kind->code, NULL);
    g_autofree char *case_path = g_build_filename(overlay, "finding.case", NULL);
    Case one                   = {file, kind->code};
    g_key_file_load_from_file(file, case_path, G_KEY_FILE_NONE, &error);
    g_assert_no_error(error);
    g_autofree char *stage = wanted(&one, "stage");
    if (*stage != '\0') {
        g_test_skip("found by a later stage: see malformed_later");
        return;
    }
    folder_copy(folder, MALFORMED "/base");
    folder_copy(folder, overlay);
    int code = folder_ingest(folder, 2023);
    if (code != wanted_number(&one, "exit"))
        g_test_fail_printf("%s: exit code %d: %s", kind->code, code, folder->message);
    size_t found = check_findings(&one, folder, "findings/ingest-register.csv") +
                   check_findings(&one, folder, "findings/ingest-2023.csv");
    if (found != 1)
        g_test_fail_printf("%s: found %zu times where the case says", kind->code,
                           found);
    check_counts(folder, "ingest-register", "register");
    if (code == 0)
        check_counts(folder, "ingest-2023", "2023");
}

/* The base itself is without fault, but for the column that is dropped. */
static void test_base(void)
{
    g_autoptr(Folder) folder = folder_new();
    folder_copy(folder, MALFORMED "/base");
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    for (size_t i = 0; i < FINDING_COUNT; i++)
        g_assert_cmpuint(folder_count(folder, finding_kind((FindingCode)i)->code), ==,
                         i == FINDING_unknown_column);
}

/* The catalogue is complete: every code has all its words in both languages. */
static void test_words(void)
{
    for (size_t i = 0; i < FINDING_COUNT; i++) {
        const FindingKind *kind = finding_kind((FindingCode)i);
        const Text words[]      = {kind->what, kind->mend, kind->effect};
        for (size_t w = 0; w < G_N_ELEMENTS(words); w++) {
            g_assert_cmpuint(strlen(words[w].en), >, 5);
            g_assert_cmpuint(strlen(words[w].nl), >, 5);
            g_assert_cmpstr(words[w].en, !=, words[w].nl);
        }
        g_assert_true(finding_find(kind->code) == kind);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/malformed/base", test_base);
    g_test_add_func("/malformed/words", test_words);
    for (size_t i = 0; i < FINDING_COUNT; i++) {
        const FindingKind *kind = finding_kind((FindingCode)i);
        g_autofree char *path   = g_strdup_printf("/malformed/%s", kind->code);
        g_test_add_data_func(path, kind, test_case);
    }
    return g_test_run();
}
