/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor of reading: a bare libcsv parse of FILES with nothing done to what it
 * finds, or with --hash our own SHA-256 of them (which ingest does too, and is told
 * apart). floor [--hash] FILE... */
#include "data/output.h"

#include <csv.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>

enum { BLOCK = 64 * 1024 };

static void see_cell(void *cell, size_t length, void *unused)
{
    (void)cell, (void)length, (void)unused;
}

static void see_record(int delimiter, void *unused)
{
    (void)delimiter, (void)unused;
}

static bool file_parse(const char *path)
{
    static char block[BLOCK];
    struct csv_parser parser;
    FILE *stream = fopen(path, "rb");
    if (stream == NULL || csv_init(&parser, 0) != 0)
        return false;
    size_t length, parsed = 0, size = 0;
    while ((length = fread(block, 1, sizeof block, stream)) > 0) {
        parsed += csv_parse(&parser, block, length, see_cell, see_record, NULL);
        size += length;
    }
    csv_fini(&parser, see_cell, see_record, NULL);
    csv_free(&parser);
    fclose(stream);
    return parsed == size;
}

static bool file_hash(const char *path)
{
    size_t bytes            = 0;
    g_autofree char *sha256 = file_sha256(path, &bytes, NULL);
    return sha256 != NULL;
}

int main(int argc, char **argv)
{
    bool is_hash = argc > 1 && strcmp(argv[1], "--hash") == 0;
    for (int i = is_hash ? 2 : 1; i < argc; i++)
        if (!(is_hash ? file_hash : file_parse)(argv[i])) {
            perror(argv[i]);
            return EX_NOINPUT;
        }
    return EX_OK;
}
