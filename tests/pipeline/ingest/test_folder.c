/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole folders: what corrections change, what tables say of each other, which figures
 * of the statistics office are read, what stays bounded, and how a run ends. */
#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sysexits.h>

#define BASE SOURCE_FOLDER "/fixtures/malformed/base"

static Folder *base(void)
{
    Folder *folder = folder_new();
    folder_copy(folder, BASE);
    return folder;
}

static void put(Folder *folder, const char *path, const char *text)
{
    folder_write(folder, path, text, strlen(text));
}

static size_t row_of(const Table *table, size_t column, const char *text)
{
    for (size_t row = 0; row < table->n_rows; row++)
        if (g_strcmp0(table_text(table, column, row), text) == 0)
            return row;
    return table->n_rows;
}

static int64_t input_count(const Folder *folder, const char *path, size_t column)
{
    g_autoptr(Table) inputs =
        folder_table(folder, TABLE_inputs, "inputs/ingest-2023.csv");
    size_t row = row_of(inputs, COLUMN(inputs, path), path);
    g_assert_cmpuint(row, <, inputs->n_rows);
    return table_count(inputs, column, row);
}

/* ---- corrections ---- */

static void test_corrections(void)
{
    g_autoptr(Folder) folder = base();
    put(folder, "2023/corrections.csv",
        "partner_id,variable,old,new,reason\n"
        "001,gaps_found,2,5,gebeld\n"
        "002,statement_01,3,,ingetrokken\n"
        "003,new_cross_sector,,ja,gebeld\n"
        "004,submitted,,05-11-2023,alsnog ingediend\n");
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autoptr(Table) survey =
        folder_table(folder, TABLE_survey, "clean/2023/survey.csv");
    g_assert_cmpint(table_count(survey, COLUMN(survey, gaps_found), 0), ==, 5);
    g_assert_cmpint(table_code(survey, COLUMN(survey, statement), 1), ==, CODE_NONE);
    g_assert_cmpint(table_bool(survey, COLUMN(survey, new_cross_sector), 2), ==, 1);
    g_assert_cmpuint(table_date(survey, COLUMN(survey, submitted), 3), ==,
                     date_from(2023, 11, 5));
    g_assert_cmpint(input_count(folder, "2023/survey.csv", COLUMN(inputs, corrections)),
                    ==, 4);
}

/* What could not be read is mended by a correction whose old value is what stands
 * there; a correction that does not fit changes nothing. */
static void test_correction_of_bad_cell(void)
{
    g_autoptr(Folder) folder = base();
    put(folder, "2023/survey.csv",
        "partner_id,submitted,gaps_found,statement_01\n"
        "001,2023-11-01,\"1,234\",6\n");
    put(folder, "2023/corrections.csv",
        "partner_id,variable,old,new,reason\n"
        "001,gaps_found,\"1,234\",1234,gebeld\n"
        "001,statement_01,5,4,verkeerde oude waarde\n");
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autoptr(Table) survey =
        folder_table(folder, TABLE_survey, "clean/2023/survey.csv");
    g_assert_cmpint(table_count(survey, COLUMN(survey, gaps_found), 0), ==, 1234);
    g_assert_cmpint(table_code(survey, COLUMN(survey, statement), 0), ==, CODE_NONE);
    g_assert_cmpint(input_count(folder, "2023/survey.csv", COLUMN(inputs, corrections)),
                    ==, 1);
    g_assert_cmpuint(folder_count(folder, "correctie-oud-wijkt-af"), ==, 1);
}

/* ---- what the survey says of other tables ---- */

static void test_reach_in_survey(void)
{
    g_autoptr(Folder) folder = base();
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autoptr(Table) reach = folder_table(folder, TABLE_reach, "clean/2023/reach.csv");
    /* Two of reach.csv, three of the survey: 002 gave none, 004 did not finish. */
    g_assert_cmpuint(reach->n_rows, ==, 5);
    size_t local = row_of(reach, COLUMN(reach, partner_id), "005");
    g_assert_cmpstr(table_text(reach, COLUMN(reach, municipality), local), ==,
                    "GM9002");
    g_assert_cmpint(table_count(reach, COLUMN(reach, count), local), ==, 15);
    g_assert_null(table_text(reach, COLUMN(reach, municipality), 3));
}

