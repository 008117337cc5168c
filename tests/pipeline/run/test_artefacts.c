/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stages recorded: read as one, reconciled, verified, judged, written down in the
 * manifests. */
#include "data/json.h"
#include "run/artefacts.h"
#include "run/manifest.h"
#include "run/message.h"
#include "run/quality.h"
#include "sandbox.h"

#include <string.h>
#include <sysexits.h>

#define FINDINGS                                                                       \
    "stage,code,severity,file,row,line,column,variable,partner_id,value,expected,"     \
    "effect\n"
#define INPUTS "path,bytes,sha256,encoding,records,accepted,quarantined,duplicates\n"

static Artefacts *read_work(const Sandbox *sandbox)
{
    g_autoptr(GError) error = NULL;
    Artefacts *artefacts    = artefacts_read(sandbox->folder, &error);
    g_assert_no_error(error);
    return artefacts;
}

static int read_failure(const Sandbox *sandbox)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(artefacts_read(sandbox->folder, &error));
    return failure_exit_code(error);
}

static void test_gathered_by_key(void)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    sandbox_write(&sandbox, "inputs/b.csv",
                  INPUTS "z.csv,1,cc,utf-8,,,,\n"
                         "m.ini,2,bb,utf-8,,,,\n");
    sandbox_write(&sandbox, "inputs/a.csv",
                  INPUTS "a.csv,3,aa,utf-8,4,4,0,0\n"
                         "m.ini,2,bb,utf-8,,,,\n");
    g_autoptr(Artefacts) artefacts   = read_work(&sandbox);
    static const char *const paths[] = {"a.csv", "m.ini", "z.csv"};
    g_assert_cmpuint(artefacts->inputs->n_rows, ==, G_N_ELEMENTS(paths));
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
        g_assert_cmpstr(table_text(artefacts->inputs, COLUMN(inputs, path), i), ==,
                        paths[i]);
}

static void test_input_that_changed(void)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    sandbox_write(&sandbox, "inputs/a.csv", INPUTS "m.ini,2,aa,utf-8,,,,\n");
    sandbox_write(&sandbox, "inputs/b.csv", INPUTS "m.ini,2,bb,utf-8,,,,\n");
    g_assert_cmpint(read_failure(&sandbox), ==, EX_TEMPFAIL);
}

static void test_output_of_two_stages(void)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    sandbox_write(&sandbox, "outputs/a.csv", "path,bytes,sha256,rows\nx,1,aa,0\n");
    sandbox_write(&sandbox, "outputs/b.csv", "path,bytes,sha256,rows\nx,1,aa,0\n");
    g_assert_cmpint(read_failure(&sandbox), ==, EX_SOFTWARE);
}

/* Records of organisations that withdrew their answers are accounted for too. */
static void test_reconcile_withdrawn(void)
{
    static const char *const counts[] = {"10,6,2,1,1\n", "10,6,2,1,2\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++) {
        g_auto(Sandbox) sandbox = sandbox_new();
        g_autofree char *text =
            g_strconcat("path,bytes,sha256,encoding,records,accepted,quarantined,"
                        "duplicates,withdrawn\na.csv,1,aa,utf-8,",
                        counts[i], NULL);
        sandbox_write(&sandbox, "inputs/a.csv", text);
        g_autoptr(Artefacts) artefacts = read_work(&sandbox);
        g_assert_cmpint(artefacts_reconcile(artefacts, NULL), ==, i == 0);
    }
}

