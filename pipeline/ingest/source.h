/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/findings.h"

/* A file of the monitor folder as text. Whatever its encoding, the rest of ingest sees
 * UTF-8, and can say of each place where in the file it lies. A large file is not held
 * in memory: what has been read is given back. */

typedef enum Encoding {
    ENCODING_UTF8,
    ENCODING_WINDOWS_1252,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_COUNT
} Encoding;

typedef struct Source {
    const char *path; /* relative to the monitor folder */
    const char *text; /* UTF-8; the byte FF where the file has no character */
    size_t length;    /* of text, without a byte order mark or Ctrl-Z */
    size_t bytes;     /* of the file */
    char sha256[65];  /* of the file */
    Encoding encoding;
    const char
        *encoding_reason; /* "bom", "nul-pattern", "valid", "assumed", "setting" */
    bool is_valid;        /* there is no FF in text */
} Source;

typedef struct SourceOptions {
    const char *encoding; /* as in monitor.ini; "" to detect */
    size_t limit;         /* bytes */
} SourceOptions;

/* What is refused as a whole: the code is a FindingCode. */
#define REFUSAL_ERROR refusal_error_quark()
GQuark refusal_error_quark(void);

/* Opens folder/path. A workbook, web page, empty file, ... is a REFUSAL_ERROR; what the
 * system refuses a G_FILE_ERROR. Free with source_free. */
Source *source_open(const char *folder, const char *path, const SourceOptions *options,
                    GError **error);
void source_free(Source *source);

/* Where in the file the byte of text at `offset` comes from. Offsets must not fall from
 * call to call. */
size_t source_offset(Source *source, size_t offset);

/* Says that the text before `offset` is not needed any more. */
void source_release(Source *source, size_t offset);

/* As monitor.ini has it: utf-8, windows-1252, utf-16le, utf-16be. */
const char *encoding_name(Encoding encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Source, source_free)