static void test_new_with(void)
{
    g_autoptr(Folder) folder = base();
    put(folder, "2023/survey.csv",
        "partner_id,submitted,new_with_education,new_with_business\n"
        "001,2023-11-01,1,0\n"
        "002,2023-11-02,1,1\n"
        "003,,1,1\n");
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autoptr(Table) ties =
        folder_table(folder, TABLE_collaborations, "clean/2023/collaborations.csv");
    g_assert_cmpuint(ties->n_rows, ==, 2 + 3);
    for (size_t row = 2; row < 5; row++)
        g_assert_cmpint(table_bool(ties, COLUMN(collaborations, new), row), ==, 1);
}

static void test_attendance(void)
{
    g_autoptr(Folder) folder = base();
    put(folder, "2023/events.csv",
        "event_id,kind,date\nK1,kenniskring,2023-05-01\nK2,training,2023-06-01\n");
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autoptr(Table) events =
        folder_table(folder, TABLE_events, "clean/2023/events.csv");
    g_assert_cmpint(table_count(events, COLUMN(events, partners_present), 0), ==, 2);
    g_assert_cmpint(table_count(events, COLUMN(events, partners_present), 1), ==, 1);
}

/* ---- numbers that are nearly right ---- */

static void test_nearly_same(void)
{
    static const struct {
        const char *written, *meant;
    } cases[] = {
        {"a1", "A1"}, {"A-1", "A1"}, {"A1x", "A1"}, {"XA1", "A1"}, {"A2", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Folder) folder = base();
        g_autofree char *text =
            g_strdup_printf("alliance_id,partner_id\n%s,001\n", cases[i].written);
        put(folder, "memberships.csv", text);
        g_assert_cmpint(folder_ingest(folder, 0), ==, 0);
        g_autoptr(Table) findings =
            folder_table(folder, TABLE_findings, "findings/ingest-register.csv");
        size_t row = row_of(findings, COLUMN(findings, code), "onbekende-alliantie");
        g_assert_cmpstr(table_text(findings, COLUMN(findings, expected), row), ==,
                        cases[i].meant);
    }
}

/* ---- two answers ---- */

static void test_duplicate_answers(void)
{
    g_autoptr(Folder) folder = base();
    put(folder, "2023/survey.csv",
        "partner_id,submitted,gaps_found\n"
        "001,2023-11-05,1\n"
        "001,2023-11-01,2\n" /* earlier: the first counts */
        "002,,3\n"
        "002,2023-11-02,4\n" /* complete: the later counts */
        "003,2023-11-03,5\n"
        "003,2023-11-03,6\n" /* one day: the later counts */
        "004,2023-11-04,7\n"
        "004,,8\n" /* not complete: the first counts */);
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autoptr(Table) survey =
        folder_table(folder, TABLE_survey, "clean/2023/survey.csv");
    const int64_t wanted[] = {1, 4, 6, 7};
    g_assert_cmpuint(survey->n_rows, ==, 4);
    for (size_t row = 0; row < 4; row++)
        g_assert_cmpint(table_count(survey, COLUMN(survey, gaps_found), row), ==,
                        wanted[row]);
    g_assert_cmpint(input_count(folder, "2023/survey.csv", COLUMN(inputs, duplicates)),
                    ==, 4);
    g_autoptr(Table) returned = folder_table(folder, TABLE_survey, "returned/2023.csv");
    g_assert_cmpuint(returned->n_rows, ==, 4);
}

/* ---- population and municipalities ---- */