static void test_reconcile(void)
{
    static const struct {
        const char *row;
        bool is_good;
    } cases[] = {{"a.csv,1,aa,utf-8,10,7,2,1\n", true},
                 {"a.csv,1,aa,utf-8,10,7,2,0\n", false},
                 {"a.csv,1,aa,utf-8,10,8,2,1\n", false},
                 {"a.csv,1,aa,utf-8,,,,\n", true},
                 {"a.csv,1,aa,utf-8,,1,,\n", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Sandbox) sandbox = sandbox_new();
        g_autofree char *text   = g_strconcat(INPUTS, cases[i].row, NULL);
        g_autoptr(GError) error = NULL;
        sandbox_write(&sandbox, "inputs/a.csv", text);
        g_autoptr(Artefacts) artefacts = read_work(&sandbox);
        g_assert_cmpint(artefacts_reconcile(artefacts, &error), ==, cases[i].is_good);
        if (!cases[i].is_good)
            g_assert_cmpint(failure_exit_code(error), ==, EX_SOFTWARE);
    }
}

/* SHA-256 of "abc": FIPS 180-2, appendix B.1. */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void test_verify(void)
{
    static const struct {
        const char *row;
        const char *file;
        bool is_good;
    } cases[] = {{"openbaar/x,3," ABC ",0\n", "openbaar/x", true},
                 {"openbaar/x,4," ABC ",0\n", "openbaar/x", false},
                 {"openbaar/x,3,aa,0\n", "openbaar/x", false},
                 {"openbaar/y,3," ABC ",0\n", "openbaar/x", false},
                 {"", "lokaal/a/x", false},
                 {"", "intern/x", false},
                 {"", "clean/x", true}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Sandbox) sandbox = sandbox_new();
        g_autofree char *text =
            g_strconcat("path,bytes,sha256,rows\n", cases[i].row, NULL);
        sandbox_write(&sandbox, "outputs/a.csv", text);
        sandbox_write(&sandbox, cases[i].file, "abc");
        g_autoptr(Artefacts) artefacts = read_work(&sandbox);
        g_assert_cmpint(artefacts_verify(artefacts, 2, NULL), ==, cases[i].is_good);
    }
}

