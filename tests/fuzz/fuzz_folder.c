/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One folder for all runs of the process; each run replaces one file. */
#include "fuzz_folder.h"

#include "folder.h"

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

static const char partners[] = "partner_id,name,sector,joined\n"
                               "001,Een,education,2020-01-01\n"
                               "P2,Twee,business,2020-01-01\n"
                               "P3,Drie,municipality,2020-01-01\n";
static const char survey[]   = "Nr,Datum,q1[SQ001],q1[SQ002],Welke V?,Hoeveel?,Eens?\n"
                               "001,2023-11-01,Ja,,Verzachten;Versterken,12,Eens\n"
                               "P2,02-11-2023,,Ja,,1.234,Oneens\n"
                               "P3,,Nee,Nee,Geen van deze,x,6\n";
static const char codebook[] = "source,variable,answer,code\nNr,partner_id,,\n"
                               "Datum,submitted,,\nWelke V?,v_verzachten,Verzachten,1\n"
                               "Welke V?,v_versterken,Versterken,1\n";

static Folder *folder;

static void clear(void)
{
    folder_free(folder);
}

static void prepare(void)
{
    if (folder != NULL)
        return;
    if (g_file_test("/dev/shm", G_FILE_TEST_IS_DIR))
        g_setenv("TMPDIR", "/dev/shm", TRUE);
    folder = folder_new();
    atexit(clear);
}

static void check_counts(void)
{
    g_autoptr(Table) inputs =
        folder_table(folder, TABLE_inputs, "inputs/ingest-2023.csv");
    for (size_t row = 0; row < inputs->n_rows; row++) {
        int64_t records = table_count(inputs, COLUMN(inputs, records), row);
        if (records >= 0 &&
            records != table_count(inputs, COLUMN(inputs, accepted), row) +
                           table_count(inputs, COLUMN(inputs, quarantined), row) +
                           table_count(inputs, COLUMN(inputs, duplicates), row) +
                           table_count(inputs, COLUMN(inputs, withdrawn), row))
            abort();
    }
}

static void check_partners(void)
{
    g_autoptr(Table) table =
        folder_table(folder, TABLE_survey, "clean/2023/survey.csv");
    for (size_t row = 0; row < table->n_rows; row++) {
        const char *id = table_text(table, COLUMN(survey, partner_id), row);
        if (strcmp(id, "001") != 0 && strcmp(id, "P2") != 0 && strcmp(id, "P3") != 0)
            abort();
    }
}

void fuzz_ingest(const char *path, const uint8_t *data, size_t size)
{
    prepare();
    folder_write(folder, "partners.csv", partners, strlen(partners));
    folder_write(folder, "2023/survey.csv", survey, strlen(survey));
    if (g_str_has_suffix(path, "survey.csv"))
        folder_write(folder, "2023/codebook.csv", codebook, strlen(codebook));
    folder_write(folder, path, (const char *)data, size);
    int code = folder_ingest(folder, 2023);
    if (code != 0 && code != EX_DATAERR && code != EX_CONFIG)
        abort();
    if (code != 0)
        return;
    check_counts();
    check_partners();
}