static void test_statline(void)
{
    g_autoptr(Folder) folder = base();
    put(folder, "population.csv",
        "\xEF\xBB\xBF\"Inkomensgrens huishouden\";\"Regio's\";\"Perioden\";"
        "\"Huishoudens (x 1 000)\";\"Kinderen (x 1 000)\"\r\n"
        "\"Lage inkomens\";\"Nederland\";\"2022\";\"   581.1\";\"   263.9\"\r\n"
        "\"Lage inkomens\";\"Groningen (PV)\";\"2022\";\"    26.6\";\"     9.8\"\r\n"
        "\"Lage inkomens\";\"Verzonnen\";\"2022*\";\"     1.2\";\"     0.4\"\r\n"
        "\"Lage inkomens\";\"Elders\";\"2022\";\"       .\";\"       .\"\r\n"
        "\"Lage inkomens\";\"Niet in het codeboek\";\"2022\";\"1.0\";\"1.0\"\r\n"
        "\"Bron: CBS\"\r\n");
    put(folder, "codebook.csv",
        "source,variable,answer,code\n"
        "Regio's,municipality,Nederland,NL\n"
        "Regio's,municipality,Verzonnen,GM9001\n"
        "Regio's,municipality,Elders,GM9002\n"
        "Perioden,year,,\n"
        "Kinderen (x 1 000),count,,\n"
        ",unit,,children\n,definition,,LI\n,rounding,,100\n,source,,CBS\n");
    g_assert_cmpint(folder_ingest(folder, 0), ==, 0);
    g_autoptr(Table) table =
        folder_table(folder, TABLE_population, "clean/population.csv");
    g_assert_cmpuint(table->n_rows, ==, 2);
    g_assert_cmpint(table_count(table, COLUMN(population, count), 0), ==, 263900);
    g_assert_cmpint(table_count(table, COLUMN(population, count), 1), ==, 400);
    g_assert_cmpint(table_code(table, COLUMN(population, status), 0), ==, CODE_NONE);
    g_assert_cmpint(table_code(table, COLUMN(population, status), 1), ==,
                    CODE_VALUE(population_status, provisional));
    g_assert_cmpstr(table_text(table, COLUMN(population, municipality), 1), ==,
                    "GM9001");
    g_assert_cmpuint(folder_count(folder, "regio-overgeslagen"), ==, 2);
    g_assert_cmpuint(folder_count(folder, "cijfer-onbekend"), ==, 1);
    g_assert_cmpuint(folder_count(folder, "voetregel"), ==, 1);
}

static void test_bulk_statistics(void)
{
    g_autoptr(Folder) folder = base();
    put(folder, "population.csv",
        "ID;RegioS;Perioden;Kinderen (x 1 000)\n"
        "0;NL01  ;2017JJ00;481,8\n"
        "1;GM9001    ;2017JJ00;-99997\n"
        "2;GM9002    ;2017JJ00;0,3\n");
    put(folder, "codebook.csv",
        "source,variable,answer,code\nRegioS,municipality,,\nPerioden,year,,\n"
        "Kinderen (x 1 000),count,,\n,unit,,children\n,definition,,LI\n");
    g_assert_cmpint(folder_ingest(folder, 0), ==, 0);
    g_autoptr(Table) table =
        folder_table(folder, TABLE_population, "clean/population.csv");
    g_assert_cmpuint(table->n_rows, ==, 2);
    g_assert_cmpstr(table_text(table, COLUMN(population, municipality), 0), ==, "NL");
    g_assert_cmpint(table_count(table, COLUMN(population, year), 0), ==, 2017);
    g_assert_cmpint(table_count(table, COLUMN(population, count), 0), ==, 481800);
    g_assert_cmpint(table_count(table, COLUMN(population, count), 1), ==, 300);
}

/* Codes follow the changes up to the year of the figure, never beyond it. */
static void test_municipality_changes(void)
{
    g_autoptr(Folder) folder = base();
    put(folder, "municipality_changes.csv",
        "old,new,from\nGM0003,GM1979,2021\nGM1979,GM9999,2025\n");
    put(folder, "population.csv",
        "municipality,year,definition,unit,count\n"
        "GM0003,2020,LI,children,10\nGM0003,2021,LI,children,11\n"
        "GM0003,2025,LI,children,12\n");
    put(folder, "alliances.csv",
        "alliance_id,name,started,municipalities\nA1,Een,2019-01-01,GM0003\n");
    put(folder, "2023/reach.csv",
        "partner_id,opgave,unit,count,municipality\n001,03,children,4,GM0003\n");
    put(folder, "2023/overlaps.csv", "partner_a,partner_b,opgave,unit,count\n");
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autoptr(Table) population =
        folder_table(folder, TABLE_population, "clean/population.csv");
    static const char *const codes[] = {"GM0003", "GM1979", "GM9999"};
    for (size_t row = 0; row < 3; row++)
        g_assert_cmpstr(table_text(population, COLUMN(population, municipality), row),
                        ==, codes[row]);
    g_autoptr(Table) reach = folder_table(folder, TABLE_reach, "clean/2023/reach.csv");
    g_assert_cmpstr(table_text(reach, COLUMN(reach, municipality), 0), ==, "GM1979");
    g_autoptr(Table) alliances =
        folder_table(folder, TABLE_alliances, "clean/alliances.csv");
    g_assert_cmpstr(table_text(alliances, COLUMN(alliances, municipalities), 0), ==,
                    "GM0003 GM9999");
}