static void test_years(void)
{
    g_auto(Sandbox) sandbox          = sandbox_new();
    static const char *const names[] = {"2023/survey.csv", "2019/survey.csv",
                                        "20191/survey.csv", "output/2020", "3000/x"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        sandbox_write(&sandbox, names[i], "");
    g_autoptr(GArray) years = artefacts_years(sandbox.folder, NULL);
    g_assert_cmpuint(years->len, ==, 2);
    g_assert_cmpint(g_array_index(years, int, 0), ==, 2019);
    g_assert_cmpint(g_array_index(years, int, 1), ==, 2023);
}

/* ---- quality ---- */

typedef struct QualityCase {
    const char *input;    /* the counts of the one input */
    const char *findings; /* rows */
    const char *apart;    /* rows that were set apart */
    const char *nl;
    const char *en;
} QualityCase;

static const QualityCase quality_cases[] = {
    {"300,290,8,2",
     "ingest,a-code,error,s.csv,3,3,A,x,,1,,\n"
     "ingest,b-code,error,s.csv,3,3,B,y,,2,,\n"
     "ingest,c-code,notice,s.csv,1,1,D,z,,,,\n",
     "s.csv,aa,3,3,0,9,a-code\n",
     "De gegevens zijn bruikbaar: 290 van 300 rijen in alle bestanden tellen volledig "
     "mee, 0 deels, 10 niet. Twee dingen vragen uw aandacht.",
     "The data are usable: 290 of 300 rows in all files count in full, 0 in part, 10 "
     "not at all. Two things ask for your attention."},
    {"10,10,0,0",
     "ingest,a-code,error,s.csv,3,3,A,x,,1,,\n"
     "ingest,a-code,error,s.csv,4,4,A,x,,1,,\n"
     "ingest,a-code,error,s.csv,4,4,B,y,,1,,\n",
     "other.csv,aa,3,3,0,9,a-code\n",
     "De gegevens zijn bruikbaar: 8 van 10 rijen in alle bestanden tellen volledig "
     "mee, 2 deels, 0 niet. Eén ding vraagt uw aandacht.",
     "The data are usable: 8 of 10 rows in all files count in full, 2 in part, 0 not "
     "at all. One thing asks for your attention."},
    {"10,5,5,0", "", "",
     "De gegevens zijn beperkt bruikbaar: 5 van 10 rijen in alle bestanden tellen "
     "volledig mee, 0 deels, 5 niet. Niets vraagt uw aandacht.",
     "The data are usable with care: 5 of 10 rows in all files count in full, 0 in "
     "part, 5 not at all. Nothing asks for your attention."},
    {"10,4,6,0", "", "",
     "De gegevens zijn nauwelijks bruikbaar: 4 van 10 rijen in alle bestanden tellen "
     "volledig mee, 0 deels, 6 niet. Niets vraagt uw aandacht.",
     "The data are hardly usable: 4 of 10 rows in all files count in full, 0 in part, "
     "6 not at all. Nothing asks for your attention."},
    {"100,100,0,0\n2023/survey.csv,1,bb,utf-8,4,1,3,0", "", "",
     "De gegevens zijn nauwelijks bruikbaar: 101 van 104 rijen in alle bestanden "
     "tellen "
     "volledig mee, 0 deels, 3 niet. Niets vraagt uw aandacht.",
     "The data are hardly usable: 101 of 104 rows in all files count in full, 0 in "
     "part, "
     "3 not at all. Nothing asks for your attention."},
    {"0,0,0,0", "", "", "Er zijn geen rijen gelezen.", "No rows were read."},
};

static Artefacts *read_case(const Sandbox *sandbox, const QualityCase *one)
{
    g_autofree char *inputs =
        g_strconcat(INPUTS "s.csv,1,aa,utf-8,", one->input, "\n", NULL);
    g_autofree char *findings = g_strconcat(FINDINGS, one->findings, NULL);
    sandbox_write(sandbox, "inputs/a.csv", inputs);
    g_autofree char *apart =
        g_strconcat("file,sha256,row,line,offset,length,code\n", one->apart, NULL);
    sandbox_write(sandbox, "findings/a.csv", findings);
    sandbox_write(sandbox, "quarantine/a.csv", apart);
    return read_work(sandbox);
}

static void test_quality(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(quality_cases); i++) {
        g_auto(Sandbox) sandbox        = sandbox_new();
        g_autoptr(Artefacts) artefacts = read_case(&sandbox, &quality_cases[i]);
        Quality quality                = quality_measure(artefacts);
        g_setenv("LC_ALL", "nl", TRUE);
        g_autofree char *dutch = quality_sentence(&quality);
        g_assert_cmpstr(dutch, ==, quality_cases[i].nl);
        g_setenv("LC_ALL", "en", TRUE);
        g_autofree char *english = quality_sentence(&quality);
        g_assert_cmpstr(english, ==, quality_cases[i].en);
    }
}

/* More findings than were kept: the last row of the code says how many. */
static void test_exact_counts(void)
{
    g_auto(Sandbox) sandbox        = sandbox_new();
    const QualityCase many         = {"90000,90000,0,0",
                                      "ingest,a-code,error,s.csv,3,5,A,x,,+1,,\n"
                                              "ingest,a-code,error,,,,,,,+12344,,\n",
                                      "", NULL, NULL};
    g_autoptr(Artefacts) artefacts = read_case(&sandbox, &many);
    Quality quality                = quality_measure(artefacts);
    g_assert_cmpuint(quality.serious, ==, 12345);
    g_assert_cmpuint(quality.in_part, ==, 12345);
    g_setenv("LC_ALL", "nl", TRUE);
    char *text   = NULL;
    size_t size  = 0;
    FILE *stream = open_memstream(&text, &size);
    quality_print_kinds(artefacts, stream);
    quality_print_findings(artefacts, stream);
    fclose(stream);
    g_assert_nonnull(strstr(text, "12.345 keer"));
    g_assert_nonnull(strstr(text, "nog 12.344 van deze soort: a-code"));
    g_assert_nonnull(strstr(text, "s.csv, rij 3 (regel 5 van het bestand), kolom A"));
    free(text);
    stream = open_memstream(&text, &size);
    quality_print_json(artefacts, stream);
    fclose(stream);
    g_assert_true(g_str_has_suffix(text, "\"severity\":\"error\",\"more\":12344}\n"));
    free(text);
}

