/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/dossier.h"
#include "reports/edition/names.h"
#include "reports/workbook/text.h"

/* A book is a workbook for one audience: which sheets it has, in which order, stands in
 * sheets.def. A new sheet is one file in sheets/ and one row there. */

/* What a report is about, and where it takes its figures from. */
typedef struct Report {
    Arena *arena;
    const Edition *edition;
    const Dossier *dossier;
    const char *work; /* folder of the artefacts */
    int year;
    const char *alliance_id; /* NULL: the whole alliance */
    const char *partner_id;  /* NULL: not about one organisation */
} Report;

typedef enum BookKind {
    BOOK_national,
    BOOK_comparison,
    BOOK_local,
    BOOK_findings,
    BOOK_response,
    BOOK_returned,
} BookKind;

/* Writes the workbook of that kind to `path`. */
bool book_write(BookKind kind, const Report *report, const char *path, GError **error);

/* A text of the wording table in the language of the report. The fields that any
 * report knows are filled in: {year} {date} {first} {alliance} {partner} {title}
 * {organisation} {contact} {version} {minimum} {confidence} {run} {program} {seed}. */
const char *report_word(const Report *report, WordId id);

/* Whether the report is in English. */
bool report_is_english(const Report *report);

/* The year's reference date. */
Date report_date(const Report *report);