/* ---- multi-selects ---- */

static const char *const joined_codebook =
    "source,variable,answer,code\n"
    "Nr,partner_id,,\nDatum,submitted,,\n"
    "Welke V?,v_verzachten,Verzachten,1\nWelke V?,v_versterken,Versterken,1\n";

static void check_truths(const Folder *folder, size_t column, const int *wanted)
{
    g_autoptr(Table) survey =
        folder_table(folder, TABLE_survey, "clean/2023/survey.csv");
    for (size_t row = 0; row < survey->n_rows; row++)
        g_assert_cmpint(table_bool(survey, column, row), ==, wanted[row]);
}

/* An empty multi-select is missing, or no to all where the settings say so. */
static void test_blank_multiselect(void)
{
    static const struct {
        const char *settings;
        int wanted[4];
    } cases[] = {{"", {1, 0, 0, -1}},
                 {"[survey 2023]\nblank_multiselect = no\n", {1, 0, 0, 0}}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Folder) folder = base();
        put(folder, "monitor.ini", cases[i].settings);
        put(folder, "2023/codebook.csv", joined_codebook);
        put(folder, "2023/survey.csv",
            "Nr,Datum,Welke V?\n001,2023-11-01,Verzachten;\n002,2023-11-02,Versterken\n"
            "003,2023-11-03,Geen van deze;\n004,2023-11-04,\n");
        g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
        check_truths(folder, COLUMN(survey, v_verzachten), cases[i].wanted);
        g_assert_cmpuint(folder_count(folder, "onbekende-keuze"), ==, 0);
    }
}

/* One column an option: where there is a no, an empty cell is not answered; where there
 * are ticks only, it is a no beside another tick. */
static void test_option_columns(void)
{
    static const struct {
        const char *no;
        int wanted[4];
    } cases[] = {{"Nee", {1, 0, -1, -1}}, {"", {1, 0, 0, -1}}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Folder) folder = base();
        put(folder, "2023/codebook.csv",
            "source,variable,answer,code\nNr,partner_id,,\nDatum,submitted,,\n"
            "q1[SQ001],v_verzachten,,\nq1[SQ002],v_versterken,,\n");
        g_autofree char *text = g_strdup_printf(
            "Nr,Datum,q1[SQ001],q1[SQ002],q1[other]\n001,2023-11-01,Ja,,\n"
            "002,2023-11-02,%s,Ja,\n003,2023-11-03,,,iets anders\n004,2023-11-04,,,\n",
            cases[i].no);
        put(folder, "2023/survey.csv", text);
        g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
        check_truths(folder, COLUMN(survey, v_verzachten), cases[i].wanted);
    }
}

/* ---- bounds and places ---- */

static void test_many_findings(void)
{
    enum { BAD = 12000 };
    g_autoptr(Folder) folder   = folder_new();
    g_autoptr(GString) partner = g_string_new("partner_id,name,sector,joined\n");
    g_autoptr(GString) survey  = g_string_new("partner_id,submitted,gaps_found\n");
    for (int i = 0; i < BAD; i++) {
        g_string_append_printf(partner, "P%05d,O,education,2020-01-01\n", i);
        g_string_append_printf(survey, "P%05d,2023-11-01,veel\n", i);
    }
    folder_write(folder, "partners.csv", partner->str, partner->len);
    folder_write(folder, "2023/survey.csv", survey->str, survey->len);
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autoptr(Table) findings =
        folder_table(folder, TABLE_findings, "findings/ingest-2023.csv");
    g_assert_cmpuint(findings->n_rows, ==, 10000 + 1);
    g_assert_cmpstr(table_text(findings, COLUMN(findings, value), 10000), ==, "+2000");
}