/* ---- manifests ---- */

static void write_work(const Sandbox *sandbox)
{
    sandbox_write(sandbox, "work/inputs/a.csv",
                  INPUTS "2023/survey.csv,120,aa,windows-1252,10,8,1,1\n"
                         "monitor.ini,20,bb,utf-8,,,,\n");
    sandbox_write(sandbox, "work/outputs/reports.csv",
                  "path,bytes,sha256,rows\n"
                  "clean/2023/survey.csv,9,dd,8\n"
                  "intern/2023/terug/p1.xlsx,5,ee,0\n"
                  "lokaal/haarlem/2023/a.xlsx,6,ff,0\n"
                  "lokaal/zwolle/2023/a.xlsx,7,00,0\n"
                  "openbaar/data/indicators.csv,8,11,3\n");
    sandbox_write(sandbox, "work/versions/a.csv", "library,version\nglib,2.74\n");
    sandbox_write(sandbox, "tree/openbaar/x", "");
    sandbox_write(sandbox, "tree/lokaal/haarlem/x", "");
    sandbox_write(sandbox, "tree/lokaal/zwolle/x", "");
    sandbox_write(sandbox, "tree/intern/x", "");
}

/* The manifest of one audience against the file that stands beside this test; the
 * versions there are @VERSION@ and @JSON@. */
static void check_manifest(const Sandbox *sandbox, const char *path,
                           const char *expected)
{
    g_autofree char *text   = sandbox_read(sandbox, path);
    g_autofree char *wanted = NULL;
    g_assert_true(g_file_get_contents(expected, &wanted, NULL, NULL));
    g_autoptr(GString) filled = g_string_new(wanted);
    g_string_replace(filled, "@VERSION@", MONITOR_VERSION, 0);
    g_string_replace(filled, "@JSON@", json_library_version(), 0);
    g_assert_cmpstr(text, ==, filled->str);
}

static void test_manifests(void)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    g_autoptr(Arena) arena  = arena_new();
    write_work(&sandbox);
    g_autofree char *work          = sandbox_path(&sandbox, "work");
    g_autofree char *tree          = sandbox_path(&sandbox, "tree");
    g_autoptr(Artefacts) artefacts = artefacts_read(work, NULL);
    const int years[]              = {2023};
    SettingsOverrides overrides    = {NULL, years, 1};
    ManifestFacts facts            = {
                   artefacts,
                   settings_parse(arena, "[monitor]\ntitle = Proef\nseed = 7\n", &overrides, NULL),
                   "0123abcd"};
    g_assert_true(manifests_write(&facts, tree, NULL));
    check_manifest(&sandbox, "tree/openbaar/manifest.json", "manifest-openbaar.json");
    check_manifest(&sandbox, "tree/lokaal/haarlem/manifest.json",
                   "manifest-lokaal.json");
    check_manifest(&sandbox, "tree/intern/manifest.json", "manifest-intern.json");
}

int main(int count, char **words)
{
    g_test_init(&count, &words, NULL);
    g_test_add_func("/artefacts/gathered-by-key", test_gathered_by_key);
    g_test_add_func("/artefacts/input-that-changed", test_input_that_changed);
    g_test_add_func("/artefacts/output-of-two-stages", test_output_of_two_stages);
    g_test_add_func("/artefacts/reconcile", test_reconcile);
    g_test_add_func("/artefacts/reconcile-withdrawn", test_reconcile_withdrawn);
    g_test_add_func("/artefacts/verify", test_verify);
    g_test_add_func("/artefacts/years", test_years);
    g_test_add_func("/quality/sentence", test_quality);
    g_test_add_func("/quality/exact-counts", test_exact_counts);
    g_test_add_func("/manifest/audiences", test_manifests);
    return g_test_run();
}