/* quarantine.csv leads to the very bytes, whatever the encoding. */
static void test_quarantine_places(void)
{
    static const char *const encodings[] = {"UTF-8", "WINDOWS-1252", "UTF-16LE"};
    const char *text = "partner_id;submitted;naam\n001;2023-11-01;Jos\u00E9\n"
                       "999;2023-11-02;Zo\u00EB\n002;2023-11-03;\u00C9\n";
    for (size_t i = 0; i < G_N_ELEMENTS(encodings); i++) {
        g_autoptr(Folder) folder = base();
        gsize length             = 0;
        g_autofree char *bytes =
            g_convert(text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
        folder_write(folder, "2023/survey.csv", bytes, length);
        g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
        g_autoptr(Table) apart =
            folder_table(folder, TABLE_quarantine, "quarantine/2023.csv");
        g_assert_cmpuint(apart->n_rows, ==, 1);
        int64_t from = table_count(apart, COLUMN(quarantine, offset), 0);
        int64_t size = table_count(apart, COLUMN(quarantine, length), 0);
        g_autofree char *back =
            g_convert(bytes + from, size, "UTF-8", encodings[i], NULL, NULL, NULL);
        g_assert_cmpstr(back, ==, "999;2023-11-02;Zo\u00EB\n");
        g_assert_cmpint(table_count(apart, COLUMN(quarantine, row), 0), ==, 3);
    }
}

/* Settings override what would be detected. */
static void test_overrides(void)
{
    g_autoptr(Folder) folder = base();
    put(folder, "monitor.ini",
        "[survey 2023]\ntool = limesurvey\ndelimiter = pipe\nencoding = windows-1252\n"
        "date_order = mdy\nheader_rows = 2\n");
    put(folder, "2023/survey.csv",
        "partner_id|submitted|gaps_found\nnummer|datum|hiaten\n001|11/02/2023|3\n");
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_autoptr(Table) inputs =
        folder_table(folder, TABLE_inputs, "inputs/ingest-2023.csv");
    size_t row = row_of(inputs, COLUMN(inputs, path), "2023/survey.csv");
    static const struct {
        size_t column;
        const char *wanted;
    } cells[] = {{COLUMN(inputs, encoding), "windows-1252"},
                 {COLUMN(inputs, encoding_reason), "setting"},
                 {COLUMN(inputs, delimiter), "|"},
                 {COLUMN(inputs, delimiter_reason), "setting"},
                 {COLUMN(inputs, tool), "limesurvey"},
                 {COLUMN(inputs, tool_reason), "setting"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        g_assert_cmpstr(table_text(inputs, cells[i].column, row), ==, cells[i].wanted);
    g_autoptr(Table) survey =
        folder_table(folder, TABLE_survey, "clean/2023/survey.csv");
    g_assert_cmpuint(survey->n_rows, ==, 1);
    g_assert_cmpuint(table_date(survey, COLUMN(survey, submitted), 0), ==,
                     date_from(2023, 11, 2));
}

/* ---- how a run ends ---- */

static void remove_file(const Folder *folder, const char *path)
{
    g_autofree char *full = g_build_filename(folder->input, path, NULL);
    g_assert_cmpint(g_remove(full), ==, 0);
}

static void test_exit_codes(void)
{
    static const struct {
        const char *path, *text; /* NULL: the file is taken away */
        int code;
        const char *part;
    } cases[] = {
        {"partners.csv", NULL, EX_NOINPUT, "partners.csv"},
        {"2023/survey.csv", NULL, EX_NOINPUT, "survey.csv"},
        {"monitor.ini", "[monitor]\ntitel = x\n", EX_CONFIG, "title"},
        {"monitor.ini", "[monitor]\nseed = 1\nseed = 2\n", EX_CONFIG, "seed"},
        {"partners.csv", "PK\3\4", EX_DATAERR, "CSV UTF-8"},
        {"partners.csv", "name,sector\n", EX_DATAERR, "partner_id"},
        {"2023/survey.csv", "partner_id\n001\n", EX_DATAERR, "submitted"},
        {"2023/codebook.csv", "source,variable\nx,y\n", EX_CONFIG, "codebook.csv"},
        {"2023/codebook.csv", "PK\3\4", EX_CONFIG, "codebook.csv"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Folder) folder = base();
        if (cases[i].text == NULL)
            remove_file(folder, cases[i].path);
        else
            put(folder, cases[i].path, cases[i].text);
        int code = folder_ingest(folder, 2023);
        if (code != cases[i].code || strstr(folder->message, cases[i].part) == NULL)
            g_test_fail_printf("%s: %d instead of %d: %s", cases[i].path, code,
                               cases[i].code, folder->message);
    }
}

static void test_no_folder(void)
{
    g_autoptr(Folder) folder = folder_new();
    g_assert_cmpint(folder_ingest(folder, 0), ==, EX_NOINPUT);
    g_free(folder->input);
    folder->input = g_strdup("/nowhere/at/all");
    g_assert_cmpint(folder_ingest(folder, 0), ==, EX_NOINPUT);
}

/* What is optional and wrong is a finding, and the run goes on without it. */
static void test_optional_refused(void)
{
    g_autoptr(Folder) folder = base();
    put(folder, "2023/events.csv", "PK\3\4");
    put(folder, "2023/attendance.csv", "naam\nJan\n");
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_assert_cmpuint(folder_count(folder, "excel-werkmap"), ==, 1);
    g_assert_cmpuint(folder_count(folder, "verplichte-kolom-ontbreekt"), ==, 1);
    g_assert_null(folder_text(folder, "clean/2023/events.csv"));
}

/* A table that is absent stays absent; a question not asked is an absent column. */
static void test_absent(void)
{
    g_autoptr(Folder) folder = folder_new();
    put(folder, "partners.csv",
        "partnernummer;naam;sector;datum_in\n001;Een;education;01-02-2020\n");
    put(folder, "2023/survey.csv", "partnernummer;ingediend\n001;01-11-2023\n");
    g_assert_cmpint(folder_ingest(folder, 2023), ==, 0);
    g_assert_null(folder_text(folder, "clean/alliances.csv"));
    g_assert_null(folder_text(folder, "clean/2023/reach.csv"));
    g_autofree char *survey   = folder_text(folder, "clean/2023/survey.csv");
    g_autofree char *partners = folder_text(folder, "clean/partners.csv");
    g_assert_cmpstr(survey, ==, "partner_id,submitted\n001,2023-11-01\n");
    g_assert_cmpstr(partners, ==,
                    "partner_id,name,sector,joined,role\n"
                    "001,Een,education,2020-02-01,partner\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/folder/corrections", test_corrections);
    g_test_add_func("/folder/correction of a bad cell", test_correction_of_bad_cell);
    g_test_add_func("/folder/reach in the survey", test_reach_in_survey);
    g_test_add_func("/folder/new with a sector", test_new_with);
    g_test_add_func("/folder/attendance", test_attendance);
    g_test_add_func("/folder/nearly same", test_nearly_same);
    g_test_add_func("/folder/duplicate answers", test_duplicate_answers);
    g_test_add_func("/folder/statline", test_statline);
    g_test_add_func("/folder/bulk statistics", test_bulk_statistics);
    g_test_add_func("/folder/municipality changes", test_municipality_changes);
    g_test_add_func("/folder/blank multiselect", test_blank_multiselect);
    g_test_add_func("/folder/option columns", test_option_columns);
    g_test_add_func("/folder/many findings", test_many_findings);
    g_test_add_func("/folder/quarantine places", test_quarantine_places);
    g_test_add_func("/folder/overrides", test_overrides);
    g_test_add_func("/folder/exit codes", test_exit_codes);
    g_test_add_func("/folder/no folder", test_no_folder);
    g_test_add_func("/folder/optional refused", test_optional_refused);
    g_test_add_func("/folder/absent", test_absent);
    return g_test_run();
}
